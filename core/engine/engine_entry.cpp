// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/engine.h"

#include "core/api/error.h"
#include "core/engine/bench.h"
#include "core/engine/cifar_data.h"
#include "core/engine/convert.h"
#include "core/engine/engine_info.h"
#include "core/engine/evaluation.h"
#include "core/engine/inspect_file.h"
#include "core/engine/plane_game.h"
#include "core/engine/preflight.h"
#include "core/engine/processes.h"
#include "core/engine/run_start.h"
#include "core/engine/sampler.h"
#include "core/engine/shapes_data.h"
#include "core/engine/translate_errors.h"

namespace realuid::engine
{
namespace
{

template <class Work>
auto guardedCall(Work&& work)
{
    return Processes::all().alone([&] { return translated(work); });
}

/// A run whose exceptions are all realuid::Error.
class GuardedTraining final : public Training
{
public:
    explicit GuardedTraining(std::unique_ptr<Training> inner) : m_inner(std::move(inner)) {}

    UpdateRecord advance(Observer& observer) override
    {
        return guardedCall([&] { return m_inner->advance(observer); });
    }
    UpdateRecord advanceAs(Player player, Observer& observer) override
    {
        return guardedCall([&] { return m_inner->advanceAs(player, observer); });
    }
    std::int64_t step() const override { return m_inner->step(); }
    std::int64_t steps() const override { return m_inner->steps(); }
    int batch() const override { return m_inner->batch(); }
    int processes() const override { return m_inner->processes(); }
    bool anyProcess(bool here) override { return m_inner->anyProcess(here); }
    void abandon() override { Processes::all().abandon(); }
    void sample(Observer& observer) override
    {
        guardedCall([&] { m_inner->sample(observer); });
    }
    std::string save(Observer& observer) override
    {
        return guardedCall([&] { return m_inner->save(observer); });
    }
    void change(const Loss& loss, const TrainingParameters& training) override
    {
        guardedCall([&] { m_inner->change(loss, training); });
    }

private:
    std::unique_ptr<Training> m_inner;
};

std::unique_ptr<Training> guarded(std::unique_ptr<Training> inner)
{
    return std::make_unique<GuardedTraining>(std::move(inner));
}

Inspection inspectFile(const std::filesystem::path& file)
{
    if (!std::filesystem::is_directory(file) && looksLikeTensorFile(file))
        return inspectTensorFile(file);
    Inspection result;
    result.data = CifarData::read(file).facts();
    result.kind = result.data->kind;
    result.records = result.data->records;
    return result;
}

DataFacts importData(const std::string& from, const std::string& out, std::int64_t side, bool overwrite)
{
    if (side != CifarData::kSide)
        throw Error::listing(ErrorKind::Usage, {{"size", std::to_string(side), {REALUID_TEXT("must be 32: CIFAR-10's format holds no other size")}}});
    const CifarData data = CifarData::read(from);
    data.write(out, overwrite);
    return data.facts();
}

class TorchEngine final : public Engine
{
public:
    EngineInfo info() const override { return translated(engineInfo); }
    std::unique_ptr<Training> start(const RunRequest& request, Observer& observer) override
    {
        return translated([&] { return guarded(startRun(request, observer)); });
    }
    Preflight preflight(const RunRequest& request, Observer& observer, const StopAsked& stop) override
    {
        return translated([&] { return preflightOf(request, observer, stop); });
    }
    std::unique_ptr<Training> resume(const std::string& directory, const ParameterTexts& changes, Observer& observer) override
    {
        return translated([&] { return guarded(resumeRun(directory, changes, observer)); });
    }
    SampleResult sample(const SampleRequest& request, Observer& observer, const StopAsked& stop) override
    {
        return translated([&] { return sampleCheckpoint(request, observer, stop); });
    }
    Inspection inspect(const std::string& file) override
    {
        return translated([&] { return inspectFile(file); });
    }
    PlaneResult distilPlane(const PlaneRequest& request, Observer& observer, const StopAsked& stop) override
    {
        return translated([&] { return engine::distilPlane(request, observer, stop); });
    }
    void drawShapes(const std::string& out, std::int64_t n, std::int64_t seed, bool overwrite) override
    {
        translated([&] { writeShapes(out, n, static_cast<std::uint64_t>(seed), overwrite); });
    }
    DataFacts importData(const std::string& from, const std::string& out, std::int64_t side, bool overwrite) override
    {
        return translated([&] { return engine::importData(from, out, side, overwrite); });
    }
    MetricsResult compareFeatures(const MetricsRequest& request) override
    {
        return translated([&] { return compareFeatureFiles(request); });
    }
    EvaluationRecord evaluate(const EvaluationRequest& request, Observer& observer, const StopAsked& stop) override
    {
        return translated([&] { return evaluateSamples(request, observer, stop); });
    }
    std::int64_t convert(const std::string& in, const std::string& out, const std::string& keep, bool overwrite,
                         Observer& observer) override
    {
        return translated([&] { return convertWeights(in, out, keep, overwrite, observer); });
    }
    std::vector<BenchRow> bench(const BenchRequest& request, const StopAsked& stop) override
    {
        return translated([&] { return runBench(request, stop); });
    }
};

} // namespace
} // namespace realuid::engine

extern "C" __attribute__((visibility("default"))) realuid::Engine* realuid_engine(unsigned interfaceNumber)
{
    static realuid::engine::TorchEngine engine;
    return interfaceNumber == realuid::kEngineInterface ? &engine : nullptr;
}
