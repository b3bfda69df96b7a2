// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/interpolant.h"

#include <algorithm>
#include <array>

namespace realuid
{
namespace
{

constexpr double kMost = 1e6;

Parameter<Interpolant> option(std::string_view id, std::string_view title, std::string_view meaning, Range range,
                              double Interpolant::*member)
{
    return {{.id = id, .symbol = "", .title = title, .meaning = meaning, .unit = "", .range = range}, member};
}

/// The options of each kind.
struct KindOptions {
    std::string_view kind;
    std::vector<std::string_view> options;
};
const std::array<KindOptions, 7>& kinds()
{
    static const std::array<KindOptions, 7> table{{{"linear", {}},
                                                   {"trigonometric", {}},
                                                   {"vp-cosine", {"s"}},
                                                   {"vp-linear", {"beta_min", "beta_max"}},
                                                   {"ve", {"sigma_min", "sigma_max", "rho"}},
                                                   {"stochastic", {"gamma_scale"}},
                                                   {"bridge", {"epsilon"}}}};
    return table;
}

std::vector<std::string_view> kindNames()
{
    std::vector<std::string_view> names;
    for (const KindOptions& row : kinds())
        names.push_back(row.kind);
    return names;
}

void requireAbove(double larger, double smaller, const char* field, const char* than, std::vector<Fault>& faults)
{
    if (!(larger > smaller))
        faults.push_back({field, numberText(larger), {REALUID_TEXT("must be above %1, %2"), {than, numberText(smaller)}}});
}

} // namespace

std::span<const Parameter<Interpolant>> interpolantParameters()
{
    static const std::array<Parameter<Interpolant>, 9> table{{
        {{.id = "kind",
          .symbol = "",
          .title = REALUID_TEXT("path"),
          .meaning = REALUID_TEXT("How noise and data are joined, x_t = a(t) x1 + b(t) x0 + g(t) z."),
          .unit = "",
          .choices = kindNames()},
         &Interpolant::kind},
        option("s", REALUID_TEXT("offset"), REALUID_TEXT("vp-cosine: keeps noise from vanishing too early."),
               {0, 0.5, true, false}, &Interpolant::s),
        option("beta_min", REALUID_TEXT("least rate"), REALUID_TEXT("vp-linear: the noise rate at the data."),
               {0, kMost, true, false}, &Interpolant::betaMin),
        option("beta_max", REALUID_TEXT("greatest rate"), REALUID_TEXT("vp-linear: the noise rate at the noise."),
               {0, kMost, true, false}, &Interpolant::betaMax),
        option("sigma_min", REALUID_TEXT("least noise"), REALUID_TEXT("ve: standard deviation at t = 1."),
               {0, kMost, true, false}, &Interpolant::sigmaMin),
        option("sigma_max", REALUID_TEXT("greatest noise"), REALUID_TEXT("ve: standard deviation at t = 0."),
               {0, kMost, true, false}, &Interpolant::sigmaMax),
        option("rho", REALUID_TEXT("exponent"), REALUID_TEXT("ve: how the noise levels are spread over t."),
               {1, 100}, &Interpolant::rho),
        option("gamma_scale", REALUID_TEXT("added noise"), REALUID_TEXT("stochastic: scale of g(t) = sqrt(2 t (1 - t))."),
               {0, kMost}, &Interpolant::gammaScale),
        option("epsilon", REALUID_TEXT("bridge noise"), REALUID_TEXT("bridge: variance of the Brownian bridge, g(t) = sqrt(epsilon t (1 - t))."),
               {0, kMost, true, false}, &Interpolant::epsilon),
    }};
    return table;
}

bool hasOption(const Interpolant& interpolant, std::string_view id)
{
    return std::any_of(kinds().begin(), kinds().end(), [&](const KindOptions& row) {
        return row.kind == interpolant.kind && std::find(row.options.begin(), row.options.end(), id) != row.options.end();
    });
}

std::vector<Fault> check(const Interpolant& interpolant)
{
    std::vector<Fault> faults;
    for (const Parameter<Interpolant>& row : interpolantParameters())
        if (row.info.id == "kind" || hasOption(interpolant, row.info.id))
            checkValue(row.info, row.get(interpolant), faults);
    if (faults.empty() && interpolant.kind == "vp-linear")
        requireAbove(interpolant.betaMax, interpolant.betaMin, "beta_max", "beta_min", faults);
    if (faults.empty() && interpolant.kind == "ve")
        requireAbove(interpolant.sigmaMax, interpolant.sigmaMin, "sigma_max", "sigma_min", faults);
    return faults;
}

} // namespace realuid
