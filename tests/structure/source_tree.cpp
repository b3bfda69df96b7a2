// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/structure/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>

#include <sstream>

namespace realuid::structure
{
namespace
{

QStringList trackedFiles(const QString& root)
{
    if (!QFile::exists(root + "/.git"))
        return {};
    QProcess git;
    git.start("git", {"-c", "safe.directory=*", "-C", root, "ls-files", "-z"});
    if (!git.waitForFinished() || git.exitCode() != 0)
        return {};
    return QString::fromUtf8(git.readAllStandardOutput()).split(QChar(0), Qt::SkipEmptyParts);
}

QStringList filesOnDisk(const QString& root)
{
    QStringList paths;
    QDirIterator files(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = QDir(root).relativeFilePath(files.next());
        if (!path.startsWith(".git/") && !path.startsWith("build"))
            paths << path;
    }
    return paths;
}

} // namespace

SourceTree readTree(const std::string& root)
{
    const QString base = QString::fromStdString(root);
    QStringList paths = trackedFiles(base);
    if (paths.isEmpty())
        paths = filesOnDisk(base);
    SourceTree tree;
    for (const QString& path : paths) {
        QFile file(base + "/" + path);
        if (file.open(QIODevice::ReadOnly))
            tree.push_back({path.toStdString(), file.readAll().toStdString()});
    }
    return tree;
}

std::vector<TargetLinks> readLinks(const std::string& text)
{
    std::vector<TargetLinks> all;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream cells(line);
        TargetLinks row;
        std::getline(cells, row.folder, '\t');
        std::getline(cells, row.target, '\t');
        for (std::string link; std::getline(cells, link, ';');)
            row.links.push_back(link);
        all.push_back(row);
    }
    return all;
}

} // namespace realuid::structure
