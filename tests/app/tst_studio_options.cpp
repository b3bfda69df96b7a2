// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/panel_list.h"
#include "app/studio.h"
#include "core/api/error.h"
#include "core/api/scene.h"

#include <QtTest>

using namespace realuid;
using namespace realuid::studio;

class TestStudioOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFigure()
    {
        const StudioOptions options = parseStudioOptions(
            {"two-mixtures", "--export", "a.png", "--panel", "distance", "--size", "85.5x60", "--dpi", "150", "--theme", "dark"});
        QCOMPARE(options.file, QStringLiteral("two-mixtures"));
        QVERIFY(options.figure);
        QCOMPARE(options.figure->panels, QStringList{QStringLiteral("distance")});
        QCOMPARE(options.figure->options.widthMm, 85.5);
        QCOMPARE(options.figure->options.heightMm, 60.0);
        QCOMPARE(options.figure->options.dpi, 150.0);
        QVERIFY(options.figure->options.theme == widgets::Theme::Dark);
    }

    void allOfAFigure()
    {
        const StudioOptions options = parseStudioOptions(
            {"--export", "a.pdf", "--export", "b.svg", "--export", "c.gif", "--panel", "distance,densities", "--font", "9.5", "--transparent",
             "--svg-text", "outlines", "--data", "npy", "--animate", "alpha=0.9:1:11"});
        const FigureRequest& figure = *options.figure;
        QCOMPARE(figure.paths, QStringList({"a.pdf", "b.svg", "c.gif"}));
        QCOMPARE(figure.panels, QStringList({"distance", "densities"}));
        QCOMPARE(figure.options.fontPt, 9.5);
        QVERIFY(figure.options.transparent && figure.options.outlines);
        QVERIFY(figure.data == DataFormat::Npy);
        QCOMPARE(figure.animation->axis, QStringLiteral("alpha"));
        QCOMPARE(figure.animation->value(5), 0.95);
        QCOMPARE(figure.animation->frames, 11);
    }

    void faults_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        QTest::newRow("suffix") << QStringList{"--export", "a.bmp"} << "export";
        QTest::newRow("panel") << QStringList{"--export", "a.pdf", "--panel", "nose"} << "panel = nose";
        QTest::newRow("size") << QStringList{"--export", "a.pdf", "--size", "17"} << "size = 17";
        QTest::newRow("huge") << QStringList{"--export", "a.pdf", "--size", "1e9x10"} << "size";
        QTest::newRow("not a number") << QStringList{"--export", "a.pdf", "--dpi", "nan"} << "dpi";
        QTest::newRow("too many pixels") << QStringList{"--export", "a.png", "--size", "2000x2000", "--dpi", "2400"} << "dpi";
        QTest::newRow("font") << QStringList{"--export", "a.png", "--font", "big"} << "font = big";
        QTest::newRow("tiny font") << QStringList{"--export", "a.png", "--font", "0.1"} << "font = 0.1";
        QTest::newRow("text") << QStringList{"--export", "a.svg", "--svg-text", "none"} << "svg-text = none";
        QTest::newRow("data") << QStringList{"--export", "a.svg", "--data", "xls"} << "data = xls";
        QTest::newRow("axis") << QStringList{"--export", "a.gif", "--animate", "gamma"} << "animate = gamma";
        QTest::newRow("ends") << QStringList{"--export", "a.gif", "--animate", "t=0"} << "animate = t=0";
        QTest::newRow("one picture") << QStringList{"--export", "a.gif", "--animate", "t=0:1:1"} << "animate = 1";
        QTest::newRow("cannot run") << QStringList{"--export", "a.pdf", "--animate", "t"} << "animate = t";
        QTest::newRow("one of several panels") << QStringList{"--export", "a.pdf", "--panel", "distance,nose"} << "panel = nose";
        QTest::newRow("page") << QStringList{"--page", "nowhere"} << "page = nowhere";
        QTest::newRow("list") << QStringList{"--list", "cats"} << "list = cats";
        QTest::newRow("unknown") << QStringList{"--nonsense"} << "nonsense";
        QTest::newRow("two files") << QStringList{"a", "b"} << "FILE = b";
        QTest::newRow("theme") << QStringList{"--theme", "pink"} << "theme = pink";
    }
    void faults()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        try {
            parseStudioOptions(arguments);
            QFAIL("was taken");
        } catch (const Error& error) {
            QVERIFY(error.kind() == ErrorKind::Usage);
            QVERIFY2(QString::fromStdString(error.what()).contains(said), error.what());
        }
    }

    void lists()
    {
        const QString panels = printedBy(parseStudioOptions({"--list", "panels"}));
        QVERIFY(panels.startsWith(QStringLiteral("densities\ndistance\n")));
        QCOMPARE(panels.count(u'\n'), panelIds().size());
        QCOMPARE(printedBy(parseStudioOptions({"--list", "scenes"})).count(u'\n'), static_cast<int>(scenePresets().size()));
        QVERIFY(printedBy(parseStudioOptions({"--help"})).contains(QStringLiteral("--export")));
        QVERIFY(printedBy(parseStudioOptions({})).isEmpty());
    }
};

QTEST_MAIN(TestStudioOptions)
#include "tst_studio_options.moc"
