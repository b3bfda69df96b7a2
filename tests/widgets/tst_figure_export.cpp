// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "tests/widgets/view_samples.h"
#include "widgets/figure_export.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace realuid::widgets;

namespace
{

FigureNote note()
{
    return {QStringLiteral("Densities & fields"),
            {{QStringLiteral("program"), QStringLiteral("RealUID Studio 0.1.0")},
             {QStringLiteral("alpha"), QStringLiteral("0.94")},
             {QStringLiteral("seed"), QStringLiteral("42")}}};
}

QByteArray bytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString output(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

QImage rendered(const QString& svg)
{
    QImage image(680, 512, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QSvgRenderer(svg).render(&painter);
    return image;
}

} // namespace

class TestFigureExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        applyTheme(*qApp, Theme::Dark); // figures are light all the same
        m_density = samples::densityView();
        m_surface = samples::heatmapView();
        m_views = {m_density.get(), m_surface.get()};
        QVERIFY(m_folder.isValid());
    }

    void pngHasItsSizeResolutionAndNote()
    {
        const QString path = file("one.png");
        FigureOptions options{.widthMm = 85, .heightMm = 64, .dpi = 300, .format = FigureFormat::Png};
        exportFigure(path, std::span(m_views).first(1), options, note());
        const QImage image(path);
        QCOMPARE(image.size(), QSize(1004, 756));
        QVERIFY(std::abs(image.dotsPerMeterX() * 0.0254 - 300) < 0.1);
        QCOMPARE(image.text(QStringLiteral("alpha")), QStringLiteral("0.94"));
        QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("Densities & fields"));
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
        options.transparent = true;
        exportFigure(path, std::span(m_views).first(1), options, note());
        QCOMPARE(QImage(path).pixelColor(2, 2).alpha(), 0);
    }

    void svgStatesMillimetresAndItself()
    {
        const QString path = file("one.svg");
        exportFigure(path, std::span(m_views).first(1), {.widthMm = 85, .heightMm = 64, .format = FigureFormat::Svg}, note());
        const QString text = QString::fromUtf8(bytes(path));
        QVERIFY(text.contains(QStringLiteral("width=\"85mm\" height=\"64mm\"")));
        if (const QString folder = qEnvironmentVariable("REALUID_LOOK"); !folder.isEmpty()) // to look at it
            QFile::copy(path, folder + QStringLiteral("/figure.svg"));
        QVERIFY(text.contains(QStringLiteral("<title>Densities &amp; fields</title>")));
        QVERIFY(text.contains(QStringLiteral("alpha: 0.94; seed: 42")));
        QVERIFY(text.count(QStringLiteral("<path")) + text.count(QStringLiteral("<polyline")) > 10);
        QVERIFY(!text.contains(QStringLiteral("<image"))); // nothing of this view is a picture
    }

    void svgTypeAsOutlines()
    {
        const QString words = file("words.svg"), shapes = file("shapes.svg");
        FigureOptions options{.widthMm = 85, .heightMm = 64, .format = FigureFormat::Svg};
        exportFigure(words, std::span(m_views).first(1), options, note());
        options.outlines = true;
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
        exportFigure(shapes, std::span(m_views).first(1), options, note());
        const QString text = QString::fromUtf8(bytes(words)), drawn = QString::fromUtf8(bytes(shapes));
        QVERIFY(text.contains(QStringLiteral("<text")));
        QVERIFY(!drawn.contains(QStringLiteral("<text")));
        QVERIFY(drawn.contains(QStringLiteral("width=\"85mm\" height=\"64mm\"")));
        QVERIFY(drawn.count(QStringLiteral("<path")) > text.count(QStringLiteral("<path")) + 20);
        const QImage a = rendered(words), b = rendered(shapes); // the same picture
        int apart = 0;
        for (int y = 0; y < a.height(); ++y)
            for (int x = 0; x < a.width(); ++x)
                apart += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 100;
        QVERIFY2(apart < a.width() * a.height() / 200, qPrintable(QString::number(apart)));
        if (const QString folder = qEnvironmentVariable("REALUID_LOOK"); !folder.isEmpty()) { // to look at them
            a.save(folder + QStringLiteral("/svg-text.png"));
            b.save(folder + QStringLiteral("/svg-outlines.png"));
        }
    }

    void columnsFollowTheShape()
    {
        QCOMPARE(figureColumns(1, 85, 64), 1);
        QCOMPARE(figureColumns(2, 170, 70), 2);
        QCOMPARE(figureColumns(2, 85, 130), 1);
        QCOMPARE(figureColumns(4, 170, 120), 2);
        QCOMPARE(figureColumns(6, 254, 142.9), 3);
    }

    void theNumbersBehindTheCurves()
    {
        const std::vector<DataTable> tables = m_density->data();
        QCOMPARE(tables.size(), std::size_t(1));
        QCOMPARE(tables[0].columns[0].name, QStringLiteral("x"));
        QCOMPARE(tables[0].columns[1].name, QStringLiteral("density_real"));
        for (const DataColumn& column : tables[0].columns)
            QCOMPARE(column.values.size(), tables[0].rows());
        QVERIFY(tables[0].rows() > 10);
        const DataTable surface = m_surface->data().front();
        QCOMPARE(surface.rows(), m_surface->grid().values.size());
        const Grid& grid = m_surface->grid();
        QCOMPARE(surface.columns[0].values[1], grid.x0 + (grid.x1 - grid.x0) / (grid.columns - 1));
        QCOMPARE(surface.columns[1].values.back(), grid.y1);
        QCOMPARE(surface.columns[2].values, grid.values);
    }

    void pdfIsADrawingWithItsTypeAndLosslessPictures()
    {
        const QString path = file("two.pdf");
        exportFigure(path, m_views, {.widthMm = 170, .heightMm = 80, .columns = 2, .format = FigureFormat::Pdf}, note());
        const QByteArray data = bytes(path);
        QVERIFY(data.startsWith("%PDF-"));
        QVERIFY(!data.contains("/DCTDecode")); // no JPEG
        QVERIFY(data.contains("/FontFile"));
        const QRegularExpressionMatch box = QRegularExpression(QStringLiteral("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]")).match(QString::fromLatin1(data));
        QVERIFY(box.hasMatch());
        QVERIFY(std::abs(box.captured(1).toDouble() - 170 / 25.4 * 72) < 0.6);
        QVERIFY(std::abs(box.captured(2).toDouble() - 80 / 25.4 * 72) < 0.6);
        QVERIFY(data.contains("alpha: 0.94"));
    }

    void popplerAgreesAboutThePdf()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pdffonts")).isEmpty())
            QSKIP("poppler's tools are not here");
        const QString path = file("poppler.pdf");
        exportFigure(path, m_views, {.widthMm = 170, .heightMm = 80, .columns = 2, .format = FigureFormat::Pdf}, note());
        const QStringList fonts = output(QStringLiteral("pdffonts"), {path}).split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
        QVERIFY(!fonts.isEmpty());
        for (const QString& line : fonts) // columns from the right: object (2), unicode, subset, embedded
            QCOMPARE(line.simplified().split(QLatin1Char(' ')).rbegin()[4], QStringLiteral("yes"));
        const QStringList pictures = output(QStringLiteral("pdfimages"), {QStringLiteral("-list"), path}).split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
        QVERIFY(!pictures.isEmpty());
        for (const QString& line : pictures)
            QCOMPARE(line.simplified().split(QLatin1Char(' ')).at(8), QStringLiteral("image"));
        QVERIFY(output(QStringLiteral("pdftotext"), {path, QStringLiteral("-")}).contains(QStringLiteral("teacher")));
        if (const QString folder = qEnvironmentVariable("REALUID_LOOK"); !folder.isEmpty()) // to look at it
            output(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("150"), QStringLiteral("-png"), path, folder + QStringLiteral("/figure")});
    }

    void exportingChangesNothingOnScreen()
    {
        m_density->resize(400, 300);
        m_density->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_density.get()));
        m_density->repaintNow();
        const QImage before = m_density->grab().toImage();
        exportFigure(file("screen.png"), std::span(m_views).first(1), {.format = FigureFormat::Png}, note());
        QCoreApplication::processEvents();
        QCOMPARE(m_density->grab().toImage(), before);
    }

    void aFolderThatIsNotThereIsSaidSo()
    {
        try {
            exportFigure(file("nowhere/one.pdf"), m_views, {}, note());
            QFAIL("no error");
        } catch (const realuid::Error& error) {
            QCOMPARE(error.kind(), realuid::ErrorKind::File);
            QVERIFY(!error.remedy().empty());
        }
    }

private:
    QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
    std::unique_ptr<DensityView> m_density;
    std::unique_ptr<HeatmapView> m_surface;
    std::vector<PlotView*> m_views;
};

QTEST_MAIN(TestFigureExport)
#include "tst_figure_export.moc"
