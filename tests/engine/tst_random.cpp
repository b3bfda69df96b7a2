// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/random_fill.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

using namespace realuid;
using namespace realuid::engine;

class TestRandom : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsAreStreams();
    void batchesAndThreadsDoNotMatter();
    void moments();
};

void TestRandom::rowsAreStreams()
{
    const at::Tensor out = at::empty({3, 2, 5}, at::kDouble);
    engine::fillNormal({7, Purpose::Latent, 2, 100}, out);
    std::array<double, 10> row{};
    realuid::fillNormal(RandomStream{7, Purpose::Latent, 2, 101}, row.data(), row.size());
    QVERIFY(std::equal(row.begin(), row.end(), out[1].data_ptr<double>()));
    const at::Tensor times = at::empty({3}, at::kDouble);
    fillUniform({7, Purpose::Time, 2, 100}, times);
    QCOMPARE(times[2].item<double>(), uniform(RandomStream{7, Purpose::Time, 2, 102}.block(0)[0]));
}

void TestRandom::batchesAndThreadsDoNotMatter()
{
    const at::Tensor whole = at::empty({64, 3, 32, 32}), parts = at::empty_like(whole);
    at::set_num_threads(1);
    engine::fillNormal({1, Purpose::Noise, 5, 0}, whole);
    at::set_num_threads(2);
    for (std::int64_t first = 0; first < 64; first += 16)
        engine::fillNormal({1, Purpose::Noise, 5, static_cast<std::uint64_t>(first)}, parts.narrow(0, first, 16));
    QVERIFY(at::equal(whole, parts));
}

/// Of 200,000 numbers, within five standard errors.
void TestRandom::moments()
{
    const at::Tensor normals = at::empty({200, 1000}, at::kDouble), uniforms = at::empty({200000}, at::kDouble);
    engine::fillNormal({3, Purpose::Noise, 0, 0}, normals);
    fillUniform({3, Purpose::Time, 0, 0}, uniforms);
    const double error = 5 / std::sqrt(200000.0);
    QVERIFY(std::abs(normals.mean().item<double>()) < error);
    QVERIFY(std::abs(normals.square().mean().item<double>() - 1) < error * std::sqrt(2.0));
    QVERIFY(std::abs(normals.pow(4).mean().item<double>() - 3) < error * std::sqrt(96.0));
    QVERIFY(std::abs(uniforms.mean().item<double>() - 0.5) < error * std::sqrt(1 / 12.0));
    QVERIFY(uniforms.min().item<double>() > 0 && uniforms.max().item<double>() < 1);
}

QTEST_GUILESS_MAIN(TestRandom)
#include "tst_random.moc"
