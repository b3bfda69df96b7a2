// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/convergence_figure.h"
#include "app/export/figure_job.h"
#include "app/export/gif_writer.h"
#include "app/export/palette.h"
#include "app/export/scene_figure.h"
#include "core/api/error.h"

#include <QImageReader>
#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace realuid;
using namespace realuid::studio;

class TestFigures : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static QByteArray content(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static int colours(const QImage& image)
    {
        std::set<QRgb> found;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                found.insert(image.pixel(x, y));
        return static_cast<int>(found.size());
    }

private Q_SLOTS:
    void files_data()
    {
        QTest::addColumn<QString>("scene");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("start");
        for (const char* scene : {"two-gaussians", "mixtures-2d"}) {
            QTest::addRow("%s pdf", scene) << QString(scene) << "pdf" << QByteArray("%PDF");
            QTest::addRow("%s svg", scene) << QString(scene) << "svg" << QByteArray("<?xml");
            QTest::addRow("%s png", scene) << QString(scene) << "png" << QByteArray("\x89PNG");
        }
    }
    void files()
    {
        QFETCH(QString, scene);
        QFETCH(QString, suffix);
        QFETCH(QByteArray, start);
        const auto found = std::find_if(scenePresets().begin(), scenePresets().end(),
                                        [&](const ScenePreset& p) { return QString::fromUtf8(p.id.data()) == scene; });
        FigureRequest request;
        request.paths = {m_folder.filePath(scene + u'.' + suffix)};
        request.options.widthMm = 160;
        request.options.heightMm = 80;
        request.options.dpi = 100;
        writeFigure(*sceneFigures(found->scene, scene, {}), request);
        QVERIFY(content(request.paths[0]).startsWith(start));
        if (suffix == QStringLiteral("png")) {
            const QImage image(request.paths[0]);
            QCOMPARE(image.width(), qRound(160 / 25.4 * 100));
            QVERIFY(colours(image) > 100);
        }
        QVERIFY_EXCEPTION_THROWN(writeFigure(*sceneFigures(found->scene, scene, {}), request), Error); // nothing is replaced
    }

    void onePanelIsNotTheOther()
    {
        FigureRequest request;
        request.options.dpi = 60;
        QImage pictures[2];
        for (int i = 0; i < 2; ++i) {
            request.panels = {i == 0 ? QStringLiteral("densities") : QStringLiteral("distance")};
            request.paths = {m_folder.filePath(request.panels[0] + QStringLiteral(".png"))};
            writeFigure(*sceneFigures(Scene{}, {}, request.panels), request);
            pictures[i].load(request.paths[0]);
        }
        QCOMPARE(pictures[0].size(), pictures[1].size());
        QVERIFY(pictures[0] != pictures[1]);
    }

    void animations()
    {
        FigureRequest request;
        request.paths = {m_folder.filePath(QStringLiteral("t.gif"))};
        request.options.widthMm = 120;
        request.options.heightMm = 50;
        request.options.dpi = 60;
        writeFigure(*sceneFigures(Scene{}, {}, {}), request);
        QVERIFY(content(request.paths[0]).contains("alpha: 0.94")); // in its comment
        QImageReader reader(request.paths[0]);
        int frames = 0;
        int milliseconds = 0;
        QImage first, last;
        for (QImage image; reader.read(&image); ++frames) {
            if (frames == 0)
                first = image;
            last = image;
            milliseconds += reader.nextImageDelay();
        }
        QVERIFY(milliseconds >= 2000 && milliseconds <= 4000);
        QCOMPARE(reader.loopCount(), -1); // for ever
        QVERIFY(first != last);
    }

    void palettesKeepFlatColours()
    {
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(QColor(0xFA, 0xD8, 0xC0));
        QPainter painter(&image);
        painter.fillRect(0, 0, 100, 200, QColor(0xBF, 0xDC, 0xEC));
        QLinearGradient gradient(150, 0, 300, 200);
        gradient.setColorAt(0, Qt::red);
        gradient.setColorAt(1, Qt::green);
        painter.fillRect(150, 0, 150, 200, gradient);
        painter.end();
        const QImage few = paletted(image);
        QVERIFY(few.colorCount() <= 256);
        QCOMPARE(few.pixel(50, 50), qRgb(0xBF, 0xDC, 0xEC));
        QCOMPARE(few.pixel(120, 50), qRgb(0xFA, 0xD8, 0xC0));
        for (int x = 150; x < 300; x += 7)
            for (const int off : {qRed(few.pixel(x, 90)) - qRed(image.pixel(x, 90)), qGreen(few.pixel(x, 90)) - qGreen(image.pixel(x, 90))})
                QVERIFY(std::abs(off) <= 8);
    }

    void gifKeepsFlatColours()
    {
        const QString path = m_folder.filePath(QStringLiteral("flat.gif"));
        const QList<QColor> shown{Qt::black, Qt::white};
        writeGif(path.toStdString(), false, 2, 100, {}, [&](int i) {
            QImage image(40, 30, QImage::Format_RGB32);
            image.fill(shown[i]);
            return image;
        });
        QImageReader reader(path);
        for (int i = 0; i < 2; ++i) {
            const QImage image = reader.read();
            QCOMPARE(image.size(), QSize(40, 30));
            QVERIFY(image.pixel(20, 15) == shown[i].rgb());
        }
        QVERIFY(!reader.canRead());
    }

    void aComparisonHasItsCurves()
    {
        const auto folder = [this](const QString& name, const QByteArray& json) {
            QDir(m_folder.path()).mkpath(name);
            QFile file(m_folder.filePath(name + QStringLiteral("/compare.json")));
            if (!file.open(QIODevice::WriteOnly) || file.write(json) < 0)
                qFatal("no file");
            return m_folder.filePath(name);
        };
        const QString good = folder(QStringLiteral("compared"), R"({"seeds": [1, 2], "settings": [{"name": "uid + gan", "kind": "uid", "alpha": 1, "beta": 1,
            "gan": true, "curve": {"steps": [0, 50], "median": [1, 0.5], "least": [1, 0.4], "most": [1, null]}}]})");
        QVERIFY(isComparison(good) && !isComparison(m_folder.path()));
        const auto figure = comparisonFigure(good);
        QCOMPARE(figure->panels().size(), std::size_t{1});
        const std::vector<widgets::DataTable> tables = figure->panels()[0].view->data();
        QCOMPARE(tables.at(0).name, QStringLiteral("uid___gan"));
        QVERIFY((tables[0].columns[1].values == std::vector<double>{1, 0.5}));
        QVERIFY(std::isinf(tables[0].columns[3].values[1]));
        for (const char* bad : {"{}", R"({"seeds": [], "settings": [{"name": 1}]})", R"({"seeds": [1], "settings": [{"name": "uid", "kind": "uid", "alpha": 1,
            "beta": 1, "gan": false, "curve": {"steps": [0, 50], "median": [1], "least": [1], "most": [1]}}]})"})
            QVERIFY_EXCEPTION_THROWN(comparisonFigure(folder(QStringLiteral("bad"), bad)), Error);
    }

    void aFolderThatIsNotThereIsAnError()
    {
        FigureRequest request;
        request.paths = {m_folder.filePath(QStringLiteral("no/such/a.png"))};
        QVERIFY_EXCEPTION_THROWN(writeFigure(*sceneFigures(Scene{}, {}, {}), request), Error);
    }
};

QTEST_MAIN(TestFigures)
#include "tst_figures.moc"
