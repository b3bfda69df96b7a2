// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"

#include <QDate>
#include <QString>

/// What the Train page knows about a run before it starts. Pure but for looking at files.
namespace realuid::studio
{

/// "runs/2026-11-23-a094-b096", "runs/2026-11-23-teacher"; with "-2", "-3", ... where that is there already.
QString defaultRunFolder(const RunRequest& request, const QDate& day);

/// True for a name that defaultRunFolder() made: it may be replaced by a fresh one.
bool isDefaultRunFolder(const std::string& directory);

/// Every fault and warning that can be told without the engine: parameters, and whether teacher, data and run folder
/// are what they must be. Fields of files are "teacher", "data" and "run".
std::vector<Fault> check(const RunRequest& request);

/// The command that makes the same run, ready for a POSIX shell: defaults are left out.
QString commandLine(const RunRequest& request);

} // namespace realuid::studio
