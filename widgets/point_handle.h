// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

class QCPAxisRect;
class QCustomPlot;

namespace realuid::widgets
{

class PlotView;

/// One point of a chart that is dragged with the mouse or moved with keys: wishes out, the view draws the point. A press
/// near the point takes it up, one elsewhere in the area brings it there. Keys, while the view has the focus: arrows move by
/// a step, with Shift by a tenth of one; Page Up and Page Down by ten along y, with Shift along x. GUI thread.
class PointHandle : public QObject
{
    Q_OBJECT
public:
    /// Belongs to the view and gives it a strong focus.
    PointHandle(PlotView& view, QCustomPlot& plot, QCPAxisRect& area);

    /// Data coordinates; without a point there is nothing to drag.
    void setAt(std::optional<QPointF> at) { m_at = at; }
    std::optional<QPointF> at() const { return m_at; }
    void setStep(QPointF step) { m_step = step; }
    /// Wishes stay inside.
    void setLimits(const QRectF& limits) { m_limits = limits; }
    /// Points that catch what is dragged within a few pixels.
    void setMagnets(std::vector<QPointF> magnets) { m_magnets = std::move(magnets); }
    /// From a press or the first key to the release.
    bool isHeld() const { return m_held; }

Q_SIGNALS:
    void moved(QPointF to); ///< a wish, data coordinates
    void ended();           ///< of the gesture that moved it
    void focusChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void press(QPointF pixel);
    void drag(QPointF pixel);
    void end();
    bool key(int key, bool shifted);
    void wish(QPointF to);
    QPointF pixelOf(QPointF data) const;

    PlotView& m_view;
    QCustomPlot& m_plot;
    QCPAxisRect& m_area;
    std::optional<QPointF> m_at;
    QPointF m_step{0.01, 0.01};
    QRectF m_limits{-1e9, -1e9, 2e9, 2e9};
    std::vector<QPointF> m_magnets;
    QPointF m_grip; ///< from the pointer to the point, pixels
    bool m_dragging = false, m_held = false;
};

} // namespace realuid::widgets
