// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/color_bar.h"

namespace realuid::widgets
{
namespace
{

constexpr int kSteps = 256;
constexpr int kWidth = 12; // units

// On logarithmic bars colours are equally far apart, values are not: paint in the axis' own measure.
class BarImage : public ImageItem
{
public:
    using ImageItem::ImageItem;

protected:
    void draw(QCPPainter* painter) override
    {
        painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter->drawImage(QRectF(m_area->rect()), image);
    }
};

} // namespace

ColorBar::ColorBar(QCustomPlot* plot, QCPAxisRect* beside, int row, int column)
    : m_area(plainAxisRect(plot, {QCPAxis::atRight, QCPAxis::atLeft, QCPAxis::atBottom})), m_beside(beside)
{
    plot->plotLayout()->addElement(row, column, m_area);
    plot->plotLayout()->setColumnSpacing(0);
    m_area->axis(QCPAxis::atLeft)->setVisible(false);
    m_area->axis(QCPAxis::atBottom)->setVisible(false);
    m_area->setAutoMargins(QCP::msRight | QCP::msTop | QCP::msBottom);
    m_area->setMargins(QMargins(6, 0, 0, 0));
    m_area->setSizeConstraintRect(QCPLayoutElement::scrInnerRect);
    auto* ends = new QCPMarginGroup(plot);
    beside->setMarginGroup(QCP::msTop | QCP::msBottom, ends);
    m_area->setMarginGroup(QCP::msTop | QCP::msBottom, ends);
    m_image = new BarImage(plot, m_area);
}

void ColorBar::follow()
{
    const QRect beside = m_beside->rect();
    placeInside(*m_area, QRect(m_beside->outerRect().right() + 1 + m_area->margins().left(), beside.top(), m_area->width(), beside.height()));
    m_area->update(QCPLayoutElement::upPreparation);
}

QCPAxis* ColorBar::axis() const { return m_area->axis(QCPAxis::atRight); }

void ColorBar::setScale(const ColorScale& scale)
{
    m_image->image = QImage(1, kSteps, QImage::Format_RGB32);
    const ColorTable& table = colorTable(scale.map);
    for (int i = 0; i < kSteps; ++i)
        m_image->image.setPixel(0, kSteps - 1 - i, table[static_cast<std::size_t>(i)]);
    axis()->setScaleType(scale.logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (scale.logarithmic)
        axis()->setTicker(QSharedPointer<PowerTicker>::create(axis()));
    else
        axis()->setTicker(QSharedPointer<NumberTicker>::create(axis()));
    axis()->setRange(scale.least, scale.most);
}

void ColorBar::style(Theme theme)
{
    const int width = static_cast<int>(kWidth * typeScale(theme));
    m_area->setMinimumSize(width, 20);
    m_area->setMaximumSize(width, QWIDGETSIZE_MAX);
}

} // namespace realuid::widgets
