// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/frame_files.h"

#include "core/api/error.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace realuid::studio
{
namespace
{

[[noreturn]] void refuse(const QString& path)
{
    throw Error(ErrorKind::File, {REALUID_TEXT("the pictures could not be written")}, path.toStdString(),
                {REALUID_TEXT("make room on the disk or choose another place")});
}

} // namespace

QString frameFolder(const QString& path)
{
    const QFileInfo info(path);
    return info.path() + u'/' + info.completeBaseName();
}

void writeFrameFiles(const QString& path, bool overwrite, int count, const std::function<QImage(int)>& frame)
{
    const QString folder = frameFolder(path);
    const QFileInfo there(folder);
    if (there.exists() && (!overwrite || !there.isDir()))
        throw Error(ErrorKind::Usage, {REALUID_TEXT("exists already")}, folder.toStdString(),
                    {REALUID_TEXT("choose another name or add --overwrite")});
    QTemporaryDir parts(folder + QStringLiteral(".part-XXXXXX")); // removes itself
    if (!parts.isValid())
        refuse(folder);
    QStringList names;
    for (int i = 0; i < count; ++i) {
        names << QStringLiteral("frame-%1.png").arg(i + 1, 4, 10, QLatin1Char('0'));
        if (!frame(i).save(parts.filePath(names.back()), "PNG"))
            refuse(folder);
    }
    QDir target(folder);
    if (!target.exists()) {
        QFile::setPermissions(parts.path(), QFile::permissions(there.path()));
        parts.setAutoRemove(false);
        if (!QDir().rename(parts.path(), folder)) {
            parts.setAutoRemove(true);
            refuse(folder);
        }
        return;
    }
    for (const QString& old : target.entryList({QStringLiteral("frame-*.png")}, QDir::Files))
        target.remove(old);
    for (const QString& name : names)
        if (!QFile::rename(parts.filePath(name), target.filePath(name)))
            refuse(folder);
}

} // namespace realuid::studio
