// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/adam.h"
#include "core/engine/ema.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>

using namespace realuid::engine;

class TestAdam : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void formula_data();
    void formula();
    void fused();
    void firstUpdateMovesAveragesOnly();
    void norm();
    void averages();
};

void TestAdam::formula_data()
{
    QTest::addColumn<double>("beta1");
    QTest::addColumn<double>("clip");
    QTest::addColumn<double>("decay");
    QTest::newRow("the authors' distillation") << 0.0 << 1.0 << 0.0;
    QTest::newRow("the authors' teacher") << 0.9 << 1.0 << 0.0;
    QTest::newRow("never clipped") << 0.5 << 1e9 << 0.0;
    QTest::newRow("AdamW") << 0.9 << 1.0 << 0.1;
}

/// Kingma and Ba's algorithm, written with powers and sums over the history of gradients.
void TestAdam::formula()
{
    QFETCH(double, beta1);
    QFETCH(double, clip);
    QFETCH(double, decay);
    constexpr int kSize = 70001, kSteps = 5, kWarmup = 3;
    constexpr double kBeta2 = 0.999, kRate = 0.01;
    const at::Tensor weights = at::linspace(-1, 1, kSize, at::kDouble);
    const at::Tensor start = weights.clone();
    Adam adam(weights, {.lr = kRate, .beta1 = beta1, .beta2 = kBeta2, .clip = clip, .warmup = kWarmup, .decoupled = decay > 0, .decay = decay});
    std::vector<at::Tensor> history;
    at::Tensor expected = start.clone();
    for (int k = 1; k <= kSteps; ++k) {
        const at::Tensor gradient = at::sin(start * (17.0 * k)) / k;
        const double norm = gradient.norm().item<double>();
        adam.update(gradient, norm);
        history.push_back(gradient * std::min(1.0, clip / (norm + 1e-6)));
        at::Tensor mean = at::zeros_like(start), square = at::zeros_like(start);
        for (int i = 1; i <= k; ++i) {
            const at::Tensor& g = history[static_cast<std::size_t>(i - 1)];
            mean += (1 - beta1) * std::pow(beta1, k - i) * g;
            square += (1 - kBeta2) * std::pow(kBeta2, k - i) * g * g;
        }
        const double rate = kRate * std::min(k - 1, kWarmup) / kWarmup;
        expected *= 1 - rate * decay;
        expected -= rate * (mean / (1 - std::pow(beta1, k))) / ((square / (1 - std::pow(kBeta2, k))).sqrt() + 1e-8);
    }
    QVERIFY((weights - expected).abs().max().item<double>() < 1e-12);
}

/// The kernel that GPUs take, on the processor, where LibTorch has it there.
void TestAdam::fused()
{
    for (const double decay : {0.0, 0.1}) {
        const AdamSettings settings{.lr = 0.01, .beta1 = 0.9, .decoupled = decay > 0, .decay = decay};
        const at::Tensor start = at::linspace(-1, 1, 999, at::kDouble).to(at::kFloat), weights = start.clone();
        Adam adam(weights, settings);
        const AdamBuffers other{start.clone(), at::zeros_like(start), at::zeros_like(start)};
        for (int k = 1; k <= 4; ++k) {
            const at::Tensor gradient = at::sin(start * (3.0 * k)) / 100; // never clipped
            adam.update(gradient, 0.1);
            if (!fusedAdam(other, gradient.clone(), settings, settings.lr, k))
                QSKIP("this LibTorch has no such kernel");
        }
        QVERIFY((weights - other.parameters).abs().max().item<double>() < 1e-6);
        QVERIFY((adam.firstMoment() - other.first).abs().max().item<double>() < 1e-7);
        QVERIFY((adam.secondMoment() - other.second).abs().max().item<double>() < 1e-9);
    }
}

void TestAdam::firstUpdateMovesAveragesOnly()
{
    const at::Tensor weights = at::ones({10}, at::kFloat), before = weights.clone();
    Adam adam(weights, {.lr = 1, .warmup = 1});
    adam.update(at::ones({10}, at::kFloat), std::sqrt(10.0));
    QVERIFY(at::equal(weights, before));
    QVERIFY(adam.secondMoment().min().item<float>() > 0);
    QCOMPARE(adam.rate(), 1.0);
}

/// In chunks, and equal for any number of threads.
void TestAdam::norm()
{
    const at::Tensor gradient = at::cos(at::arange(300001, at::kDouble)).to(at::kFloat);
    const double expected = gradient.to(at::kDouble).norm().item<double>();
    at::set_num_threads(1);
    const double one = gradientNorm(gradient).item<double>();
    at::set_num_threads(3);
    const double three = gradientNorm(gradient).item<double>();
    QVERIFY(std::abs(one / expected - 1) < 1e-12);
    QCOMPARE(three, one);
}

void TestAdam::averages()
{
    const at::Tensor weights = at::linspace(0, 1, 12345, at::kDouble), start = weights.clone();
    Ema ema(weights, {0.5, 0.75});
    weights.mul_(3);
    ema.update(weights);
    ema.update(weights);
    for (std::size_t i = 0; i < 2; ++i) {
        const double kept = ema.decays()[i] * ema.decays()[i];
        QVERIFY((ema.average(i) - (kept * start + (1 - kept) * weights)).abs().max().item<double>() < 1e-15);
    }
}

QTEST_GUILESS_MAIN(TestAdam)
#include "tst_adam.moc"
