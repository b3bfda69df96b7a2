// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/image_grid.h"

#include "widgets/qcp.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace realuid::widgets
{

ImageGrid::ImageGrid(QWidget* parent) : PlotView(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMessage(tr("No samples yet"));
}

void ImageGrid::setSheet(const ImageSheet& sheet)
{
    const std::size_t bytes = static_cast<std::size_t>(std::max(0, sheet.width())) * static_cast<std::size_t>(std::max(0, sheet.height())) * 3;
    if (bytes == 0 || sheet.rgb.size() != bytes)
        return clear();
    if (sheet.columns * sheet.rows != count())
        setSelected(-1);
    m_columns = sheet.columns;
    m_rows = sheet.rows;
    m_side = sheet.side;
    m_label = QString::fromStdString(sheet.label);
    m_image = QImage(sheet.rgb.data(), sheet.width(), sheet.height(), 3 * sheet.width(), QImage::Format_RGB888)
                  .convertToFormat(QImage::Format_RGB32); // a copy of its own
    setMessage({});
    setAccessibleDescription(tr("%1 samples after update %2, %3").arg(count()).arg(sheet.step).arg(m_label));
    update();
}

void ImageGrid::clear()
{
    m_image = QImage();
    m_columns = m_rows = m_side = 0;
    setSelected(-1);
    setMessage(tr("No samples yet"));
    update();
}

void ImageGrid::setSelected(int index)
{
    const int wanted = index >= 0 && index < count() ? index : -1;
    if (wanted == m_selected)
        return;
    m_selected = wanted;
    update();
    Q_EMIT selectionChanged(m_selected);
}

QImage ImageGrid::picture(int index) const
{
    if (index < 0 || index >= count())
        return {};
    return m_image.copy(index % m_columns * m_side, index / m_columns * m_side, m_side, m_side);
}

// Whole multiples of device pixels where the sheet fits at all, centred.
QRectF ImageGrid::sheetRect(QRectF room) const
{
    if (m_image.isNull())
        return {};
    const double ratio = devicePixelRatioF();
    double factor = std::min(room.width() / m_image.width(), room.height() / m_image.height());
    if (factor * ratio >= 1)
        factor = std::floor(factor * ratio) / ratio;
    const QSizeF size = QSizeF(m_image.size()) * factor;
    const auto snapped = [&](double v) { return std::round(v * ratio) / ratio; };
    return {QPointF(snapped(room.center().x() - size.width() / 2), snapped(room.center().y() - size.height() / 2)), size};
}

QRectF ImageGrid::pictureRect(int index) const
{
    const QRectF sheet = sheetRect(rect());
    if (index < 0 || index >= count())
        return {};
    const double width = sheet.width() / m_columns, height = sheet.height() / m_rows;
    return {sheet.left() + index % m_columns * width, sheet.top() + index / m_columns * height, width, height};
}

int ImageGrid::indexAt(QPointF position) const
{
    for (int i = 0; i < count(); ++i)
        if (pictureRect(i).contains(position))
            return i;
    return -1;
}

void ImageGrid::paintSheet(QPainter& painter, const QRectF& target) const
{
    const bool enlarged = target.width() >= m_image.width();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !enlarged);
    painter.drawImage(target, m_image);
}

void ImageGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), surfaces(theme()).card);
    if (m_image.isNull())
        return;
    paintSheet(painter, sheetRect(rect()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (m_selected >= 0) {
        const QRectF chosen = pictureRect(m_selected);
        painter.setPen(QPen(Qt::white, 5));
        painter.drawRect(chosen);
        painter.setPen(QPen(surfaces(theme()).accent, 3));
        painter.drawRect(chosen);
    } else if (hasFocus()) {
        painter.setPen(QPen(surfaces(theme()).accent, 2));
        painter.drawRect(sheetRect(rect()).adjusted(-1, -1, 1, 1).intersected(QRectF(rect()).adjusted(1, 1, -1, -1)));
    }
}

void ImageGrid::paintFigure(QCPPainter& painter, const QSize& size, Theme theme, bool transparent)
{
    if (!transparent)
        painter.fillRect(QRect(QPoint(), size), surfaces(theme).card);
    if (m_image.isNull())
        return;
    const QSizeF fitted = QSizeF(m_image.size()).scaled(size, Qt::KeepAspectRatio);
    paintSheet(painter, QRectF(QPointF((size.width() - fitted.width()) / 2, (size.height() - fitted.height()) / 2), fitted));
}

QSize ImageGrid::sizeHint() const { return {384, 384}; }

void ImageGrid::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        setSelected(indexAt(event->position()));
}

void ImageGrid::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const int index = indexAt(event->position()); index >= 0)
        Q_EMIT opened(index);
}

void ImageGrid::keyPressEvent(QKeyEvent* event)
{
    if (count() == 0)
        return PlotView::keyPressEvent(event);
    const int at = m_selected, column = at % std::max(1, m_columns);
    switch (event->key()) {
    case Qt::Key_Right:
        return setSelected(at < 0 ? 0 : column + 1 < m_columns ? at + 1 : at);
    case Qt::Key_Left:
        return setSelected(at < 0 ? 0 : column > 0 ? at - 1 : at);
    case Qt::Key_Down:
        return setSelected(at < 0 ? 0 : at + m_columns < count() ? at + m_columns : at);
    case Qt::Key_Up:
        return setSelected(at < 0 ? 0 : at >= m_columns ? at - m_columns : at);
    case Qt::Key_Home:
        return setSelected(0);
    case Qt::Key_End:
        return setSelected(count() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (at >= 0)
            Q_EMIT opened(at);
        return;
    case Qt::Key_Escape:
        if (at >= 0)
            return setSelected(-1);
        [[fallthrough]];
    default:
        PlotView::keyPressEvent(event);
    }
}

void ImageGrid::themeChanged() { update(); }

} // namespace realuid::widgets
