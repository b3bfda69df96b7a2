// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curve_labels.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace realuid::widgets
{
namespace
{

constexpr double kGap = 4;       // between curve and label, units
constexpr double kFar = 60;     // farther is as good
constexpr int kPlaces = 40;      // candidates along a curve

using Track = std::vector<QPointF>; // a curve in pixels, thinned

Track trackOf(const QCPGraph& graph, const QRect& room)
{
    Track track;
    const auto data = graph.data();
    const int count = data->size();
    const int stride = std::max(1, count / 200);
    for (int i = 0; i < count; i += stride) {
        const auto point = data->at(i);
        const QPointF at(graph.keyAxis()->coordToPixel(point->key), graph.valueAxis()->coordToPixel(point->value));
        if (std::isfinite(at.y()) && at.x() >= room.left() && at.x() <= room.right())
            track.push_back(at);
    }
    return track;
}

/// The points with left <= x <= right; a track runs from left to right, as the keys of a graph ascend.
std::span<const QPointF> within(const Track& track, double left, double right)
{
    const auto first = std::lower_bound(track.begin(), track.end(), left, [](const QPointF& p, double x) { return p.x() < x; });
    const auto last = std::upper_bound(first, track.end(), right, [](double x, const QPointF& p) { return x < p.x(); });
    return {first, last};
}

bool touches(const Track& track, const QRectF& box)
{
    if (track.empty())
        return false;
    const auto inside = within(track, box.left(), box.right());
    // With a neighbour on each side: steep pieces may step over the box.
    const QPointF* first = inside.data() > track.data() ? inside.data() - 1 : inside.data();
    const QPointF* last = std::min(inside.data() + inside.size() + 1, track.data() + track.size());
    for (const QPointF* p = first; p + 1 < last; ++p)
        if (std::max(p[0].y(), p[1].y()) >= box.top() && std::min(p[0].y(), p[1].y()) <= box.bottom())
            return true;
    return last - first == 1 && box.contains(*first);
}

struct Candidate {
    QRectF box;
    QPointF anchor;  ///< on the curve
    double open = 0; ///< from the anchor to the nearest other curve, at most kFar
};

double distanceToOthers(const std::vector<Track>& tracks, std::size_t own, const QRectF& box)
{
    double nearest = kFar * kFar; // squares till the end: this runs for every candidate in every frame of a drag
    for (std::size_t i = 0; i < tracks.size(); ++i)
        if (i != own)
            for (const QPointF& p : within(tracks[i], box.left() - kFar, box.right() + kFar)) {
                const double dx = std::max({box.left() - p.x(), 0.0, p.x() - box.right()});
                const double dy = std::max({box.top() - p.y(), 0.0, p.y() - box.bottom()});
                nearest = std::min(nearest, dx * dx + dy * dy);
            }
    return std::sqrt(nearest);
}

// Larger is better: far from other curves, at a place where the own curve is far from them, rather at the right.
double merit(const Candidate& candidate, double distance) { return 1 + distance + candidate.open + 0.01 * candidate.anchor.x(); }

std::vector<Candidate> candidates(const std::vector<Track>& tracks, std::size_t own, const QSizeF& size)
{
    const Track& track = tracks[own];
    std::vector<Candidate> out;
    const std::size_t stride = std::max<std::size_t>(1, track.size() / kPlaces);
    for (std::size_t i = 0; i < track.size(); i += stride) {
        const QPointF p = track[i];
        const double open = distanceToOthers(tracks, own, QRectF(p, QSizeF(0, 0)));
        const auto add = [&](double x, double y) { out.push_back({QRectF(QPointF(x, y), size), p, open}); };
        for (const double y : {p.y() - kGap - size.height(), p.y() + kGap})
            for (const double x : {p.x() - size.width() / 2, p.x() + kGap, p.x() - kGap - size.width()})
                add(x, y);
        add(p.x() + 2 * kGap, p.y() - size.height() / 2);
        add(p.x() - 2 * kGap - size.width(), p.y() - size.height() / 2);
    }
    return out;
}

} // namespace

void placeCurveLabels(const std::vector<LabelledGraph>& graphs, const QRect& room)
{
    std::vector<Track> tracks;
    for (const LabelledGraph& each : graphs)
        tracks.push_back(trackOf(*each.graph, room));
    std::vector<QRectF> taken;
    for (std::size_t own = 0; own < graphs.size(); ++own) {
        FormulaItem& label = *graphs[own].label;
        const QSizeF size = label.extent();
        double best = 0;
        QRectF chosen;
        for (const Candidate& candidate : candidates(tracks, own, size)) {
            if (merit(candidate, kFar) <= best)
                continue;
            const QRectF padded = candidate.box.adjusted(-2, -1, 2, 1);
            const bool free = QRectF(room).contains(padded) &&
                              std::none_of(taken.begin(), taken.end(), [&](const QRectF& t) { return t.intersects(padded); }) &&
                              std::none_of(tracks.begin(), tracks.end(), [&](const Track& t) { return touches(t, padded); });
            const double value = free ? merit(candidate, distanceToOthers(tracks, own, candidate.box)) : 0;
            if (value > best) {
                best = value;
                chosen = candidate.box;
            }
        }
        if (chosen.isNull()) {
            const double left = std::max<double>(room.left() + 2, room.right() - size.width() - 2);
            const auto hit = [&] {
                return std::any_of(taken.begin(), taken.end(), [&](const QRectF& t) { return t.intersects(chosen); });
            };
            chosen = QRectF(QPointF(left, room.top() + 2), size);
            while (hit() && chosen.bottom() + size.height() < room.bottom())
                chosen.translate(0, size.height() / 2);
        }
        taken.push_back(chosen);
        label.at = chosen.topLeft();
        label.setVisible(!label.formula.isEmpty() && !tracks[own].empty());
    }
}

} // namespace realuid::widgets
