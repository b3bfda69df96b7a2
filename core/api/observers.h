// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/observer.h"

#include <vector>

namespace realuid
{

/// Passes each call on to several observers, in order.
class Observers : public Observer
{
public:
    explicit Observers(std::vector<Observer*> observers) : m_observers(std::move(observers)) {}
    void updated(const UpdateRecord& record) override;
    void progressed(const Progress& progress) override;
    void sampled(const ImageSheet& sheet) override;
    void tracked(const TrackRecord& record) override;
    void saving() override;
    void saved(const std::string& checkpoint, std::int64_t step) override;
    void changed(const std::vector<ChangedParameter>& what, std::int64_t step) override;
    void noted(const Text& text) override;
    void paused(bool on) override;
    void finished(const Outcome& outcome) override;

private:
    std::vector<Observer*> m_observers;
};

} // namespace realuid
