// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/mixture_field.h"
#include "core/engine/sliced_distance.h"
#include "tests/engine/fixture_tensors.h"

using namespace realuid;
using namespace realuid::engine;

namespace
{
Distribution twoInThePlane()
{
    Distribution d;
    d.components = {{1, {-1, 0.5}, {0.3, 0.1, 0.1, 0.2}}, {3, {1.5, -0.5}, {0.1, 0, 0, 0.4}}};
    return d;
}

/// A golden case's data: the plane's are written as ours, the line's as a coupling with independent noise N(0, 1).
Distribution distributionOf(const Json& c)
{
    Distribution d;
    if (c.contains("coupling"))
        for (const Json& k : c["coupling"])
            d.components.push_back({k["weight"], {k["mean1"]}, {k["sd1"].get<double>() * k["sd1"].get<double>()}});
    else
        for (const Json& k : c["components"]) {
            Component component{k["weight"], k["mean"], {}};
            for (const Json& line : k["covariance"])
                for (const Json& value : line)
                    component.covariance.push_back(value);
            d.components.push_back(component);
        }
    return d;
}

at::Tensor row(const Json& json)
{
    const auto values = json.is_array() ? json.get<std::vector<double>>() : std::vector<double>{json.get<double>()};
    return at::tensor(values, at::kDouble).unsqueeze(0);
}
} // namespace

class TestMixtureField : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void golden();
    void endsOfThePath();
    void velocityIsAConditionalMean();
    void samplesHaveTheirMoments();
    void slicedDistanceOfAShift();
    void modes();
};

/// Velocities by quadrature of the definition.
void TestMixtureField::golden()
{
    REALUID_FIXTURE(file, "fields.json");
    const Json json = readJson(file);
    int checked = 0;
    for (const char* group : {"cases_1d", "cases_2d"})
        for (const Json& c : json[group]) {
            if (c["schedule"] != "linear")
                continue;
            const MixtureField field(distributionOf(c), at::kDouble);
            for (const Json& point : c["points"]) {
                const at::Tensor got = field.velocity(row(point["x"]), at::full({1}, point["t"].get<double>(), at::kDouble));
                QVERIFY(relativeError(got, row(point["velocity"])) < 1e-8);
                ++checked;
            }
        }
    QVERIFY(checked > 0);
}

/// At t = 0 the velocity is the data's mean less the point; at t = 1, far from the other component, it is the point
/// less E[x0] = 0.
void TestMixtureField::endsOfThePath()
{
    const Distribution d = twoInThePlane();
    const MixtureField field(d, at::kDouble);
    const at::Tensor x = at::tensor({0.3, -0.2, 1.5, -0.5}, at::kDouble).reshape({2, 2});
    const at::Tensor mean = at::tensor({0.25 * -1 + 0.75 * 1.5, 0.25 * 0.5 - 0.75 * 0.5}, at::kDouble);
    QVERIFY(relativeError(field.velocity(x, at::zeros({2}, at::kDouble)), mean - x) < 1e-12);
    QVERIFY(relativeError(field.velocity(x, at::ones({2}, at::kDouble)), x) < 1e-12);
}

/// E[(x1 - x0) g(x_t)] = E[v(x_t) g(x_t)] for any test function g: by samples, with five standard errors.
void TestMixtureField::velocityIsAConditionalMean()
{
    constexpr std::int64_t n = 200000;
    const MixtureField field(twoInThePlane(), at::kDouble);
    const at::Tensor x1 = field.sample({1, Purpose::Real, 0, 0}, n), x0 = at::empty({n, 2}, at::kDouble);
    engine::fillNormal({1, Purpose::Noise, 0, 0}, x0);
    for (const double t : {0.1, 0.5, 0.9}) {
        const at::Tensor xt = t * x1 + (1 - t) * x0;
        const at::Tensor rest = x1 - x0 - field.velocity(xt, at::full({n}, t, at::kDouble));
        for (const at::Tensor& g : {at::ones_like(xt), xt, at::sin(3 * xt.flip(1))}) {
            const at::Tensor product = rest * g;
            const double z = (product.mean(0) / (product.std(0) / std::sqrt(double(n)))).abs().max().item<double>();
            QVERIFY2(z < 5, qPrintable(QString::number(z)));
        }
    }
}

void TestMixtureField::samplesHaveTheirMoments()
{
    constexpr std::int64_t n = 100000;
    const MixtureField field(gaussian({1, -2}, {0.5, 0.3, 0.3, 0.4}), at::kDouble);
    const at::Tensor x = field.sample({4, Purpose::Real, 0, 0}, n);
    const at::Tensor mean = at::tensor({1.0, -2.0}, at::kDouble);
    const at::Tensor covariance = at::tensor({0.5, 0.3, 0.3, 0.4}, at::kDouble).reshape({2, 2});
    const at::Tensor centred = x - mean;
    QVERIFY(x.mean(0).sub(mean).abs().max().item<double>() < 0.012);
    QVERIFY((at::matmul(centred.t(), centred) / double(n) - covariance).abs().max().item<double>() < 0.012);
}

/// A shift by s moves each projection by s times the cosine: the root mean square over the half circle is |s| / sqrt 2.
void TestMixtureField::slicedDistanceOfAShift()
{
    const at::Tensor a = at::sin(at::arange(400, at::kDouble)).reshape({200, 2});
    const at::Tensor shift = at::tensor({0.3, -0.4}, at::kDouble);
    QVERIFY(std::abs(slicedDistance(a, a + shift) - 0.5 / std::sqrt(2.0)) < 1e-9);
    QCOMPARE(slicedDistance(a, a.flip(0)), 0.0);
}

void TestMixtureField::modes()
{
    const MixtureField field(twoInThePlane(), at::kDouble);
    QCOMPARE(field.modesCovered(field.sample({1, Purpose::Real, 0, 0}, 2000)), 2);
    const MixtureField first(gaussian({-1, 0.5}, {0.3, 0.1, 0.1, 0.2}), at::kDouble);
    QCOMPARE(field.modesCovered(first.sample({1, Purpose::Real, 0, 0}, 2000)), 1);
}

QTEST_GUILESS_MAIN(TestMixtureField)
#include "tst_mixture_field.moc"
