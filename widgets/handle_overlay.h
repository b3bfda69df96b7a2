// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/handle_painter.h"

#include <QEvent>
#include <QWidget>

#include <vector>

namespace realuid::widgets
{

class ChartView;

/// Lies over a chart and lets one drag points of it with the mouse and move them with keys; also a sheet to paint on.
/// It knows no mathematics: handles in, wishes out. Whoever listens changes what the handles stand for and sets them
/// anew; ids and groups keep their meaning while one drags. Not part of figures.
///
/// Keys: Tab and Shift+Tab walk the handles, arrows nudge (Shift: a fifth), Page Up and Page Down change the weight, Delete
/// removes the group, + adds one, Escape gives a drag up, else lets the group go. A double click adds one too.
class HandleOverlay : public QWidget
{
    Q_OBJECT
public:
    /// Over the chart's area of this number; belongs to the chart.
    HandleOverlay(ChartView& chart, int area = 0);

    void setHandles(std::vector<Handle> handles, std::vector<HandleOutline> outlines);
    const std::vector<Handle>& handles() const { return m_handles; }
    /// Where a handle stands, in the view's pixels.
    QPointF pixelOf(const Handle& handle) const;

    /// The group whose edges and knob are shown; -1 for none. Without a signal.
    void setChosen(int group);
    int chosen() const { return m_chosen; }

    /// With a role: presses and strokes paint instead, Return finishes, Escape gives up.
    void setPainting(std::optional<Role> role);
    /// What has been painted so far, in data coordinates: points, or `joined` a line.
    void setTrail(QPolygonF trail, bool joined);

Q_SIGNALS:
    void chosenChanged(int group);
    void dragged(int id, QPointF to); ///< data coordinates, inside the area
    void nudged(int id, QPointF steps); ///< in steps: right and up positive; a fifth where fine
    void weightNudged(int group, double steps);
    void removeRequested(int group);
    void addRequested(QPointF at);
    void gestureEnded();     ///< what was dragged or nudged rests
    void gestureCancelled(); ///< put back what was dragged
    void painted(QPointF at, bool begins);
    void strokeEnded();
    void paintingEnded(bool keep);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool mouse(QEvent::Type type, const QMouseEvent& event);
    bool press(QPointF pixel);
    bool move(QPointF pixel);
    bool release();
    bool paint(QEvent::Type type, const QMouseEvent& event);
    bool nudge(int key, bool fine);
    bool command(int key, bool fine);
    void hover(QPointF pixel);
    void focusHandle(int id);
    void choose(int group);
    const Handle* handleAt(QPointF pixel) const;
    const Handle* find(int id) const;
    bool reachable(const Handle& handle) const;
    QPointF dataAt(QPointF pixel) const;
    void paintTrail(QPainter& painter) const;
    void describe();

    ChartView& m_chart;
    int m_area;
    std::vector<Handle> m_handles;
    std::vector<HandleOutline> m_outlines;
    int m_chosen = -1;
    int m_focused = -1, m_hovered = -1, m_dragged = -1; ///< ids
    QPointF m_grip;                                     ///< from the pointer to what it drags, pixels
    bool m_active = false; ///< something has moved and not come to rest
    std::optional<Role> m_painting;
    bool m_stroke = false;
    QPointF m_lastPainted;
    QPolygonF m_trail;
    bool m_joined = false;
};

} // namespace realuid::widgets
