// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Plain declarations of the hot kernels: no standard header, nothing inline, because the source behind them is compiled
/// for several levels of instructions (see CMakeLists.txt). Row-major, all arrays of length n, no aliasing.
namespace realuid::rows
{

/// One Gaussian of a marginal: with y_i = k_i . (x - c) the log density is logWeight - (y_0^2 + y_1^2) / 2 and the
/// field is offset + y_0 g_0 + y_1 g_1. In one dimension only the first entries count.
struct Term {
    double logWeight;
    double center[2];
    double k0[2], k1[2];
    double offset[2];
    double g0[2], g1[2];
};

/// As InnerMaximum has them; `multipleOfP`: alpha = beta. Fields are onX x + rest.
struct Coefficients {
    double alpha, beta, gamma;
    bool normalized, multipleOfP;
    double onX;
};

/// One mixture, and arrays for log p and its field.
struct Mixture {
    const Term* terms;
    int count;
    int dimension;
};
struct Fields {
    double* logDensity;
    double* fx;
    double* fy; ///< may be null in one dimension
};

/// A row has one second coordinate, points have one each; in one dimension it is ignored. Distances: log l where
/// `logarithm`, else l, from the rests of both fields there.
namespace base
{
void mixtureRow(const Mixture& mixture, const double* x, double y, int n, const Fields& out);
void mixturePoints(const Mixture& mixture, const double* x, const double* y, int n, const Fields& out);
void distanceRow(const Coefficients& c, const double* x, double y, const Fields& generated, const Fields& teacher, int n,
                 bool logarithm, double* out);
void distancePoints(const Coefficients& c, const double* x, const double* y, const Fields& generated, const Fields& teacher,
                    int n, bool logarithm, double* out);
} // namespace base
namespace v3
{
void mixtureRow(const Mixture& mixture, const double* x, double y, int n, const Fields& out);
void mixturePoints(const Mixture& mixture, const double* x, const double* y, int n, const Fields& out);
void distanceRow(const Coefficients& c, const double* x, double y, const Fields& generated, const Fields& teacher, int n,
                 bool logarithm, double* out);
void distancePoints(const Coefficients& c, const double* x, const double* y, const Fields& generated, const Fields& teacher,
                    int n, bool logarithm, double* out);
} // namespace v3
namespace v4
{
void mixtureRow(const Mixture& mixture, const double* x, double y, int n, const Fields& out);
void mixturePoints(const Mixture& mixture, const double* x, const double* y, int n, const Fields& out);
void distanceRow(const Coefficients& c, const double* x, double y, const Fields& generated, const Fields& teacher, int n,
                 bool logarithm, double* out);
void distancePoints(const Coefficients& c, const double* x, const double* y, const Fields& generated, const Fields& teacher,
                    int n, bool logarithm, double* out);
} // namespace v4

} // namespace realuid::rows
