// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace realuid::studio
{
namespace
{

QString superscript(int power)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString out;
    for (const QChar c : QString::number(power))
        out += c == u'-' ? QChar(u'⁻') : digits.at(c.digitValue());
    return out;
}

} // namespace

QString toQString(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

QString translated(std::string_view pattern)
{
    const std::string terminated(pattern);
    return pattern.empty() ? QString() : QCoreApplication::translate("realuid", terminated.c_str());
}

QString translated(const Text& text)
{
    return toQString(fill(translated(text.pattern).toStdString(), text.arguments));
}

QString faultText(const Fault& fault)
{
    QString out = toQString(fault.field);
    if (!fault.value.empty())
        out += QStringLiteral(" = ") + toQString(fault.value);
    return (out.isEmpty() ? QString() : out + QStringLiteral(", ")) + translated(fault.must);
}

QString errorText(const Error& error)
{
    QStringList lines;
    if (!error.text().empty())
        lines += translated(error.text());
    for (const Fault& fault : error.faults())
        lines += faultText(fault);
    if (!error.where().empty() && !lines.isEmpty())
        lines.first().prepend(toQString(error.where()) + QStringLiteral(": "));
    if (!error.remedy().empty())
        lines += translated(error.remedy());
    return lines.join(u'\n');
}

QString shownNumber(double value, int digits)
{
    QString text = QString::number(value, 'f', digits);
    if (text.startsWith(u'-'))
        text[0] = QChar(u'−');
    return text;
}

QString significantNumber(double value, int digits)
{
    if (value == 0 || !std::isfinite(value))
        return value == 0 ? QStringLiteral("0") : std::isnan(value) ? QStringLiteral("–") : QStringLiteral("∞");
    const int power = static_cast<int>(std::floor(std::log10(std::abs(value))));
    if (power < -3 || power > 5)
        return shownNumber(value / std::pow(10.0, power), digits - 1) + QStringLiteral(" · 10") + superscript(power);
    return shownNumber(value, std::max(0, digits - 1 - power));
}

QString shownCount(qint64 value) { return QLocale().toString(value); }

QString shownDuration(double seconds)
{
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole >= 3600)
        return QCoreApplication::translate("duration", "%1 h %2 min").arg(whole / 3600).arg(whole / 60 % 60);
    if (whole >= 60)
        return QCoreApplication::translate("duration", "%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return QCoreApplication::translate("duration", "%1 s").arg(whole);
}

} // namespace realuid::studio
