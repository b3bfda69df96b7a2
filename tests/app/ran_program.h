// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/json.h"

#include <QtTest>

/// What the built command line answered; code -1 where it did not end by itself within a minute.
struct Ran {
    int code = -1;
    QByteArray out, errors;
    realuid::Json json() const { return realuid::parseJson(out.toStdString(), "standard output"); }
};

inline Ran ran(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(REALUID_BINARY_DIR "/bin/realuid"), arguments);
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}
