// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/scene_document.h"

#include <QLockFile>
#include <QTimer>

#include <memory>

namespace realuid::studio
{

/// Keeps the open scene in a file of its own, so that the next start goes on where this one ended, however it ended. Each
/// program that runs at the same time has another file; the first that is free is taken. GUI thread.
class Session : public QObject
{
    Q_OBJECT
public:
    static constexpr int kDelayMs = 700; ///< after the last change; a drag is written once
    static constexpr int kMostSessions = 16;

    /// `folder` is made where it is not there. Restores what the file holds into the document; what it cannot read it leaves.
    Session(SceneDocument& document, const QString& folder, QObject* parent = nullptr);
    ~Session() override; ///< writes what is not yet written

    QString file() const { return m_file; } ///< empty where none can be kept

    /// Application data of this user.
    static QString usualFolder();

Q_SIGNALS:
    void failed(const QString& reason); ///< told once

private:
    void take(const QString& folder);
    void restore();
    void write();

    SceneDocument& m_document;
    QString m_file;
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_delay;
    bool m_failed = false;
};

} // namespace realuid::studio
