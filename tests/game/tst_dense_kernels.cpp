// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/mlp.h"

#include <QtTest>

#include <cmath>

using namespace realuid;
using namespace realuid::game;

Q_DECLARE_METATYPE(realuid::InstructionSet)
Q_DECLARE_METATYPE(realuid::dense::Activation)

namespace
{

/// Numbers without a pattern, in (-1, 1).
double number(int i) { return std::sin(12.9898 * i + 0.5) * std::cos(4.1414 * i); }

template <class Real>
Buffer<Real> numbers(long n, int from)
{
    Buffer<Real> out(static_cast<std::size_t>(n));
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<Real>(number(from + static_cast<int>(i)));
    return out;
}

double activated(dense::Activation kind, double x, double& slope)
{
    if (kind == dense::Activation::Relu)
        return (slope = x > 0 ? 1 : 0) * x;
    if (kind == dense::Activation::Tanh) {
        slope = 1 - std::tanh(x) * std::tanh(x);
        return std::tanh(x);
    }
    const double share = 1 / (1 + std::exp(-x));
    slope = share * (1 + x * (1 - share));
    return x * share;
}

} // namespace

/// Every level of instructions that this processor has, against loops as one would write them.
class TestDenseKernels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void forward_data();
    void forward();
    void products_data();
    void products();
    void notANumberStays_data() { levels(); }
    void notANumberStays();
    void sums_data() { levels(); }
    void sums();

private:
    static void levels();
    template <class Real>
    void forwardOf(InstructionSet set, dense::Activation kind, double tolerance);
    template <class Real>
    void productsOf(InstructionSet set, int rows, int columns, int depth, double tolerance);
};

void TestDenseKernels::levels()
{
    QTest::addColumn<InstructionSet>("set");
    for (const InstructionSet set : {InstructionSet::Base, InstructionSet::V3, InstructionSet::V4})
        if (set <= instructionSet())
            QTest::newRow(std::string(name(set)).c_str()) << set;
}

void TestDenseKernels::forward_data()
{
    using dense::Activation;
    QTest::addColumn<InstructionSet>("set");
    QTest::addColumn<Activation>("kind");
    for (const InstructionSet set : {InstructionSet::Base, InstructionSet::V3, InstructionSet::V4})
        for (const auto& [kind, text] : {std::pair{Activation::Silu, "silu"}, {Activation::Tanh, "tanh"}, {Activation::Relu, "relu"}})
            if (set <= instructionSet())
                QTest::addRow("%s %s", name(set).data(), text) << set << kind;
}

void TestDenseKernels::forward()
{
    QFETCH(InstructionSet, set);
    QFETCH(dense::Activation, kind);
    forwardOf<float>(set, kind, 2e-6);
    forwardOf<double>(set, kind, 1e-14);
}

template <class Real>
void TestDenseKernels::forwardOf(InstructionSet set, dense::Activation kind, double tolerance)
{
    constexpr int kRows = 19, kColumns = 48, kDepth = 7;
    const Buffer<Real> a = numbers<Real>(kRows * kDepth, 1), b = numbers<Real>(kDepth * kColumns, 1000);
    Buffer<Real> bias = numbers<Real>(kColumns, 5000), c(kRows * kColumns), slope(c.size());
    bias[3] = 30; // far out, where an exponential leaves float's range
    bias[4] = -120;
    denseKernels<Real>(set).forward({a.data(), kDepth, 1, b.data(), kColumns, c.data(), kColumns, kRows, kColumns, kDepth},
                                    bias.data(), kind, slope.data());
    for (int r = 0; r < kRows; ++r)
        for (int k = 0; k < kColumns; ++k) {
            double x = bias[static_cast<std::size_t>(k)], wantSlope = 0;
            for (int i = 0; i < kDepth; ++i)
                x += double{a[static_cast<std::size_t>(r * kDepth + i)]} * double{b[static_cast<std::size_t>(i * kColumns + k)]};
            const double want = activated(kind, x, wantSlope);
            const auto at = static_cast<std::size_t>(r * kColumns + k);
            QVERIFY2(std::abs(c[at] - want) <= tolerance * (1 + std::abs(want)), qPrintable(QString("%1 for %2").arg(double{c[at]}).arg(want)));
            QVERIFY(std::abs(slope[at] - wantSlope) <= 2 * tolerance);
        }
}

void TestDenseKernels::products_data()
{
    QTest::addColumn<InstructionSet>("set");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("depth");
    for (const InstructionSet set : {InstructionSet::Base, InstructionSet::V3, InstructionSet::V4})
        for (const int rows : {1, 8, 13})
            for (const int columns : {16, 80, 128})
                if (set <= instructionSet())
                    QTest::addRow("%s %d x %d", name(set).data(), rows, columns) << set << rows << columns << 2 * rows + 1;
}

void TestDenseKernels::products()
{
    QFETCH(InstructionSet, set);
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(int, depth);
    productsOf<float>(set, rows, columns, depth, 1e-5);
    productsOf<double>(set, rows, columns, depth, 1e-13);
}

/// c = a^T b times slopes, and c += a^T b, with rows longer than what they hold.
template <class Real>
void TestDenseKernels::productsOf(InstructionSet set, int rows, int columns, int depth, double tolerance)
{
    const long row = columns + 16;
    const Buffer<Real> a = numbers<Real>(depth * rows, 7), b = numbers<Real>(depth * row, 70), slope = numbers<Real>(rows * row, 700);
    Buffer<Real> pulled(static_cast<std::size_t>(rows * row), 99), sum = numbers<Real>(rows * row, 17);
    const Buffer<Real> before = sum;
    const dense::Product<Real> p{a.data(), 1, rows, b.data(), row, pulled.data(), row, rows, columns, depth};
    denseKernels<Real>(set).pullBack(p, slope.data());
    dense::Product<Real> q = p;
    q.c = sum.data();
    denseKernels<Real>(set).accumulate(q);
    for (int r = 0; r < rows; ++r)
        for (int k = 0; k < row; ++k) {
            double want = 0;
            for (int i = 0; i < depth; ++i)
                want += double{a[static_cast<std::size_t>(i * rows + r)]} * double{b[static_cast<std::size_t>(i * row + k)]};
            const auto at = static_cast<std::size_t>(r * row + k);
            QVERIFY(std::abs(pulled[at] - (k < columns ? want * slope[at] : 99)) <= tolerance * depth);
            QVERIFY(std::abs(sum[at] - (k < columns ? before[at] + want : double{before[at]})) <= tolerance * depth);
        }
}

/// A NaN in the weights must reach the loss, which is looked at before every step.
void TestDenseKernels::notANumberStays()
{
    QFETCH(InstructionSet, set);
    for (const auto kind : {dense::Activation::Silu, dense::Activation::Tanh}) {
        Buffer<float> a(1, std::nanf("")), b(16, 1), bias(16, 0), c(16), slope(16);
        denseKernels<float>(set).forward({a.data(), 1, 1, b.data(), 16, c.data(), 16, 1, 16, 1}, bias.data(), kind, slope.data());
        QVERIFY(std::isnan(c[5]) && std::isnan(slope[5]));
    }
}

void TestDenseKernels::sums()
{
    QFETCH(InstructionSet, set);
    const Buffer<double> from = numbers<double>(37, 3), start = numbers<double>(37, 4);
    Buffer<double> to = start;
    double want = 0;
    for (std::size_t i = 0; i < to.size(); ++i)
        want += (start[i] + from[i]) * (start[i] + from[i]);
    QVERIFY(std::abs(denseKernels<double>(set).addAndSquare(from.data(), to.data(), 37) - want) < 1e-13);
    QVERIFY(std::abs(denseKernels<double>(set).squares(to.data(), 37) - want) < 1e-13);
    Buffer<double> average = start;
    denseKernels<double>(set).moveTowards(average.data(), from.data(), 0.75, 37);
    QVERIFY(std::abs(average[36] - (0.75 * start[36] + 0.25 * from[36])) < 1e-15);
    // Two points against two: |(0,0)-(3,4)| = 5, |(0,0)-(0,1)| = 1, |(1,0)-(3,4)| = sqrt 20, |(1,0)-(0,1)| = sqrt 2.
    const double a[] = {0, 1, 0, 0}, b[] = {3, 0, 4, 1};
    const double sum = cloudKernels(set).pairDistances({a, 2, 2}, {b, 2, 2});
    QVERIFY(std::abs(sum - (6 + std::sqrt(20.0) + std::sqrt(2.0))) < 1e-13);
}

QTEST_GUILESS_MAIN(TestDenseKernels)
#include "tst_dense_kernels.moc"
