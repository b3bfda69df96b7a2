// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/train_page.h"
#include "app/train/run_form.h"
#include "tests/app/fake_engine.h"
#include "widgets/image_grid.h"
#include "widgets/notice.h"
#include "widgets/number_table.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QtTest>

using namespace realuid;
using namespace realuid::studio;
using State = TrainingSession::State;

class TestTrainPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<fake::FakeEngine> m_engine;
    std::unique_ptr<TrainPage> m_page;

    QAction* action(const QString& text)
    {
        for (QAction* found : m_page->barActions())
            if (found->text() == text)
                return found;
        return nullptr;
    }
    void type(const char* name, const QString& text)
    {
        auto* entry = m_page->findChild<QLineEdit*>(QString::fromLatin1(name));
        entry->setFocus();
        entry->selectAll();
        QTest::keyClicks(entry, text);
        QTest::keyClick(entry, Qt::Key_Return);
    }
    void fillForm(std::int64_t steps)
    {
        QFile teacher(m_folder->filePath(QStringLiteral("t.pt")));
        QVERIFY(teacher.open(QIODevice::WriteOnly));
        type("teacher", teacher.fileName());
        type("data", m_folder->path());
        type("run", m_folder->filePath(QStringLiteral("run")));
        RunRequest request = m_page->form().request();
        request.training.steps = steps;
        m_page->form().setRequest(request);
    }
    QString notice() { return m_page->findChild<widgets::Notice*>(QStringLiteral("trainNotice"))->text(); }
    State state() { return m_page->session().state(); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<fake::FakeEngine>();
        m_page = std::make_unique<TrainPage>([this]() -> const LoadedEngine& { return m_engine->load(); });
        m_page->resize(1280, 720);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->entered();
        QTRY_COMPARE(state(), State::Idle);
    }
    void cleanup() { m_page.reset(); }

    void faultsAreShownBeforeTheStart()
    {
        QVERIFY(!m_page->primaryAction()->isEnabled());
        QVERIFY(notice().contains(QStringLiteral("teacher")));
        QVERIFY(notice().contains(QStringLiteral("data")));
        type("teacher", QStringLiteral("/no/such/file.pt"));
        QVERIFY(notice().contains(QStringLiteral("/no/such/file.pt")));
        fillForm(10);
        QVERIFY(m_page->primaryAction()->isEnabled());
    }

    void settingsCanBeUndone()
    {
        type("data", QStringLiteral("somewhere"));
        QCOMPARE(m_page->form().request().data, std::string("somewhere"));
        m_page->undoStack()->undo();
        QCOMPARE(m_page->form().request().data, std::string());
    }

    void aRunFillsCurvesSamplesAndEvents()
    {
        fillForm(60);
        m_page->primaryAction()->trigger();
        QVERIFY(!m_page->findChild<QLineEdit*>(QStringLiteral("teacher"))->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(state(), State::Finished, 20000);
        QVERIFY(notice().contains(QStringLiteral("Checkpoints")));
        auto* tabs = m_page->findChild<QTabBar*>();
        QCOMPARE(tabs->count(), 2);
        QVERIFY(!m_page->findChild<widgets::ImageGrid*>()->picture(3).isNull());
        QCOMPARE(m_page->findChild<widgets::NumberTable*>(QStringLiteral("trainNumbers"))->rows().at(0).value, QStringLiteral("60 / 60"));
        QStringList events;
        auto* list = m_page->findChild<QListWidget*>(QStringLiteral("events"));
        for (int i = 0; i < list->count(); ++i)
            events += list->item(i)->text();
        QVERIFY(events.join(u'\n').contains(QStringLiteral("a remark of the engine")));
        QVERIFY(events.join(u'\n').contains(QStringLiteral("saved step-60.pt")));
        QVERIFY(m_page->findChild<QLineEdit*>(QStringLiteral("teacher"))->isEnabled());
    }

    void pauseStepChangeStop()
    {
        fillForm(100000);
        m_page->start();
        QTRY_COMPARE(state(), State::Running);
        action(QStringLiteral("Pause"))->trigger();
        QTRY_COMPARE(state(), State::Paused);
        QVERIFY(action(QStringLiteral("Continue")));
        const std::int64_t updates = static_cast<std::int64_t>(m_engine->log.players().size());
        action(QStringLiteral("One update"))->menu()->actions().at(2)->trigger();
        QTRY_COMPARE(static_cast<std::int64_t>(m_engine->log.players().size()), updates + 1);
        QVERIFY(m_engine->log.players().back() == Player::Generator);
        RunRequest changed = m_page->form().request();
        changed.loss.alpha = 0.9;
        m_page->form().setRequest(changed);
        QTRY_COMPARE(m_engine->log.changes.load(), 1);
        QCOMPARE(m_engine->log.lastAlpha, 0.9);
        action(QStringLiteral("Stop"))->trigger();
        QTRY_COMPARE(state(), State::Stopped);
        QVERIFY(notice().contains(QStringLiteral("realuid resume --run")));
    }

    void divergenceIsSaid()
    {
        m_engine->divergeAt = 8;
        fillForm(50);
        m_page->start();
        QTRY_COMPARE(state(), State::Diverged);
        QVERIFY(notice().contains(QStringLiteral("update 8")));
        QVERIFY(m_page->primaryAction()->isEnabled() == false); // the folder is taken: a fault says so
        QVERIFY(!action(QStringLiteral("Stop"))->isEnabled());
    }

    void closingAsksAndSaves()
    {
        fillForm(100000);
        QVERIFY(m_page->mayClose());
        m_page->start();
        QTRY_COMPARE(state(), State::Running);
        QVERIFY(!m_page->mayClose());
        auto* question = m_page->findChild<QMessageBox*>(QStringLiteral("closeQuestion"));
        QVERIFY(question && question->isVisible());
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!m_page->findChild<QMessageBox*>(QStringLiteral("closeQuestion")));
        QCOMPARE(state(), State::Running);

        QVERIFY(!m_page->mayClose());
        question = m_page->findChild<QMessageBox*>(QStringLiteral("closeQuestion"));
        QSignalSpy ready(m_page.get(), &Page::closeReady);
        for (QAbstractButton* button : question->buttons())
            if (button->text() == QStringLiteral("Save and close"))
                QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(state(), State::Stopped);
        QCOMPARE(m_engine->log.saves.load(), 1);
        QVERIFY(m_page->mayClose());
    }

    void theCommandIsCopied()
    {
        fillForm(10);
        action(QStringLiteral("Copy command"))->trigger();
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("realuid distil --teacher ")));
    }

    void theWindowStaysQuickDuringARun()
    {
        fillForm(100000);
        m_page->start();
        QTRY_COMPARE(state(), State::Running);
        qint64 longest = 0;
        QElapsedTimer clock;
        for (int i = 0; i < 50; ++i) {
            clock.start();
            QTest::qWait(10);
            longest = std::max(longest, clock.elapsed() - 10);
        }
        qInfo("longest wait of the GUI thread during a run: %lld ms", static_cast<long long>(longest));
        QVERIFY(longest < 2000);
        m_page->session().stop();
        QTRY_COMPARE(state(), State::Stopped);
    }
};

QTEST_MAIN(TestTrainPage)
#include "tst_train_page.moc"
