// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/session.h"

#include "app/shell/texts.h"
#include "core/io/atomic_file.h"
#include "core/io/scene_json.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace realuid::studio
{
namespace
{
constexpr const char* kKeys[] = {"name", "preset", "path"};
} // namespace

Session::Session(SceneDocument& document, const QString& folder, QObject* parent) : QObject(parent), m_document(document)
{
    take(folder);
    restore();
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &Session::write);
    connect(&m_document, &SceneDocument::changed, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_document, &SceneDocument::replaced, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_document.undoStack(), &QUndoStack::cleanChanged, &m_delay, qOverload<>(&QTimer::start));
}

Session::~Session()
{
    if (m_delay.isActive())
        write();
}

QString Session::usualFolder() { return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation); }

void Session::take(const QString& folder)
{
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return;
    for (int i = 1; i <= kMostSessions; ++i) {
        const QString file = QDir(folder).filePath(QStringLiteral("session-%1.json").arg(i));
        auto lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
        lock->setStaleLockTime(0); // held until its program ends, however long that runs
        if (!lock->tryLock())
            continue;
        m_lock = std::move(lock);
        m_file = file;
        return;
    }
}

void Session::restore()
{
    if (!QFileInfo::exists(m_file))
        return;
    try {
        const Json json = readJson(m_file.toStdString());
        const std::string where = m_file.toStdString();
        SceneDocument::Saved saved{sceneFromJson(json.at("scene"), where), sceneFromJson(json.at("base"), where), {}, {}, {}, json.at("edited").get<bool>()};
        QString* const texts[] = {&saved.name, &saved.presetId, &saved.path};
        for (int i = 0; i < 3; ++i)
            *texts[i] = toQString(json.at(kKeys[i]).get<std::string>());
        m_document.restore(saved);
    } catch (const std::exception&) {
        // Damaged, or of another version: kept aside, in case someone wants it, and begun anew.
        QFile::remove(m_file + QStringLiteral(".unreadable"));
        QFile::rename(m_file, m_file + QStringLiteral(".unreadable"));
    }
}

void Session::write()
{
    if (m_file.isEmpty())
        return;
    const SceneDocument::Saved saved = m_document.saved();
    const Json json{{"version", 1},
                    {"scene", toJson(saved.scene)},
                    {"base", toJson(saved.base)},
                    {kKeys[0], saved.name.toStdString()},
                    {kKeys[1], saved.presetId.toStdString()},
                    {kKeys[2], saved.path.toStdString()},
                    {"edited", saved.edited}};
    try {
        writeAtomically(m_file.toStdString(), true, json.dump(2) + "\n");
    } catch (const Error& error) {
        if (!std::exchange(m_failed, true))
            Q_EMIT failed(errorText(error));
    }
}

} // namespace realuid::studio
