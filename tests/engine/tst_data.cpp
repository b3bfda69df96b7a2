// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/engine/cifar_data.h"
#include "core/engine/shapes_data.h"
#include "core/io/atomic_file.h"

#include <ATen/ATen.h>
#include <QtTest>

#include <set>

using namespace realuid;
using namespace realuid::engine;
namespace fs = std::filesystem;

class TestData : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everyImageOnceAnEpoch();
    void flipsMirror();
    void pureFunctionOfStep();
    void refusals_data();
    void refusals();
    void shapes();
    void shapesOfAnotherSide();

private:
    fs::path folder() const { return m_folder->path().toStdString(); }
    CifarData drawn(std::int64_t n) const
    {
        writeShapes(folder() / "set", n, 3);
        return CifarData::read(folder() / "set");
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// Which record an unflipped image is; the drawn ones differ.
static std::string bytesOf(const at::Tensor& image)
{
    const at::Tensor bytes = ((image + 1) * 127.5).round().to(at::kByte).contiguous();
    return {static_cast<const char*>(bytes.data_ptr()), static_cast<std::size_t>(bytes.numel())};
}

void TestData::everyImageOnceAnEpoch()
{
    constexpr std::int64_t kRecords = 30, kBatch = 7;
    const CifarData data = drawn(kRecords);
    std::map<std::string, int> seen;
    std::vector<std::string> order;
    for (std::int64_t step = 0; step < 2 * kRecords; ++step) {
        const ImageBatch batch = data.batch(11, step, kBatch, false);
        for (std::int64_t i = 0; i < kBatch; ++i)
            order.push_back(bytesOf(batch.images[i]));
    }
    for (std::int64_t epoch = 0; epoch < 14; ++epoch) {
        const auto first = order.begin() + epoch * kRecords;
        QCOMPARE(std::set<std::string>(first, first + kRecords).size(), static_cast<std::size_t>(kRecords));
    }
    QVERIFY(!std::equal(order.begin(), order.begin() + kRecords, order.begin() + kRecords));
    QVERIFY(data.batch(11, 0, kBatch, false).images.abs().max().item<float>() <= 1);
}

void TestData::flipsMirror()
{
    const CifarData data = drawn(64);
    const ImageBatch plain = data.batch(5, 0, 64, false), flipped = data.batch(5, 0, 64, true);
    QVERIFY(at::equal(plain.labels, flipped.labels));
    int mirrored = 0;
    for (std::int64_t i = 0; i < 64; ++i) {
        const bool same = at::equal(plain.images[i], flipped.images[i]);
        QVERIFY(same || at::equal(plain.images[i].flip(2), flipped.images[i]));
        mirrored += same ? 0 : 1;
    }
    QVERIFY(mirrored > 16 && mirrored < 48);
}

void TestData::pureFunctionOfStep()
{
    const CifarData data = drawn(20);
    const ImageBatch later = data.batch(5, 9, 8, true);
    data.batch(6, 0, 8, true);
    data.batch(5, 2, 8, true);
    QVERIFY(at::equal(data.batch(5, 9, 8, true).images, later.images));
}

void TestData::refusals_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("cut short") << QByteArray(3072, 1) << "3072 bytes";
    QTest::newRow("empty") << QByteArray() << "0 bytes";
    QTest::newRow("label 10 in record 1") << QByteArray(3073, 1) + QByteArray(3073, 10) << "record 1 has label 10";
}

void TestData::refusals()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    writeAtomically(folder() / "data_batch_1.bin", false, std::string_view(content.constData(), static_cast<std::size_t>(content.size())));
    try {
        CifarData::read(folder());
        QFAIL("was read");
    } catch (const Error& error) {
        QCOMPARE(static_cast<int>(error.kind()), static_cast<int>(ErrorKind::File));
        QVERIFY2(QString(error.what()).contains(says), error.what());
        QVERIFY(error.where().ends_with("data_batch_1.bin"));
        QVERIFY(!error.remedy().empty());
    }
    QVERIFY_EXCEPTION_THROWN(CifarData::read(folder() / "absent"), Error);
}

/// All ten, each from its own index alone, and none a plain colour.
void TestData::shapes()
{
    const CifarData data = drawn(300);
    std::set<int> labels;
    for (std::int64_t i = 0; i < data.size(); ++i) {
        labels.insert(data.record(i)[0]);
        QVERIFY(std::set<std::uint8_t>(data.record(i) + 1, data.record(i) + CifarData::kRecord).size() > 20);
    }
    QCOMPARE(labels.size(), 10u);
    std::array<std::uint8_t, CifarData::kRecord> again;
    drawShape(3, 123, again.data());
    QVERIFY(std::equal(again.begin(), again.end(), data.record(123)));
    QVERIFY_EXCEPTION_THROWN(writeShapes(folder() / "set", 300, 3), Error);
}

/// The same pictures at half the side: each pixel is about the mean of four.
void TestData::shapesOfAnotherSide()
{
    const CifarData fine = CifarData::read("shapes", 32), coarse = CifarData::read("shapes", 16);
    QCOMPARE(coarse.size(), fine.size());
    QCOMPARE(coarse.side(), 16);
    double apart = 0;
    for (std::int64_t i = 0; i < 20; ++i) {
        QCOMPARE(coarse.record(i)[0], fine.record(i)[0]);
        for (int plane = 0; plane < 3; ++plane)
            for (int y = 0; y < 16; ++y)
                for (int x = 0; x < 16; ++x) {
                    const std::uint8_t* corner = fine.record(i) + 1 + plane * 1024 + 64 * y + 2 * x;
                    const double mean = (corner[0] + corner[1] + corner[32] + corner[33]) / 4.0;
                    apart += std::abs(mean - coarse.record(i)[1 + plane * 256 + 16 * y + x]) / (20 * 768);
                }
    }
    QVERIFY2(apart < 2, qPrintable(QString::number(apart)));
}

QTEST_GUILESS_MAIN(TestData)
#include "tst_data.moc"
