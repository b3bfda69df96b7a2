// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/distil/distil_views.h"

#include "app/shell/texts.h"
#include "core/game/settings.h"
#include "widgets/card.h"
#include "widgets/card_grid.h"
#include "widgets/curve_view.h"
#include "widgets/density_view.h"
#include "widgets/field_view.h"
#include "widgets/number_table.h"
#include "widgets/parameter_editor.h"
#include "widgets/trajectory_view.h"

#include <QCheckBox>

#include <algorithm>

namespace realuid::studio
{
namespace
{
using widgets::Role;

enum LossSeries { kFakeLoss, kGeneratorLoss };
enum DistanceSeries { kDistance, kAverage };

std::vector<QPolygonF> points(const std::vector<game::Point>& from, bool line)
{
    std::vector<QPolygonF> all;
    for (const game::Point& p : from)
        all.push_back({line ? QPointF(1, p[0]) : QPointF(p[0], p[1])});
    return all;
}

std::vector<QPolygonF> threads(const GameSamples& samples)
{
    const bool line = samples.dimension == 1;
    std::vector<QPolygonF> all;
    for (std::size_t i = 0; i < samples.noise.size(); ++i) {
        const game::Point &z = samples.noise[i], &x = samples.generated[i];
        all.push_back(line ? QPolygonF{{0, z[0]}, {1, x[0]}} : QPolygonF{{z[0], z[1]}, {x[0], x[1]}});
    }
    return all;
}

std::vector<QPointF> vectors(const std::vector<game::Point>& field)
{
    std::vector<QPointF> out;
    for (const game::Point& v : field)
        out.emplace_back(v[0], v[1]);
    return out;
}

/// A Gaussian of standard deviation kBandwidth at each sample.
std::vector<double> density(const std::vector<game::Point>& samples, const std::vector<double>& x)
{
    constexpr double kBandwidth = 0.12, kRootTwoPi = 2.5066282746310002;
    std::vector<double> out;
    for (const double at : x) {
        double sum = 0;
        for (const game::Point& p : samples)
            sum += std::exp(-0.5 * (at - p[0]) * (at - p[0]) / (kBandwidth * kBandwidth));
        out.push_back(sum / (kBandwidth * kRootTwoPi * static_cast<double>(samples.size())));
    }
    return out;
}

double longest(const std::vector<game::Point>& field)
{
    double most = 0;
    for (const game::Point& v : field)
        most = std::max(most, std::hypot(v[0], v[1]));
    return most;
}
} // namespace

QString eventText(const game::GameEvent& event)
{
    QString name = toQString(event.setting);
    const auto find = [&](const auto& table) {
        for (const auto& row : table)
            if (row.info.id == event.setting)
                name = row.info.symbol.empty() ? widgets::translated(row.info.title) : u'$' + toQString(row.info.symbol) + u'$';
    };
    find(lossParameters());
    find(game::gameParameters());
    return name + u' ' + widgets::shownSignificant(event.from, 3) + QStringLiteral(" → ") + widgets::shownSignificant(event.to, 3);
}

DistilViews::DistilViews(QObject* parent) : QObject(parent)
{
    m_grid = new widgets::CardGrid;
    m_samples = new widgets::TrajectoryView;
    m_samples->setTitle(tr("Samples"));
    m_samples->setMessage(tr("The game is being set up…"));
    m_samplesCard = new widgets::Card({}, m_samples);
    auto* switchThreads = new QCheckBox(tr("threads"));
    switchThreads->setObjectName(QStringLiteral("threads"));
    switchThreads->setChecked(true);
    switchThreads->setToolTip(tr("Join each sample with the noise it comes from"));
    connect(switchThreads, &QCheckBox::toggled, this, &DistilViews::setThreads);
    m_samplesCard->addHeadingWidget(switchThreads);
    m_grid->addCard(m_samplesCard);
    m_plane = new widgets::FieldView;
    m_plane->setTitle(tr("Fake field"));
    m_plane->setAxisLabels(QStringLiteral("$x$"), QStringLiteral("$y$"));
    m_fieldCard = new widgets::Card({}, m_plane);
    m_grid->addCard(m_fieldCard);
    m_line = new widgets::DensityView;
    m_line->setTitle(tr("Densities and fake field"));
    m_lineCard = new widgets::Card({}, m_line);
    m_grid->addCard(m_lineCard);
    m_grid->setCardShown(m_lineCard, false);
    buildCurves();
}

void DistilViews::buildCurves()
{
    m_losses = new widgets::CurveView;
    m_losses->setTitle(tr("Two players"));
    m_losses->setAxisLabels(tr("update"), tr("loss"));
    m_losses->addSeries(Role::Fake, tr("fake model"));
    m_losses->addSeries(Role::Generator, tr("generator"));
    auto* losses = new widgets::Card({}, m_losses);
    losses->setSubtitle(tr("need not fall"));
    m_grid->addCard(losses);
    m_distances = new widgets::CurveView;
    m_distances->setTitle(tr("Distance to real data"));
    m_distances->setAxisLabels(tr("update"), tr("sliced Wasserstein"));
    m_distances->setSmoothing(0);
    m_distances->setLogarithmic(true);
    m_distances->addSeries(Role::Generator, tr("generator"));
    m_distances->addSeries(Role::Noise, tr("its average"));
    m_grid->addCard(new widgets::Card({}, m_distances));
    m_modes = new widgets::CurveView;
    m_modes->setTitle(tr("Modes covered"));
    m_modes->setAxisLabels(tr("update"), tr("modes"));
    m_modes->setSmoothing(0);
    m_modes->addSeries(Role::Generator, tr("generator"));
    m_grid->addCard(new widgets::Card({}, m_modes));
}

void DistilViews::show(const GameNews& latest, const GameNews& log)
{
    m_standing = log.standing;
    const bool again = latest.fresh || latest.truncated;
    if (again) {
        for (widgets::CurveView* view : {m_losses, m_distances, m_modes})
            view->clear();
        m_events = 0;
    }
    append(again ? log : latest);
    m_losses->setMessage(log.updates.empty() ? tr("The losses of both players appear here once the game goes on.") : QString());
    showEvents(log.standing);
    if (latest.samples) {
        m_shown = *latest.samples;
        showSamples(m_shown, m_standing);
    }
    if (latest.field)
        showField(*latest.field);
}

void DistilViews::append(const GameNews& news)
{
    for (const UpdateRecord& update : news.updates)
        m_losses->append(update.player == Player::Fake ? kFakeLoss : kGeneratorLoss, static_cast<double>(update.step), update.loss);
    for (const Judgement& judgement : news.judgements) {
        const auto step = static_cast<double>(judgement.step);
        m_distances->append(kDistance, step, judgement.distance);
        m_distances->append(kAverage, step, judgement.average);
        m_modes->append(0, step, judgement.modes);
    }
}

void DistilViews::showEvents(const GameStanding& standing)
{
    for (; m_events < standing.events.size(); ++m_events)
        for (widgets::CurveView* view : {m_losses, m_distances, m_modes})
            view->addEvent(static_cast<double>(standing.events[m_events].step), eventText(standing.events[m_events]));
}

void DistilViews::setThreads(bool on)
{
    m_threads = on;
    if (!m_shown.generated.empty())
        showSamples(m_shown, m_standing);
}

void DistilViews::showSamples(const GameSamples& samples, const GameStanding& standing)
{
    const bool line = samples.dimension == 1;
    m_samples->setMessage({});
    m_samples->setOverTime(line);
    m_samples->setAxisLabels(line ? QStringLiteral("$t$") : QStringLiteral("$x$"), line ? QStringLiteral("$x$") : QStringLiteral("$y$"));
    const widgets::AxisRange range{-standing.extent, standing.extent};
    m_samples->setRanges(range, range);
    widgets::PathBundle real, generated;
    real.role = Role::Real;
    real.label = tr("real");
    real.threads = true; // points alone
    real.paths = points(samples.real, line);
    generated.role = Role::Generator;
    generated.label = m_threads ? tr("generator, from its noise $z$") : tr("generator");
    generated.paths = m_threads ? threads(samples) : points(samples.generated, line);
    generated.threads = true;
    m_samples->setBundles({std::move(real), std::move(generated)});
}

void DistilViews::showField(const GameField& field)
{
    const bool line = field.rows == 1;
    m_grid->setCardShown(m_fieldCard, !line);
    m_grid->setCardShown(m_lineCard, line);
    const QString words = field.optimum.empty() ? tr("no closed form")
                                                : tr("t = %1").arg(widgets::shownNumber(field.t, 2));
    (line ? m_lineCard : m_fieldCard)->setSubtitle(words);
    line ? showLine(field) : showPlane(field);
}

void DistilViews::showLine(const GameField& field)
{
    std::vector<double> x;
    std::vector<widgets::Curve> curves{{Role::Fake, tr("learned"), {}}, {Role::Teacher, tr("optimum"), {}}};
    for (int i = 0; i < field.columns; ++i)
        x.push_back(field.extent * (2.0 * i / (field.columns - 1) - 1));
    for (const game::Point& v : field.fake)
        curves[0].y.push_back(v[0]);
    for (const game::Point& v : field.optimum)
        curves[1].y.push_back(v[0]);
    if (field.optimum.empty())
        curves.pop_back();
    const double most = std::max(longest(field.fake), longest(field.optimum)) * 1.1 + 1e-9;
    const std::vector<widgets::Curve> densities{{Role::Real, tr("real"), density(m_shown.real, x)},
                                                {Role::Generator, tr("generator"), density(m_shown.generated, x)}};
    double highest = 0;
    for (const widgets::Curve& each : densities)
        highest = std::max(highest, *std::max_element(each.y.begin(), each.y.end()));
    m_line->setCurves(x, densities, curves);
    m_line->setRanges({-field.extent, field.extent}, {0, 1.1 * highest + 1e-9}, {-most, most});
}

void DistilViews::showPlane(const GameField& field)
{
    const auto arrows = [&](Role role, const QString& label, const std::vector<game::Point>& values) {
        return widgets::ArrowField{role, label, field.columns, field.rows, -field.extent, field.extent, -field.extent, field.extent, vectors(values)};
    };
    std::vector<widgets::ArrowField> fields{arrows(Role::Fake, tr("learned"), field.fake)};
    if (!field.optimum.empty())
        fields.insert(fields.begin(), arrows(Role::Teacher, tr("optimum"), field.optimum));
    m_plane->setRanges({-field.extent, field.extent}, {-field.extent, field.extent});
    m_plane->setArrows(std::move(fields));
}

} // namespace realuid::studio
