// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/fault.h"
#include "core/api/sampling.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace realuid
{

/// Two sets of features, or logits, in NumPy files: what the verb `metrics` compares.
struct MetricsRequest {
    std::string real, generated; ///< [n, f]; both or none
    std::string logits;          ///< [n, classes]; may be empty
    std::int64_t threads = 0;
};
struct MetricsResult {
    std::optional<double> fid, kid, precision, recall;
    std::optional<double> score, scoreMean, scoreDeviation; ///< Inception score: one part; mean and deviation of ten
};

/// What must be the same for two records to be comparable.
struct EvaluationProtocol {
    std::int64_t n = 0;          ///< generated samples a repeat
    std::int64_t reference = 0;  ///< real images
    std::int64_t side = 32;      ///< of all images, in pixels
    std::string classes = "all"; ///< that were drawn: a class number, or "all"
    std::string split;           ///< of the real images: "train", "test" or "all"
    std::string features;        ///< "builtin (a proxy)" or the file's name
    std::string featuresChecksum, referenceChecksum;
    std::string dequantisation;  ///< how samples became bytes
    bool operator==(const EvaluationProtocol&) const = default;

    /// take(name, member) for each member, by the names that records have.
    template <class Protocol, class Take>
    static void each(Protocol& p, Take take)
    {
        take("n", p.n);
        take("reference_n", p.reference);
        take("side", p.side);
        take("classes", p.classes);
        take("split", p.split);
        take("features", p.features);
        take("features_checksum", p.featuresChecksum);
        take("reference_checksum", p.referenceChecksum);
        take("dequantisation", p.dequantisation);
    }
};
/// A fault for each member that is another in `before`.
std::vector<Fault> differences(const EvaluationProtocol& now, const EvaluationProtocol& before);

/// How good a generator's samples, or a folder of images, are beside real images.
/// Of a checkpoint, `seed` is the first repeat's; the next take the numbers after it.
struct EvaluationRequest : SamplerSettings {
    std::string images;     ///< in place of a checkpoint: data as RunRequest::data names it; side 0 takes its first image's own
    std::string data;       ///< the real images
    std::string features = "builtin"; ///< builtin, or a TorchScript file: it is code, and runs as such
    std::int64_t n = 50000;  ///< samples a repeat; of `images` at most as many as there are
    std::int64_t repeats = 3;
    std::vector<std::string> metrics{"fid"}; ///< of fid, kid, is, pr
    std::optional<EvaluationProtocol> like; ///< of an earlier record: another one is refused before any sample is drawn
    std::string cache; ///< folder for the real images' statistics; empty: the user's cache folder; "none": not kept
};

/// A measure over the repeats; sd is the sample deviation, 0 for one repeat.
struct Repeated {
    std::string name; ///< "fid", "kid", "precision", "recall", "inception_score"
    std::vector<double> values;
    double mean() const;
    double sd() const;
};

struct EvaluationRecord {
    std::vector<Repeated> measures;
    EvaluationProtocol protocol;
    std::vector<std::int64_t> seeds;
    std::string state; ///< whose weights were taken: "0.999", "gen"; empty for images
    std::string solver;
    std::int64_t steps = 0; ///< of the solver; 1 for one-step
    bool proxy = false;     ///< measured by the built-in features: not the field's FID
    double seconds = 0;
};

} // namespace realuid
