// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/device.h"
#include "core/engine/evaluation.h"
#include "core/engine/feature_metrics.h"

#include "core/api/error.h"
#include "core/io/npy.h"

#include <ATen/ATen.h>

namespace realuid::engine
{
namespace
{

/// [n, columns] with `least` rows or more, all numbers finite.
Tensor readRows(const std::string& file, std::int64_t least)
{
    const NpyArray array = readNpy(file);
    const Text remedy{REALUID_TEXT("save an array of one row a sample")};
    if (array.shape.size() != 2 || array.shape[1] == 0)
        throw Error(ErrorKind::File, {REALUID_TEXT("holds no table of two dimensions")}, file, remedy);
    if (static_cast<std::int64_t>(array.shape[0]) < least)
        throw Error(ErrorKind::File, {REALUID_TEXT("has %1 rows; %2 are needed"), {std::to_string(array.shape[0]), std::to_string(least)}},
                    file, remedy);
    const Tensor out = at::tensor(array.values, at::kDouble).reshape({static_cast<std::int64_t>(array.shape[0]), -1});
    if (!out.isfinite().all().item<bool>())
        throw Error(ErrorKind::File, {REALUID_TEXT("holds numbers that are not finite")}, file, remedy);
    return out;
}

} // namespace

MetricsResult compareFeatureFiles(const MetricsRequest& r)
{
    std::vector<Fault> faults;
    if (r.real.empty() != r.generated.empty())
        faults.push_back({r.real.empty() ? "features_a" : "features_b", {}, {REALUID_TEXT("must be given too: distances are of two sets")}});
    if (r.real.empty() && r.generated.empty() && r.logits.empty())
        faults.push_back({"features_a", {}, {REALUID_TEXT("must be given, with features_b, or logits")}});
    checkThreads(r.threads, faults);
    if (anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    useThreads(threadsFor(static_cast<int>(r.threads)));

    MetricsResult out;
    if (!r.real.empty()) {
        const Tensor real = readRows(r.real, kNeighbours + 1), generated = readRows(r.generated, kNeighbours + 1);
        if (real.size(1) != generated.size(1))
            throw Error(ErrorKind::File, {REALUID_TEXT("has %1 features a row where the other has %2"),
                                          {std::to_string(generated.size(1)), std::to_string(real.size(1))}},
                        r.generated, {REALUID_TEXT("take features of one and the same network")});
        out.fid = frechetDistance(real, generated);
        out.kid = kernelDistance(real, generated);
        const PrecisionRecall both = precisionRecall(real, generated);
        out.precision = both.precision;
        out.recall = both.recall;
    }
    if (!r.logits.empty()) {
        const Tensor logits = readRows(r.logits, 10);
        out.score = inceptionScore(logits, 1).mean;
        const InceptionScore parts = inceptionScore(logits, 10);
        out.scoreMean = parts.mean;
        out.scoreDeviation = parts.deviation;
    }
    return out;
}

} // namespace realuid::engine
