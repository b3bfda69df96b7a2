// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/session.h"
#include "app/shell/recent_files.h"
#include "core/api/error.h"

#include <QSettings>
#include <QStandardPaths>
#include <QtTest>

using namespace realuid;
using namespace realuid::studio;

class TestSession : public QObject
{
    Q_OBJECT

    static void setAlpha(SceneDocument& document, double alpha)
    {
        Scene scene = document.scene();
        scene.loss.alpha = alpha;
        document.edit(scene, QStringLiteral("alpha"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("realuid-test-session"));
        QSettings().clear();
    }

    void whatWasOpenIsOpenAgain()
    {
        const QTemporaryDir folder;
        SceneDocument first;
        {
            Session session(first, folder.path());
            first.loadPreset(QStringLiteral("mixtures-2d"));
            setAlpha(first, 1.0 / 3);
        }
        SceneDocument second;
        Session session(second, folder.path());
        QVERIFY(second.scene() == first.scene());
        QCOMPARE(second.presetId(), QStringLiteral("mixtures-2d"));
        QVERIFY(!second.undoStack().isClean());
        second.reset();
        SceneDocument fresh;
        fresh.loadPreset(QStringLiteral("mixtures-2d"));
        QVERIFY(second.scene() == fresh.scene());
    }

    void aCrashLosesAtMostAMoment()
    {
        const QTemporaryDir folder;
        SceneDocument document;
        const Session session(document, folder.path());
        setAlpha(document, 0.25);
        QTRY_VERIFY(QFileInfo::exists(session.file()));
    }

    void twoProgramsKeepTwoSessions()
    {
        const QTemporaryDir folder;
        SceneDocument first, second;
        const Session a(first, folder.path()), b(second, folder.path());
        QVERIFY(!a.file().isEmpty() && !b.file().isEmpty() && a.file() != b.file());
    }

    void aDamagedSessionIsPutAside()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("session-1.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"scene\": 3");
        file.close();
        SceneDocument document;
        const Scene before = document.scene();
        const Session session(document, folder.path());
        QVERIFY(document.scene() == before);
        QVERIFY(QFileInfo::exists(file.fileName() + QStringLiteral(".unreadable")));
    }

    void openingAFileAfterwardsCanBeUndone()
    {
        const QTemporaryDir folder;
        SceneDocument first;
        {
            const Session session(first, folder.path());
            setAlpha(first, 0.3);
        }
        SceneDocument second;
        const Session session(second, folder.path());
        second.loadPreset(QStringLiteral("two-mixtures"));
        second.undoStack().undo();
        QCOMPARE(second.scene().loss.alpha, 0.3);
    }

    void recentFilesForgetWhatIsGone()
    {
        const QTemporaryDir folder;
        RecentFiles recent;
        recent.clear();
        for (const char* name : {"a.json", "b.json", "a.json"}) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            recent.add(file.fileName());
        }
        QCOMPARE(recent.list(), QStringList({folder.filePath(QStringLiteral("a.json")), folder.filePath(QStringLiteral("b.json"))}));
        QFile::remove(folder.filePath(QStringLiteral("a.json")));
        QCOMPARE(RecentFiles().list(), QStringList(folder.filePath(QStringLiteral("b.json"))));
        recent.clear();
        QVERIFY(recent.list().isEmpty());
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
