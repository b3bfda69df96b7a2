// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/worker_pool.h"

#include <QtTest>

using namespace realuid::game;

class TestWorkerPool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPieceOnce_data();
    void everyPieceOnce();
    void afterAPause();
};

void TestWorkerPool::everyPieceOnce_data()
{
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("pieces");
    for (const int threads : {1, 2, 5})
        for (const int pieces : {0, 1, 2, 7, 40})
            QTest::addRow("%d threads, %d pieces", threads, pieces) << threads << pieces;
}

/// Thousands of rounds of changing size, one right after the other: a worker that comes late takes from none but its own.
void TestWorkerPool::everyPieceOnce()
{
    QFETCH(int, threads);
    QFETCH(int, pieces);
    WorkerPool pool(threads);
    QCOMPARE(pool.threads(), threads);
    for (int round = 0; round < 2000; ++round) {
        const int count = pieces == 0 ? 0 : 1 + (pieces + round) % pieces;
        std::vector<int> done(static_cast<std::size_t>(count));
        bool roomsAreThere = true;
        pool.run(count, [&](int piece, int thread) {
            ++done[static_cast<std::size_t>(piece)];
            if (thread < 0 || thread >= threads)
                roomsAreThere = false;
        });
        QVERIFY(roomsAreThere);
        QVERIFY(std::all_of(done.begin(), done.end(), [](int times) { return times == 1; }));
    }
}

/// Workers that went to sleep come back.
void TestWorkerPool::afterAPause()
{
    WorkerPool pool(3);
    for (int round = 0; round < 5; ++round) {
        std::atomic<int> sum = 0;
        pool.run(30, [&](int piece, int) { sum += piece; });
        QCOMPARE(sum.load(), 435);
        QTest::qSleep(20);
    }
}

QTEST_GUILESS_MAIN(TestWorkerPool)
#include "tst_worker_pool.moc"
