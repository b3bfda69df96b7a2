// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/background.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace realuid::widgets;

class TestBackground : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// In order, from any thread, on the box's own; a letter with an event loop of its own holds up none.
    void lettersAreOpenedInOrder()
    {
        Mailbox box;
        QString order;
        std::thread sender([&] {
            for (const char letter : {'a', 'b', 'c'})
                box.post([&order, letter, &box] {
                    order += QLatin1Char(letter);
                    if (letter == 'a')
                        QTRY_COMPARE(order, QStringLiteral("abc"));
                    if (QThread::currentThread() != box.thread())
                        order += u'!';
                });
        });
        sender.join();
        QVERIFY(order.isEmpty());
        QTRY_COMPARE(order, QStringLiteral("abc"));
        // One that ends the box is the last; those behind it are dropped.
        auto other = std::make_unique<Mailbox>();
        other->post([&] { other.reset(); });
        other->post([&] { order += u'd'; });
        QTRY_VERIFY(!other);
        QTest::qWait(10);
        QCOMPARE(order, QStringLiteral("abc"));
    }

    void resultsAreShownOnTheGuiThread()
    {
        Background background;
        QThread* worked = nullptr;
        QThread* shown = nullptr;
        QSignalSpy idle(&background, &Background::becameIdle);
        background.post([&](std::stop_token) -> Background::Show {
            worked = QThread::currentThread();
            return [&] { shown = QThread::currentThread(); };
        });
        QVERIFY(!background.idle());
        QTRY_COMPARE(idle.count(), 1);
        QVERIFY(background.idle());
        QCOMPARE(shown, QThread::currentThread());
        QVERIFY(worked && worked != shown);
    }

    void aNewerJobStopsTheOneThatRuns()
    {
        Background background;
        std::atomic<bool> started = false;
        QStringList shown;
        background.post([&](std::stop_token stop) -> Background::Show {
            started = true;
            while (!stop.stop_requested())
                std::this_thread::yield();
            return [&] { shown += QStringLiteral("first"); };
        });
        QTRY_VERIFY(started);
        background.post([&](std::stop_token) -> Background::Show { return [&] { shown += QStringLiteral("second"); }; });
        QTRY_VERIFY(background.idle());
        QCOMPARE(shown, QStringList{QStringLiteral("second")});
    }

    void aJobThatFollowsLetsTheOtherBeShown()
    {
        Background background;
        std::atomic<bool> started = false, go = false;
        QStringList shown;
        background.post([&](std::stop_token stop) -> Background::Show {
            started = true;
            while (!go)
                std::this_thread::yield();
            const QString text = stop.stop_requested() ? QStringLiteral("stopped") : QStringLiteral("first");
            return [&shown, text] { shown += text; };
        });
        QTRY_VERIFY(started);
        background.post([&](std::stop_token) -> Background::Show { return [&] { shown += QStringLiteral("second"); }; },
                        Background::Newer::Follows);
        go = true;
        QTRY_COMPARE(shown.size(), 2);
        QCOMPARE(shown.front(), QStringLiteral("first"));
    }

    void cancelShowsNothing()
    {
        Background background;
        std::atomic<bool> started = false, ended = false;
        bool shown = false;
        background.post([&](std::stop_token stop) -> Background::Show {
            started = true;
            while (!stop.stop_requested())
                std::this_thread::yield();
            ended = true;
            return [&] { shown = true; };
        });
        QTRY_VERIFY(started);
        background.cancel();
        QVERIFY(background.idle());
        QTRY_VERIFY(ended);
        QTest::qWait(20);
        QVERIFY(!shown);
    }

    void endingStopsWhatRuns()
    {
        std::atomic<bool> started = false, stopped = false;
        {
            Background background;
            background.post([&](std::stop_token stop) -> Background::Show {
                started = true;
                while (!stop.stop_requested())
                    std::this_thread::yield();
                stopped = true;
                return {};
            });
            QTRY_VERIFY(started);
        }
        QVERIFY(stopped);
    }
};

QTEST_GUILESS_MAIN(TestBackground)
#include "tst_background.moc"
