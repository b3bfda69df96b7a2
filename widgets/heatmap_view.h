// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart_view.h"
#include "widgets/color_map.h"
#include "widgets/contours.h"

namespace realuid::widgets
{

class PointHandle;

/// A point that is named on a map, such as the generator on its loss landscape.
struct MapPoint {
    Role role = Role::Generator;
    QPointF at;
    QString label; ///< as Formula::mixed() reads it; may be empty
};

/// Values on a regular grid over two axes, with a colour bar that says quantity and scale, contour lines, a
/// line at the current t, paths and points. Whether t runs up or along is the caller's choice of grid.
class HeatmapView : public ChartView
{
    Q_OBJECT
public:
    explicit HeatmapView(QWidget* parent = nullptr);
    ~HeatmapView() override;

    /// Colours `grid` by `scale`. The lines are the caller's: contours() may take milliseconds and runs on a worker.
    void setGrid(Grid grid, const ColorScale& scale, std::vector<Contour> lines = {});
    const Grid& grid() const;
    /// As Formula::mixed() reads them; `quantity` stands on the colour bar.
    void setAxisLabels(const QString& x, const QString& y, const QString& quantity);
    /// Units as long on one axis as on the other, for a map of the plane; else the map fills the view.
    void setEqualUnits(bool equal);
    /// A dotted line across the map: Horizontal at y = value, Vertical at x = value; nothing removes it.
    void setMarkerLine(Qt::Orientation orientation, std::optional<double> value);
    /// Lines over the map, such as a distillation flow, in data coordinates.
    void setPaths(const std::vector<QPolygonF>& paths);
    void setPoints(const std::vector<MapPoint>& points);
    /// One point that is set with mouse and keys, made when first asked for; it is drawn as one of the points.
    PointHandle& handle();
    /// Pixels of the view.
    QPointF pixelOf(QPointF at) const;

    /// The grid as x, y, value with x fastest; "paths" (path, x, y) and "points" (x, y) where there are such.
    std::vector<DataTable> data() const override;

Q_SIGNALS:
    /// A click, or a drag with the button held, at these data coordinates.
    void pressed(double x, double y);

protected:
    void style(Theme theme) override;
    void arrange() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace realuid::widgets
