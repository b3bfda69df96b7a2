// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/run_feed.h"

namespace realuid::studio
{

RunNews RunFeed::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_news, {});
}

void RunFeed::updated(const UpdateRecord& record)
{
    if (m_log)
        m_log->updated(record);
    const std::lock_guard lock(m_mutex);
    m_news.updates.push_back(record);
}

void RunFeed::progressed(const Progress& progress)
{
    if (m_log)
        m_log->progressed(progress);
    const std::lock_guard lock(m_mutex);
    m_news.progress = progress;
}

void RunFeed::sampled(const ImageSheet& sheet)
{
    if (m_log)
        m_log->sampled(sheet);
    const std::lock_guard lock(m_mutex);
    m_news.sheets[sheet.label] = sheet;
}

void RunFeed::saved(const std::string& checkpoint, std::int64_t step)
{
    if (m_log)
        m_log->saved(checkpoint, step);
    const std::lock_guard lock(m_mutex);
    m_news.saved.emplace_back(checkpoint, step);
}

void RunFeed::noted(const Text& text)
{
    if (m_log)
        m_log->noted(text);
    const std::lock_guard lock(m_mutex);
    m_news.notes.push_back(text);
}

void RunFeed::paused(bool on)
{
    if (m_log)
        m_log->paused(on);
    const std::lock_guard lock(m_mutex);
    m_news.paused = on;
}

void RunFeed::finished(const Outcome& outcome)
{
    if (m_log)
        m_log->finished(outcome);
    const std::lock_guard lock(m_mutex);
    m_news.outcome = outcome;
}

} // namespace realuid::studio
