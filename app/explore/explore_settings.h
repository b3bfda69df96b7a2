// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/parameter.h"
#include "core/api/scene.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace realuid::widgets
{
class ParameterPanel;
}

namespace realuid::studio
{

class SceneDocument;

/// The left column of Explore: scene, objective, coefficients, time, generator. Shows the document and edits it; a
/// slider that is dragged makes one command of the history.
class ExploreSettings : public QWidget
{
    Q_OBJECT
public:
    explicit ExploreSettings(SceneDocument& document, QWidget* parent = nullptr);

Q_SIGNALS:
    void refused(const QString& reason); ///< a scene that could not be opened

private:
    void buildScene(QVBoxLayout& rows);
    void buildObjective(QVBoxLayout& rows);
    void buildGenerator();
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
    widgets::ParameterPanel* m_generator = nullptr;
    QLabel* m_generatorNote = nullptr;
    QVBoxLayout* m_generatorRows = nullptr;
    int m_generatorKind = -1; ///< what the generator's sliders were built for
};

} // namespace realuid::studio
