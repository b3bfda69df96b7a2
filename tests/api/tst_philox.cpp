// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/philox.h"

#include <QtTest>

#include <set>

using namespace realuid;

/// The generator against the vectors that its authors publish with Random123 (kat_vectors, philox4x32 10), and the
/// streams built on it.
class TestPhilox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedVectors_data()
    {
        QTest::addColumn<QList<quint32>>("in");
        QTest::addColumn<QList<quint32>>("out");
        QTest::newRow("zeros") << QList<quint32>{0, 0, 0, 0, 0, 0}
                               << QList<quint32>{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8};
        QTest::newRow("ones") << QList<quint32>(6, 0xffffffff)
                              << QList<quint32>{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd};
        QTest::newRow("pi") << QList<quint32>{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0}
                            << QList<quint32>{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1};
    }

    void publishedVectors()
    {
        QFETCH(QList<quint32>, in);
        QFETCH(QList<quint32>, out);
        const PhiloxBlock block = philox({in[0], in[1], in[2], in[3]}, in[4], in[5]);
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(block[i], out[static_cast<qsizetype>(i)]);
    }

    void streamsDiffer()
    {
        std::set<PhiloxBlock> blocks;
        for (const std::uint64_t seed : {0ull, 1ull, 1ull << 32})
            for (const Purpose purpose : {Purpose::Noise, Purpose::Latent})
                for (const std::uint32_t step : {0u, 1u})
                    for (const std::uint64_t sample : {0ull, 1ull, 1ull << 32})
                        for (const std::uint32_t index : {0u, 1u})
                            blocks.insert(RandomStream{seed, purpose, step, sample}.block(index));
        QCOMPARE(blocks.size(), std::size_t{3 * 2 * 2 * 3 * 2});
    }

    void normalsHaveTheRightMoments()
    {
        constexpr std::size_t kSamples = 2000, kLength = 101;
        double sum = 0, squares = 0, cubes = 0, fourths = 0, neighbours = 0;
        for (std::size_t n = 0; n < kSamples; ++n) {
            std::array<double, kLength> x{};
            fillNormal(RandomStream{7, Purpose::Noise, 3, n}, x.data(), x.size());
            for (std::size_t i = 0; i < kLength; ++i) {
                sum += x[i];
                squares += x[i] * x[i];
                cubes += x[i] * x[i] * x[i];
                fourths += x[i] * x[i] * x[i] * x[i];
                neighbours += i > 0 ? x[i] * x[i - 1] : 0;
            }
        }
        const double count = kSamples * kLength; // deviations of the means: 1, sqrt 2, sqrt 15, sqrt 96 over sqrt(count)
        QVERIFY(std::abs(sum / count) < 5 / std::sqrt(count));
        QVERIFY(std::abs(squares / count - 1) < 5 * std::sqrt(2 / count));
        QVERIFY(std::abs(cubes / count) < 5 * std::sqrt(15 / count));
        QVERIFY(std::abs(fourths / count - 3) < 5 * std::sqrt(96 / count));
        QVERIFY(std::abs(neighbours / count) < 5 / std::sqrt(count));
    }

    void aShorterFillIsAPrefix()
    {
        std::array<float, 10> longer{};
        std::array<float, 7> shorter{};
        const RandomStream stream{42, Purpose::Latent, 9, 1234567};
        fillNormal(stream, longer.data(), longer.size());
        fillNormal(stream, shorter.data(), shorter.size());
        QVERIFY(std::equal(shorter.begin(), shorter.end(), longer.begin()));
    }

    void uniformStaysInside()
    {
        QVERIFY(uniform(0) > 0);
        QVERIFY(uniform(0xffffffff) < 1);
        QCOMPARE(uniform(0x80000000u), 0.5 + 0.5 / 16777216.0);
    }
};

QTEST_APPLESS_MAIN(TestPhilox)
#include "tst_philox.moc"
