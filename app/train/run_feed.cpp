// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/run_feed.h"

namespace realuid::studio
{

RunNews RunFeed::take()
{
    const std::lock_guard lock(m_mutex);
    m_woken = false;
    return std::exchange(m_news, {});
}

template <class Tell, class Keep>
void RunFeed::add(Tell tell, Keep keep)
{
    if (m_log)
        tell(*m_log);
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        keep(m_news);
        wake = !std::exchange(m_woken, true);
    }
    if (wake)
        m_wake();
}

void RunFeed::updated(const UpdateRecord& record)
{
    add([&](Observer& log) { log.updated(record); }, [&](RunNews& news) { news.updates.push_back(record); });
}

void RunFeed::progressed(const Progress& progress)
{
    add([&](Observer& log) { log.progressed(progress); }, [&](RunNews& news) { news.progress = progress; });
}

void RunFeed::sampled(const ImageSheet& sheet)
{
    add([&](Observer& log) { log.sampled(sheet); }, [&](RunNews& news) { news.sheets[sheet.label] = sheet; });
}

void RunFeed::saved(const std::string& checkpoint, std::int64_t step)
{
    add([&](Observer& log) { log.saved(checkpoint, step); }, [&](RunNews& news) { news.saved.emplace_back(checkpoint, step); });
}

void RunFeed::tracked(const TrackRecord& record)
{
    if (m_log)
        m_log->tracked(record);
}

void RunFeed::saving()
{
    if (m_log)
        m_log->saving();
}

void RunFeed::changed(const std::vector<ChangedParameter>& what, std::int64_t step)
{
    if (m_log)
        m_log->changed(what, step);
}

void RunFeed::noted(const Text& text)
{
    add([&](Observer& log) { log.noted(text); }, [&](RunNews& news) { news.notes.push_back(text); });
}

void RunFeed::paused(bool on)
{
    add([&](Observer& log) { log.paused(on); }, [&](RunNews& news) { news.paused = on; });
}

void RunFeed::finished(const Outcome& outcome)
{
    add([&](Observer& log) { log.finished(outcome); }, [&](RunNews& news) { news.outcome = outcome; });
}

} // namespace realuid::studio
