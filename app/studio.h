// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studio_options.h"

class QApplication;

namespace realuid::studio
{

/// What main() does once the application object exists: figure, screenshot or window. Returns the exit code (`cli.md`
/// section 2); throws Error.
int runStudio(QApplication& app, const StudioOptions& options);

/// --list, --help, --version: text for stdout, without an application object. Empty where there is nothing to print.
QString printedBy(const StudioOptions& options);

} // namespace realuid::studio
