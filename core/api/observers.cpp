// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/observers.h"

namespace realuid
{

void Observers::updated(const UpdateRecord& record)
{
    for (Observer* observer : m_observers)
        observer->updated(record);
}

void Observers::progressed(const Progress& progress)
{
    for (Observer* observer : m_observers)
        observer->progressed(progress);
}

void Observers::sampled(const ImageSheet& sheet)
{
    for (Observer* observer : m_observers)
        observer->sampled(sheet);
}

void Observers::tracked(const TrackRecord& record)
{
    for (Observer* observer : m_observers)
        observer->tracked(record);
}

void Observers::saving()
{
    for (Observer* observer : m_observers)
        observer->saving();
}

void Observers::changed(const std::vector<ChangedParameter>& what, std::int64_t step)
{
    for (Observer* observer : m_observers)
        observer->changed(what, step);
}

void Observers::saved(const std::string& checkpoint, std::int64_t step)
{
    for (Observer* observer : m_observers)
        observer->saved(checkpoint, step);
}

void Observers::noted(const Text& text)
{
    for (Observer* observer : m_observers)
        observer->noted(text);
}

void Observers::paused(bool on)
{
    for (Observer* observer : m_observers)
        observer->paused(on);
}

void Observers::finished(const Outcome& outcome)
{
    for (Observer* observer : m_observers)
        observer->finished(outcome);
}

} // namespace realuid
