// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/panel_board.h"
#include "app/explore/scene_document.h"
#include "app/explore/scene_numbers.h"
#include "app/shell/page.h"

#include <QTimer>

#include <array>

class QMenu;
class QStackedWidget;

namespace realuid::widgets
{
class Notice;
class TimeBar;
}

namespace realuid::studio
{

class CompareBar;
class ExploreMeaning;
class ExploreSettings;

/// One moves alpha, beta, time and the generator, and watches the closed-form fields and the distance follow.
class ExplorePage : public Page
{
    Q_OBJECT
public:
    explicit ExplorePage(QWidget* parent = nullptr);

    SceneDocument& document() { return m_document; }
    QString documentName() const override;
    QUndoStack* undoStack() override { return &m_document.undoStack(); }

    void open(const QString& source); ///< says on the page what is wrong with it
    void say(const QString& heading, const QString& problem);
    /// The panels of the scene's dimension.
    PanelBoard& board();
    const std::optional<Scene>& compared() const { return m_compared; } ///< A
    /// True once pictures and numbers are those of the scene at rest.
    bool settled() const;

public Q_SLOTS:
    void chooseFile();
    void save();
    void saveAs();
    void copyLink();
    void pasteLink();
    void exportAll();
    void toggleCompare(); ///< keeps the scene as A beside what it becomes, or ends that
    void swapCompared();
    void resetLayout(); ///< of the panels of this dimension

Q_SIGNALS:
    void frameShown(); ///< a panel or the numbers are newer

private:
    void buildActions();
    void saveTo(const QString& path);
    void buildMiddle();
    PanelBoard* makeBoard(int dimension);
    void fillPanelsMenu();
    void restoreLayout();
    void storeLayout();
    void setCompared(const std::optional<Scene>& a);
    void sceneChanged();
    void sceneRests();
    void point(const Pointer& pointer);
    void leave();
    void showPoint();
    void setTime(double t, bool resting);
    void exportFigure(const widgets::PlotView* only, const QString& name);

    static constexpr int kRestMs = 80;
    SceneDocument m_document;
    SceneNumbers m_numbers;
    QTimer m_rest; ///< runs while the scene changes
    ExploreSettings* m_settings = nullptr;
    ExploreMeaning* m_meaning = nullptr;
    widgets::TimeBar* m_time = nullptr;
    widgets::Notice* m_notice = nullptr;
    QMenu* m_panelsMenu = nullptr;
    QStackedWidget* m_stack = nullptr;
    std::array<PanelBoard*, 2> m_boards{};
    std::optional<Pointer> m_pointer;
    CompareBar* m_compareBar = nullptr;
    QAction* m_compare = nullptr;
    std::optional<Scene> m_compared;
    SceneNumbers m_comparedNumbers;
};

} // namespace realuid::studio
