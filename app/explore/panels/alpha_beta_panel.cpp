// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/alpha_beta_panel.h"

#include "analytic/distances.h"
#include "app/explore/panels/measured_fid.h"
#include "app/explore/regime.h"
#include "app/shell/texts.h"
#include "widgets/number_table.h"
#include "widgets/point_handle.h"
#include "widgets/score_map.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

#include <algorithm>
#include <cmath>
#include <memory>

namespace realuid::studio
{
namespace
{

constexpr widgets::AxisRange kCornerAlpha{0.932, 1.008}, kCornerBeta{0.928, 1.068};
constexpr widgets::AxisRange kWholeAlpha{0, 1.06}, kWholeBeta{0, 1.2};
constexpr double kLeast = 0.01; ///< of both coefficients
constexpr double kOuterRatio = 0.06;
constexpr double kFidLeast = 1.9, kFidMost = 3.0; ///< colours; the unstable row lies above
constexpr QPointF kDataFree{1, 1};
constexpr int kSide = 25; ///< of the distances computed

/// alpha and beta as they are recommended, and no ratio beyond the outer rays.
QPolygonF recommendedBand()
{
    Range alpha, beta;
    for (const Parameter<Loss>& row : lossParameters())
        if (row.info.id == "alpha" || row.info.id == "beta")
            (row.info.id == "alpha" ? alpha : beta) = row.info.recommended;
    const auto clipped = [&](double at, double ratio) { return std::clamp(at * ratio, beta.least, beta.most); };
    QPolygonF band;
    constexpr int kSteps = 40; // the clipped rays have corners in between
    for (int i = 0; i <= kSteps; ++i) {
        const double at = alpha.least + (alpha.most - alpha.least) * i / kSteps;
        band << QPointF(at, clipped(at, 1 - kOuterRatio));
        band.prepend(QPointF(at, clipped(at, 1 + kOuterRatio)));
    }
    return band;
}

QString tableName(const FidTable& table)
{
    const bool tuned = table.stage == QStringLiteral("fine-tuned"), conditional = table.setting == QStringLiteral("conditional");
    if (tuned)
        return conditional ? phrase("fine-tuned, conditional") : phrase("fine-tuned, unconditional");
    return conditional ? phrase("distilled, conditional") : phrase("distilled, unconditional");
}

Scene with(const Scene& scene, double alpha, double beta)
{
    Scene out = scene;
    if (out.loss.kind == "uid")
        out.loss.kind = "realuid";
    out.loss.alpha = alpha;
    out.loss.beta = beta;
    return out;
}

bool isIn(const widgets::AxisRange& range, double value) { return value >= range.least && value <= range.most; }

} // namespace

AlphaBetaPanel::AlphaBetaPanel(QObject* parent) : ScenePanel(parent), m_view(new widgets::ScoreMap)
{
    m_view->setTitle(phrase("Coefficients"));
    m_view->setAxisLabels(QStringLiteral("$\\alpha$"), QStringLiteral("$\\beta$"), phrase("measured FID, lower is better"));
    m_view->setBand(recommendedBand(), phrase("recommended"));
    m_view->setRays({{0.94, QStringLiteral("0.94"), Qt::DashLine},
                     {0.98, QStringLiteral("0.98"), Qt::SolidLine},
                     {1, QStringLiteral("1"), Qt::DotLine},
                     {1.02, QStringLiteral("1.02"), Qt::SolidLine},
                     {1.06, QStringLiteral("1.06"), Qt::DashLine}},
                    QStringLiteral("$\\beta / \\alpha$"));
    m_view->setNamedPoint(kDataFree, phrase("data-free"));
    widgets::PointHandle& handle = m_view->handle();
    handle.setLimits(QRectF(QPointF(kLeast, kLeast), QPointF(1, kWholeBeta.most)));
    connect(&handle, &widgets::PointHandle::moved, this, &AlphaBetaPanel::moveTo);
    connect(&handle, &widgets::PointHandle::ended, this, &ScenePanel::gestureEnded);
    connect(m_view, &widgets::PlotView::hovered, this, [this](double alpha, double beta) {
        m_pointed = QPointF(alpha, beta);
        readOut(alpha, beta, true);
    });
    connect(m_view, &widgets::PlotView::hoverLeft, this, [this] {
        m_pointed.reset();
        showScene(m_scene);
    });
    m_view->setRanges(kCornerAlpha, kCornerBeta);
    setTable(0);
    showScene(m_scene);
}

widgets::PlotView* AlphaBetaPanel::view() const { return m_view; }

QWidget* AlphaBetaPanel::makeControls()
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto* table = new QComboBox;
    table->setAccessibleName(tr("Measured table"));
    table->setToolTip(measuredFid().source);
    for (const FidTable& each : measuredFid().tables)
        table->addItem(tableName(each));
    table->addItem(tr("no measurements"));
    table->setCurrentIndex(m_table < 0 ? table->count() - 1 : m_table);
    connect(table, &QComboBox::activated, this, [this, none = table->count() - 1](int index) { setTable(index == none ? -1 : index); });
    auto* shown = new QPushButton(tr("Show"));
    shown->setMenu(new QMenu(shown));
    QAction* whole = shown->menu()->addAction(tr("Whole plane"));
    whole->setCheckable(true);
    whole->setChecked(m_whole);
    connect(whole, &QAction::toggled, this, &AlphaBetaPanel::setWhole);
    connect(this, &AlphaBetaPanel::wholeChanged, whole, &QAction::setChecked);
    QAction* distance = shown->menu()->addAction(tr("Distance of this generator"));
    distance->setCheckable(true);
    distance->setChecked(m_distance);
    connect(distance, &QAction::toggled, this, &AlphaBetaPanel::setDistanceShown);
    line->addWidget(table);
    line->addWidget(shown);
    line->addStretch(1);
    return row;
}

void AlphaBetaPanel::takeChoices(const ScenePanel& other)
{
    const auto& from = static_cast<const AlphaBetaPanel&>(other);
    setTable(from.m_table);
    setWhole(from.m_whole);
    setDistanceShown(from.m_distance);
}

void AlphaBetaPanel::setTable(int index)
{
    if (index == m_table)
        return;
    m_table = index;
    std::vector<widgets::Score> scores;
    std::vector<QPointF> magnets{kDataFree};
    if (index >= 0)
        for (const FidTable::Entry& entry : measuredFid().tables[static_cast<std::size_t>(index)].entries) {
            scores.push_back({{entry.alpha, entry.beta}, entry.fid});
            magnets.emplace_back(entry.alpha, entry.beta);
        }
    m_view->setScores(std::move(scores), {.map = widgets::ColorMap::Viridis, .least = kFidLeast, .most = kFidMost});
    m_view->handle().setMagnets(std::move(magnets));
    showScene(m_scene);
    Q_EMIT choicesChanged();
}

void AlphaBetaPanel::setWhole(bool whole)
{
    if (whole == m_whole)
        return;
    m_whole = whole;
    m_view->setRanges(whole ? kWholeAlpha : kCornerAlpha, whole ? kWholeBeta : kCornerBeta);
    if (m_distance)
        computeDistance();
    Q_EMIT wholeChanged(whole);
    Q_EMIT choicesChanged();
}

void AlphaBetaPanel::setDistanceShown(bool shown)
{
    if (shown == m_distance)
        return;
    m_distance = shown;
    m_distanceOf.reset();
    m_background.cancel();
    m_view->setBusy(false);
    showDistance({});
    if (shown)
        computeDistance();
    Q_EMIT choicesChanged();
}

void AlphaBetaPanel::setScene(const Scene& scene, bool resting)
{
    m_settled = resting;
    showScene(scene);
    Q_EMIT shown();
    const Coefficients c = coefficients(scene.loss);
    if (resting && !m_held && !m_whole && !(isIn(kCornerAlpha, c.alpha) && isIn(kCornerBeta, c.beta)))
        setWhole(true);
    if (m_distance && resting)
        computeDistance();
}

void AlphaBetaPanel::render(const Scene& scene)
{
    showScene(scene);
    if (m_distance)
        showDistance(landscapePicture(distanceRequest()));
}

void AlphaBetaPanel::showScene(const Scene& scene)
{
    m_scene = scene;
    const Coefficients c = coefficients(scene.loss);
    m_view->setOperatingPoint({c.alpha, c.beta});
    showLimit();
    if (!m_pointed || m_view->handle().isHeld())
        readOut(c.alpha, c.beta, false);
}

/// alpha = 1 is unstable where alpha is the weight of the quadratic term.
void AlphaBetaPanel::showLimit()
{
    const bool unstable = regime(with(m_scene, 1, 0.9)).kind == Regime::Kind::Unstable;
    m_view->setLimit(1, unstable ? phrase("unstable") : QString());
}

void AlphaBetaPanel::readOut(double alpha, double beta, bool pointed)
{
    const widgets::Score* score = pointed ? m_view->scoreAt(alpha, beta) : m_view->scoreOf({alpha, beta});
    if (score) {
        alpha = score->at.x();
        beta = score->at.y();
    }
    const bool defined = alpha > 0 && alpha <= 1 && beta > 0;
    const auto shown = [](double value) { return widgets::shownNumber(value, 3); };
    const QString first = QStringLiteral("$\\alpha$ = %1, $\\;\\beta$ = %2, $\\;\\beta/\\alpha$ = %3")
                              .arg(shown(alpha), shown(beta), defined ? shown(beta / alpha) : QStringLiteral("–"));
    QString second;
    if (score && std::isfinite(score->value))
        second = tr("FID %1, %2").arg(widgets::shownNumber(score->value, 2), tableName(measuredFid().tables[static_cast<std::size_t>(m_table)]));
    else if (score)
        second = tr("did not converge, %1").arg(tableName(measuredFid().tables[static_cast<std::size_t>(m_table)]));
    else if (defined)
        second = regime(with(m_scene, alpha, beta)).heading;
    else
        second = tr("α goes from 0 to 1, β is above 0");
    if (const double distance = m_distances.isEmpty() ? 0 : m_distances.valueAt(alpha, beta); distance > 0)
        second += tr(", distance %1").arg(widgets::shownSignificant(distance, 3));
    m_view->setReadOut(first, second);
    if (!pointed)
        m_view->setAccessibleDescription(tr("Operating point: alpha %1, beta %2, %3. Arrow keys move it.").arg(shown(alpha), shown(beta), second));
}

void AlphaBetaPanel::moveTo(QPointF to)
{
    const auto rounded = [](double value) { return std::round(value * 1000) / 1000; };
    Q_EMIT edited(with(m_scene, std::clamp(rounded(to.x()), kLeast, 1.0), std::max(rounded(to.y()), kLeast)),
                  tr("Move alpha and beta"), QStringLiteral("alpha-beta"));
}

LandscapeRequest AlphaBetaPanel::distanceRequest() const
{
    const auto inside = [](widgets::AxisRange range, double most) {
        return widgets::AxisRange{std::max(range.least, 0.04), std::min(range.most, most)};
    };
    LandscapeRequest request{with(m_scene, 1, 1), "alpha", "beta", inside(m_whole ? kWholeAlpha : kCornerAlpha, 1),
                             m_whole ? inside(kWholeBeta, kWholeBeta.most) : kCornerBeta, kSide, kForSliders};
    request.scene.view = {};
    return request;
}

void AlphaBetaPanel::computeDistance()
{
    const LandscapeRequest request = distanceRequest();
    if (m_distanceOf == request)
        return;
    m_distanceOf = request;
    m_view->setBusy(true);
    m_background.post([this, request](std::stop_token stop) -> widgets::Background::Show {
        auto picture = std::make_shared<LandscapePicture>(landscapePicture(request, stop));
        return [this, picture] {
            showDistance(std::move(*picture));
            m_view->setBusy(false);
            Q_EMIT shown();
        };
    });
}

void AlphaBetaPanel::showDistance(LandscapePicture picture)
{
    m_distances = std::move(picture.grid);
    m_view->setContours(std::move(picture.lines));
    showScene(m_scene);
}

} // namespace realuid::studio
