// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/evaluator.h"
#include "app/explore/scene_document.h"
#include "app/explore/scene_panels.h"
#include "app/shell/page.h"

#include <array>
#include <memory>

class QStackedWidget;

namespace realuid::widgets
{
class Card;
class CardGrid;
class Notice;
class TimeBar;
}

namespace realuid::studio
{

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
    int framesShown() const { return m_framesShown; } ///< painted in all views, for measurements
    /// The frame on show; null before the first.
    std::shared_ptr<const Frame> frame() const { return m_frame; }
    /// True once pictures and numbers are those of the scene at rest.
    bool settled() const;

public Q_SLOTS:
    void chooseFile();
    void save();
    void saveAs();
    void copyLink();
    void pasteLink();
    void exportAll();

Q_SIGNALS:
    void frameShown();

private:
    /// The cards of one dimension.
    struct Board {
        std::unique_ptr<ScenePanels> panels;
        widgets::CardGrid* grid = nullptr;
    };
    Board& board();
    Board makeBoard(int dimension);
    void buildActions();
    void buildMiddle();
    void sceneChanged();
    void show(std::shared_ptr<const Frame> frame);
    void showNumbers();
    void showTotal(std::shared_ptr<const Frame> frame);
    void hover(bool onSurface, double x, double y);
    void leave();
    void setTime(double t, bool resting);
    void exportViews(const std::vector<widgets::PlotView*>& views, const QString& name);
    void say(const QString& heading, const QString& problem);
    void subtitles();

    SceneDocument m_document;
    Evaluator m_evaluator;
    Evaluator m_totals{evaluateTotal}; ///< 2-D: beside the pictures
    ExploreSettings* m_settings = nullptr;
    ExploreMeaning* m_meaning = nullptr;
    widgets::TimeBar* m_time = nullptr;
    widgets::Notice* m_notice = nullptr;
    QStackedWidget* m_stack = nullptr;
    std::array<Board, 2> m_boards;
    Window m_window;
    std::shared_ptr<const Frame> m_frame;
    std::shared_ptr<const Frame> m_total; ///< 2-D: the last one; of m_frame's scene or an older one
    std::optional<std::array<double, 3>> m_hovered; ///< t, x, y
    int m_framesShown = 0;
};

} // namespace realuid::studio
