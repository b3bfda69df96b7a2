// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/evaluator.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QtTest>

using namespace realuid;
using namespace realuid::studio;

class TestEvaluator : public QObject
{
    Q_OBJECT

    static Scene at(double t)
    {
        Scene scene;
        scene.view.t = t;
        return scene;
    }

private Q_SLOTS:
    void theNewestRequestWins()
    {
        QSemaphore started, go;
        std::vector<double> computed;
        std::vector<double> shown;
        Evaluator evaluator([&](const FrameRequest& request) {
            started.release();
            go.acquire();
            computed.push_back(request.scene.view.t);
            Frame frame;
            frame.request = request;
            return frame;
        });
        connect(&evaluator, &Evaluator::ready, this,
                [&](std::shared_ptr<const Frame> frame) { shown.push_back(frame->request.scene.view.t); });
        evaluator.requestFull(at(0.1), {});
        QVERIFY(started.tryAcquire(1, 5000)); // the first is being computed
        for (const double t : {0.2, 0.3, 0.4})
            evaluator.requestFull(at(t), {}); // one slot: the last of these is left
        go.release(2);
        QTRY_VERIFY(!shown.empty() && shown.back() == 0.4);
        QCOMPARE(computed, (std::vector<double>{0.1, 0.4}));
    }

    void aDraftComesAtOnceAndTheFullFrameAtRest()
    {
        std::vector<Detail> shown;
        Evaluator evaluator([](const FrameRequest& request) {
            Frame frame;
            frame.request = request;
            return frame;
        });
        connect(&evaluator, &Evaluator::ready, this,
                [&](std::shared_ptr<const Frame> frame) { shown.push_back(frame->request.detail); });
        QElapsedTimer clock;
        clock.start();
        evaluator.request(at(0.5), {});
        QTRY_COMPARE(shown.size(), 1u);
        QVERIFY(shown[0] == Detail::Draft);
        QTRY_COMPARE(shown.size(), 2u);
        QVERIFY(shown[1] == Detail::Full);
        QVERIFY(clock.elapsed() >= Evaluator::kRestMs);
    }

    void itEndsWhileAJobRuns()
    {
        QSemaphore started;
        {
            Evaluator evaluator([&](const FrameRequest&) {
                started.release();
                QTest::qSleep(30);
                return Frame{};
            });
            evaluator.requestFull(at(0.5), {});
            QVERIFY(started.tryAcquire(1, 5000));
        }
        QCoreApplication::processEvents(); // what was queued for it is gone with it
    }
};

QTEST_MAIN(TestEvaluator)
#include "tst_evaluator.moc"
