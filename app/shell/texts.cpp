// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/texts.h"

#include "widgets/parameter_editor.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace realuid::studio
{

QString toQString(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

QString phrase(const char* english) { return QCoreApplication::translate("realuid", english); }

QString faultText(const Fault& fault)
{
    QString out = toQString(fault.field);
    if (!fault.value.empty())
        out += QStringLiteral(" = ") + toQString(fault.value);
    const QString joint = fault.value.empty() ? QStringLiteral(": ") : QStringLiteral(", ");
    return (out.isEmpty() ? QString() : out + joint) + widgets::translated(fault.must);
}

QString errorText(const Error& error)
{
    QStringList lines;
    if (!error.text().empty())
        lines += widgets::translated(error.text());
    for (const Fault& fault : error.faults())
        lines += faultText(fault);
    if (!error.where().empty() && !lines.isEmpty())
        lines.first().prepend(toQString(error.where()) + QStringLiteral(": "));
    if (!error.remedy().empty())
        lines += widgets::translated(error.remedy());
    return lines.join(u'\n');
}

QString shownCount(qint64 value) { return QLocale().toString(value); }

QString shownDuration(double seconds)
{
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole >= 3600)
        return phrase("%1 h %2 min").arg(whole / 3600).arg(whole / 60 % 60);
    if (whole >= 60)
        return phrase("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return phrase("%1 s").arg(whole);
}

QString fileStem(const QString& title)
{
    static const QRegularExpression others(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QString stem = title.toLower().replace(others, QStringLiteral("-"));
    while (stem.endsWith(u'-'))
        stem.chop(1);
    return stem.isEmpty() ? QStringLiteral("figure") : stem;
}

} // namespace realuid::studio
