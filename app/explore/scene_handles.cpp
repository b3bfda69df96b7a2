// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/scene_handles.h"

#include "app/explore/distribution_kind.h"
#include "widgets/chart_view.h"
#include "widgets/handle_overlay.h"
#include "widgets/number_table.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace realuid::studio
{
namespace
{
using widgets::Handle;
using widgets::HandleOutline;

constexpr int kParts = 8, kSideGroups = 100000;
enum Part { kCentre, kFirst, kSecond, kFirstBack, kSecondBack, kKnob };
constexpr double kMeanStep = 0.05, kSdStep = 0.02, kAngleStep = std::numbers::pi / 36, kWeightStep = 1.1;
constexpr double kRealLift = 12, kGeneratedLift = 28; // lanes of the brackets, pixels above the axis
constexpr int kEllipsePoints = 60;
const QString kGesture = QStringLiteral("handle");

int groupOf(ComponentId id) { return (id.side == Side::Real ? 0 : kSideGroups) + id.index + 1; }
ComponentId componentOf(int group)
{
    return {group < kSideGroups ? Side::Real : Side::Generated, group % kSideGroups - 1};
}

bool asWhole(const Distribution& distribution)
{
    return distribution.components.size() > SceneHandles::kMostHandles || kindOf(distribution) == kDrawn;
}

widgets::Role roleOf(Side side) { return side == Side::Real ? widgets::Role::Real : widgets::Role::Generator; }

QPointF along(const Component& c, double angle, double length)
{
    return {c.mean[0] + length * std::cos(angle), c.mean[1] + length * std::sin(angle)};
}

double turned(int axis) { return axis * std::numbers::pi / 2; }

QString number(double value) { return widgets::shownNumber(value, 2); }

/// A component as words: where it is and how wide.
QString words(const Component& c)
{
    if (c.mean.size() == 1)
        return SceneHandles::tr("mean %1, standard deviation %2 at t = 1").arg(number(c.mean[0]), number(sdOf(c, 0)));
    return SceneHandles::tr("mean (%1, %2), standard deviations %3 and %4 at t = 1")
        .arg(number(c.mean[0]), number(c.mean[1]), number(sdOf(c, 0)), number(sdOf(c, 1)));
}

QString nameOf(ComponentId id, const Distribution& distribution)
{
    const QString side = id.side == Side::Real ? SceneHandles::tr("Real data") : SceneHandles::tr("Generator");
    if (id.index < 0)
        return SceneHandles::tr("%1 as a whole").arg(side);
    return distribution.components.size() == 1 ? side : SceneHandles::tr("%1, component %2").arg(side).arg(id.index + 1);
}

} // namespace

SceneHandles::SceneHandles(widgets::ChartView& view)
    : QObject(&view), m_view(view), m_overlay(new widgets::HandleOverlay(view))
{
    connectOverlay();
    buildBar();
}

void SceneHandles::connectOverlay()
{
    using widgets::HandleOverlay;
    connect(m_overlay, &HandleOverlay::dragged, this, &SceneHandles::drag);
    connect(m_overlay, &HandleOverlay::nudged, this, &SceneHandles::nudge);
    connect(m_overlay, &HandleOverlay::weightNudged, this, &SceneHandles::weigh);
    connect(m_overlay, &HandleOverlay::removeRequested, this, &SceneHandles::remove);
    connect(m_overlay, &HandleOverlay::addRequested, this, &SceneHandles::add);
    connect(m_overlay, &HandleOverlay::gestureCancelled, this, &SceneHandles::cancel);
    connect(m_overlay, &HandleOverlay::painted, this, &SceneHandles::paint);
    connect(m_overlay, &HandleOverlay::paintingEnded, this, &SceneHandles::endDrawing);
    connect(m_overlay, &HandleOverlay::gestureEnded, this, [this] {
        m_start.reset();
        Q_EMIT gestureEnded();
    });
    connect(m_overlay, &HandleOverlay::chosenChanged, this, [this](int group) {
        m_angle = 0;
        Q_EMIT chosen(group < 0 ? std::nullopt : std::optional(componentOf(group)));
    });
    connect(m_overlay, &HandleOverlay::strokeEnded, this, [this] {
        const Distribution& now = distributionOf(m_scene, m_drawing->side);
        const double width = kindOf(now) == kDrawn ? bandwidthOf(now) : Freehand::usualBandwidth(now.dimension());
        if (const auto drawn = m_drawing->hand.distribution(width))
            Q_EMIT edited(withDistribution(m_scene, m_drawing->side, *drawn), tr("Draw"), QStringLiteral("draw"));
    });
}

void SceneHandles::buildBar()
{
    m_bar = new QFrame(&m_view);
    m_bar->setObjectName(QStringLiteral("drawingBar"));
    m_bar->setFrameShape(QFrame::StyledPanel);
    m_bar->setAutoFillBackground(true);
    m_bar->setBackgroundRole(QPalette::Base);
    m_barLayout = new QBoxLayout(QBoxLayout::LeftToRight, m_bar);
    m_barLayout->setContentsMargins(8, 4, 4, 4);
    m_barText = new QLabel;
    auto* finish = new QPushButton(tr("Finish"));
    auto* cancel = new QPushButton(tr("Cancel"));
    finish->setToolTip(tr("Keep what was drawn (Return)"));
    cancel->setToolTip(tr("Put back what was there before (Escape)"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(finish);
    buttons->addWidget(cancel);
    m_barLayout->addWidget(m_barText);
    m_barLayout->addLayout(buttons);
    connect(finish, &QPushButton::clicked, this, [this] { endDrawing(true); });
    connect(cancel, &QPushButton::clicked, this, [this] { endDrawing(false); });
    connect(&m_view, &widgets::ChartView::repainted, this, &SceneHandles::placeBar);
    m_bar->hide();
}

void SceneHandles::placeBar()
{
    if (m_bar->isHidden())
        return;
    m_barLayout->setDirection(QBoxLayout::LeftToRight);
    if (m_barLayout->sizeHint().width() > m_view.width())
        m_barLayout->setDirection(QBoxLayout::TopToBottom);
    m_bar->adjustSize();
    m_bar->move(std::max(0, (m_view.width() - m_bar->width()) / 2), 2);
    m_bar->raise();
}

void SceneHandles::setScene(const Scene& scene)
{
    if (m_drawing && scene.dimension() != m_drawing->hand.dimension()) {
        m_drawing.reset();
        m_bar->hide();
        m_overlay->setPainting(std::nullopt);
    }
    m_scene = scene;
    placeHandles();
}

void SceneHandles::choose(std::optional<ComponentId> component)
{
    m_overlay->setChosen(component ? groupOf(*component) : -1);
}

Component SceneHandles::shape(ComponentId id) const
{
    const Distribution& distribution = distributionOf(m_scene, id.side);
    return id.index < 0 ? wholeOf(distribution) : distribution.components[static_cast<std::size_t>(id.index)];
}

Scene SceneHandles::withShape(ComponentId id, const Component& shape) const
{
    // From where the gesture began: else what a drag rounds would add up.
    Scene from = m_start ? *m_start : m_scene;
    from.view = m_scene.view;
    Distribution distribution = distributionOf(from, id.side);
    if (id.index < 0)
        distribution = mapped(distribution, wholeOf(distribution), shape);
    else
        distribution.components[static_cast<std::size_t>(id.index)] = shape;
    return withDistribution(from, id.side, std::move(distribution));
}

void SceneHandles::placeHandles()
{
    std::vector<Handle> handles;
    std::vector<HandleOutline> outlines;
    for (const Side side : {Side::Real, Side::Generated}) {
        const Distribution& distribution = distributionOf(m_scene, side);
        const bool whole = asWhole(distribution);
        const int count = whole ? 0 : static_cast<int>(distribution.components.size());
        for (int k = whole ? -1 : 0; k < count; ++k)
            addHandles(side, k, handles, outlines);
    }
    m_overlay->setHandles(std::move(handles), std::move(outlines));
}

void SceneHandles::addHandles(Side side, int index, std::vector<Handle>& handles, std::vector<HandleOutline>& outlines)
{
    const ComponentId id{side, index};
    const Component c = shape(id);
    const int group = groupOf(id);
    const QString name = nameOf(id, distributionOf(m_scene, side));
    const auto handle = [&](int part, Handle::Kind kind, QPointF at, const QString& text) -> Handle& {
        handles.push_back({group * kParts + part, group, kind, roleOf(side), at, std::nullopt, std::nullopt, true, name + u'\n' + text});
        return handles.back();
    };
    if (c.mean.size() == 1) {
        const double lift = side == Side::Real ? kRealLift : kGeneratedLift, sd = sdOf(c, 0);
        const std::size_t first = handles.size();
        handle(kCentre, Handle::Kind::Centre, {c.mean[0], 0}, words(c));
        handle(kFirst, Handle::Kind::Edge, {c.mean[0] + sd, 0}, tr("standard deviation %1").arg(number(sd)));
        handle(kFirstBack, Handle::Kind::Edge, {c.mean[0] - sd, 0}, tr("standard deviation %1").arg(number(sd))).tabStop = false;
        for (std::size_t i = first; i < handles.size(); ++i)
            handles[i].lift = lift;
        outlines.push_back({group, roleOf(side), {{c.mean[0] - sd, 0}, {c.mean[0] + sd, 0}}, lift});
        return;
    }
    const Ellipse ellipse = ellipseOf(c, group == m_overlay->chosen() ? m_angle : 0);
    handle(kCentre, Handle::Kind::Centre, {c.mean[0], c.mean[1]}, words(c));
    for (const int axis : {0, 1}) {
        const double sd = ellipse.sd[static_cast<std::size_t>(axis)], angle = ellipse.angle + turned(axis);
        const QString text = tr("standard deviation %1 along this axis").arg(number(sd));
        handle(kFirst + axis, Handle::Kind::Edge, along(c, angle, sd), text);
        handle(kFirstBack + axis, Handle::Kind::Edge, along(c, angle, -sd), text).tabStop = false;
    }
    handle(kKnob, Handle::Kind::Knob, along(c, ellipse.angle, ellipse.sd[0]), tr("turns it")).from = QPointF(c.mean[0], c.mean[1]);
    QPolygonF line;
    for (int i = 0; i <= kEllipsePoints; ++i) {
        const double at = 2 * std::numbers::pi * i / kEllipsePoints;
        const double u = ellipse.sd[0] * std::cos(at), v = ellipse.sd[1] * std::sin(at);
        const double cos = std::cos(ellipse.angle), sin = std::sin(ellipse.angle);
        line.append({c.mean[0] + u * cos - v * sin, c.mean[1] + u * sin + v * cos});
    }
    outlines.push_back({group, roleOf(side), std::move(line), std::nullopt});
}

void SceneHandles::apply(ComponentId id, const Component& next, const QString& what)
{
    if (!m_start)
        m_start = m_scene;
    Q_EMIT edited(withShape(id, next), what, kGesture);
}

void SceneHandles::drag(int id, QPointF to)
{
    const ComponentId component = componentOf(id / kParts);
    const int part = id % kParts;
    Component c = shape(component);
    if (part == kCentre) {
        c.mean[0] = to.x();
        if (c.mean.size() == 2)
            c.mean[1] = to.y();
        return apply(component, c, tr("Move %1").arg(nameOf(component, distributionOf(m_scene, component.side))));
    }
    const QString resize = tr("Resize %1").arg(nameOf(component, distributionOf(m_scene, component.side)));
    if (c.mean.size() == 1) {
        const double sd = std::max(kLeastSd, std::abs(to.x() - c.mean[0]));
        c.covariance[0] = sd * sd;
        return apply(component, c, resize);
    }
    Ellipse ellipse = ellipseOf(c, m_angle);
    const QPointF off = to - QPointF(c.mean[0], c.mean[1]);
    if (part == kKnob) {
        ellipse.angle = std::atan2(off.y(), off.x());
    } else {
        const int axis = part == kFirst || part == kFirstBack ? 0 : 1;
        const double angle = ellipse.angle + turned(axis);
        ellipse.sd[static_cast<std::size_t>(axis)] = std::max(kLeastSd, std::abs(off.x() * std::cos(angle) + off.y() * std::sin(angle)));
    }
    m_angle = ellipse.angle;
    setEllipse(c, ellipse);
    apply(component, c, part == kKnob ? tr("Turn %1").arg(nameOf(component, distributionOf(m_scene, component.side))) : resize);
}

void SceneHandles::nudge(int id, QPointF steps)
{
    const ComponentId component = componentOf(id / kParts);
    const int part = id % kParts;
    const double grow = kSdStep * (steps.x() + steps.y());
    Component c = shape(component);
    if (part == kCentre)
        return drag(id, {c.mean[0] + kMeanStep * steps.x(), c.mean.size() == 2 ? c.mean[1] + kMeanStep * steps.y() : 0});
    if (c.mean.size() == 1)
        return drag(id, {c.mean[0] + std::max(kLeastSd, sdOf(c, 0) + grow), 0});
    const Ellipse ellipse = ellipseOf(c, m_angle);
    if (part == kKnob)
        return drag(id, along(c, ellipse.angle + kAngleStep * (steps.y() - steps.x()), 1));
    const int axis = part == kFirst || part == kFirstBack ? 0 : 1;
    drag(id, along(c, ellipse.angle + turned(axis), std::max(kLeastSd, ellipse.sd[static_cast<std::size_t>(axis)] + grow)));
}

void SceneHandles::weigh(int group, double steps)
{
    const ComponentId id = componentOf(group);
    if (id.index < 0 || distributionOf(m_scene, id.side).components.size() < 2)
        return;
    Component c = shape(id);
    c.weight *= std::pow(kWeightStep, steps);
    apply(id, c, tr("Change weight of %1").arg(nameOf(id, distributionOf(m_scene, id.side))));
}

void SceneHandles::remove(int group)
{
    const ComponentId id = componentOf(group);
    Distribution distribution = distributionOf(m_scene, id.side);
    if (id.index < 0 || distribution.components.size() < 2)
        return;
    const QString what = tr("Remove %1").arg(nameOf(id, distribution));
    distribution.components.erase(distribution.components.begin() + id.index);
    m_overlay->setChosen(-1);
    Q_EMIT edited(withDistribution(m_scene, id.side, std::move(distribution)), what, {});
    Q_EMIT chosen(std::nullopt);
}

void SceneHandles::add(QPointF at)
{
    const Side side = m_overlay->chosen() < 0 ? Side::Generated : componentOf(m_overlay->chosen()).side;
    Distribution distribution = distributionOf(m_scene, side);
    distribution.components.push_back(newComponent(distribution, {at.x(), at.y()}));
    const ComponentId added{side, static_cast<int>(distribution.components.size()) - 1};
    const bool whole = asWhole(distribution);
    Q_EMIT edited(withDistribution(m_scene, side, std::move(distribution)), tr("Add component"), {});
    if (whole)
        return;
    choose(added);
    Q_EMIT chosen(added);
}

void SceneHandles::cancel()
{
    if (m_start) {
        const Scene before = *std::exchange(m_start, std::nullopt);
        Q_EMIT edited(before, tr("Move"), kGesture);
    }
    Q_EMIT gestureEnded();
}

void SceneHandles::beginDrawing(Side side)
{
    const widgets::ChartView& view = m_view;
    const QRectF area = view.areaRect();
    m_drawing = Drawing{side, Freehand(m_scene.dimension(), view.toData(area.bottomLeft()).x(), view.toData(area.topRight()).x()), m_scene};
    m_overlay->setPainting(roleOf(side));
    m_barText->setText(m_scene.dimension() == 1 ? tr("Paint the density with the mouse") : tr("Paint points with the mouse"));
    m_bar->show();
    placeBar();
}

void SceneHandles::paint(QPointF at, bool begins)
{
    m_drawing->hand.add({at.x(), at.y()}, begins);
    QPolygonF trail;
    for (const auto& [x, y] : m_drawing->hand.trail())
        trail.append({x, y});
    m_overlay->setTrail(std::move(trail), m_drawing->hand.dimension() == 1);
}

void SceneHandles::endDrawing(bool keep)
{
    if (!m_drawing)
        return;
    const Scene before = m_drawing->before;
    m_drawing.reset();
    m_bar->hide();
    m_overlay->setPainting(std::nullopt);
    if (!keep)
        Q_EMIT edited(before, tr("Draw"), QStringLiteral("draw"));
    Q_EMIT gestureEnded();
}

} // namespace realuid::studio
