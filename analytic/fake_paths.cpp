// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/fake_paths.h"

#include "analytic/inner_maximum.h"

#include <algorithm>

namespace realuid
{
namespace
{

constexpr int kAccurateSteps = 200;

Vector moved(const Vector& x, double h, const Vector& v) { return {x[0] + h * v[0], x[1] + h * v[1]}; }

/// The fake model's velocity at one time.
class FakeField
{
public:
    FakeField(const Scene& scene, double t) : m_marginals(scene, t), m_maximum(scene.loss) {}
    Vector at(const Vector& x) const { return m_maximum.optimalFake(m_marginals.at(x)); }

private:
    MarginalPair m_marginals;
    InnerMaximum m_maximum;
};

Vector stepped(Method method, const FakeField& begin, const FakeField& middle, const FakeField& end, double h, const Vector& x)
{
    const Vector first = begin.at(x);
    switch (method) {
    case Method::Euler: return moved(x, h, first);
    case Method::Midpoint: return moved(x, h, middle.at(moved(x, h / 2, first)));
    case Method::Heun:
    case Method::Sde: return moved(moved(x, h / 2, first), h / 2, end.at(moved(x, h, first)));
    default: break;
    }
    const Vector second = middle.at(moved(x, h / 2, first));
    const Vector third = middle.at(moved(x, h / 2, second));
    const Vector last = end.at(moved(x, h, third));
    return moved(moved(moved(moved(x, h / 6, first), h / 3, second), h / 3, third), h / 6, last);
}

} // namespace

bool hasFakePaths(const Scene& scene)
{
    return modelField(scene) == LinearField::Velocity && scene.loss.kind != "normalized";
}

std::vector<double> fakePaths(const Scene& scene, std::span<const double> starts, const TrajectoryOptions& options)
{
    const auto d = static_cast<std::size_t>(scene.dimension());
    const std::size_t n = starts.size() / d, points = static_cast<std::size_t>(options.steps) + 1;
    const bool accurate = options.method == Method::Exact || options.method == Method::Rk45;
    const int within = accurate ? std::max(1, (kAccurateSteps + options.steps - 1) / options.steps) : 1;
    const int steps = within * options.steps;
    std::vector<double> out(n * points * d);
    std::vector<Vector> x(n);
    const auto keep = [&](std::size_t point) {
        for (std::size_t path = 0; path < n; ++path)
            std::copy_n(x[path].begin(), d, out.begin() + static_cast<std::ptrdiff_t>((path * points + point) * d));
    };
    for (std::size_t path = 0; path < n; ++path)
        x[path] = {starts[path * d], d == 2 ? starts[path * d + 1] : 0};
    keep(0);
    const auto time = [&](double step) { return std::min(1.0, step / steps); };
    for (int step = 0; step < steps; ++step) {
        if (options.stop.stop_requested())
            return {};
        const FakeField begin(scene, time(step)), middle(scene, time(step + 0.5)), end(scene, time(step + 1));
        for (Vector& each : x)
            each = stepped(options.method, begin, middle, end, 1.0 / steps, each);
        if ((step + 1) % within == 0)
            keep(static_cast<std::size_t>((step + 1) / within));
    }
    return out;
}

} // namespace realuid
