// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/recent_files.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace realuid::studio
{
namespace
{
const QString kKey = QStringLiteral("explore/recent");
} // namespace

QStringList RecentFiles::list() const
{
    const QStringList all = QSettings().value(kKey).toStringList();
    QStringList there;
    std::copy_if(all.begin(), all.end(), std::back_inserter(there), [](const QString& path) { return QFileInfo(path).isFile(); });
    if (there != all)
        QSettings().setValue(kKey, there);
    return there;
}

void RecentFiles::add(const QString& path)
{
    const QString full = QFileInfo(path).absoluteFilePath();
    QStringList files = list();
    files.removeAll(full);
    files.prepend(full);
    QSettings().setValue(kKey, files.mid(0, kMost));
}

void RecentFiles::clear() { QSettings().remove(kKey); }

} // namespace realuid::studio
