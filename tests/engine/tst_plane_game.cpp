// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/engine/plane_game.h"

#include <QtTest>

using namespace realuid;

class TestPlaneGame : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void learns();
    void reproducible();
    void stops();
    void faults();
};

static PlaneRequest request()
{
    PlaneRequest r;
    r.real = gaussian({1.5, -1}, {0.3, 0.1, 0.1, 0.2});
    r.steps = 1200;
    r.batch = 64;
    r.hidden = 32;
    r.layers = 2;
    r.threads = 1;
    r.samples = 1000;
    return r;
}

/// From about N(0, I) most of the way to a Gaussian elsewhere.
void TestPlaneGame::learns()
{
    Observer nobody;
    const PlaneResult result = engine::distilPlane(request(), nobody, {});
    QCOMPARE(result.updates.size(), 1200u);
    QCOMPARE(static_cast<int>(result.updates[5].player), static_cast<int>(Player::Generator));
    QVERIFY2(result.distanceAfter < 0.25 * result.distanceBefore,
             qPrintable(QString("%1 to %2").arg(result.distanceBefore).arg(result.distanceAfter)));
    QCOMPARE(result.modesCovered, 1);
    QCOMPARE(result.before.size(), 1000u);
    QCOMPARE(result.probes.size(), 1000u);
    for (const FieldProbe& probe : result.probes)
        QVERIFY(probe.t >= 0.05 && probe.t <= 0.9 && probe.x.size() == 2 && probe.fake.size() == 2);
}

void TestPlaneGame::reproducible()
{
    Observer nobody;
    PlaneRequest r = request();
    r.steps = 30;
    const PlaneResult a = engine::distilPlane(r, nobody, {}), b = engine::distilPlane(r, nobody, {});
    QVERIFY(a.after == b.after);
    r.seed = 43;
    QVERIFY(engine::distilPlane(r, nobody, {}).after != a.after);
}

void TestPlaneGame::stops()
{
    Observer nobody;
    int asked = 0;
    try {
        engine::distilPlane(request(), nobody, [&] { return ++asked == 10; });
        QFAIL("went on");
    } catch (const Error& error) {
        QCOMPARE(static_cast<int>(error.kind()), static_cast<int>(ErrorKind::Stopped));
    }
}

void TestPlaneGame::faults()
{
    Observer nobody;
    PlaneRequest r = request();
    r.real.components[0].covariance = {1, 2, 2, 1};
    r.steps = 0;
    r.lr = 0;
    try {
        engine::distilPlane(r, nobody, {});
        QFAIL("started");
    } catch (const Error& error) {
        QCOMPARE(error.faults().size(), 3u);
    }
}

QTEST_GUILESS_MAIN(TestPlaneGame)
#include "tst_plane_game.moc"
