// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/run_setup.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace realuid;
using namespace realuid::studio;

class TestRunSetup : public QObject
{
    Q_OBJECT

    static bool names(const std::vector<Fault>& faults, const std::string& field)
    {
        return std::any_of(faults.begin(), faults.end(), [&](const Fault& f) { return f.field == field; });
    }

private Q_SLOTS:
    void folderNames()
    {
        const QTemporaryDir folder;
        const QString before = QDir::currentPath();
        QDir::setCurrent(folder.path());
        RunRequest request;
        const QDate day(2026, 11, 23);
        QCOMPARE(defaultRunFolder(request, day), QStringLiteral("runs/2026-11-23-a094-b096"));
        QDir().mkpath(QStringLiteral("runs/2026-11-23-a094-b096"));
        QCOMPARE(defaultRunFolder(request, day), QStringLiteral("runs/2026-11-23-a094-b096-2"));
        request.loss.alpha = 1;
        request.loss.beta = 0.965;
        QCOMPARE(defaultRunFolder(request, day), QStringLiteral("runs/2026-11-23-a100-b0965"));
        request.kind = RunKind::Teacher;
        QCOMPARE(defaultRunFolder(request, day), QStringLiteral("runs/2026-11-23-teacher"));
        QDir::setCurrent(before);
        QVERIFY(isDefaultRunFolder("runs/2026-11-23-a094-b096-2"));
        QVERIFY(!isDefaultRunFolder("runs/mine"));
    }

    void allFaultsAtOnce()
    {
        RunRequest request;
        request.teacher = "nowhere.pt:gen";
        request.loss.alpha = 1.2;
        request.training.width = 33;
        const std::vector<Fault> faults = check(request);
        for (const char* field : {"teacher", "data", "run", "alpha", "width"})
            QVERIFY2(names(faults, field), field);
    }

    void sourcesAreWordsOrFolders()
    {
        const QTemporaryDir folder;
        RunRequest request;
        request.source = folder.path().toStdString();
        QVERIFY(!names(check(request), "source"));
        request.source = "grey";
        QVERIFY(!names(check(request), "source"));
        QVERIFY(commandLine(request).contains(QStringLiteral("--source grey")));
        request.source = "nowhere";
        QVERIFY(names(check(request), "source"));
    }

    void filesThatAreThereAreFine()
    {
        const QTemporaryDir folder;
        QFile teacher(folder.filePath(QStringLiteral("t.pt")));
        QVERIFY(teacher.open(QIODevice::WriteOnly));
        RunRequest request;
        request.teacher = teacher.fileName().toStdString() + ":0.999";
        request.data = folder.path().toStdString();
        request.directory = folder.filePath(QStringLiteral("new")).toStdString();
        QVERIFY(!anyFault(check(request)));
        request.directory = folder.path().toStdString();
        QVERIFY(names(check(request), "run"));
    }

    void aTeacherRunNeedsNoTeacher()
    {
        RunRequest request;
        request.kind = RunKind::Teacher;
        request.loss.alpha = 7;
        const std::vector<Fault> faults = check(request);
        QVERIFY(!names(faults, "teacher"));
        QVERIFY(!names(faults, "alpha"));
    }

    void commands()
    {
        RunRequest request;
        request.teacher = "it's a teacher.pt";
        request.data = "data/cifar-10";
        request.directory = "r";
        request.training.batch = 16;
        request.training.emaDecays = {0.9, 0.99};
        request.loss.alpha = 0.98;
        QCOMPARE(commandLine(request), QStringLiteral("realuid distil --teacher 'it'\\''s a teacher.pt' --data data/cifar-10 "
                                                      "--run r --alpha 0.98 --batch 16 --ema-decays 0.9,0.99"));
        request.kind = RunKind::Teacher;
        request.training = teacherDefaults();
        QCOMPARE(commandLine(request), QStringLiteral("realuid teacher --data data/cifar-10 --run r"));
    }
};

QTEST_MAIN(TestRunSetup)
#include "tst_run_setup.moc"
