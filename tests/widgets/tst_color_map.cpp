// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/color_map.h"
#include "widgets/theme.h"

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

/// Red, green, blue after the loss of one kind of cones, 0 to 1.
std::array<double, 3> seenBy(const std::array<double, 9>& eye, QRgb color)
{
    const auto linear = [](int v) { return v / 255.0 <= 0.04045 ? v / 255.0 / 12.92 : std::pow((v / 255.0 + 0.055) / 1.055, 2.4); };
    const double in[3] = {linear(qRed(color)), linear(qGreen(color)), linear(qBlue(color))};
    std::array<double, 3> out{};
    for (std::size_t i = 0; i < 3; ++i)
        out[i] = eye[3 * i] * in[0] + eye[3 * i + 1] * in[1] + eye[3 * i + 2] * in[2];
    return out;
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

    void sequentialMapsSurviveGrey_data() { sequentialMapsGrowLighterEvenly_data(); }
    void sequentialMapsSurviveGrey()
    {
        QFETCH(ColorMap, map);
        const ColorTable& table = colorTable(map);
        for (std::size_t i = 1; i < 256; ++i)
            QVERIFY2(lightness(table[i]) > lightness(table[i - 1]) - 0.25, qPrintable(QString::number(i))); // eight bits a channel
        for (std::size_t i = 4; i < 256; ++i)
            QVERIFY2(qGray(table[i]) >= qGray(table[i - 4]), qPrintable(QString::number(i)));
    }

    void divergingIsUniformAboutZero()
    {
        const ColorTable& table = colorTable(ColorMap::Diverging);
        QCOMPARE(table[127], table[128]);
        QCOMPARE(divergingScale(3).color(0), table[128]);
        QVERIFY(qRed(table[127]) - qBlue(table[127]) == 0 && lightness(table[127]) > 94);
        for (std::size_t i = 0; i < 128; ++i)
            QVERIFY2(std::abs(lightness(table[i]) - lightness(table[255 - i])) < 1, qPrintable(QString::number(i)));
        for (std::size_t i = 0; i + 8 < 128; i += 8) { // both ways from the middle, equal steps
            const double step = lightness(table[i + 8]) - lightness(table[i]);
            QVERIFY2(std::abs(step - 8 * (97 - 38) / 127.0) < 0.6, qPrintable(QStringLiteral("%1: %2").arg(i).arg(step)));
        }
        QVERIFY(qBlue(table[0]) > qRed(table[0]) && qRed(table[255]) > qBlue(table[255]));
    }

    void divergingSidesDifferToEveryEye_data()
    {
        QTest::addColumn<std::array<double, 9>>("eye"); // Machado, Oliveira, Fernandes 2009, in linear light
        QTest::newRow("no red cones") << std::array<double, 9>{0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998};
        QTest::newRow("no green cones") << std::array<double, 9>{0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881};
        QTest::newRow("no blue cones") << std::array<double, 9>{1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900};
    }
    void divergingSidesDifferToEveryEye()
    {
        using Eye = std::array<double, 9>;
        QFETCH(Eye, eye);
        const ColorTable& table = colorTable(ColorMap::Diverging);
        for (const std::size_t i : {0u, 20u, 40u, 60u, 80u}) {
            const auto a = seenBy(eye, table[i]), b = seenBy(eye, table[255 - i]);
            const double apart = std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
            QVERIFY2(apart > 0.08, qPrintable(QStringLiteral("%1: %2").arg(i).arg(apart)));
        }
    }

    void linesStandOutOnBothSides_data()
    {
        sequentialMapsGrowLighterEvenly_data();
        QTest::newRow("diverging") << ColorMap::Diverging;
    }
    void linesStandOutOnBothSides()
    {
        QFETCH(ColorMap, map);
        const ColorScale scale{.map = map, .least = -1, .most = 1};
        for (double level = -1; level <= 1; level += 1.0 / 64)
            for (const double side : {-0.004, 0.004}) { // what lies beside the line
                const QColor beside(scale.color(level + side)), grey = QColor::fromRgb(qGray(beside.rgb()), qGray(beside.rgb()), qGray(beside.rgb()));
                QVERIFY(contrast(QColor(lineColor(scale, level)), beside) > 4.4);
                QVERIFY(contrast(QColor(lineColor(scale, level)), grey) > 3);
            }
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
