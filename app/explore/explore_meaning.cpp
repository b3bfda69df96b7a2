// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/explore_meaning.h"

#include "app/explore/legend.h"
#include "app/explore/regime.h"
#include "app/shell/page.h"
#include "widgets/formula.h"
#include "widgets/notice.h"
#include "widgets/number_table.h"

#include <QVBoxLayout>

#include <cmath>

namespace realuid::studio
{
namespace
{

/// "2.914 ± 2 × 10⁻⁹"; the error only where it reaches the digits shown.
QString shown(const std::optional<IntegratedDistance>& estimate)
{
    if (!estimate)
        return QStringLiteral("…");
    if (std::isinf(estimate->value))
        return QStringLiteral("∞");
    QString text = widgets::shownSignificant(estimate->value, 4);
    if (estimate->error > 5e-5 * std::abs(estimate->value))
        text += QStringLiteral(" ± ") + widgets::shownSignificant(estimate->error, 1);
    return text;
}

QString shown(const std::array<double, 2>& field, int dimension)
{
    const QString first = widgets::shownNumber(field[0], 3);
    return dimension == 1 ? first : first + QStringLiteral(", ") + widgets::shownNumber(field[1], 3);
}

widgets::Notice::Kind noticeKind(Regime::Kind kind)
{
    if (kind == Regime::Kind::Unstable)
        return widgets::Notice::Kind::Fault;
    return kind == Regime::Kind::OverCorrects ? widgets::Notice::Kind::Warning : widgets::Notice::Kind::Meaning;
}

} // namespace

ExploreMeaning::ExploreMeaning(QWidget* parent) : QWidget(parent)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(5);
    rows->addWidget(Page::heading(tr("What you see")));
    m_regime = new widgets::Notice;
    m_regime->setObjectName(QStringLiteral("regime"));
    rows->addWidget(m_regime);
    for (widgets::FormulaLabel** label : {&m_numerator, &m_integrand, &m_limit, &m_numeratorNumbers, &m_integrandNumbers, &m_limitNumbers}) {
        *label = new widgets::FormulaLabel;
        rows->addWidget(*label);
    }
    rows->addWidget(Page::heading(tr("Numbers")));
    m_numbers = new widgets::NumberTable;
    m_numbers->setObjectName(QStringLiteral("numbers"));
    rows->addWidget(m_numbers);
    m_comparedHeading = Page::heading(tr("Numbers of A"));
    m_comparedHeading->hide();
    rows->addWidget(m_comparedHeading);
    m_compared = new widgets::NumberTable;
    m_compared->setObjectName(QStringLiteral("comparedNumbers"));
    m_compared->hide();
    rows->addWidget(m_compared);
    rows->addWidget(Page::heading(tr("Under the pointer")));
    m_point = new widgets::NumberTable;
    m_point->setObjectName(QStringLiteral("point"));
    rows->addWidget(m_point);
    rows->addWidget(Page::heading(tr("Colours")));
    auto* legend = new Legend({{widgets::Role::Real, tr("real data")},
                               {widgets::Role::Generator, tr("generator")},
                               {widgets::Role::Teacher, tr("teacher")},
                               {widgets::Role::Fake, tr("fake model")}});
    connect(legend, &Legend::hovered, this, &ExploreMeaning::roleHovered);
    rows->addWidget(legend);
    rows->addStretch(1);
}

void ExploreMeaning::showScene(const Scene& scene)
{
    const Regime meaning = regime(scene);
    m_regime->setNotice(noticeKind(meaning.kind), meaning.heading, meaning.text);
    const RegimeFormulas formulas = regimeFormulas(scene);
    m_numerator->setFormula(formulas.numerator);
    m_integrand->setFormula(formulas.integrand);
    m_limit->setFormula(formulas.limit);
    const auto showWhereAny = [](widgets::FormulaLabel* label, const QString& formula) {
        label->setFormula(formula);
        label->setVisible(!formula.isEmpty());
    };
    showWhereAny(m_numeratorNumbers, formulas.numeratorNumbers);
    showWhereAny(m_integrandNumbers, formulas.integrandNumbers);
    showWhereAny(m_limitNumbers, formulas.limitNumbers);
}

std::vector<widgets::NumberRow> ExploreMeaning::rowsOf(const SceneNumbers::Numbers& numbers)
{
    const Scene& scene = numbers.scene;
    const Coefficients c = coefficients(scene.loss);
    const auto error = [](const std::optional<IntegratedDistance>& estimate) {
        return estimate ? widgets::shownSignificant(estimate->error, 2) : QStringLiteral("…");
    };
    return {
        {tr("distance, all $t$"), shown(numbers.total),
         tr("Integral of the distance over x and over t from %1 to %2, and its estimated error: %3")
             .arg(kTotalFrom)
             .arg(kTotalTo)
             .arg(error(numbers.total))},
        {tr("at $t$ = %1").arg(widgets::shownNumber(scene.view.t, 2)), shown(numbers.atTime),
         tr("Integral of the distance over x at this time, and its estimated error: %1").arg(error(numbers.atTime))},
        {QStringLiteral("$\\beta / \\alpha$"), widgets::shownNumber(c.beta / c.alpha, 3),
         tr("Scales the targets of generated samples.")},
    };
}

void ExploreMeaning::showNumbers(const SceneNumbers::Numbers& numbers) { m_numbers->setRows(rowsOf(numbers)); }

void ExploreMeaning::showCompared(const SceneNumbers::Numbers* a)
{
    m_comparedHeading->setVisible(a);
    m_compared->setVisible(a);
    if (a)
        m_compared->setRows(rowsOf(*a));
}

void ExploreMeaning::showPoint(const Scene& scene, double t, std::optional<std::array<double, 2>> x)
{
    const int d = scene.dimension();
    const PointValues values = x ? valuesAt(scene, t, *x) : PointValues{};
    const auto text = [&](const QString& shownText) { return x ? shownText : QStringLiteral("–"); };
    const auto density = [&](double value) { return text(widgets::shownSignificant(value, 3)); };
    m_point->setRows({
        {d == 1 ? QStringLiteral("$t,\\; x$") : QStringLiteral("$x,\\; y$"),
         text(d == 1 ? widgets::shownNumber(t, 2) + QStringLiteral(", ") + widgets::shownNumber(x ? (*x)[0] : 0, 2)
                     : shown(x.value_or(std::array<double, 2>{}), 2))},
        {tr("real data") + QStringLiteral(" $Q$"), density(values.real)},
        {tr("generator") + QStringLiteral(" $P$"), density(values.generated)},
        {tr("teacher") + QStringLiteral(" $f^*$"), text(shown(values.teacher, d))},
        {tr("generator") + QStringLiteral(" $f^\\theta$"), text(shown(values.generator, d))},
        {tr("optimal fake") + QStringLiteral(" $f$"), text(shown(values.fake, d))},
        {tr("distance") + QStringLiteral(" $l$"), density(values.distance)},
    });
}

} // namespace realuid::studio
