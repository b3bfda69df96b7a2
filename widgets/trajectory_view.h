// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart_view.h"
#include "widgets/field_view.h"

namespace realuid::widgets
{

/// Paths that belong together, in the coordinates of the view's axes, each from noise to data.
struct PathBundle {
    Role role = Role::Teacher;
    QString label; ///< for the legend, as Formula::mixed() reads it; empty: not there
    std::vector<QPolygonF> paths;
    bool threads = false;         ///< a map from start to end, no way between: drawn thin and straight
    bool knots = false;           ///< a dot at each point, where steps are few and wide
    double endSize = 0;           ///< of the markers at the ends, in pixels at 12 px type; 0: the view's own
    std::vector<QPointF> moments; ///< where the paths are at the time that is marked
    std::optional<double> direction = {}; ///< coloured by it, in turns (directionColor()), in place of the role's colour
};

/// A density along the upright axis, at one end of time.
struct EndDensity {
    Role role = Role::Real;
    std::vector<double> x, density;
};

/// Paths from noise to data. Over time: t to the right from 0 to 1, x upwards, densities beyond both ends. In the plane: x and y in
/// equal units, densities as level lines. Start points are handles: the mouse drags them, Tab chooses one, arrow keys move it
/// (Shift: finer), over time upwards and downwards only. The view tells of moves and shows what it is given next.
class TrajectoryView : public ChartView
{
    Q_OBJECT
public:
    explicit TrajectoryView(QWidget* parent = nullptr);
    ~TrajectoryView() override;

    void setOverTime(bool on); ///< true at first
    void setBundles(std::vector<PathBundle> bundles);
    void setStarts(std::vector<QPointF> starts);
    void setEndDensities(const std::vector<EndDensity>& noise, const std::vector<EndDensity>& data); ///< over time
    void setContours(std::vector<RoleContours> contours);                                           ///< in the plane
    void setRanges(AxisRange x, AxisRange y); ///< `x` counts in the plane only
    void setAxisLabels(const QString& x, const QString& y);
    void setTime(std::optional<double> t); ///< an upright line, over time
    void setEmphasis(std::optional<Role> role);

    std::vector<DataTable> data() const override;

    int selected() const; ///< of the start points; -1 where none is
    void select(int start);
    const std::vector<QPointF>& starts() const;

Q_SIGNALS:
    void startMoved(int start, QPointF to);
    void startReleased(); ///< the hand has let go, or a key has moved it

protected:
    void style(Theme theme) override;
    void arrange() override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    struct Parts;
    void move(int start, QPointF to);
    int startAt(QPointF pixel) const;

    std::unique_ptr<Parts> m_parts;
};

} // namespace realuid::widgets
