// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outline_device.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

namespace realuid::widgets
{

/// QPaintEngine's own drawTextItem() fills the outlines of the letters; all the rest goes on as it comes.
class OutlineDevice::Engine : public QPaintEngine
{
public:
    explicit Engine(QPainter& out)
        : QPaintEngine(AllFeatures & ~(PatternBrush | PerspectiveTransform | ConicalGradientFill | PorterDuff)), m_out(out)
    {
    }

    bool begin(QPaintDevice*) override
    {
        m_out.save();
        return true;
    }
    bool end() override
    {
        m_out.restore();
        return true;
    }
    Type type() const override { return User; }

    void updateState(const QPaintEngineState& now) override
    {
        const DirtyFlags changed = now.state();
        if (changed & (DirtyTransform | DirtyClipPath | DirtyClipRegion | DirtyClipEnabled)) {
            const QPainter& in = *painter();
            m_out.setTransform(in.combinedTransform());
            if (in.hasClipping())
                m_out.setClipPath(in.clipPath());
            else
                m_out.setClipping(false);
        }
        if (changed & DirtyPen)
            m_out.setPen(now.pen());
        if (changed & DirtyBrush)
            m_out.setBrush(now.brush());
        if (changed & DirtyBrushOrigin)
            m_out.setBrushOrigin(now.brushOrigin());
        if (changed & DirtyOpacity)
            m_out.setOpacity(now.opacity());
        if (changed & DirtyHints)
            m_out.setRenderHints(now.renderHints());
    }

    void drawPath(const QPainterPath& path) override { m_out.drawPath(path); }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        if (mode == PolylineMode)
            m_out.drawPolyline(points, count);
        else
            m_out.drawPolygon(points, count, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    }
    void drawImage(const QRectF& target, const QImage& image, const QRectF& source, Qt::ImageConversionFlags flags) override
    {
        m_out.drawImage(target, image, source, flags);
    }
    void drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) override
    {
        m_out.drawPixmap(target, pixmap, source);
    }

private:
    QPainter& m_out;
};

OutlineDevice::OutlineDevice(QPainter& out) : m_out(out), m_engine(std::make_unique<Engine>(out)) {}

OutlineDevice::~OutlineDevice() = default;

QPaintEngine* OutlineDevice::paintEngine() const { return m_engine.get(); }

int OutlineDevice::metric(PaintDeviceMetric metric) const
{
    const QPaintDevice& device = *m_out.device();
    switch (metric) {
    case PdmWidth:
        return device.width();
    case PdmHeight:
        return device.height();
    case PdmWidthMM:
        return device.widthMM();
    case PdmHeightMM:
        return device.heightMM();
    case PdmNumColors:
        return device.colorCount();
    case PdmDepth:
        return device.depth();
    case PdmDpiX:
        return device.logicalDpiX();
    case PdmDpiY:
        return device.logicalDpiY();
    case PdmPhysicalDpiX:
        return device.physicalDpiX();
    case PdmPhysicalDpiY:
        return device.physicalDpiY();
    case PdmDevicePixelRatio:
        return 1; // no scale of a screen
    default:
        return QPaintDevice::metric(metric); // which asks for the one above
    }
}

} // namespace realuid::widgets
