// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart_view.h"

#include <vector>

namespace realuid::widgets
{

/// One curve over the shared x of a DensityView.
struct Curve {
    Role role = Role::Real;
    QString label;          ///< as Formula::mixed() reads it: "real $p_t^*$"
    std::vector<double> y;  ///< one value for each x; NaN leaves a gap
};

/// One dimension: densities above (filled down to zero), fields below, over one x. Labels stand on the curves.
/// Ranges are the caller's: they stay while one drags and change when setRanges() says so.
class DensityView : public ChartView
{
    Q_OBJECT
public:
    explicit DensityView(QWidget* parent = nullptr);
    ~DensityView() override;

    /// `x` increases strictly.
    void setCurves(const std::vector<double>& x, const std::vector<Curve>& densities, const std::vector<Curve>& fields);
    void setRanges(AxisRange x, AxisRange density, AxisRange field);
    /// As Formula::mixed() reads them.
    void setAxisLabels(const QString& x, const QString& density, const QString& field);
    /// Draws the curves of one role thicker and the others fainter, as the legend is hovered; nothing restores.
    void setEmphasis(std::optional<Role> role);

    /// One table: x, density_real, ..., field_teacher, ...
    std::vector<DataTable> data() const override;

protected:
    void style(Theme theme) override;
    void arrange() override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace realuid::widgets
