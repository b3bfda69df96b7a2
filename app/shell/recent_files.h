// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace realuid::studio
{

/// The files opened or saved last, newest first, as the settings of this user keep them. A plain handle: made where needed.
class RecentFiles
{
public:
    static constexpr int kMost = 10;

    /// Those that are still there; the others are forgotten.
    QStringList list() const;
    void add(const QString& path);
    void clear();
};

} // namespace realuid::studio
