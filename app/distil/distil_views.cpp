// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/distil/distil_views.h"

#include "app/export/convergence_figure.h"
#include "app/shell/texts.h"
#include "core/game/settings.h"
#include "widgets/card.h"
#include "widgets/card_grid.h"
#include "widgets/curve_view.h"
#include "widgets/density_view.h"
#include "widgets/field_view.h"
#include "widgets/number_table.h"
#include "widgets/parameter_editor.h"
#include "widgets/tiled_view.h"
#include "widgets/trajectory_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace realuid::studio
{
namespace
{
using widgets::Role;

constexpr double kMarker = 4.5; ///< small: hundreds of samples lie on few modes
constexpr double kLongestPush = 0.2; ///< of the picture's half width

enum LossSeries { kFakeLoss, kGeneratorLoss };
enum DistanceSeries { kDistance, kAverage };
enum OtherSeries { kEnergy, kOwn };

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

bool hasThreads(SampleView view) { return view == SampleView::Samples || view == SampleView::Angles || view == SampleView::Modes; }

/// Where a sample's noise lies, in turns; on a line its rank in three quarters of one, so that the ends differ.
double directionOf(const game::Point& z, bool line)
{
    if (line)
        return 0.75 * 0.5 * std::erfc(-z[0] / std::numbers::sqrt2);
    return std::atan2(z[1], z[0]) / (2 * std::numbers::pi) + 0.5;
}

/// The samples as one bundle, or a bundle for each colour; the first keeps the label.
std::vector<widgets::PathBundle> colored(widgets::PathBundle all, const GameSamples& samples, const GameStanding& standing)
{
    constexpr int kDirections = 24;
    const bool angles = standing.view == SampleView::Angles, modes = standing.view == SampleView::Modes && samples.modes.size() == all.paths.size();
    if (!angles && !modes)
        return {std::move(all)};
    const int count = angles ? kDirections : std::max(1, standing.modes);
    std::vector<widgets::PathBundle> parts(static_cast<std::size_t>(count), {all.role, {}, {}, all.threads, all.knots, all.endSize, {}});
    for (int k = 0; k < count; ++k)
        parts[static_cast<std::size_t>(k)].direction = static_cast<double>(k) / count;
    for (std::size_t i = 0; i < all.paths.size(); ++i) {
        const int part = angles ? static_cast<int>(directionOf(samples.noise[i], samples.dimension == 1) * count) : samples.modes[i];
        parts[static_cast<std::size_t>(std::clamp(part, 0, count - 1))].paths.push_back(std::move(all.paths[i]));
    }
    parts.front().label = all.label;
    return parts;
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
    buildSamples();
    buildFields();
    buildCurves();
    buildRivals();
}

void DistilViews::buildSamples()
{
    m_samples = new widgets::TrajectoryView;
    m_samples->setTitle(tr("Samples"));
    m_samples->setMessage(tr("The game is being set up…"));
    m_samplesCard = new widgets::Card({}, m_samples);
    auto* switchThreads = new QCheckBox(tr("threads"));
    switchThreads->setObjectName(QStringLiteral("threads"));
    switchThreads->setChecked(true);
    switchThreads->setToolTip(tr("Join each sample with the noise it comes from"));
    connect(switchThreads, &QCheckBox::toggled, this, &DistilViews::setThreads);
    auto* choice = new QComboBox;
    choice->setObjectName(QStringLiteral("sampleView"));
    choice->setAccessibleName(tr("What is shown with the samples"));
    choice->addItem(tr("from noise"), static_cast<int>(SampleView::Samples));
    choice->addItem(tr("by direction"), static_cast<int>(SampleView::Angles));
    choice->addItem(tr("by mode"), static_cast<int>(SampleView::Modes));
    choice->addItem(tr("pushes"), static_cast<int>(SampleView::Pushes));
    choice->addItem(tr("warped grid"), static_cast<int>(SampleView::Grid));
    choice->addItem(tr("teacher's flow"), static_cast<int>(SampleView::Flow));
    connect(choice, &QComboBox::currentIndexChanged, this, [this, choice, switchThreads] {
        const auto view = static_cast<SampleView>(choice->currentData().toInt());
        switchThreads->setVisible(hasThreads(view));
        Q_EMIT viewChosen(view);
    });
    auto* shown = new QWidget; // a narrow card's heading has no room for both
    auto* row = new QHBoxLayout(shown);
    row->setContentsMargins({});
    row->addWidget(choice);
    row->addWidget(switchThreads);
    row->addStretch(1);
    m_samplesCard->addRowAbove(shown);
    m_grid->addCard(m_samplesCard);
}

void DistilViews::buildFields()
{
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
}

void DistilViews::buildCurves()
{
    const auto curves = [](const QString& title, const QString& quantity) {
        auto* view = new widgets::CurveView;
        view->setTitle(title);
        view->setAxisLabels(tr("update"), quantity);
        view->setSmoothing(0);
        return view;
    };
    m_losses = curves(tr("Two players"), tr("loss"));
    m_losses->setSmoothing(25);
    m_losses->addSeries(Role::Fake, tr("fake model"));
    m_losses->addSeries(Role::Generator, tr("generator"));
    auto* losses = new widgets::Card({}, m_losses);
    losses->setSubtitle(tr("need not fall"));
    auto* logarithmic = new QCheckBox(tr("log"));
    logarithmic->setToolTip(tr("Logarithmic axis; the generator's loss is left out where it is not positive"));
    connect(logarithmic, &QCheckBox::toggled, m_losses, &widgets::CurveView::setLogarithmic);
    losses->addHeadingWidget(logarithmic);
    m_grid->addCard(losses);
    m_distances = curves(tr("Distance to real data"), tr("sliced Wasserstein"));
    m_distances->setLogarithmic(true);
    m_distances->addSeries(Role::Generator, tr("generator"));
    m_distances->addSeries(Role::Noise, tr("its average"));
    m_grid->addCard(new widgets::Card({}, m_distances));
    m_modes = curves(tr("Modes covered"), tr("modes"));
    m_modes->addSeries(Role::Generator, tr("generator"));
    m_grid->addCard(new widgets::Card({}, m_modes));
    m_others = curves(tr("Further distances"), tr("distance"));
    m_others->setLogarithmic(true);
    m_others->addSeries(Role::Generator, tr("energy distance"));
    m_others->addSeries(Role::Teacher, tr("the objective's own"));
    m_grid->addCard(new widgets::Card({}, m_others));
    m_gap = new widgets::FieldView;
    m_gap->setTitle(tr("Gap of the fake field"));
    m_gap->setAxisLabels(QStringLiteral("$x$"), QStringLiteral("$y$"));
    m_gapCard = new widgets::Card({}, m_gap);
    m_grid->addCard(m_gapCard);
}

void DistilViews::buildRivals()
{
    m_side = new widgets::TiledView;
    m_side->setTitle(tr("Side by side"));
    m_sideCard = new widgets::Card({}, m_side);
    m_sideCard->setSubtitle(tr("the same seed, noise and data"));
    m_grid->addCard(m_sideCard);
    m_grid->setCardShown(m_sideCard, false);
    m_raceTile = new widgets::TiledView;
    m_raceTile->setTitle(tr("Objectives compared"));
    m_raceCard = new widgets::Card({}, m_raceTile);
    m_grid->addCard(m_raceCard);
    m_grid->setCardShown(m_raceCard, false);
}

void DistilViews::setRivals(const std::vector<game::Contender>& rivals)
{
    m_rivals = rivals;
    m_side->setTiles({});
    m_raceTile->setTiles({});
    qDeleteAll(m_rivalViews);
    m_rivalViews.clear();
    delete std::exchange(m_race, nullptr);
    m_grid->setCardShown(m_sideCard, !rivals.empty());
    m_grid->setCardShown(m_raceCard, !rivals.empty());
    if (rivals.empty())
        return;
    const game::Contender own{{}, m_standing.loss, m_standing.settings.hasCritic()};
    std::vector<widgets::TiledView::Tile> tiles;
    for (std::size_t i = 0; i <= rivals.size(); ++i) {
        auto* view = new widgets::TrajectoryView;
        view->setOverTime(false);
        m_rivalViews.push_back(view);
        tiles.push_back({view, contenderText(i == 0 ? own : rivals[i - 1])});
    }
    m_side->setTiles(std::move(tiles));
    m_race = new widgets::CurveView;
    m_race->setAxisLabels(tr("update"), tr("sliced Wasserstein"));
    m_race->setSmoothing(0);
    m_race->setLogarithmic(true);
    m_race->addSeries(Role::Generator, contenderText(own));
    for (const game::Contender& rival : rivals) // no roles of their own: labels tell them apart
        m_race->addSeries(Role::Noise, contenderText(rival));
    m_raceTile->setTiles({{m_race}});
}

void DistilViews::showRivals(const GameSamples& samples)
{
    const bool line = samples.dimension == 1;
    const widgets::AxisRange range{-m_standing.extent, m_standing.extent};
    for (std::size_t i = 0; i < m_rivalViews.size() && i <= samples.rivals.size(); ++i) {
        std::vector<widgets::PathBundle> bundles(2);
        bundles[0].role = Role::Real;
        bundles[0].threads = true;
        bundles[0].endSize = bundles[1].endSize = kMarker;
        bundles[0].paths = points(samples.real, line);
        bundles[1].role = Role::Generator;
        bundles[1].threads = true;
        bundles[1].paths = points(i == 0 ? samples.generated : samples.rivals[i - 1], line);
        m_rivalViews[i]->setRanges(range, range);
        m_rivalViews[i]->setBundles(std::move(bundles));
    }
}

void DistilViews::show(const GameNews& latest, const GameNews& log)
{
    m_standing = log.standing;
    const bool again = latest.fresh || latest.truncated;
    if (again) {
        for (widgets::CurveView* view : {m_losses, m_distances, m_modes, m_others, m_race})
            if (view)
                view->clear();
        m_events = 0;
    }
    if (latest.fresh)
        setRivals(m_standing.rivals);
    append(again ? log : latest);
    m_losses->setMessage(log.updates.empty() ? tr("The losses of both players appear here once the game goes on.") : QString());
    showEvents(log.standing);
    if (latest.samples) {
        m_shown = *latest.samples;
        showSamples(m_shown, m_standing);
        showRivals(m_shown);
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
        m_others->append(kEnergy, step, judgement.energy);
        if (judgement.rivals.empty())
            continue;
        m_race->append(0, step, judgement.distance);
        for (std::size_t i = 0; i < judgement.rivals.size(); ++i)
            m_race->append(static_cast<int>(i) + 1, step, judgement.rivals[i]);
    }
    if (news.field && !news.field->optimum.empty())
        m_others->append(kOwn, static_cast<double>(news.field->step), news.field->distance);
}

void DistilViews::showEvents(const GameStanding& standing)
{
    for (; m_events < standing.events.size(); ++m_events)
        for (widgets::CurveView* view : {m_losses, m_distances, m_modes, m_others, m_race})
            if (view)
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
    real.endSize = generated.endSize = kMarker;
    real.paths = points(samples.real, line);
    generated.role = Role::Generator;
    const bool fromNoise = m_threads && hasThreads(standing.view);
    generated.label = standing.view == SampleView::Angles  ? tr("generator, in the colour of its noise's direction")
                      : standing.view == SampleView::Modes ? tr("generator, in the colour of its mode")
                      : fromNoise                          ? tr("generator, from its noise $z$")
                                                           : tr("generator");
    generated.paths = fromNoise ? threads(samples) : points(samples.generated, line);
    generated.threads = true;
    std::vector<widgets::PathBundle> bundles{std::move(real)};
    for (widgets::PathBundle& part : colored(std::move(generated), samples, standing))
        bundles.push_back(std::move(part));
    addView(samples, bundles);
    m_samples->setBundles(std::move(bundles));
}

void DistilViews::addView(const GameSamples& samples, std::vector<widgets::PathBundle>& bundles) const
{
    const bool line = samples.dimension == 1;
    const auto bundle = [&](Role role, const QString& label, std::vector<QPolygonF> paths, bool straight) {
        widgets::PathBundle out;
        out.role = role;
        out.label = label;
        out.paths = std::move(paths);
        out.threads = straight;
        out.endSize = kMarker;
        bundles.push_back(std::move(out));
    };
    if (!samples.pushes.empty()) {
        double most = 1e-9;
        for (const game::Push& push : samples.pushes)
            most = std::max({most, std::hypot(push.teacher[0], push.teacher[1]), std::hypot(push.fake[0], push.fake[1])});
        const double scale = kLongestPush * m_standing.extent / most;
        const auto arrows = [&](game::Point game::Push::*part) {
            std::vector<QPolygonF> out;
            for (const game::Push& push : samples.pushes) {
                const game::Point &at = push.at, by = push.*part;
                out.push_back(line ? QPolygonF{{1, at[0]}, {1 - kLongestPush, at[0] + scale * by[0]}}
                                   : QPolygonF{{at[0], at[1]}, {at[0] + scale * by[0], at[1] + scale * by[1]}});
            }
            return out;
        };
        bundle(Role::Teacher, tr("pushed by the teacher"), arrows(&game::Push::teacher), true);
        bundle(Role::Fake, tr("by the fake model"), arrows(&game::Push::fake), true);
        bundle(Role::Noise, tr("added by real data"), arrows(&game::Push::data), true);
    }
    if (samples.lines.empty())
        return;
    std::vector<QPolygonF> lines;
    for (const auto& each : samples.lines) {
        QPolygonF path;
        for (std::size_t i = 0; i < each.size(); ++i)
            path.append(line ? QPointF(static_cast<double>(i) / static_cast<double>(each.size() - 1), each[i][0]) : QPointF(each[i][0], each[i][1]));
        lines.push_back(std::move(path));
    }
    if (m_standing.view == SampleView::Grid) {
        bundle(Role::Noise, tr("a square grid of noise, warped"), std::move(lines), false);
    } else {
        bundle(Role::Teacher, tr("teacher's flow"), std::move(lines), false);
        std::vector<QPolygonF> own = threads(samples);
        own.resize(samples.lines.size());
        bundle(Role::Generator, tr("one step from the same noise"), std::move(own), true);
    }
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
    m_grid->setCardShown(m_gapCard, !line && !field.optimum.empty());
    if (!line && !field.optimum.empty())
        showGap(field);
}

void DistilViews::showGap(const GameField& field)
{
    widgets::Grid gap{field.columns, field.rows, -field.extent, field.extent, -field.extent, field.extent, {}};
    for (std::size_t i = 0; i < field.fake.size(); ++i)
        gap.values.push_back(std::hypot(field.fake[i][0] - field.optimum[i][0], field.fake[i][1] - field.optimum[i][1]));
    m_gapCard->setSubtitle(tr("%1 %").arg(widgets::shownSignificant(100 * field.error, 2)));
    m_gap->setRanges({-field.extent, field.extent}, {-field.extent, field.extent});
    m_gap->setBackground(std::move(gap), {widgets::ColorMap::Viridis, 0, std::max(1.0, longest(field.optimum) / 2)}, tr("$|f - f^*|$"));
    std::vector<QPointF> samples;
    for (const game::Point& x : m_shown.generated)
        samples.emplace_back(x[0], x[1]);
    m_gap->setPoints({{Role::Generator, tr("generator"), std::move(samples)}});
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
    // Every second one: the grid is as fine as the gap's map needs it.
    const int columns = (field.columns + 1) / 2, rows = (field.rows + 1) / 2;
    const auto arrows = [&](Role role, const QString& label, const std::vector<game::Point>& values) {
        std::vector<game::Point> coarse;
        for (int row = 0; row < field.rows; row += 2)
            for (int column = 0; column < field.columns; column += 2)
                coarse.push_back(values[static_cast<std::size_t>(row) * static_cast<std::size_t>(field.columns) + static_cast<std::size_t>(column)]);
        return widgets::ArrowField{role, label, columns, rows, -field.extent, field.extent, -field.extent, field.extent, vectors(coarse)};
    };
    std::vector<widgets::ArrowField> fields{arrows(Role::Fake, tr("learned"), field.fake)};
    if (!field.optimum.empty())
        fields.insert(fields.begin(), arrows(Role::Teacher, tr("optimum"), field.optimum));
    m_plane->setRanges({-field.extent, field.extent}, {-field.extent, field.extent});
    m_plane->setArrows(std::move(fields));
}

} // namespace realuid::studio
