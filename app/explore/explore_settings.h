// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/scene_handles.h"
#include "core/api/parameter.h"

#include <QWidget>

#include <array>

class QComboBox;
class QVBoxLayout;

namespace realuid::widgets
{
class ParameterPanel;
}

namespace realuid::studio
{

class DistributionSettings;
class SceneDocument;

/// The left column of Explore: scene, objective, coefficients, time, both distributions,
/// teacher, path and coupling. Shows the document and edits it; a
/// slider that is dragged makes one command of the history.
class ExploreSettings : public QWidget
{
    Q_OBJECT
public:
    explicit ExploreSettings(SceneDocument& document, QWidget* parent = nullptr);

    /// That component was taken in hand in a picture.
    void showComponent(ComponentId component);

Q_SIGNALS:
    void drawRequested(realuid::studio::Side side);
    void componentChosen(realuid::studio::ComponentId component); ///< in the lists here
    void refused(const QString& reason); ///< a scene that could not be opened

private:
    void buildScene(QVBoxLayout& rows);
    void buildObjective(QVBoxLayout& rows);
    void connectPanel(widgets::ParameterPanel* panel);
    void edit(const QString& id, const Value& value, bool resting);
    void choosePreset(int index);
    void chooseObjective(int index);
    void showScene();
    void showPresets();

    SceneDocument& m_document;
    QComboBox* m_presets = nullptr;
    QComboBox* m_objective = nullptr;
    widgets::ParameterPanel* m_loss = nullptr;
    widgets::ParameterPanel* m_time = nullptr;
    std::array<DistributionSettings*, 2> m_sides{}; ///< generator, real data
};

} // namespace realuid::studio
