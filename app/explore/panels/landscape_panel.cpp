// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/landscape_panel.h"

#include "analytic/distances.h"
#include "app/explore/panels/landscape_axes.h"
#include "app/shell/texts.h"
#include "widgets/heatmap_view.h"
#include "widgets/number_table.h"
#include "widgets/point_handle.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <cmath>

namespace realuid::studio
{
namespace
{

using widgets::Role;

constexpr int kDraftLine = 13, kFullLine = 41, kDraftPlane = 7, kFullPlane = 13;
constexpr double kPlaneTolerance = 1e-3, kNarrow = 12; ///< the latter: ratio of values that a linear scale still shows
constexpr double kTogether = 0.02, kCrowded = 0.15; ///< of the ranges: points that are one; whose labels would collide

std::size_t indexOf(const std::vector<LandscapeChoice>& choices, const std::string& path)
{
    const auto found = std::find_if(choices.begin(), choices.end(), [&](const LandscapeChoice& each) { return each.path == path; });
    return static_cast<std::size_t>(found - choices.begin());
}

/// So fine that no one sees a step, so coarse that the number reads well.
double tidy(double value, widgets::AxisRange range)
{
    const double unit = std::pow(10.0, std::floor(std::log10(range.most - range.least)) - 3);
    return std::round(value / unit) * unit;
}

bool sameParameters(const Scene& a, const Scene& b)
{
    return a.dimension() == b.dimension() && a.generated.components.size() == b.generated.components.size();
}

/// With colours for the others too.
LandscapePicture spanning(LandscapePicture picture, const std::vector<LandscapeRequest>& others, const std::stop_token& stop)
{
    for (const LandscapeRequest& other : others)
        if (const LandscapePicture its = landscapePicture(other, stop); its.most > its.least && picture.most > picture.least) {
            picture.least = std::min(picture.least, its.least);
            picture.most = std::max(picture.most, its.most);
        }
    return picture;
}

double keyStep(widgets::AxisRange range) { return std::pow(10.0, std::floor(std::log10((range.most - range.least) / 15))); }

} // namespace

LandscapePanel::LandscapePanel(QObject* parent) : ScenePanel(parent), m_view(new widgets::HeatmapView)
{
    m_view->setTitle(phrase("Loss landscape"));
    widgets::PointHandle& handle = m_view->handle();
    connect(&handle, &widgets::PointHandle::moved, this, &LandscapePanel::moveTo);
    connect(&handle, &widgets::PointHandle::ended, this, &ScenePanel::gestureEnded);
    connect(m_view, &widgets::PlotView::hovered, this, [this](double x, double y) { pointedAt(QPointF(x, y)); });
    connect(m_view, &widgets::PlotView::hoverLeft, this, [this] { pointedAt(std::nullopt); });
}

widgets::PlotView* LandscapePanel::view() const { return m_view; }

QWidget* LandscapePanel::makeControls()
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    for (const bool first : {true, false}) {
        auto* box = new QComboBox;
        box->setAccessibleName(first ? tr("Parameter along x") : tr("Parameter along y"));
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        fillChoices(*box, first);
        connect(this, &LandscapePanel::axesChanged, box, [this, box, first] { fillChoices(*box, first); });
        connect(box, &QComboBox::activated, this, [this, box, first](int index) {
            const std::string path = box->itemData(index).toString().toStdString();
            const std::string& other = first ? m_y : m_x;
            if (path == other) // both change places
                return setAxes(m_y, m_x);
            setAxes(first ? path : m_x, first ? m_y : path);
        });
        auto* name = new QLabel(first ? QStringLiteral("x") : QStringLiteral("y"));
        name->setBuddy(box);
        line->addWidget(name);
        line->addWidget(box);
    }
    line->addStretch(1);
    return row;
}

void LandscapePanel::fillChoices(QComboBox& box, bool first)
{
    box.clear();
    if (m_x.empty())
        return;
    const std::vector<LandscapeChoice> choices = landscapeChoices(m_scene);
    for (const LandscapeChoice& choice : choices)
        box.addItem(choice.name, QString::fromStdString(choice.path));
    box.setCurrentIndex(static_cast<int>(indexOf(choices, first ? m_x : m_y)));
}

void LandscapePanel::setAxes(const std::string& x, const std::string& y)
{
    m_x = x;
    m_y = y;
    m_xRange = landscapeRange(x, m_scene);
    m_yRange = landscapeRange(y, m_scene);
    label();
    Q_EMIT axesChanged();
    setScene(m_scene, true);
    Q_EMIT choicesChanged();
}

/// For another kind of scene: mean and standard deviation in 1-D, both means in 2-D, of the first component.
void LandscapePanel::chooseAxes()
{
    const std::pair kind(m_scene.dimension(), m_scene.generated.components.size());
    if (kind == m_kind)
        return;
    m_kind = kind;
    const std::vector<LandscapeChoice> choices = landscapeChoices(m_scene);
    m_x = choices[0].path;
    m_y = choices[1].path;
    m_xRange = landscapeRange(m_x, m_scene);
    m_yRange = landscapeRange(m_y, m_scene);
    label();
    Q_EMIT axesChanged();
}

void LandscapePanel::label()
{
    const std::vector<LandscapeChoice> choices = landscapeChoices(m_scene);
    m_view->setAxisLabels(choices[indexOf(choices, m_x)].symbol, choices[indexOf(choices, m_y)].symbol, phrase("distance, all $t$"));
    m_view->handle().setStep({keyStep(m_xRange), keyStep(m_yRange)});
    m_view->handle().setLimits(QRectF(QPointF(m_xRange.least, m_yRange.least), QPointF(m_xRange.most, m_yRange.most)));
}

void LandscapePanel::shareRanges(const std::vector<Scene>& scenes)
{
    std::vector<Scene> beside = scenes;
    for (Scene& scene : beside)
        scene.view = {};
    if (beside == m_beside)
        return;
    m_beside = std::move(beside);
    m_shown = {}; // its colours are another's
}

void LandscapePanel::takeChoices(const ScenePanel& other)
{
    const auto& from = static_cast<const LandscapePanel&>(other);
    if (from.m_kind == m_kind && (from.m_x != m_x || from.m_y != m_y))
        setAxes(from.m_x, from.m_y);
}

/// As it is where it still fits; with scenes beside, what all of them need, so that each comes to the same.
widgets::AxisRange LandscapePanel::rangeOf(const std::string& path, widgets::AxisRange now) const
{
    if (m_beside.empty())
        return stillFits(now, path, m_scene) ? now : landscapeRange(path, m_scene);
    widgets::AxisRange range = landscapeRange(path, m_scene);
    for (const Scene& other : m_beside) {
        if (!sameParameters(other, m_scene))
            continue;
        const widgets::AxisRange its = landscapeRange(path, other);
        range = {std::min(range.least, its.least), std::max(range.most, its.most)};
    }
    return range;
}

/// At rest only, so that nothing jumps under the hand.
void LandscapePanel::fitRanges()
{
    const widgets::AxisRange x = rangeOf(m_x, m_xRange), y = rangeOf(m_y, m_yRange);
    if (x == m_xRange && y == m_yRange)
        return;
    m_xRange = x;
    m_yRange = y;
    label();
}

LandscapeRequest LandscapePanel::request(bool full) const
{
    const bool line = m_scene.dimension() == 1;
    LandscapeRequest out{m_scene, m_x, m_y, m_xRange, m_yRange};
    out.draft = !full;
    out.side = line ? (full ? kFullLine : kDraftLine) : (full ? kFullPlane : kDraftPlane);
    out.tolerance = line ? kForSliders : kPlaneTolerance;
    out.scene.view = {};
    return out;
}

/// The same picture of the scenes beside, as coarse as drafts are: for the colours alone.
std::vector<LandscapeRequest> LandscapePanel::requestsBeside(const LandscapeRequest& own) const
{
    std::vector<LandscapeRequest> out;
    for (const Scene& other : m_beside) {
        if (!sameParameters(other, m_scene))
            continue;
        out.push_back(own);
        out.back().scene = other;
        out.back().draft = true;
        out.back().side = other.dimension() == 1 ? kDraftLine : kDraftPlane;
    }
    return out;
}

void LandscapePanel::setScene(const Scene& scene, bool resting)
{
    m_scene = scene;
    m_resting = resting;
    chooseAxes();
    if (resting && !m_held && !m_view->handle().isHeld())
        fitRanges();
    const LandscapeRequest whole = request(true);
    const bool sameSurface = !m_shown.x.empty() && m_shown.key() == whole.key();
    if (!sameSurface || (resting && m_shown.side < whole.side))
        compute(resting);
    else if (m_pathOf == whole)
        forget(); // what the hand went past
    else if (resting)
        computePath();
    if (sameSurface && m_pathOf != whole)
        showPath(downhill(generatorAt(), m_xRange, m_yRange, slopeOf(m_picture.grid)));
    showPoints();
    if (sameSurface)
        Q_EMIT shown();
}

void LandscapePanel::compute(bool full)
{
    const LandscapeRequest of = request(full);
    if (m_asked == of && m_askedBeside == m_beside && !m_background.idle())
        return;
    m_asked = of;
    m_askedBeside = m_beside;
    m_view->setBusy(true);
    m_background.post(
        [this, of, beside = requestsBeside(of)](std::stop_token stop) -> widgets::Background::Show {
            auto picture = std::make_shared<LandscapePicture>(spanning(landscapePicture(of, stop), beside, stop));
            return [this, of, picture] {
                show(of, std::move(*picture));
                if (m_resting && of.side == request(true).side)
                    computePath();
                else
                    m_view->setBusy(false);
            };
        },
        full ? widgets::Background::Newer::Replaces : widgets::Background::Newer::Follows);
}

void LandscapePanel::forget()
{
    m_background.cancel();
    m_view->setBusy(false);
}

void LandscapePanel::computePath()
{
    const LandscapeRequest of = request(true);
    m_background.post([this, of, from = generatorAt()](std::stop_token stop) -> widgets::Background::Show {
        auto path = std::make_shared<QPolygonF>(downhill(from, of.xRange, of.yRange, slopeOf(of), stop));
        return [this, of, path] {
            m_pathOf = of;
            showPath(std::move(*path));
            m_view->setBusy(false);
            Q_EMIT shown();
        };
    });
}

void LandscapePanel::render(const Scene& scene)
{
    forget();
    m_scene = scene;
    chooseAxes();
    fitRanges();
    const LandscapeRequest of = request(true);
    show(of, spanning(landscapePicture(of), requestsBeside(of), {}));
    showPath(downhill(generatorAt(), m_xRange, m_yRange, slopeOf(of)));
    m_pathOf = of;
}

bool LandscapePanel::settled() const { return m_resting && m_background.idle() && m_pathOf == request(true); }

void LandscapePanel::show(const LandscapeRequest& of, LandscapePicture picture)
{
    m_shown = of;
    m_picture = std::move(picture);
    if (!(m_picture.most > m_picture.least)) {
        m_view->setMessage(tr("The distance is infinite for every generator here: α = 1 with β unlike α. Take α below 1 or β = 1."));
        Q_EMIT shown();
        return;
    }
    m_view->setMessage({});
    const widgets::ColorScale scale{.map = widgets::ColorMap::Viridis, .least = m_picture.least, .most = m_picture.most,
                                    .logarithmic = m_picture.most > kNarrow * m_picture.least};
    m_view->setGrid(m_picture.grid, scale, m_picture.lines);
    showPath(downhill(generatorAt(), m_xRange, m_yRange, slopeOf(m_picture.grid)));
    showPoints();
    Q_EMIT shown();
}

void LandscapePanel::showPath(QPolygonF path)
{
    m_path = std::move(path);
    m_view->setPaths({m_path});
}

QPointF LandscapePanel::generatorAt() const
{
    return {generatorParameter(m_x, m_scene).get(m_scene), generatorParameter(m_y, m_scene).get(m_scene)};
}

void LandscapePanel::showPoints()
{
    const auto apart = [&](QPointF a, QPointF b) {
        return std::hypot((a.x() - b.x()) / (m_xRange.most - m_xRange.least), (a.y() - b.y()) / (m_yRange.most - m_yRange.least));
    };
    const QPointF generator = generatorAt();
    const std::optional<double> realX = realValue(m_x, m_scene), realY = realValue(m_y, m_scene);
    std::vector<widgets::MapPoint> points;
    QString lowest = phrase("minimum");
    if (realX && realY) {
        points.push_back({Role::Real, {*realX, *realY}, phrase("real data")});
        if (apart(m_picture.lowest, points.front().at) < kTogether)
            lowest.clear();
        else if (apart(m_picture.lowest, points.front().at) < kCrowded)
            lowest = QString();
    }
    if (m_picture.most > m_picture.least)
        points.push_back({Role::Noise, m_picture.lowest, lowest});
    bool crowded = false;
    for (const widgets::MapPoint& each : points)
        crowded = crowded || apart(each.at, generator) < kCrowded;
    points.push_back({Role::Generator, generator, crowded ? QString() : phrase("generator")});
    m_view->setPoints(points);
    m_view->handle().setAt(generator);
    const auto name = [&](const std::string& path) {
        const std::vector<LandscapeChoice> choices = landscapeChoices(m_scene);
        return choices[indexOf(choices, path)].name;
    };
    m_view->setAccessibleDescription(tr("Generator: %1 %2, %3 %4. Arrow keys move it.")
                                         .arg(name(m_x), widgets::shownNumber(generator.x(), 3), name(m_y), widgets::shownNumber(generator.y(), 3)));
}

void LandscapePanel::moveTo(QPointF to)
{
    Scene next = m_scene;
    generatorParameter(m_x, m_scene).set(next, tidy(to.x(), m_xRange));
    generatorParameter(m_y, m_scene).set(next, tidy(to.y(), m_yRange));
    Q_EMIT edited(next, tr("Move the generator"), QStringLiteral("landscape"));
}

void LandscapePanel::pointedAt(std::optional<QPointF> at)
{
    const double value = at && !m_picture.grid.isEmpty() ? m_picture.grid.valueAt(at->x(), at->y()) : 0;
    m_subtitle = value > 0 ? tr("distance %1").arg(widgets::shownSignificant(value, 3)) : QString();
    Q_EMIT subtitleChanged();
}

} // namespace realuid::studio
