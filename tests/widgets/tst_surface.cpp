// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/view_samples.h"
#include "widgets/figure_export.h"
#include "widgets/surface_polygons.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace realuid::widgets;

namespace
{

const QSizeF kSize(400, 300);

SurfaceProjection projection(const Orbit& orbit) { return {orbit, SurfaceAxes::boxArea(kSize, Theme::Light)}; }

/// A wall across the floor at y = 0.25 and a lower one at y = 0.75.
Grid walls(double front, double back)
{
    Grid grid{41, 41, 0, 1, 0, 1, std::vector<double>(41 * 41, 0.0)};
    for (int column = 0; column < 41; ++column) {
        grid.values[10 * 41 + static_cast<std::size_t>(column)] = front;
        grid.values[30 * 41 + static_cast<std::size_t>(column)] = back;
    }
    return grid;
}

bool near(QRgb a, QRgb b, int tolerance)
{
    return std::abs(qRed(a) - qRed(b)) <= tolerance && std::abs(qGreen(a) - qGreen(b)) <= tolerance && std::abs(qBlue(a) - qBlue(b)) <= tolerance;
}

void look(const QImage& image, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("REALUID_LOOK"); !folder.isEmpty())
        image.save(folder + u'/' + name + QStringLiteral(".png"));
}

QByteArray exported(FigureFormat format, PlotView& view)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("figure"));
    PlotView* views[] = {&view};
    exportFigure(path, views, {.widthMm = 120, .heightMm = 80, .format = format}, {});
    if (const QString to = qEnvironmentVariable("REALUID_LOOK"); !to.isEmpty())
        QFile::copy(path, to + (format == FigureFormat::Pdf ? QStringLiteral("/surface.pdf") : QStringLiteral("/surface.svg")));
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSurface : public QObject
{
    Q_OBJECT

    static void orbits()
    {
        QTest::addColumn<double>("azimuth");
        QTest::addColumn<double>("elevation");
        for (const double azimuth : {30.0, -60.0, 145.0, -120.0})
            for (const double elevation : {12.0, 32.0, 70.0})
                QTest::addRow("%g %g", azimuth, elevation) << azimuth << elevation;
    }

private Q_SLOTS:
    void init() { applyTheme(*qApp, Theme::Light); }

    void projectionHasAnInverse_data() { orbits(); }
    void projectionHasAnInverse()
    {
        QFETCH(double, azimuth);
        QFETCH(double, elevation);
        const SurfaceProjection p = projection({azimuth, elevation, 1.3});
        const BoxPoint point{0.2, 0.9, 0.4}, back = p.inverse(p.map(point));
        QVERIFY(std::abs(back.x - point.x) + std::abs(back.y - point.y) + std::abs(back.z - point.z) < 1e-12);
    }

    void aNearerWallCoversAFartherOne()
    {
        const SurfaceMesh mesh = surfaceMesh(walls(1, 0.5), {});
        const Projected farther = projection({0, 15}).map({0.5, 0.75, 0.5});
        const SurfaceRaster before(mesh, projection({0, 15}), colorTable(ColorMap::Viridis), kSize, 1);
        QVERIFY(before.depthAt(farther.at) < farther.depth - 0.2);
        QVERIFY(!before.shows(farther));
        QVERIFY(before.visible({{0.4, 0.75, 0.5}, {0.6, 0.75, 0.5}}, projection({0, 15})).empty());
        // From the other side nothing is before it, and its top has its own colour.
        const SurfaceProjection turned = projection({180, 15});
        const SurfaceRaster after(mesh, turned, colorTable(ColorMap::Viridis), kSize, 2);
        const Projected top = turned.map({0.5, 0.75, 0.5});
        QVERIFY(after.shows(top));
        QCOMPARE(after.visible({{0.4, 0.75, 0.5}, {0.6, 0.75, 0.5}}, turned).size(), 1u);
        const QRgb color = colorTable(ColorMap::Viridis)[119];
        QVERIFY(near(after.image().pixel((top.at * 2 + QPointF(0, 2)).toPoint()), color, 60));
    }

    /// Against rays that are followed from each point towards the viewer.
    void visibilityIsThatOfRays_data() { orbits(); }
    void visibilityIsThatOfRays()
    {
        QFETCH(double, azimuth);
        QFETCH(double, elevation);
        const SurfaceMesh mesh = surfaceMesh(samples::ridges(65), {ColorMap::Viridis, 1e-4, 10, true});
        const SurfaceProjection p = projection({azimuth, elevation});
        const SurfaceRaster raster(mesh, p, colorTable(ColorMap::Viridis), kSize, 2);
        int hidden = 0, shown = 0;
        for (int k = 0; k < 400; ++k) {
            const double x = std::fmod(0.5 + k * 0.6180339887, 1.0), y = std::fmod(0.5 + k * 0.7548776662, 1.0);
            const Projected at = p.map({x, y, mesh.heightAt(x, y)});
            double over = -1; // how far a ray to the viewer runs below the surface at most
            for (double nearer = 0.03; nearer < 1.5; nearer += 0.004) {
                const BoxPoint on = p.inverse({at.at, at.depth - nearer});
                if (const double height = mesh.heightAt(on.x, on.y); std::isfinite(height))
                    over = std::max(over, height - on.z);
            }
            if (std::abs(over) < 0.05 || std::max(std::abs(x - 0.5), std::abs(y - 0.5)) > 0.46) // grazing, or at a wall
                continue;
            (over > 0 ? hidden : shown) += 1;
            QCOMPARE(raster.shows(at), over < 0);
        }
        QVERIFY(shown > 20);
        QVERIFY(hidden > 0 || elevation > 60);
    }

    void polygonsAreThePixels_data() { orbits(); }
    void polygonsAreThePixels()
    {
        QFETCH(double, azimuth);
        QFETCH(double, elevation);
        const SurfaceMesh mesh = coarser(surfaceMesh(samples::ridges(129), {ColorMap::Viridis, 1e-4, 10, true}), 64);
        const SurfaceProjection p = projection({azimuth, elevation});
        const SurfaceRaster raster(mesh, p, colorTable(ColorMap::Viridis), kSize, 1);
        const std::vector<SurfacePolygon> polygons = surfacePolygons(mesh, p, colorTable(ColorMap::Viridis), raster);
        QVERIFY(polygons.size() < 2u * 64u * 64u);
        QImage drawn(raster.image().size(), QImage::Format_ARGB32_Premultiplied);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        paintPolygons(painter, polygons);
        painter.end();
        int covered = 0, silhouette = 0, colored = 0;
        for (int y = 0; y < drawn.height(); ++y)
            for (int x = 0; x < drawn.width(); ++x) {
                const bool a = qAlpha(drawn.pixel(x, y)) > 127, b = qAlpha(raster.image().pixel(x, y)) > 127;
                covered += b;
                silhouette += a != b;
                colored += a && b && !near(drawn.pixel(x, y), raster.image().pixel(x, y), 40);
            }
        QVERIFY(covered > 10000);
        QVERIFY2(silhouette < 0.02 * covered, qPrintable(QString::number(silhouette)));
        QVERIFY2(colored < 0.03 * covered, qPrintable(QString::number(colored)));
    }

    void filesAreDrawings()
    {
        const auto view = samples::surfaceView();
        const QByteArray pdf = exported(FigureFormat::Pdf, *view), svg = exported(FigureFormat::Svg, *view);
        QVERIFY(pdf.contains("/FontFile"));
        QVERIFY(!pdf.contains("/Subtype /Image"));
        QVERIFY(!svg.contains("<image"));
        QVERIFY(svg.count("<path") > 500);
        QVERIFY(pdf.size() < 400'000);
        QVERIFY(svg.size() < 4'000'000);
        qInfo("PDF %lld bytes, SVG %lld bytes", static_cast<long long>(pdf.size()), static_cast<long long>(svg.size()));
    }

    void handsTurnIt()
    {
        const auto view = samples::surfaceView();
        view->resize(400, 300);
        view->show();
        QVERIFY(QTest::qWaitForWindowExposed(view.get()));
        const QImage before = view->grab().toImage();
        QSignalSpy turned(view.get(), &SurfaceView::turned);
        QTest::mousePress(view.get(), Qt::LeftButton, {}, {200, 150});
        QMouseEvent move(QEvent::MouseMove, QPointF(250, 160), view->mapToGlobal(QPointF(250, 160)), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(view.get(), &move);
        QTest::mouseRelease(view.get(), Qt::LeftButton, {}, {250, 160});
        QCOMPARE(turned.size(), 1);
        QCOMPARE(view->orbit().azimuth, 10.0);
        QCOMPARE(view->orbit().elevation, 36.0);
        QVERIFY(view->grab().toImage() != before);
        QTest::keyClick(view.get(), Qt::Key_Left);
        QTest::keyClick(view.get(), Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(view->orbit().azimuth, 15.0);
        QCOMPARE(view->orbit().elevation, 37.0);
        QTest::keyClick(view.get(), Qt::Key_Plus);
        QVERIFY(view->orbit().zoom > 1);
        QTest::keyClick(view.get(), Qt::Key_Home);
        QCOMPARE(view->orbit(), Orbit());
        for (int i = 0; i < 100; ++i)
            QTest::keyClick(view.get(), Qt::Key_Down);
        QCOMPARE(view->orbit().elevation, Orbit::kLeastElevation);
    }

    void theWheelWaitsForFocus()
    {
        QWidget window;
        window.setFocusPolicy(Qt::StrongFocus);
        const auto view = samples::surfaceView();
        view->setParent(&window);
        view->resize(400, 300);
        window.resize(420, 320);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto wheel = [&] {
            QWheelEvent event({200, 150}, view->mapToGlobal(QPointF(200, 150)), {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
            QApplication::sendEvent(view.get(), &event);
        };
        window.setFocus();
        wheel();
        QCOMPARE(view->orbit().zoom, 1.0);
        view->setFocus();
        wheel();
        QVERIFY(view->orbit().zoom > 1.05);
    }

    void thePointerTellsWhereItIsOnTheSurface()
    {
        const auto view = samples::surfaceView();
        view->resize(400, 300);
        view->show();
        QVERIFY(QTest::qWaitForWindowExposed(view.get()));
        view->grab();
        QSignalSpy hovered(view.get(), &PlotView::hovered), left(view.get(), &PlotView::hoverLeft);
        const Grid grid = samples::ridges(129);
        const SurfaceMesh mesh = surfaceMesh(grid, {ColorMap::Viridis, 1e-4, 10, true});
        const Projected at = projection(view->orbit()).map({0.3, 0.8, mesh.heightAt(0.3, 0.8)});
        QTest::mouseMove(view.get(), at.at.toPoint());
        QVERIFY(!hovered.isEmpty());
        QVERIFY(std::abs(hovered.last()[0].toDouble() - -1.6) < 0.15);
        QVERIFY(std::abs(hovered.last()[1].toDouble() - 0.8) < 0.03);
        QTest::mouseMove(view.get(), {398, 298});
        QVERIFY(!left.isEmpty());
    }

    void marksStandOnTheSurface()
    {
        const auto view = samples::surfaceView();
        view->resize(400, 300);
        const QImage plain = view->grab().toImage();
        view->setCrosshair(-1.6, 0.8);
        const QImage crossed = view->grab().toImage();
        QVERIFY(plain != crossed);
        view->setCrosshair({}, {});
        QCOMPARE(view->grab().toImage(), plain);
        view->setMarkerLine(Qt::Horizontal, {});
        QVERIFY(view->grab().toImage() != plain);
    }

    /// While it is on show the older picture stays until a worker has the newer one; the last of many is the one that remains.
    void aNewerSurfaceIsDrawnBehind()
    {
        const auto view = samples::surfaceView();
        view->resize(400, 300);
        view->setFocusPolicy(Qt::NoFocus); // its frame
        view->show();
        QVERIFY(QTest::qWaitForWindowExposed(view.get()));
        view->grab();
        QTRY_VERIFY(view->settled());
        const QImage first = view->grab().toImage();
        const ColorScale scale{ColorMap::Viridis, 1e-4, 10, true};
        QSignalSpy pictured(view.get(), &SurfaceView::pictured);
        view->setSurface(walls(5, 1), scale);
        QVERIFY(!view->settled());
        QCOMPARE(view->grab().toImage(), first);
        QTRY_COMPARE(pictured.size(), 1);
        QVERIFY(view->grab().toImage() != first);
        for (int i = 0; i < 50; ++i)
            view->setSurface(walls(5, 0.1 * i), scale);
        SurfaceView other;
        other.setAxisLabels(QStringLiteral("$x$"), QStringLiteral("$t$"), QStringLiteral("distance $l(t, x)$"));
        other.setMarkerLine(Qt::Horizontal, 0.7);
        other.setSurface(walls(5, 4.9), scale);
        other.resize(400, 300);
        QTest::qWait(200); // it has come to rest
        const QImage expected = other.grab().toImage();
        QTRY_COMPARE(view->grab().toImage(), expected);
        QVERIFY(pictured.size() < 50); // those in between were passed over
    }

    /// A turn, another size or another theme while a worker draws: what it brings no longer fits.
    void whatNoLongerFitsIsNotShown()
    {
        const auto view = samples::surfaceView(), other = samples::surfaceView();
        view->resize(400, 300);
        view->setFocusPolicy(Qt::NoFocus); // its frame
        view->show();
        QVERIFY(QTest::qWaitForWindowExposed(view.get()));
        view->grab();
        const ColorScale scale{ColorMap::Viridis, 1e-4, 10, true};
        for (const int side : {0, 1, 2}) {
            view->setSurface(walls(5, 1 + side), scale);
            other->setSurface(walls(5, 1 + side), scale);
            for (SurfaceView* each : {view.get(), other.get()}) {
                each->setOrbit({40.0 + side, 30});
                each->resize(420 + side, 320);
                each->setTheme(side == 1 ? Theme::Dark : Theme::Light);
            }
            QTest::qWait(200);
            QTRY_COMPARE(view->grab().toImage(), other->grab().toImage());
        }
    }

    void everySideLooks_data() { orbits(); }
    void everySideLooks()
    {
        QFETCH(double, azimuth);
        QFETCH(double, elevation);
        const auto view = samples::surfaceView();
        view->setTheme(azimuth > 0 ? Theme::Light : Theme::Dark);
        view->setOrbit({azimuth, elevation});
        view->resize(520, 340);
        const QImage image = view->grab().toImage();
        look(image, QStringLiteral("turned %1 %2").arg(azimuth).arg(elevation));
        for (int x = 0; x < image.width(); ++x) { // nothing is cut off
            QCOMPARE(image.pixelColor(x, 0), surfaces(view->theme()).card);
            QCOMPARE(image.pixelColor(x, image.height() - 1), surfaces(view->theme()).card);
        }
    }

    void speed()
    {
        const SurfaceMesh mesh = surfaceMesh(samples::ridges(129), {ColorMap::Viridis, 1e-4, 10, true});
        for (const double density : {1.0, 2.0}) {
            QElapsedTimer clock;
            clock.start();
            constexpr int runs = 20;
            for (int i = 0; i < runs; ++i)
                QVERIFY(!SurfaceRaster(mesh, projection({30.0 + i, 32}), colorTable(ColorMap::Viridis), kSize, density).image().isNull());
            qInfo("129 x 129 on %g x %g pixels: %.2f ms", kSize.width() * density, kSize.height() * density,
                  static_cast<double>(clock.nsecsElapsed()) / 1e6 / runs);
        }
    }
};

QTEST_MAIN(TestSurface)
#include "tst_surface.moc"
