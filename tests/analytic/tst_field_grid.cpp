// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/field_grid.h"
#include "analytic/row_kernels.h"

#include <QtTest>

#include <array>
#include <chrono>
#include <cmath>

using namespace realuid;

namespace
{

std::vector<double> spaced(double from, double to, int n)
{
    std::vector<double> out;
    for (int i = 0; i < n; ++i)
        out.push_back(from + (to - from) * i / (n - 1));
    return out;
}

Scene mixtures()
{
    Scene scene;
    scene.real = {{{1, {-2}, {0.04}}, {2, {-1}, {0.09}}, {1, {0.2}, {0.01}}, {3, {1}, {0.2}}, {1, {2.2}, {0.06}}}};
    scene.generated = {{{1, {-1.8}, {0.1}}, {1, {-1}, {0.3}}, {1, {0}, {0.05}}, {2, {0.9}, {0.2}}, {1, {2}, {0.02}}}};
    return scene;
}

Scene plane()
{
    Scene scene;
    scene.real = {{{1, {1, 0}, {0.1, 0.05, 0.05, 0.2}}, {2, {-1, 0.5}, {0.3, -0.1, -0.1, 0.1}}}};
    scene.generated = gaussian({0.3, -0.2}, {0.8, 0.3, 0.3, 0.5});
    return scene;
}

/// By how much N is smaller than its terms: both paths lose as many digits there.
double cancellation(Scene scene, double t, double x)
{
    if (scene.loss.kind == "normalized")
        scene.loss.kind = "realuid"; // the same N, and a fake model that tells it
    const auto one = [&](Quantity quantity, Side side) {
        return evaluate(scene, quantity, side, t, std::vector<double>{x})[0];
    };
    const double teacher = one(Quantity::Velocity, Side::Teacher), generated = one(Quantity::Velocity, Side::Generated);
    return (1 + std::abs(x) + std::abs(teacher) + std::abs(generated)) /
           std::abs(teacher - one(Quantity::OptimalFake, Side::Teacher));
}

/// l agrees to 1e-12 relative where that is more than rounding of log P and log Q, times what N loses to cancellation.
void compareRow(const Scene& scene, double t, const std::vector<double>& x, const double* values, const double* logs)
{
    const std::vector<double> exact = evaluate(scene, Quantity::Distance, Side::Real, t, x);
    const std::vector<double> exactLogs = evaluate(scene, Quantity::LogDistance, Side::Real, t, x);
    for (std::size_t j = 0; j < x.size(); ++j) {
        const QString where = QString("%1 at t %2 x %3: %4, %5; %6, %7")
                                  .arg(scene.loss.kind.c_str())
                                  .arg(t)
                                  .arg(x[j])
                                  .arg(values[j], 0, 'g', 17)
                                  .arg(exact[j], 0, 'g', 17)
                                  .arg(logs[j], 0, 'g', 17)
                                  .arg(exactLogs[j], 0, 'g', 17);
        if (std::isinf(exactLogs[j])) {
            QVERIFY2(logs[j] == exactLogs[j] && values[j] == exact[j], qPrintable(where));
            continue;
        }
        const double tolerance = 1e-12 + 1e-15 * (1 + std::abs(exactLogs[j])) * cancellation(scene, t, x[j]);
        QVERIFY2(std::abs(logs[j] - exactLogs[j]) <= tolerance, qPrintable(where));
        if (exact[j] > 1e-300 && std::isfinite(exact[j]))
            QVERIFY2(std::abs(values[j] - exact[j]) <= tolerance * exact[j], qPrintable(where));
        else
            QVERIFY2(values[j] == exact[j] || values[j] < 1e-299, qPrintable(where));
    }
}

/// Fields agree to 1e-12 relative, or to rounding of their terms.
bool near(double got, double want, double scale)
{
    if (got == want || (std::abs(got) < 1e-300 && std::abs(want) < 1e-300))
        return true;
    return std::abs(got - want) <= 1e-12 * std::abs(want) + 1e-15 * scale;
}

/// Mean of some repetitions, after one that warms up.
template <class F>
double milliseconds(const F& f)
{
    constexpr int kRepeats = 10;
    f();
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < kRepeats; ++i)
        f();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count() / kRepeats;
}

void addLevels()
{
    QTest::addColumn<int>("level");
    for (const InstructionSet set : {InstructionSet::Base, InstructionSet::V3, InstructionSet::V4})
        if (set <= instructionSet())
            QTest::newRow(name(set).data()) << static_cast<int>(set);
}

} // namespace

class TestFieldGrid : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void surfaceAgreesWithTheExactPath_data() { addLevels(); }
    void surfaceAgreesWithTheExactPath()
    {
        QFETCH(int, level);
        const GridOptions options{2, static_cast<InstructionSet>(level)};
        const std::vector<double> ts = spaced(0, 1, 23), xs = spaced(-30, 30, 301);
        for (Scene scene : {Scene{}, mixtures()})
            for (const Loss& loss : {Loss{"uid"}, Loss{"realuid"}, Loss{"realuid", 0.9, 0.9}, Loss{"realuid", 1, 0.9},
                                     Loss{"general", 0.9, 0.95, 0.5}, Loss{"general", 0.9, 0.9, 1}, Loss{"normalized"}}) {
                scene.loss = loss;
                const std::vector<double> values = distanceSurface(scene, ts, xs, false, options);
                const std::vector<double> logs = distanceSurface(scene, ts, xs, true, options);
                for (std::size_t i = 0; i < ts.size(); ++i)
                    compareRow(scene, ts[i], xs, values.data() + i * xs.size(), logs.data() + i * xs.size());
            }
    }

    void planeAgreesWithTheExactPath_data() { addLevels(); }
    void planeAgreesWithTheExactPath()
    {
        QFETCH(int, level);
        const GridOptions options{2, static_cast<InstructionSet>(level)};
        const std::vector<double> xs = spaced(-6, 7, 41), ys = spaced(-5, 5, 37);
        std::vector<double> points;
        for (const double y : ys)
            for (const double x : xs)
                points.insert(points.end(), {x, y});
        for (const QuantityInfo& row : quantities())
            for (const Side side : {Side::Real, Side::Generated})
                for (const double t : {0.0, 0.6, 1.0}) {
                    const std::vector<double> got = fieldGrid(plane(), row.quantity, side, t, xs, ys, options);
                    const std::vector<double> exact = evaluate(plane(), row.quantity, side, t, points);
                    QCOMPARE(got.size(), exact.size());
                    for (std::size_t i = 0; i < got.size(); ++i)
                        QVERIFY2(near(got[i], exact[i], row.quantity == Quantity::Ratio ? 100 : 10), qPrintable(QString("%1 at t %2: %3, %4")
                                                                           .arg(row.id.data())
                                                                           .arg(t)
                                                                           .arg(got[i], 0, 'g', 17)
                                                                           .arg(exact[i], 0, 'g', 17)));
                }
    }

    /// Points wherever they lie get what rows get.
    void pointsAgreeWithRows_data() { addLevels(); }
    void pointsAgreeWithRows()
    {
        QFETCH(int, level);
        const RowKernels& kernels = rowKernels(static_cast<InstructionSet>(level));
        const std::vector<double> xs = spaced(-4, 4, 29);
        const double y = 0.37;
        for (const Scene& scene : {Scene{}, mixtures(), plane()}) {
            const FieldSplit split = modelSplit(scene, 0.8);
            const std::vector<rows::Term> generated = rowTerms(Marginal(scene, Side::Generated, 0.8), split.rest);
            const std::vector<rows::Term> real = rowTerms(Marginal(scene, Side::Real, 0.8), split.rest);
            const rows::Coefficients coefficients = rowCoefficients(InnerMaximum(scene.loss), split);
            const int d = scene.dimension(), n = 29;
            const std::vector<double> ys(29, y);
            std::array<std::vector<double>, 2> found;
            for (const bool row : {true, false}) {
                std::vector<double>& out = found[row];
                out.assign(7 * 29, 0);
                const auto fields = [&](int first) {
                    double* const at = out.data() + 29 * first;
                    return rows::Fields{at, at + 29, d == 2 ? at + 2 * 29 : nullptr};
                };
                const rows::Mixture one{generated.data(), static_cast<int>(generated.size()), d};
                const rows::Mixture other{real.data(), static_cast<int>(real.size()), d};
                if (row) {
                    kernels.mixture(one, xs.data(), y, n, fields(0));
                    kernels.mixture(other, xs.data(), y, n, fields(3));
                    kernels.distance(coefficients, xs.data(), y, fields(0), fields(3), n, false, out.data() + 6 * 29);
                } else {
                    kernels.mixtureAt(one, xs.data(), ys.data(), n, fields(0));
                    kernels.mixtureAt(other, xs.data(), ys.data(), n, fields(3));
                    kernels.distanceAt(coefficients, xs.data(), ys.data(), fields(0), fields(3), n, false, out.data() + 6 * 29);
                }
            }
            for (std::size_t i = 0; i < found[0].size(); ++i)
                QVERIFY2(std::abs(found[0][i] - found[1][i]) <= 1e-12 * (1 + std::abs(found[1][i])), qPrintable(QString::number(i)));
        }
    }

    void threadsDoNotMatter()
    {
        const std::vector<double> ts = spaced(0, 1, 31), xs = spaced(-5, 5, 77);
        QCOMPARE(distanceSurface(mixtures(), ts, xs, true, {1}), distanceSurface(mixtures(), ts, xs, true, {3}));
    }

    /// Told, not judged: other programs may hold the processor. The bound only catches a lost vectorisation.
    void speed_data() { addLevels(); }
    void speed()
    {
        QFETCH(int, level);
        const GridOptions options{2, static_cast<InstructionSet>(level)};
        const std::vector<double> ts = spaced(0.01, 0.99, 512), xs = spaced(-4, 4, 512);
        const std::vector<double> side = spaced(-4, 4, 128);
        const double single = milliseconds([&] { distanceSurface(Scene{}, ts, xs, true, options); });
        const double mixture = milliseconds([&] { distanceSurface(mixtures(), ts, xs, true, options); });
        const double field =
            milliseconds([&] { fieldGrid(plane(), Quantity::LogDistance, Side::Real, 0.6, side, side, options); });
        qInfo("512 x 512 log surface, 2 threads: two Gaussians %.2f ms, two mixtures of 5 %.2f ms; 128 x 128 in the plane "
              "%.2f ms",
              single, mixture, field);
        QVERIFY(mixture < 2000);
    }
};

QTEST_GUILESS_MAIN(TestFieldGrid)
#include "tst_field_grid.moc"
