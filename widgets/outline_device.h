// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>

#include <memory>

class QPainter;

namespace realuid::widgets
{

/// Passes all that is painted on it to another painter, type as outlines of its letters: the file then looks the same
/// where the fonts are missing, and its words can no longer be searched. `out` must be active and outlive the device.
class OutlineDevice : public QPaintDevice
{
public:
    explicit OutlineDevice(QPainter& out);
    ~OutlineDevice() override;

    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
    QPainter& m_out;
    std::unique_ptr<Engine> m_engine;
};

} // namespace realuid::widgets
