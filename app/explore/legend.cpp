// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/legend.h"

#include <QMouseEvent>
#include <QPainter>

namespace realuid::studio
{
namespace
{
constexpr int kSample = 22; ///< pixels of line before the words
constexpr int kGap = 6;
} // namespace

Legend::Legend(QList<Entry> entries, QWidget* parent) : QWidget(parent), m_entries(std::move(entries))
{
    setMouseTracking(true);
    QStringList words;
    for (const Entry& entry : m_entries)
        words += entry.words;
    setAccessibleName(tr("Colours: %1").arg(words.join(QStringLiteral(", "))));
}

int Legend::rowHeight() const { return fontMetrics().height() + widgets::kInside - 2; }

QSize Legend::sizeHint() const
{
    int width = 0;
    for (const Entry& entry : m_entries)
        width = std::max(width, fontMetrics().horizontalAdvance(entry.words));
    const int rows = (static_cast<int>(m_entries.size()) + kColumns - 1) / kColumns;
    return {kColumns * (kSample + kGap + width), rowHeight() * rows};
}

QRectF Legend::cell(int index) const
{
    const double columnWidth = static_cast<double>(width()) / kColumns;
    return {index % kColumns * columnWidth, static_cast<double>(index / kColumns * rowHeight()), columnWidth, static_cast<double>(rowHeight())};
}

void Legend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_entries.size(); ++i) {
        const widgets::RoleStyle style = widgets::roleStyle(m_entries[i].role, widgets::appliedTheme());
        const QRectF row = cell(i);
        QPen pen = style.pen();
        pen.setWidthF(style.width * (i == m_pointed ? 2 : 1.2));
        painter.setPen(pen);
        painter.drawLine(QPointF(row.left(), row.center().y()), QPointF(row.left() + kSample, row.center().y()));
        painter.setPen(style.text);
        painter.drawText(row.adjusted(kSample + kGap, 0, 0, 0), Qt::AlignVCenter, m_entries[i].words);
    }
}

void Legend::mouseMoveEvent(QMouseEvent* event)
{
    for (int i = 0; i < m_entries.size(); ++i)
        if (cell(i).contains(event->position()))
            return point(i);
    point(-1);
}

void Legend::leaveEvent(QEvent*) { point(-1); }

void Legend::point(int index)
{
    if (index == m_pointed)
        return;
    m_pointed = index;
    update();
    Q_EMIT hovered(index < 0 ? std::nullopt : std::optional(m_entries[index].role));
}

} // namespace realuid::studio
