// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/feature_metrics.h"
#include "tests/engine/fixture_tensors.h"

#include <ATen/CPUGeneratorImpl.h>

#include <cmath>

using namespace realuid;
using namespace realuid::engine;

namespace
{
void compare(double got, double expected, double tolerance)
{
    const double error = std::abs(got - expected) / std::max(std::abs(expected), 1e-300);
    QVERIFY2(error <= tolerance, qPrintable(QStringLiteral("%1 instead of %2").arg(got, 0, 'g', 17).arg(expected, 0, 'g', 17)));
}

Tensor normal(std::int64_t n, std::int64_t features, std::uint64_t seed)
{
    const at::Generator generator = at::detail::createCPUGenerator(seed);
    return at::randn({n, features}, generator, at::kDouble);
}
} // namespace

class TestFeatureMetrics : public QObject
{
    Q_OBJECT

    std::unique_ptr<SafetensorsReader> m_tensors;
    Json m_expected;

    bool load()
    {
        const auto file = fixture("metrics.safetensors"), list = fixture("metrics.json");
        if (file.empty() || list.empty())
            return false;
        m_tensors = std::make_unique<SafetensorsReader>(file);
        m_expected = readJson(list);
        return true;
    }

private Q_SLOTS:
    void initTestCase() { load(); }

    void golden()
    {
        if (!m_tensors)
            QSKIP("golden data not found: set REALUID_FIXTURES to the folder that holds metrics.safetensors");
        const Tensor real = m_tensors->read("real"), generated = m_tensors->read("generated"), logits = m_tensors->read("logits");
        compare(frechetDistance(real, generated), m_expected["fid"]["value"], 1e-8);
        const std::int64_t few = m_expected["shapes"]["few"][0];
        compare(frechetDistance(real.narrow(0, 0, few), generated.narrow(0, 0, few)), m_expected["fid_rank_deficient"]["value"], 1e-8);
        compare(kernelDistance(real, generated), m_expected["kid"]["full_unbiased"], 1e-8);
        const Json& expected = m_expected["precision_recall"];
        const PrecisionRecall got = precisionRecall(real, generated, expected["k"]);
        QCOMPARE(got.precision, expected["precision"].get<double>());
        QCOMPARE(got.recall, expected["recall"].get<double>());
        const Json& score = m_expected["inception_score"];
        compare(inceptionScore(logits, 1).mean, score["splits1"], 1e-8);
        compare(inceptionScore(logits, 10).mean, score["splits10_mean"], 1e-8);
        compare(inceptionScore(logits, 10).deviation, score["splits10_std_population"], 1e-8);
    }

    void kernelDistanceOfSubsets()
    {
        if (!m_tensors)
            QSKIP("golden data not found: set REALUID_FIXTURES to the folder that holds metrics.safetensors");
        const Tensor real = m_tensors->read("kid_index_real"), generated = m_tensors->read("kid_index_generated");
        for (std::int64_t i = 0; i < real.size(0); ++i)
            compare(kernelDistance(m_tensors->read("real").index_select(0, real[i]), m_tensors->read("generated").index_select(0, generated[i])),
                    m_expected["kid"]["subset_values"][static_cast<std::size_t>(i)], 1e-8);
    }

    void aShiftCostsItsSquare_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addRow("more rows than features") << 300;
        QTest::addRow("fewer rows than features") << 7;
    }
    void aShiftCostsItsSquare()
    {
        QFETCH(int, rows);
        const Tensor x = normal(rows, 20, 1);
        compare(frechetDistance(x, x + 0.5), 20 * 0.25, 1e-10);
        QVERIFY(std::abs(frechetDistance(x, x)) < 1e-10);
        compare(frechetDistance(x, 3 * x), 4 * (x.var(0).sum() + x.mean(0).square().sum()).item<double>(), 1e-10);
    }

    void manyRowsTakeSeveralBlocks()
    {
        const Tensor x = normal(2300, 5, 2), y = normal(1700, 5, 3) + 0.3;
        const auto kernel = [](const Tensor& a, const Tensor& b) { return (at::matmul(a, b.t()) / 5 + 1).pow(3); };
        const auto within = [&](const Tensor& a) {
            const Tensor all = kernel(a, a);
            return ((all.sum() - all.diagonal().sum()) / static_cast<double>(a.size(0) * (a.size(0) - 1))).item<double>();
        };
        compare(kernelDistance(x, y), within(x) + within(y) - 2 * kernel(x, y).mean().item<double>(), 1e-10);
        const PrecisionRecall same = precisionRecall(x, x);
        QCOMPARE(same.precision, 1.0);
        QCOMPARE(precisionRecall(x, y + 100).recall, 0.0);
    }

    void certainLogitsScoreTheirClasses()
    {
        const Tensor logits = at::eye(10, at::kDouble).repeat({20, 1}) * 2000;
        compare(inceptionScore(logits, 1).mean, 10, 1e-12);
        compare(inceptionScore(at::zeros({50, 10}), 5).mean, 1, 1e-12);
        QVERIFY(inceptionScore(logits, 10).deviation < 1e-12);
    }
};

QTEST_GUILESS_MAIN(TestFeatureMetrics)
#include "tst_feature_metrics.moc"
