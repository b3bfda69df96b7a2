// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/formula.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace realuid::widgets;

namespace
{

QFont type(int pixels)
{
    QFont font = QApplication::font();
    font.setPixelSize(pixels);
    return font;
}

QImage painted(const QString& tex, int pixels)
{
    const Formula formula(tex);
    const Formula::Size size = formula.size(type(pixels));
    QImage image(static_cast<int>(size.width) + 13, static_cast<int>(size.height()) + 13, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(Qt::black);
    formula.paint(painter, {6, 6 + size.ascent}, type(pixels));
    return image;
}

QRect ink(const QImage& image)
{
    QRect box;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qGray(image.pixel(x, y)) < 200)
                box |= QRect(x, y, 1, 1);
    return box;
}

} // namespace

class TestFormula : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAloud_data()
    {
        QTest::addColumn<QString>("tex");
        QTest::addColumn<QString>("plain");
        QTest::newRow("greek") << QStringLiteral("\\alpha P + (\\beta-\\alpha) Q") << QStringLiteral("alpha P + (beta − alpha) Q");
        QTest::newRow("scripts") << QStringLiteral("f^\\theta_t") << QStringLiteral("f_t^theta");
        QTest::newRow("fraction") << QStringLiteral("\\frac{1-\\beta}{2}") << QStringLiteral("(1 − beta) / 2");
        QTest::newRow("text") << QStringLiteral("x_\\text{fake} = 0.94") << QStringLiteral("x_fake = 0.94");
        QTest::newRow("unknown") << QStringLiteral("\\wibble x") << QStringLiteral("\\wibble x");
        QTest::newRow("unclosed") << QStringLiteral("x^{2") << QStringLiteral("x^2");
        QTest::newRow("stray brace") << QStringLiteral("x}y") << QStringLiteral("x } y");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("dangling") << QStringLiteral("x^") << QStringLiteral("x");
    }

    void isReadAloud()
    {
        QFETCH(QString, tex);
        QFETCH(QString, plain);
        QCOMPARE(Formula(tex).plainText(), plain);
        QVERIFY(Formula(tex).size(type(12)).width >= 0);
    }

    void staysInsideItsSize_data()
    {
        QTest::addColumn<QString>("tex");
        for (const char* tex : {"x", "\\alpha", "f^{*}_t", "\\frac{|(\\alpha P + (\\beta - \\alpha) Q) f^* - \\beta P f^\\theta|^2}{\\alpha P + (1 - \\alpha) Q}",
                                "\\sum_{i=1}^{n} x_i", "\\int_0^1 t \\, dt", "\\sqrt{\\frac{a}{b}}", "\\left|\\frac{a}{b}\\right|", "\\hat f", "a \\\\ b",
                                "\\mathbb{E} \\mathcal{L}", "\\min_\\theta \\max_f"})
            QTest::newRow(tex) << QString::fromLatin1(tex);
    }

    void staysInsideItsSize()
    {
        QFETCH(QString, tex);
        for (const int pixels : {12, 40}) {
            const QImage image = painted(tex, pixels);
            const QRect box = ink(image);
            QVERIFY(!box.isEmpty());
            QVERIFY2(image.rect().adjusted(4, 4, -4, -4).contains(box), qPrintable(QString::number(pixels)));
        }
        if (const QString folder = qEnvironmentVariable("REALUID_LOOK"); !folder.isEmpty()) { // to look at them
            static int count = 0;
            painted(tex, 40).save(QStringLiteral("%1/formula-%2.png").arg(folder).arg(count++, 2, 10, QLatin1Char('0')));
        }
    }

    void partsStandWhereTheyBelong()
    {
        const double line = Formula(QStringLiteral("x")).size(type(20)).height();
        QVERIFY(Formula(QStringLiteral("x^2")).size(type(20)).ascent > Formula(QStringLiteral("x")).size(type(20)).ascent);
        QVERIFY(Formula(QStringLiteral("x_2")).size(type(20)).descent > Formula(QStringLiteral("x")).size(type(20)).descent);
        QVERIFY(Formula(QStringLiteral("\\frac{a}{b}")).size(type(20)).height() > 1.5 * line);
        QVERIFY(Formula(QStringLiteral("a\\\\b")).size(type(20)).descent > line);
        QVERIFY(Formula(QStringLiteral("a-b")).size(type(20)).width > Formula(QStringLiteral("-b")).size(type(20)).width + 10); // binary, unary
        const double ratio = Formula(QStringLiteral("\\alpha f^*")).size(type(40)).width / Formula(QStringLiteral("\\alpha f^*")).size(type(20)).width;
        QVERIFY(std::abs(ratio - 2) < 0.1);
    }

    void wordsAndFormulasMix()
    {
        const Formula mixed = Formula::mixed(QStringLiteral("teacher $f^*$"));
        QVERIFY(mixed.plainText().startsWith(QStringLiteral("teacher")));
        QVERIFY(mixed.size(type(12)).width > Formula(QStringLiteral("f^*")).size(type(12)).width);
    }

    void labelIsAccessibleAndShrinks()
    {
        FormulaLabel label(QStringLiteral("\\alpha + \\beta"));
        QCOMPARE(label.accessibleName(), QStringLiteral("alpha + beta"));
        QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width());
        label.resize(label.minimumSizeHint());
        QImage image(label.size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        label.render(&image, {}, {}, QWidget::DrawChildren);
        QVERIFY(ink(image).right() < image.width() - 1);
    }
};

QTEST_MAIN(TestFormula)
#include "tst_formula.moc"
