// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart_view.h"
#include "widgets/color_map.h"
#include "widgets/contours.h"

namespace realuid::widgets
{

/// A vector field on a coarse regular grid (about 20 x 20 reads well); places as in Grid.
struct ArrowField {
    Role role = Role::Teacher;
    QString label; ///< for the legend, as Formula::mixed() reads it
    int columns = 0, rows = 0;
    double x0 = 0, x1 = 1, y0 = 0, y1 = 1;
    std::vector<QPointF> vectors; ///< row-major; one that is not finite is left out
};

/// Level lines of a density in a role's colour and line style.
struct RoleContours {
    Role role = Role::Real;
    QString label;
    std::vector<Contour> lines;
};

/// Samples in the plane, in a role's colour and marker.
struct RolePoints {
    Role role = Role::Generator;
    QString label;
    std::vector<QPointF> points;
};

/// Two dimensions: a quantity as colours, densities as level lines, up to three vector fields as arrows of one common
/// scale, streamlines, samples; equal units on both axes; a legend below of what has a label. With a colour bar arrows and
/// streamlines are white with a dark rim, to be read on any colour.
class FieldView : public ChartView
{
    Q_OBJECT
public:
    explicit FieldView(QWidget* parent = nullptr);
    ~FieldView() override;

    /// An empty grid removes it. A quantity, as Formula::mixed() reads it, puts a colour bar beside the picture.
    void setBackground(Grid grid, const ColorScale& scale, const QString& quantity = {});
    void setContours(std::vector<RoleContours> contours);
    void setArrows(std::vector<ArrowField> fields);
    /// The length that an arrow of full size has; 0 takes the longest vector shown. Keep it while dragging.
    void setArrowScale(double length);
    /// Lines in data coordinates, each with a head in its middle; see streamlines().
    void setStreamlines(Role role, std::vector<QPolygonF> lines);
    void setPoints(std::vector<RolePoints> points);
    void setRanges(AxisRange x, AxisRange y);
    void setAxisLabels(const QString& x, const QString& y);

    /// "background", "contours_real" ..., "field_teacher" (x, y, vx, vy) ..., "points_generator" ...: those there are.
    std::vector<DataTable> data() const override;

protected:
    void style(Theme theme) override;
    void arrange() override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace realuid::widgets
