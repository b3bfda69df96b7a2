// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/field_grid.h"

#include "analytic/pair_rows.h"
#include "analytic/parallel_rows.h"

#include <cmath>
#include <limits>

namespace realuid
{
namespace
{

constexpr double kNotComputed = std::numeric_limits<double>::quiet_NaN();

struct Grid {
    std::span<const double> x, y;
    GridOptions options;
    std::size_t width = 1;

    const RowKernels& kernels() const { return rowKernels(options.instructions); }

    /// Calls row(i, out) for each row, made anew on each chunk by makeRow().
    template <class MakeRow>
    std::vector<double> fill(const MakeRow& makeRow) const
    {
        std::vector<double> out(x.size() * y.size() * width, kNotComputed);
        parallelRows(static_cast<int>(y.size()), options.threads, [&](int from, int to) {
            auto row = makeRow();
            for (auto i = static_cast<std::size_t>(from); i < static_cast<std::size_t>(to); ++i)
                row(y[i], out.data() + i * x.size() * width);
        }, options.stop);
        return out;
    }
};

std::vector<double> distances(const Grid& grid, const Scene& scene, double t, bool logarithm)
{
    return grid.fill([&] {
        return [&, row = PairRow(scene, t, grid.x.size(), grid.kernels())](double y, double* out) mutable {
            row.distance(grid.x, y, logarithm, out);
        };
    });
}

std::vector<double> ofPair(const Grid& grid, const Scene& scene, double t, Quantity quantity)
{
    const InnerMaximum maximum(scene.loss);
    return grid.fill([&] {
        return [&, row = PairRow(scene, t, grid.x.size(), grid.kernels())](double y, double* out) mutable {
            row.fill(grid.x, y);
            for (std::size_t j = 0; j < grid.x.size(); ++j) {
                const FieldPair at = row.at({grid.x[j], y}, j);
                if (quantity == Quantity::Ratio) {
                    out[j] = at.logGenerated - at.logReal;
                    continue;
                }
                const Vector fake = maximum.optimalFake(at);
                out[2 * j] = fake[0];
                out[2 * j + 1] = fake[1];
            }
        };
    });
}

std::vector<double> densities(const Grid& grid, const Marginal& marginal, const Target& target, bool logarithm)
{
    return grid.fill([&] {
        return [&, row = MixtureRow(marginal, target, grid.x.size())](double y, double* out) mutable {
            row.fill(grid.kernels(), grid.x, y);
            for (std::size_t j = 0; j < grid.x.size(); ++j)
                out[j] = logarithm ? row.at(j).logDensity : std::exp(row.at(j).logDensity);
        };
    });
}

std::vector<double> fields(const Grid& grid, const Marginal& marginal, const Target& target)
{
    return grid.fill([&] {
        return [&, row = MixtureRow(marginal, target, grid.x.size())](double y, double* out) mutable {
            row.fill(grid.kernels(), grid.x, y);
            for (std::size_t j = 0; j < grid.x.size(); ++j) {
                const Vector value = row.at(j).field;
                out[2 * j] = value[0];
                out[2 * j + 1] = value[1];
            }
        };
    });
}

std::vector<double> variances(const Grid& grid, const Marginal& marginal, const Target& target)
{
    const std::vector<Marginal::Line> lines = marginal.lines(target);
    const std::vector<double> spreads = marginal.spreads(target);
    return grid.fill([&] {
        return [&](double y, double* out) {
            for (std::size_t j = 0; j < grid.x.size(); ++j)
                out[j] = marginal.variance({grid.x[j], y}, lines, spreads);
        };
    });
}

} // namespace

std::vector<double> distanceSurface(const Scene& scene, std::span<const double> t, std::span<const double> x,
                                    bool logarithm, const GridOptions& options)
{
    std::vector<double> out(t.size() * x.size(), kNotComputed);
    const RowKernels& kernels = rowKernels(options.instructions);
    parallelRows(static_cast<int>(t.size()), options.threads, [&](int from, int to) {
        for (auto i = static_cast<std::size_t>(from); i < static_cast<std::size_t>(to); ++i)
            PairRow(scene, t[i], x.size(), kernels).distance(x, 0, logarithm, out.data() + i * x.size());
    }, options.stop);
    return out;
}

std::vector<double> fieldGrid(const Scene& scene, Quantity quantity, Side of, double t, std::span<const double> x,
                              std::span<const double> y, const GridOptions& options)
{
    const Grid grid{x, y, options, static_cast<std::size_t>(width(quantity, 2))};
    switch (quantity) {
    case Quantity::Distance:
    case Quantity::LogDistance: return distances(grid, scene, t, quantity == Quantity::LogDistance);
    case Quantity::OptimalFake:
    case Quantity::Ratio: return ofPair(grid, scene, t, quantity);
    default: break;
    }
    const Marginal marginal(scene, of, t);
    const Target target = targetOf(fieldOf(quantity), scene.interpolant, t);
    switch (quantity) {
    case Quantity::Density:
    case Quantity::LogDensity: return densities(grid, marginal, target, quantity == Quantity::LogDensity);
    case Quantity::TargetVariance:
    case Quantity::DriftVariance: return variances(grid, marginal, target);
    default: return fields(grid, marginal, target);
    }
}

} // namespace realuid
