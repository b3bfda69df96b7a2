// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/number_table.h"

#include "widgets/formula.h"
#include "widgets/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <array>
#include <charconv>
#include <cmath>

namespace realuid::widgets
{
namespace
{

constexpr QChar kMinus(0x2212);

QString withMinus(QString text) { return text.replace(QLatin1Char('-'), kMinus); }

QString superscript(int power)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString out = power < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar c : QString::number(std::abs(power)))
        out += digits.at(c.digitValue());
    return out;
}

QString formatted(double value, std::chars_format format, int precision)
{
    std::array<char, 400> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, precision);
    return QString::fromLatin1(buffer.data(), result.ptr - buffer.data());
}

QString nonFinite(double value) { return std::isnan(value) ? QStringLiteral("–") : value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞"); }

// Figures of one width each, so that columns of numbers stand still while they change.
void drawTabular(QPainter& painter, double right, double baseline, const QString& text)
{
    const QFontMetricsF metrics(painter.font());
    const double cell = metrics.horizontalAdvance(QLatin1Char('0'));
    const auto widthOf = [&](QChar c) { return c.isDigit() && c.unicode() < 128 ? cell : metrics.horizontalAdvance(c); };
    double x = right;
    for (const QChar c : text)
        x -= widthOf(c);
    for (const QChar c : text) {
        painter.drawText(QPointF(x + (widthOf(c) - metrics.horizontalAdvance(c)) / 2, baseline), QString(c));
        x += widthOf(c);
    }
}

} // namespace

QString shownNumber(double value, int decimals)
{
    if (!std::isfinite(value))
        return nonFinite(value);
    QString text = formatted(value, std::chars_format::fixed, decimals);
    if (text.startsWith(QLatin1Char('-')) && text.count(QLatin1Char('0')) + text.count(QLatin1Char('.')) == text.size() - 1)
        text.remove(0, 1); // no minus before a zero
    const qsizetype point = text.indexOf(QLatin1Char('.')), digits = point < 0 ? text.size() : point;
    if (digits > 5)
        for (qsizetype at = digits - 3; at > (text.startsWith(QLatin1Char('-')) ? 1 : 0); at -= 3)
            text.insert(at, QChar(0x2009)); // thin spaces, as nothing else is read alike everywhere
    return withMinus(text);
}

QString shownSignificant(double value, int digits)
{
    if (!std::isfinite(value))
        return nonFinite(value);
    if (value == 0)
        return QStringLiteral("0");
    const QString scientific = formatted(value, std::chars_format::scientific, std::max(0, digits - 1));
    const qsizetype mark = scientific.indexOf(QLatin1Char('e'));
    const int power = scientific.mid(mark + 1).toInt();
    if (power >= -3 && power < 6)
        return shownNumber(value, std::max(0, digits - 1 - power));
    const QString mantissa = withMinus(scientific.left(mark));
    const QString ten = QStringLiteral("10") + superscript(power);
    if (mantissa == QLatin1String("1"))
        return ten;
    return mantissa + QStringLiteral(" × ") + ten;
}

NumberTable::NumberTable(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void NumberTable::setRows(std::vector<NumberRow> rows)
{
    const bool resized = rows.size() != m_rows.size();
    m_rows = std::move(rows);
    QStringList spoken;
    for (NumberRow& row : m_rows) {
        if (row.value.startsWith(QLatin1Char('-')))
            row.value.replace(0, 1, kMinus);
        spoken << Formula::mixed(row.name).plainText() + QStringLiteral(": ") + row.value;
    }
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    if (resized)
        updateGeometry();
    update();
}

int NumberTable::rowHeight() const { return fontMetrics().height() + kInside; }

QSize NumberTable::sizeHint() const { return {220, rowHeight() * static_cast<int>(m_rows.size())}; }
QSize NumberTable::minimumSizeHint() const { return {120, sizeHint().height()}; }

void NumberTable::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const double height = rowHeight();
    const double base = (height + fontMetrics().ascent() - fontMetrics().descent()) / 2;
    double top = 0;
    for (const NumberRow& row : m_rows) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        Formula::mixed(row.name).paint(painter, {0, top + base}, font());
        painter.setPen(palette().color(QPalette::WindowText));
        drawTabular(painter, width(), top + base, row.value);
        top += height;
        painter.setPen(palette().color(QPalette::Mid));
        painter.drawLine(QPointF(0, top - 0.5), QPointF(width(), top - 0.5));
    }
}

bool NumberTable::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = help->pos().y() / rowHeight();
        if (index >= 0 && index < static_cast<int>(m_rows.size()))
            QToolTip::showText(help->globalPos(), m_rows[static_cast<std::size_t>(index)].toolTip, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace realuid::widgets
