// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/source_arc.h"

#include "analytic/joint_terms.h"

#include <cmath>
#include <numbers>

namespace realuid
{
namespace
{

Vector meanAtStart(const Scene& scene, Side of)
{
    const Schedule s = schedule(scene.interpolant, 0);
    Vector mean{};
    for (const JointTerm& term : jointTerms(scene, of))
        for (std::size_t i = 0; i < 2; ++i)
            mean[i] += term.weight * (s.a * term.data[i] + s.b * term.source[i]);
    return mean;
}

} // namespace

std::vector<double> sourceArc(const Scene& scene, Side of, std::span<const double> points, int frames)
{
    const Vector mean = meanAtStart(scene, of);
    const auto d = static_cast<std::size_t>(scene.dimension());
    std::vector<double> out(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(d));
    for (std::size_t from = 0; from + d < points.size(); from += d) {
        for (int k = 1; k + 1 < frames; ++k) {
            const double angle = 0.5 * std::numbers::pi * k / (frames - 1);
            for (std::size_t i = 0; i < d; ++i)
                out.push_back(mean[i] + std::cos(angle) * (points[from + i] - mean[i]) + std::sin(angle) * (points[from + d + i] - mean[i]));
        }
        out.insert(out.end(), points.begin() + static_cast<std::ptrdiff_t>(from + d), points.begin() + static_cast<std::ptrdiff_t>(from + 2 * d));
    }
    return out;
}

} // namespace realuid
