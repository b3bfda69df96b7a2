// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/evaluation.h"

#include "core/api/error.h"
#include "core/engine/cifar_data.h"
#include "core/engine/device.h"
#include "core/engine/image_sheet.h"
#include "core/engine/reference_statistics.h"
#include "core/engine/sampler.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>

namespace realuid::engine
{
namespace
{
constexpr const char* kBuiltIn = "builtin";
constexpr std::int64_t kSplits = 10; ///< of the samples, for the Inception score
constexpr const char* kDequantisation = "clip to [-1, 1], x 127.5 + 128, clip to 0..255, truncate";

bool wants(const EvaluationRequest& r, const char* metric) { return std::ranges::find(r.metrics, metric) != r.metrics.end(); }

Fault noClasses(const EvaluationRequest& r)
{
    return {"metrics", "is", {REALUID_TEXT("needs a feature network with classes: %1 has none"), {r.features}}};
}

/// Samples that the measures asked for take at least, of either kind.
std::int64_t leastSamples(const EvaluationRequest& r, bool generated)
{
    std::int64_t least = 2; // a covariance
    if (wants(r, "pr"))
        least = std::max(least, kNeighbours + 1);
    if (wants(r, "is") && generated)
        least = std::max(least, kSplits);
    return least;
}

void atLeast(std::int64_t least, std::int64_t value, const char* field, std::vector<Fault>& faults)
{
    if (value < least)
        faults.push_back({field, std::to_string(value), {REALUID_TEXT("must be at least %1"), {std::to_string(least)}}});
}

std::vector<Fault> faultsOf(const EvaluationRequest& r)
{
    std::vector<Fault> faults;
    if (r.checkpoint.empty() == r.images.empty())
        faults.push_back({"checkpoint", r.checkpoint, {REALUID_TEXT("must be given, or images in its place")}});
    if (r.data.empty())
        faults.push_back({"data", {}, {REALUID_TEXT("must name the real images")}});
    for (const std::string& metric : r.metrics)
        if (metric != "fid" && metric != "kid" && metric != "is" && metric != "pr")
            faults.push_back({"metrics", metric, {REALUID_TEXT("must be one of %1"), {"fid, kid, is, pr"}}});
    if (wants(r, "is") && r.features == kBuiltIn)
        faults.push_back(noClasses(r));
    atLeast(leastSamples(r, true), r.n, "n", faults);
    atLeast(1, r.repeats, "repeats", faults);
    atLeast(0, r.batch, "batch", faults);
    atLeast(0, r.seed, "seed", faults);
    checkThreads(r.threads, faults);
    return faults;
}

/// What the features of many pictures come from, a batch at a time.
class Work
{
public:
    Work(std::int64_t batch, FeatureNetwork& network, Observer& observer, const StopAsked& stop, std::int64_t total)
        : m_batch(batch), m_network(network), m_observer(observer), m_stop(stop), m_total(total)
    {
    }

    struct Result {
        Tensor features, logits;
    };
    Result all(std::int64_t n, bool logits, const std::function<Tensor(std::int64_t first, std::int64_t n)>& bytes)
    {
        std::vector<Tensor> features, answers;
        for (std::int64_t first = 0; first < n; first += m_batch) {
            if (m_stop && m_stop())
                throw Error(ErrorKind::Stopped, {REALUID_TEXT("stopped before the evaluation was complete")});
            const Tensor part = bytes(first, std::min(m_batch, n - first));
            features.push_back(m_network.features(part));
            if (logits)
                answers.push_back(m_network.logits(part));
            report(part.size(0));
        }
        return {at::cat(features), logits ? at::cat(answers) : Tensor()};
    }

    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begun).count(); }

private:
    void report(std::int64_t n)
    {
        m_done += n;
        const double rate = static_cast<double>(m_done) / std::max(seconds(), 1e-9);
        m_observer.progressed({m_done, m_total, rate, static_cast<double>(m_total - m_done) / rate});
    }

    std::int64_t m_batch;
    FeatureNetwork& m_network;
    Observer& m_observer;
    const StopAsked& m_stop;
    std::int64_t m_total = 0, m_done = 0;
    std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
};

/// Some networks answer with probabilities: their logarithms are logits.
Tensor asLogits(const Tensor& answer)
{
    const bool probabilities = answer.ge(0).all().item<bool>() && (answer.sum(1) - 1).abs().max().item<double>() < 1e-3;
    return probabilities ? answer.log() : answer;
}

void add(std::vector<Repeated>& measures, const std::string& name, double value)
{
    auto found = std::ranges::find(measures, name, &Repeated::name);
    if (found == measures.end())
        found = measures.insert(measures.end(), Repeated{name, {}});
    found->values.push_back(value);
}

std::string splitOf(const std::filesystem::path& data)
{
    const std::string name = (data / "").parent_path().filename().string();
    std::error_code ignored;
    if (name == "test_batch.bin" || name == "test")
        return "test";
    return std::filesystem::is_directory(data, ignored) || name.ends_with(".gz") || name.ends_with(".tgz") ? "train" : "all";
}

std::unique_ptr<FeatureNetwork> networkFor(const EvaluationRequest& r, at::Device device, Observer& observer)
{
    return r.features == kBuiltIn ? builtInFeatures(device) : scriptFeatures(r.features, device, observer);
}

/// What is measured, and beside what.
struct Pictures {
    std::optional<CheckpointSampler> sampler; ///< of these two one
    std::optional<CifarData> images;
    CifarData real;
    std::int64_t n = 0, repeats = 1;

    std::int64_t batch(const EvaluationRequest& r) const { return sampler ? sampler->batch() : r.batch > 0 ? r.batch : 64; }
    Tensor bytes(std::int64_t seed, std::int64_t first, std::int64_t count)
    {
        return images ? pictures(*images, first, count) : toBytes(sampler->draw(seed, first, count));
    }
};

Pictures picturesOf(const EvaluationRequest& r, Observer& observer)
{
    Pictures out;
    if (r.images.empty()) {
        out.sampler.emplace(r, observer);
    } else {
        const std::int64_t side = r.side > 0 ? r.side : CifarData::ownSide(r.images);
        out.images = CifarData::read(r.images, side);
    }
    out.real = CifarData::read(r.data, out.sampler ? out.sampler->side() : out.images->side());
    out.n = out.images ? std::min(r.n, out.images->size()) : r.n;
    out.repeats = out.images ? 1 : r.repeats;
    return out;
}

/// What only the files tell: too few images, a network without classes, another protocol than that of the record.
void checkRead(const EvaluationRequest& r, const Pictures& read, const FeatureNetwork& network, const EvaluationProtocol& protocol)
{
    std::vector<Fault> faults;
    atLeast(leastSamples(r, true), read.n, read.images ? "images" : "n", faults);
    atLeast(leastSamples(r, false), read.real.size(), "data", faults);
    if (wants(r, "is") && !network.hasLogits())
        faults.push_back(noClasses(r));
    if (r.like)
        for (Fault& fault : differences(protocol, *r.like))
            faults.push_back(std::move(fault));
    if (anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
}

/// The measures of one set of features.
void measure(const EvaluationRequest& r, const std::optional<FeatureStatistics>& statistics, const Tensor& reference, const Work::Result& made,
             std::vector<Repeated>& measures)
{
    if (wants(r, "fid"))
        add(measures, "fid", frechetDistance(*statistics, statisticsOf(made.features)));
    if (wants(r, "kid"))
        add(measures, "kid", kernelDistance(reference, made.features));
    if (wants(r, "pr")) {
        const PrecisionRecall both = precisionRecall(reference, made.features);
        add(measures, "precision", both.precision);
        add(measures, "recall", both.recall);
    }
    if (wants(r, "is"))
        add(measures, "inception_score", inceptionScore(asLogits(made.logits), kSplits).mean);
}

} // namespace

EvaluationRecord evaluateSamples(const EvaluationRequest& r, Observer& observer, const StopAsked& stop)
{
    std::vector<Fault> faults = faultsOf(r);
    const at::Device device = deviceFor(r.device, faults);
    if (anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    useThreads(threadsFor(r.threads));
    usePrecision("float32");
    const std::unique_ptr<FeatureNetwork> network = networkFor(r, device, observer);
    Pictures read = picturesOf(r, observer);
    const std::string checksum = read.real.checksum();
    EvaluationRecord record;
    record.protocol = {read.n, read.real.size(), read.real.side(), r.label.empty() ? "all" : r.label, splitOf(r.data), network->name(),
                       network->checksum(), checksum, kDequantisation};
    checkRead(r, read, *network, record.protocol);

    const StatisticsCache cache(r.cache);
    std::optional<FeatureStatistics> statistics;
    if (wants(r, "fid"))
        statistics = cache.find(*network, checksum, observer);
    const bool pairs = wants(r, "kid") || wants(r, "pr"); // these take all features of the real images
    const bool realFeatures = pairs || (wants(r, "fid") && !statistics);
    Work work(read.batch(r), *network, observer, stop, (realFeatures ? read.real.size() : 0) + read.n * read.repeats);
    Tensor reference;
    if (realFeatures)
        reference = work.all(read.real.size(), false, [&](auto first, auto count) { return pictures(read.real, first, count); }).features;
    if (wants(r, "fid") && !statistics) {
        statistics = statisticsOf(reference);
        cache.keep(*network, checksum, *statistics, observer);
    }
    for (std::int64_t seed = r.seed; seed < r.seed + read.repeats; ++seed) {
        const auto made = work.all(read.n, wants(r, "is"), [&](auto first, auto count) { return read.bytes(seed, first, count); });
        measure(r, statistics, reference, made, record.measures);
        if (read.sampler)
            record.seeds.push_back(seed);
    }
    record.state = read.sampler ? read.sampler->state() : std::string();
    record.solver = read.sampler ? r.solver : std::string();
    record.steps = read.sampler ? read.sampler->evaluations() : 0;
    record.proxy = r.features == kBuiltIn;
    record.seconds = work.seconds();
    return record;
}

} // namespace realuid::engine
