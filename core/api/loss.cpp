// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/loss.h"

#include <array>

namespace realuid
{

std::span<const Parameter<Loss>> lossParameters()
{
    static const std::array<Parameter<Loss>, 7> table{{
        {{.id = "loss",
          .symbol = "",
          .title = REALUID_TEXT("objective"),
          .meaning = REALUID_TEXT("What the players share: uid (Theorem 1), realuid (Theorem 2), general (Definition 3), "
                                  "sid (Appendix A.3), normalized (Appendix A.4) or dmd (Appendix A.5)."),
          .unit = "",
          .tier = Tier::Lesson,
          .choices = {"uid", "realuid", "general", "sid", "normalized", "dmd"}},
         &Loss::kind},
        {{.id = "alpha",
          .symbol = "\\alpha",
          .title = REALUID_TEXT("weight of generated data"),
          .meaning = REALUID_TEXT("Share of generated samples in the fake model's loss (Definition 2); the rest, "
                                  "1 − alpha, goes to real data. 1 is data-free."),
          .unit = "",
          .range = {0, 1, true, false},
          .recommended = {0.94, 0.98},
          .slider = {0.5, 1},
          .tier = Tier::Lesson},
         &Loss::alpha},
        {{.id = "beta",
          .symbol = "\\beta",
          .title = REALUID_TEXT("weight of its targets"),
          .meaning = REALUID_TEXT("Scales the targets of generated samples by beta/alpha and those of real samples by "
                                  "(1 − beta)/(1 − alpha) (Definition 2). beta = alpha keeps both targets as they are."),
          .unit = "",
          .range = {0, 2, true, false},
          .recommended = {0.94, 1},
          .slider = {0.5, 1.1},
          .tier = Tier::Lesson},
         &Loss::beta},
        {{.id = "gamma",
          .symbol = "\\gamma",
          .title = REALUID_TEXT("weight of the quadratic term"),
          .meaning = REALUID_TEXT("General RealUID only (Definition 3): quadratic weights gamma and 1 − gamma in place "
                                  "of alpha and 1 − alpha."),
          .unit = "",
          .range = {0, 1, true, false},
          .slider = {0.05, 1},
          .tier = Tier::Expert},
         &Loss::gamma},
        {{.id = "parametrisation",
          .symbol = "",
          .title = REALUID_TEXT("difference"),
          .meaning = REALUID_TEXT("General RealUID only: standard takes d = f* − f, beta takes d = beta (f* − f)."),
          .unit = "",
          .tier = Tier::Expert,
          .choices = {"standard", "beta"}},
         &Loss::parametrisation},
        {{.id = "alpha_sid",
          .symbol = "\\alpha_{\\mathrm{SiD}}",
          .title = REALUID_TEXT("quadratic term of SiD"),
          .meaning = REALUID_TEXT("SiD only (Appendix A.3): the generator's turn scales the quadratic term on generated data by "
                                  "2 alpha_sid. 0.5 is the true gradient, 1 and 1.2 are what the authors of SiD use."),
          .unit = "",
          .range = {0, 2},
          .recommended = {0.5, 1.2},
          .tier = Tier::Lesson},
         &Loss::alphaSid},
        {{.id = "real_target",
          .symbol = "",
          .title = REALUID_TEXT("target on real data"),
          .meaning = REALUID_TEXT("What the fake model learns on real data: sampled targets, or the teacher's field there."),
          .unit = "",
          .tier = Tier::Expert,
          .choices = {"sampled", "teacher"}},
         &Loss::realTarget},
    }};
    return table;
}

Coefficients coefficients(const Loss& loss)
{
    if (loss.kind == "uid")
        return {};
    return {loss.alpha, loss.beta, loss.kind == "general" ? loss.gamma : loss.alpha};
}

double generatorQuadratic(const Loss& loss) { return loss.kind == "sid" ? 2 * loss.alphaSid : 1; }

std::vector<Fault> check(const Loss& loss)
{
    std::vector<Fault> faults;
    checkTable(lossParameters(), loss, faults);
    const Coefficients c = coefficients(loss);
    if (!anyFault(faults) && c.gamma == 1 && c.alpha != c.beta && loss.kind != "normalized" && loss.kind != "dmd") {
        if (loss.kind == "general")
            faults.push_back({"gamma", numberText(c.gamma),
                              {REALUID_TEXT("is unstable with beta unlike alpha: the distance grows without bound on real data "
                                            "that the generator misses; take gamma below 1 or beta = alpha")},
                              Severity::Warning});
        else
            faults.push_back({"alpha", numberText(c.alpha),
                              {REALUID_TEXT("is unstable with beta = %1: the distance grows without bound on real data that "
                                            "the generator misses; take alpha below 1 or beta = 1"),
                               {numberText(c.beta)}},
                              Severity::Warning});
    }
    if (c.beta > 1 && c.beta <= 2)
        faults.push_back({"beta", numberText(c.beta),
                          {REALUID_TEXT("is above 1, outside the range that the paper studies")},
                          Severity::Warning});
    if (loss.kind == "dmd" && c.alpha != c.beta)
        faults.push_back({"beta", numberText(c.beta),
                          {REALUID_TEXT("is not alpha, %1: the fake model of dmd is then no score of a mixture, and the generator "
                                        "follows a biased field (Appendix A.5)"),
                           {numberText(c.alpha)}},
                          Severity::Warning});
    return faults;
}

} // namespace realuid
