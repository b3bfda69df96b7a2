// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/engine/bench.h"
#include "core/engine/unet_work.h"

#include <QtTest>

using namespace realuid;

class TestBench : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void workOfTheAuthorsNetwork();
    void rows();
    void faults();
};

/// Counted by others: 6.22 GMAC at width 128, 0.422 at width 32 with 64 channels a head.
void TestBench::workOfTheAuthorsNetwork()
{
    engine::UNetGeometry g;
    QVERIFY(std::abs(engine::forwardMacs(g, 32) / 6.22e9 - 1) < 1e-3);
    g.width = 32;
    QVERIFY(std::abs(engine::forwardMacs(g, 32) / 0.422e9 - 1) < 2e-3);
}

void TestBench::rows()
{
    BenchRequest request;
    request.only = "data";
    request.repeats = 3;
    const std::vector<BenchRow> rows = engine::runBench(request, {});
    QCOMPARE(rows.size(), 1u);
    QVERIFY(rows[0].minMs > 0 && rows[0].minMs <= rows[0].medianMs && rows[0].medianMs <= rows[0].maxMs);
}

void TestBench::faults()
{
    BenchRequest request;
    request.only = "nothing";
    request.widths = {33};
    request.repeats = 0;
    request.precision = "float8";
    try {
        engine::runBench(request, {});
        QFAIL("ran");
    } catch (const Error& error) {
        QVERIFY(error.faults().size() >= 4);
    }
}

QTEST_GUILESS_MAIN(TestBench)
#include "tst_bench.moc"
