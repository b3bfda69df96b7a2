// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/matching_path.h"

#include <ATen/ATen.h>
#include <QtTest>
#include <torch/csrc/autograd/autograd.h>

#include <cmath>

using namespace realuid;
using namespace realuid::engine;

namespace
{
constexpr double kMean = 0.7, kDeviation = 0.4; ///< of the data

/// Closed forms for one Gaussian, in one dimension (math.md section 2).
struct Exact {
    Schedule path;
    double variance() const { return path.a * path.a * kDeviation * kDeviation + path.b * path.b; }
    Tensor centred(const Tensor& x) const { return (x - path.a * kMean) / variance(); }
    Tensor data(const Tensor& x) const { return kMean + path.a * kDeviation * kDeviation * centred(x); }
    Tensor noise(const Tensor& x) const { return path.b * centred(x); }
    Tensor velocity(const Tensor& x) const { return path.da * data(x) + path.db * noise(x); }
    Tensor field(const Tensor& x, const QString& target) const
    {
        return target == "data" ? data(x) : target == "noise" ? noise(x) : target == "score" ? -noise(x) : velocity(x);
    }
};

Exact exactAt(const QString& path, double t)
{
    Interpolant interpolant;
    interpolant.kind = path.toStdString();
    return {schedule(interpolant, t)};
}

double error(const Tensor& got, const Tensor& want) { return ((got - want).abs().max() / want.abs().max().clamp_min(1)).item<double>(); }
} // namespace

class TestMatchingPath : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void conversions_data() { paths(); }
    void conversions();
    void cotangents_data() { paths(); }
    void cotangents();
    void samples_data() { paths(); }
    void samples();
    void refusals();

private:
    static void paths();
};

void TestMatchingPath::paths()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("target");
    for (const char* path : {"linear", "trigonometric", "vp-cosine", "vp-linear", "ve"})
        for (const char* target : {"velocity", "data", "noise", "score"})
            if (checkPath(path, target, false).empty())
                QTest::addRow("%s, %s", path, target) << path << target;
}

/// What a field says of data, velocity and score.
void TestMatchingPath::conversions()
{
    QFETCH(QString, path);
    QFETCH(QString, target);
    const MatchingPath matching(path.toStdString(), target.toStdString());
    const Tensor x = at::linspace(-2, 2, 9, at::kDouble).reshape({9, 1});
    for (const double t : {0.1, 0.5, 0.9}) {
        const Exact exact = exactAt(path, t);
        const Tensor times = at::full({9}, t, at::kDouble), field = exact.field(x, target);
        QVERIFY(error(matching.data(x, field, times), exact.data(x)) < 1e-9);
        QVERIFY(error(matching.velocity(x, field, times), exact.velocity(x)) < 1e-9);
        // A field that differs by what a score differing by one would make of it.
        const double byNoise = -exact.path.b, byData = exact.path.b * exact.path.b / exact.path.a;
        const double moved = target == "data"     ? byData
                             : target == "noise"  ? byNoise
                             : target == "score"  ? -byNoise
                                                  : exact.path.da * byData + exact.path.db * byNoise;
        QVERIFY(error(matching.divergenceWeights(times) * moved, at::ones({9}, at::kDouble)) < 1e-9);
    }
}

/// byData() is the chain rule through point() and target().
void TestMatchingPath::cotangents()
{
    QFETCH(QString, path);
    QFETCH(QString, target);
    const MatchingPath matching(path.toStdString(), target.toStdString());
    const auto rows = [](double from) { return at::sin(at::linspace(from, from + 3, 12, at::kDouble)).reshape({4, 3}); };
    const Tensor x0 = rows(0), x1 = rows(1).requires_grad_(), byPoint = rows(2), byTarget = rows(3);
    const Tensor t = at::linspace(0.05, 0.95, 4, at::kDouble);
    const Tensor point = matching.point(x0, x1, t), u = matching.target(x0, x1, t);
    const Tensor sum = (point * byPoint).sum() + (u * byTarget).sum();
    torch::autograd::backward({sum}, {at::ones({}, at::kDouble)});
    QVERIFY(error(matching.byData(byPoint, byTarget, t), x1.grad()) < 1e-12);
    for (std::int64_t i = 0; i < 4; ++i) {
        const Schedule s = exactAt(path, t[i].item<double>()).path;
        QVERIFY(error(point[i].detach(), s.a * x1[i].detach() + s.b * x0[i]) < 1e-12);
    }
}

/// The flow of the exact field carries the source to the data.
void TestMatchingPath::samples()
{
    QFETCH(QString, path);
    QFETCH(QString, target);
    const MatchingPath matching(path.toStdString(), target.toStdString());
    const Field field = [&](const Tensor& x, const Tensor& t, const Tensor&) { return exactAt(path, t[0].item<double>()).field(x, target); };
    const Tensor z = at::linspace(-2, 2, 9, at::kDouble).reshape({9, 1});
    const Schedule start = exactAt(path, 0).path;
    // The source leaves out a(0) x1; of the paths with a(0) > 0 it is small beside b(0).
    const double spread = std::sqrt(start.a * start.a * kDeviation * kDeviation + start.b * start.b);
    const Tensor want = kMean + kDeviation / spread * (start.b * z - start.a * kMean);
    const Solved got = matching.solve({"rk45", 1, 1e-8}, field, z, {});
    QVERIFY2(error(got.x, want) < 5e-3, qPrintable(QString::number(error(got.x, want))));
    const Solved once = matching.solve({}, field, z, {});
    QCOMPARE(once.evaluations, std::int64_t{1});
    if (checkPath(path.toStdString(), target.toStdString(), true).empty())
        QVERIFY(error(once.x, exactAt(path, 0).data(start.b * z)) < 1e-9);
}

void TestMatchingPath::refusals()
{
    QVERIFY(anyFault(checkPath("vp-cosine", "velocity", false)));
    QVERIFY(!anyFault(checkPath("vp-cosine", "noise", false)) && anyFault(checkPath("vp-cosine", "noise", true)));
    QVERIFY(!anyFault(checkPath("vp-cosine", "data", true)) && !anyFault(checkPath("ve", "score", true)));
}

QTEST_GUILESS_MAIN(TestMatchingPath)
#include "tst_matching_path.moc"
