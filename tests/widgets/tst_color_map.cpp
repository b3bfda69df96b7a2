// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/color_map.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace realuid::widgets;

namespace
{

double lightness(QRgb color) // CIE L*
{
    const auto linear = [](int v) { return v / 255.0 <= 0.04045 ? v / 255.0 / 12.92 : std::pow((v / 255.0 + 0.055) / 1.055, 2.4); };
    const double y = 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) + 0.0722 * linear(qBlue(color));
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

} // namespace

class TestColorMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sequentialMapsGrowLighterEvenly_data()
    {
        QTest::addColumn<ColorMap>("map");
        QTest::newRow("viridis") << ColorMap::Viridis;
        QTest::newRow("magma") << ColorMap::Magma;
        QTest::newRow("inferno") << ColorMap::Inferno;
        QTest::newRow("cividis") << ColorMap::Cividis;
    }

    void sequentialMapsGrowLighterEvenly()
    {
        QFETCH(ColorMap, map);
        const ColorTable& table = colorTable(map);
        const double mean = (lightness(table[255]) - lightness(table[0])) / 15;
        for (std::size_t i = 0; i + 17 <= 255; i += 17) {
            const double step = lightness(table[i + 17]) - lightness(table[i]);
            QVERIFY2(step > 0.4 * mean && step < 1.7 * mean, qPrintable(QStringLiteral("%1: %2 of %3").arg(i).arg(step).arg(mean)));
        }
    }

    void divergingIsSymmetricInLightness()
    {
        const ColorTable& table = colorTable(ColorMap::Diverging);
        for (std::size_t i = 0; i < 128; ++i)
            QVERIFY(std::abs(lightness(table[i]) - lightness(table[255 - i])) < 12);
        QVERIFY(lightness(table[127]) > 94 && lightness(table[0]) < 45);
        QVERIFY(qBlue(table[0]) > qRed(table[0]) && qRed(table[255]) > qBlue(table[255]));
    }

    void values_data()
    {
        constexpr double inf = std::numeric_limits<double>::infinity();
        const ColorScale linear{.least = 2, .most = 4}, logarithmic{.least = 0.01, .most = 100, .logarithmic = true};
        QTest::addColumn<double>("position");
        QTest::addColumn<double>("expected");
        QTest::newRow("middle") << linear.position(3) << 0.5;
        QTest::newRow("below") << linear.position(-7) << 0.0;
        QTest::newRow("infinite") << linear.position(inf) << 1.0;
        QTest::newRow("minus infinite") << linear.position(-inf) << 0.0;
        QTest::newRow("log middle") << logarithmic.position(1) << 0.5;
        QTest::newRow("diverging zero") << divergingScale(3).position(0) << 0.5;
        QTest::newRow("diverging end") << divergingScale(3).position(-3) << 0.0;
    }

    void values()
    {
        QFETCH(double, position);
        QFETCH(double, expected);
        QVERIFY(std::abs(position - expected) < 1e-12);
    }

    void missingValuesHaveAColorOfTheirOwn()
    {
        const ColorScale scale{.least = 0.1, .most = 1, .logarithmic = true, .missing = qRgb(1, 2, 3)};
        QCOMPARE(scale.color(std::nan("")), qRgb(1, 2, 3));
        QCOMPARE(scale.color(-1), qRgb(1, 2, 3));
        QCOMPARE(scale.color(1), colorTable(ColorMap::Viridis)[255]);
    }

    void imagesHaveTheirFirstRowBelow()
    {
        const std::vector<double> values{0, 1, 2, 3, std::nan(""), 5};
        const ColorScale scale{.least = 0, .most = 5};
        const QImage image = colorImage(values, 2, 3, scale);
        QCOMPARE(image.size(), QSize(2, 3));
        QCOMPARE(image.pixel(0, 2), colorTable(ColorMap::Viridis)[0]);
        QCOMPARE(image.pixel(1, 0), colorTable(ColorMap::Viridis)[255]);
        QCOMPARE(image.pixel(0, 0), scale.missing);
        for (int i = 0; i < 6; ++i) // both ways of colouring agree
            QCOMPARE(image.pixel(i % 2, 2 - i / 2), scale.color(values[static_cast<std::size_t>(i)]));
    }

    void fittingLooksAtWhatCanBeShown()
    {
        const std::vector<double> values{std::nan(""), -2, 0.5, 8, std::numeric_limits<double>::infinity()};
        QCOMPARE(fittedScale(values, ColorMap::Magma).least, -2.0);
        QCOMPARE(fittedScale(values, ColorMap::Magma).most, 8.0);
        QCOMPARE(fittedScale(values, ColorMap::Magma, true).least, 0.5);
        const ColorScale flat = fittedScale(std::vector<double>{3, 3}, ColorMap::Magma);
        QVERIFY(flat.least < flat.most);
    }
};

QTEST_APPLESS_MAIN(TestColorMap)
#include "tst_color_map.moc"
