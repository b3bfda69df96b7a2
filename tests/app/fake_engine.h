// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"
#include "core/io/engine_loader.h"
#include "core/io/run_folder.h"

#include <atomic>
#include <mutex>
#include <chrono>
#include <limits>
#include <thread>
#include <vector>

/// An engine for tests of the window: makes updates of a millisecond whose losses are simple numbers, and records
/// what it was asked for.
namespace realuid::fake
{

struct Log {
    std::atomic<int> saves{0}, samples{0}, changes{0}, loads{0};
    std::atomic<std::thread::id> thread;
    std::atomic<double> lastAlpha{0};

    void played(Player player)
    {
        const std::lock_guard lock(m_mutex);
        m_players.push_back(player);
    }
    std::vector<Player> players() const ///< whose updates were made, in order
    {
        const std::lock_guard lock(m_mutex);
        return m_players;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<Player> m_players;
};

class FakeTraining : public Training
{
public:
    FakeTraining(Log& log, RunRequest request, std::int64_t divergeAt)
        : m_log(log), m_request(std::move(request)), m_divergeAt(divergeAt)
    {
    }
    UpdateRecord advance(Observer& observer) override
    {
        return advanceAs(m_step % 6 == 5 ? Player::Generator : Player::Fake, observer);
    }
    UpdateRecord advanceAs(Player player, Observer& observer) override
    {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (m_step + 1 == m_divergeAt)
            throw Error(ErrorKind::Diverged, {"the generator's loss is not finite at update %1", {std::to_string(m_step + 1)}});
        ++m_step;
        m_log.played(player);
        m_log.thread = std::this_thread::get_id();
        if (m_step % 10 == 0)
            sample(observer);
        return {m_step, player, 100.0 / static_cast<double>(m_step), 1, 1e-4, 0};
    }
    std::int64_t step() const override { return m_step; }
    std::int64_t steps() const override { return m_request.training.steps; }
    int batch() const override { return 8; }
    void sample(Observer& observer) override
    {
        ++m_log.samples;
        for (const char* label : {"gen", "ema0.999"}) {
            ImageSheet sheet{m_step, label, 2, 2, 4, std::vector<std::uint8_t>(2 * 2 * 4 * 4 * 3, 128)};
            observer.sampled(sheet);
        }
    }
    std::string save(Observer& observer) override
    {
        ++m_log.saves;
        const std::string path = m_request.directory + "/checkpoints/step-" + std::to_string(m_step) + ".pt";
        observer.saved(path, m_step);
        return path;
    }
    void change(const Loss& loss, const TrainingParameters&) override
    {
        ++m_log.changes;
        m_log.lastAlpha = loss.alpha;
    }

private:
    Log& m_log;
    RunRequest m_request;
    std::int64_t m_divergeAt;
    std::int64_t m_step = 0;
};

class FakeEngine : public Engine
{
public:
    Log log;
    std::int64_t divergeAt = 0; ///< 0 = never
    bool failStart = false;
    LoadedEngine loaded{this, "fake", {}};

    /// For TrainingSession.
    const LoadedEngine& load()
    {
        ++log.loads;
        return loaded;
    }

    EngineInfo info() const override { return {"9.9", {"cpu"}, "base", 1}; }
    std::unique_ptr<Training> start(const RunRequest& request, Observer& observer) override
    {
        if (failStart)
            throw Error(ErrorKind::File, {"is damaged"}, request.teacher, {"take another file"});
        RunFolder::create(request.directory);
        observer.noted({"a remark of the engine"});
        return std::make_unique<FakeTraining>(log, request, divergeAt);
    }
    std::unique_ptr<Training> resume(const std::string&, const ParameterTexts&, Observer&) override
    {
        throw Error(ErrorKind::Other, {"not in this test"});
    }
    Preflight preflight(const RunRequest&, Observer&, const StopAsked&) override { return {}; }
    SampleResult sample(const SampleRequest&, Observer&, const StopAsked&) override { return {}; }
    Inspection inspect(const std::string&) override { return {}; }
    PlaneResult distilPlane(const PlaneRequest&, Observer&, const StopAsked&) override { return {}; }
    void drawShapes(const std::string&, std::int64_t, std::int64_t, bool) override {}
    DataFacts importData(const std::string&, const std::string&, std::int64_t, bool) override { return {}; }
    MetricsResult compareFeatures(const MetricsRequest&) override { return {}; }
    EvaluationRecord evaluate(const EvaluationRequest&, Observer&, const StopAsked&) override { return {}; }
    std::int64_t convert(const std::string&, const std::string&, const std::string&, bool, Observer&) override { return 0; }
    std::vector<BenchRow> bench(const BenchRequest&, const StopAsked&) override { return {}; }
};

} // namespace realuid::fake
