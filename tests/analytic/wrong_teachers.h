// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>

/// Where ideal training of a 1-D Gaussian ends under a teacher that is not the real one (math notes, section 7): real N(1.5, 0.4^2),
/// linear path, t in [0.02, 0.98].
namespace wrongteachers
{

inline constexpr double kReal[2] = {1.5, 0.4};
inline constexpr double kPairs[7][2] = {{1, 1}, {.9, .9}, {.94, .96}, {.98, .96}, {.5, .5}, {.5, .9}, {.9, .5}}; ///< alpha, beta

/// A row a teacher: its mean and sd, and the minimiser's for each pair.
inline void rows()
{
    QTest::addColumn<double>("teacherMean");
    QTest::addColumn<double>("teacherSd");
    QTest::addColumn<QList<double>>("want");
    QTest::newRow("exact") << 1.5 << 0.4 << QList<double>{1.5, .4, 1.5, .4, 1.5, .4, 1.5, .4, 1.5, .4, 1.5, .4, 1.5, .4};
    QTest::newRow("shifted") << 1.8 << 0.4 << QList<double>{1.8, .4, 1.833, .387, 1.814, .385, 1.81, .406, 2.036, .306, 1.716, .345, 1.875, .585};
    QTest::newRow("widened") << 1.5 << 0.6 << QList<double>{1.5, .6, 1.5, .618, 1.5, .607, 1.5, .606, 1.5, .721, 1.54, .514, 1.392, .501};
    QTest::newRow("narrowed") << 1.5 << 0.25 << QList<double>{1.5, .25, 1.5, .233, 1.499, .242, 1.5, .245, 1.5, .166, 1.447, .293, 1.556, .319};
}

/// The table has three digits.
inline void compare(const QList<double>& want, int pair, double mean, double sd)
{
    QVERIFY2(std::abs(mean - want[2 * pair]) < 6e-4 && std::abs(sd - want[2 * pair + 1]) < 6e-4,
             qPrintable(QString("(%1, %2): %3, %4").arg(kPairs[pair][0]).arg(kPairs[pair][1]).arg(mean).arg(sd)));
}

} // namespace wrongteachers
