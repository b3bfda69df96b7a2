// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/error.h"
#include "core/api/fault.h"
#include "core/api/text.h"

#include <QString>
#include <QStringList>

#include <string_view>

/// The edge where sentences are made: patterns of the layers below, in the user's language.
namespace realuid::studio
{

QString toQString(std::string_view text);

/// Translates in the context of the patterns, for words outside any QObject; translations/update.sh collects them.
QString phrase(const char* english);

/// "alpha = 1.2, must be in (0, 1]"
QString faultText(const Fault& fault);

/// What happened, where, and what to do: one line a sentence, faults as a list.
QString errorText(const Error& error);

/// "1,200" with the user's grouping.
QString shownCount(qint64 value);

/// "7 h 48 min", "3 min 5 s", "12 s".
QString shownDuration(double seconds);

/// A title as a file's name without suffix: "Two Gaussians, 1-D" -> "two-gaussians-1-d".
QString fileStem(const QString& title);

} // namespace realuid::studio
