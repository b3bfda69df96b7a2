// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/band_view.h"

#include "widgets/chart_items.h"
#include "widgets/curve_labels.h"

#include <cmath>

namespace realuid::widgets
{
namespace
{

constexpr double kFill = 0.18; ///< opacity of bands
constexpr int kEdge = 20;      ///< units at the right

struct Drawn {
    QCPGraph *least = nullptr, *most = nullptr, *middle = nullptr;
    FormulaItem* label = nullptr;
};

QVector<double> listOf(const std::vector<double>& values) { return {values.begin(), values.end()}; }

} // namespace

struct BandView::Parts {
    QCPAxisRect* area = nullptr;
    std::vector<Band> bands;
    std::vector<Drawn> drawn;

    QCPAxis* x() const { return area->axis(QCPAxis::atBottom); }
    QCPAxis* y() const { return area->axis(QCPAxis::atLeft); }
};

BandView::BandView(QWidget* parent) : ChartView(parent), m_parts(std::make_unique<Parts>())
{
    Parts& p = *m_parts;
    p.area = addAxisRect(0, 0);
    p.area->setMinimumMargins(QMargins(2, kInside, kEdge, 2)); // half a number
    p.y()->setScaleType(QCPAxis::stLogarithmic);
    p.y()->setTicker(QSharedPointer<PowerTicker>::create(p.y()));
    setAxisLabels(tr("update"), tr("distance"));
    themeChanged();
}

BandView::~BandView() = default;

void BandView::setBands(std::vector<Band> bands)
{
    Parts& p = *m_parts;
    for (; p.drawn.size() > bands.size(); p.drawn.pop_back()) {
        for (QCPGraph* graph : {p.drawn.back().middle, p.drawn.back().most, p.drawn.back().least})
            plot()->removeGraph(graph);
        plot()->removeItem(p.drawn.back().label);
    }
    while (p.drawn.size() < bands.size()) {
        Drawn next{plot()->addGraph(p.x(), p.y()), plot()->addGraph(p.x(), p.y()), plot()->addGraph(p.x(), p.y()), new FormulaItem(plot(), p.area)};
        for (QCPGraph* edge : {next.least, next.most}) {
            edge->setLayer(QStringLiteral("grid")); // below all curves
            edge->setPen(Qt::NoPen);
        }
        next.most->setChannelFillGraph(next.least);
        p.drawn.push_back(next);
    }
    p.bands = std::move(bands);
    fitRanges();
    for (std::size_t i = 0; i < p.bands.size(); ++i) {
        const Band& band = p.bands[i];
        std::vector<double> most = band.most;
        for (double& each : most)
            each = std::isinf(each) ? 10 * p.y()->range().upper : each;
        p.drawn[i].least->setData(listOf(band.x), listOf(band.least), true);
        p.drawn[i].most->setData(listOf(band.x), listOf(most), true);
        p.drawn[i].middle->setData(listOf(band.x), listOf(band.middle), true);
        p.drawn[i].label->formula = Formula::mixed(band.label);
    }
    style(theme());
    queueReplot();
}

void BandView::fitRanges()
{
    double last = 1, least = INFINITY, most = 0;
    for (const Band& band : m_parts->bands) {
        for (const double x : band.x)
            last = std::max(last, x);
        for (const auto* edge : {&band.least, &band.middle, &band.most})
            for (const double y : *edge)
                if (std::isfinite(y) && y > 0) {
                    least = std::min(least, y);
                    most = std::max(most, y);
                }
    }
    m_parts->x()->setRange(0, last);
    if (least <= most)
        m_parts->y()->setRange(least / 1.15, most * 1.15);
}

void BandView::setAxisLabels(const QString& x, const QString& y)
{
    setAxisLabel(m_parts->x(), x);
    setAxisLabel(m_parts->y(), y);
    queueReplot();
}

std::vector<DataTable> BandView::data() const
{
    std::vector<DataTable> tables;
    for (const Band& band : m_parts->bands) {
        DataTable table;
        for (const QChar c : Formula::mixed(band.label).plainText().toLower())
            table.name += c.isLetterOrNumber() && c.unicode() < 128 ? c : QChar(u'_');
        table.add(QStringLiteral("step"), band.x);
        table.add(QStringLiteral("median"), band.middle);
        table.add(QStringLiteral("least"), band.least);
        table.add(QStringLiteral("most"), band.most);
        tables.push_back(std::move(table));
    }
    return tables;
}

void BandView::style(Theme theme)
{
    Parts& p = *m_parts;
    for (std::size_t i = 0; i < p.bands.size(); ++i) {
        const RoleStyle role = roleStyle(p.bands[i].role, theme);
        QColor fill = role.color;
        fill.setAlphaF(kFill);
        p.drawn[i].most->setBrush(fill);
        p.drawn[i].middle->setPen(role.pen());
        p.drawn[i].label->font = chartFont(theme);
        p.drawn[i].label->color = role.text;
        p.drawn[i].label->halo = surfaces(theme).card;
        p.drawn[i].label->halo.setAlphaF(0.75f);
    }
}

void BandView::arrange()
{
    std::vector<LabelledGraph> labelled;
    for (const Drawn& each : m_parts->drawn)
        labelled.push_back({each.middle, each.label});
    placeCurveLabels(labelled, m_parts->area->rect());
}

} // namespace realuid::widgets
