// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart_view.h"

namespace realuid::widgets
{

/// A curve and the range it is the middle of, at the same abscissas. What is not finite leaves a gap in the curve; a band whose
/// upper edge is infinite ends at the top of the picture.
struct Band {
    Role role = Role::Generator;
    QString label; ///< as Formula::mixed() reads it
    std::vector<double> x, middle, least, most;
};

/// Medians over repetitions, with bands from the least to the most of them, on a logarithmic ordinate: distances over updates.
class BandView : public ChartView
{
    Q_OBJECT
public:
    explicit BandView(QWidget* parent = nullptr);
    ~BandView() override;

    void setBands(std::vector<Band> bands);
    void setAxisLabels(const QString& x, const QString& y);

    /// A table a band: step, median, least, most.
    std::vector<DataTable> data() const override;

protected:
    void style(Theme theme) override;
    void arrange() override;

private:
    struct Parts;
    void fitRanges();
    std::unique_ptr<Parts> m_parts;
};

} // namespace realuid::widgets
