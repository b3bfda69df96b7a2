// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/scene_handles.h"
#include "core/api/parameter.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace realuid::widgets
{
class ParameterPanel;
}

namespace realuid::studio
{

class SceneDocument;

/// What one sets of one side's distribution: its kind, the sliders that move the whole (of the generator), the bandwidth of
/// what was drawn, and each component by exact numbers.
class DistributionSettings : public QWidget
{
    Q_OBJECT
public:
    DistributionSettings(SceneDocument& document, Side side, QWidget* parent = nullptr);

    /// Shows that component, as it was taken in hand elsewhere; unfolds the list.
    void showComponent(int index);
    int component() const { return m_component; }

Q_SIGNALS:
    void drawRequested(realuid::studio::Side side);
    void componentChosen(realuid::studio::ComponentId component); ///< by the user, here

private:
    void buildKind(QVBoxLayout& rows);
    void buildComponents(QVBoxLayout& rows);
    void fitWhole();
    void fitEntries();
    void showScene();
    void showKinds();
    void showEntries();
    void chooseKind(int index);
    void step(int by);
    void setFolded(bool folded);
    void editWhole(const QString& id, const Value& value, bool resting);
    void editBandwidth(const Value& value, bool resting);
    void editComponent(const QString& id, const Value& value);
    void addComponent();
    void removeComponent();
    const Distribution& distribution() const;
    QString sideName() const;

    SceneDocument& m_document;
    Side m_side;
    int m_component = 0;
    QComboBox* m_kind = nullptr;
    QPushButton* m_draw = nullptr;
    widgets::ParameterPanel* m_bandwidth = nullptr;
    QLabel* m_note = nullptr;
    QVBoxLayout* m_wholeRows = nullptr;
    widgets::ParameterPanel* m_whole = nullptr;
    int m_wholeKind = -1; ///< what the sliders of the whole were built for
    QToolButton* m_fold = nullptr;
    QWidget* m_components = nullptr;
    QVBoxLayout* m_entryRows = nullptr;
    widgets::ParameterPanel* m_entries = nullptr;
    int m_entryKind = -1;
    QWidget* m_walk = nullptr; ///< previous, which, next
    QLabel* m_which = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace realuid::studio
