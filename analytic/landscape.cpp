// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/landscape.h"

#include "analytic/distances.h"
#include "analytic/draft_distance.h"
#include "analytic/parallel_rows.h"
#include "analytic/quick_distance.h"

#include <limits>

namespace realuid
{
namespace
{

double toleranceOf(const LandscapeOptions& options, int dimension)
{
    if (options.tolerance > 0)
        return options.tolerance;
    return dimension == 1 ? LandscapeOptions::kFineLine : LandscapeOptions::kFinePlane;
}

/// Of those that are numbers.
std::size_t lowestOf(const std::vector<double>& values)
{
    std::size_t lowest = 0;
    for (std::size_t i = 1; i < values.size(); ++i)
        if (values[i] < values[lowest] || values[lowest] != values[lowest])
            lowest = i;
    return lowest;
}

/// A landscape on its way. Values are grouped by generator: where an axis is of the loss, all its values share the fields
/// of one generator.
class Survey
{
public:
    Survey(const Scene& scene, const LandscapeAxis& x, const LandscapeAxis& y, const LandscapeOptions& options)
        : m_scene(scene), m_x(x), m_y(y), m_options(options), m_tolerance(toleranceOf(options, scene.dimension())),
          m_quick(scene, options.from, options.to, QuickDistance::piecesFor(scene, m_tolerance)),
          m_values(x.values.size() * y.values.size(), std::numeric_limits<double>::quiet_NaN())
    {
    }

    std::vector<double> values()
    {
        const bool alongX = m_x.parameter.ofLoss(), alongY = !alongX && m_y.parameter.ofLoss();
        const std::size_t width = m_x.values.size(), height = m_y.values.size();
        const std::size_t groups = alongX ? height : alongY ? width : width * height;
        parallelRows(static_cast<int>(groups), m_options.threads, [&](int first, int last) {
            std::vector<std::size_t> group;
            for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
                group.clear();
                for (std::size_t k = 0; k < (alongX ? width : alongY ? height : 1); ++k)
                    group.push_back(alongX ? i * width + k : alongY ? k * width + i : i);
                fill(group);
            }
        }, m_options.stop);
        return std::move(m_values);
    }

private:
    Scene sceneAt(std::size_t i) const
    {
        Scene at = m_scene;
        m_x.parameter.set(at, m_x.values[i % m_x.values.size()]);
        m_y.parameter.set(at, m_y.values[i / m_x.values.size()]);
        return at;
    }

    /// Values of one generator: in one pass those that it serves, then one by one those that need more.
    void fill(const std::vector<std::size_t>& group)
    {
        if (m_options.draft) {
            for (const std::size_t i : group)
                m_values[i] = draftDistance(sceneAt(i), m_options.from, m_options.to, m_options.stop);
            return;
        }
        std::vector<std::size_t> quick, slow;
        std::vector<Loss> losses;
        for (const std::size_t i : group) {
            const Scene at = sceneAt(i);
            (QuickDistance::serves(at) ? quick : slow).push_back(i);
            if (!quick.empty() && quick.back() == i)
                losses.push_back(at.loss);
        }
        if (!quick.empty()) {
            const std::vector<Integral> found = m_quick.values(sceneAt(quick.front()), losses, m_options.stop);
            for (std::size_t k = 0; k < quick.size(); ++k) {
                if (found[k].error <= m_tolerance * found[k].value || found[k].value == 0)
                    m_values[quick[k]] = found[k].value;
                else
                    slow.push_back(quick[k]);
            }
        }
        for (const std::size_t i : slow) {
            if (m_options.stop.stop_requested())
                return;
            m_values[i] = distanceOver(sceneAt(i), m_options.from, m_options.to, m_tolerance, 1, m_options.stop).value;
        }
    }

    const Scene& m_scene;
    const LandscapeAxis &m_x, &m_y;
    const LandscapeOptions& m_options;
    double m_tolerance;
    QuickDistance m_quick;
    std::vector<double> m_values;
};

} // namespace

Landscape landscape(const Scene& scene, const LandscapeAxis& x, const LandscapeAxis& y, const LandscapeOptions& options)
{
    Landscape out{Survey(scene, x, y, options).values()};
    out.lowest = lowestOf(out.values);
    out.stopped = options.stop.stop_requested();
    return out;
}

} // namespace realuid
