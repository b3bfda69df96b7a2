// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/schedule.h"
#include "core/engine/field_solver.h"

#include <functional>

namespace realuid::engine
{

/// What the networks of a run match (math.md section 1): points x_t = a(t) x1 + b(t) x0, with x0 ~ N(0, I) or an image that belongs to x1,
/// and fields that learn the mean of u = A(t) x1 + B(t) x0 given x_t:
///   velocity  A = a', B = b'        data   A = 1, B = 0
///   noise     A = 0,  B = 1         score  A = 0, B = -1: the score times b, as score networks are trained (weight b^2)
/// The path `bridge` adds g(t) z, z ~ N(0, I), g^2 = epsilon t (1 - t), and has the target data, from which the drift of the bridge follows,
/// (E[x1 | x_t] - x_t) / (1 - t). On the others x_t and u determine x1 and x0, which gives samples and scores. The linear path with velocities, the default, does without
/// tables of coefficients. Tensors [n, ...], times [n].
class MatchingPath
{
public:
    MatchingPath() = default;
    /// As TrainingParameters name them; both must have passed check().
    explicit MatchingPath(const std::string& path, const std::string& target, double bridgeNoise = 0.5);

    bool bridges() const { return m_path.kind == "bridge"; }
    /// x_t; `noise` is z of a bridge.
    Tensor point(const Tensor& x0, const Tensor& x1, const Tensor& t, const Tensor& noise = {}) const;
    Tensor target(const Tensor& x0, const Tensor& x1, const Tensor& t) const; ///< u
    /// The cotangent of x1 from those of x_t and u; `byTarget` may be undefined.
    Tensor byData(const Tensor& byPoint, const Tensor& byTarget, const Tensor& t) const;
    /// [n]: what takes a difference of fields to one of scores, and 0 beyond kDivergenceEnd (matching_loss.h).
    Tensor divergenceWeights(const Tensor& t) const;

    Tensor data(const Tensor& x, const Tensor& field, const Tensor& t) const;     ///< E[x1 | x_t]
    Tensor velocity(const Tensor& x, const Tensor& field, const Tensor& t) const; ///< of the probability flow

    /// Samples from noise z, by the solvers' names. "one-step" takes E[x1 | x_t] at t = 0, z + v(0, z) on the default path: a
    /// generator's way. The others integrate the probability flow; where it has no velocity at an end, they keep 0.001 away from
    /// it and end with E[x1 | x_t].
    /// On a bridge "euler" is the other one there is: it goes through points of the bridge from the last point to E[x1 | x_t], with `noise`
    /// of each interval, or in its mean where there is none.
    using StepNoise = std::function<Tensor(std::int64_t interval)>;
    Solved solve(const Solver& solver, const Field& field, const Tensor& z, const Tensor& y, const StepNoise& noise = {}) const;
    /// A generator's sample as above, followed by autograd.
    Tensor generate(const Field& field, const Tensor& z, const Tensor& y) const;

    bool isDefault() const { return m_default; }

private:
    /// Coefficients at one time.
    struct At {
        Schedule path;
        double onData = 1, onSource = -1; ///< A, B
        double determinant() const { return path.a * onSource - path.b * onData; }
    };
    At at(double t) const;
    Solved cross(const Solver& solver, const Field& field, const Tensor& z, const Tensor& y, const StepNoise& noise) const;
    /// [n, 1, ...] like `like`, a number for each time.
    template <class Function>
    Tensor table(const Tensor& t, const Tensor& like, Function function) const;

    Interpolant m_path;
    std::string m_target = "velocity";
    bool m_default = true;
};

/// Whether networks can learn `target` on the path and, where `generates`, a generator can begin with E[x1 | x_t] at t = 0. Faults
/// of the fields "path" and "target".
std::vector<Fault> checkPath(const std::string& path, const std::string& target, bool generates);

} // namespace realuid::engine
