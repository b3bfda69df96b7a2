// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/observer.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace realuid::studio
{

/// What a run reported since the last look. Scalars are complete; of pictures and progress the latest is kept.
struct RunNews {
    std::vector<UpdateRecord> updates;
    std::optional<Progress> progress;
    std::map<std::string, ImageSheet> sheets; ///< by label
    std::vector<std::pair<std::string, std::int64_t>> saved; ///< checkpoint, step
    std::vector<Text> notes;
    std::optional<bool> paused;
    std::optional<Outcome> outcome;
};

/// The training thread's end of the bridge: collects what a run reports until the GUI thread takes it.
class RunFeed : public Observer
{
public:
    /// `wake` is called by the reporting thread with the first news after each take().
    explicit RunFeed(std::function<void()> wake) : m_wake(std::move(wake)) {}

    RunNews take(); ///< any thread

    /// Is told everything first, from the thread that reports; what it throws is passed on. Null ends it.
    void logTo(Observer* log) { m_log = log; }

    void updated(const UpdateRecord& record) override;
    void progressed(const Progress& progress) override;
    void sampled(const ImageSheet& sheet) override;
    void saved(const std::string& checkpoint, std::int64_t step) override;
    void tracked(const TrackRecord& record) override;
    void saving() override;
    void changed(const std::vector<ChangedParameter>& what, std::int64_t step) override;
    void noted(const Text& text) override;
    void paused(bool on) override;
    void finished(const Outcome& outcome) override;

private:
    template <class Tell, class Keep>
    void add(Tell tell, Keep keep);

    std::function<void()> m_wake;
    Observer* m_log = nullptr; ///< training thread only
    std::mutex m_mutex;
    RunNews m_news;
    bool m_woken = false;
};

} // namespace realuid::studio
