// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/view_samples.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <functional>

using namespace realuid::widgets;

namespace
{

using Maker = std::function<std::unique_ptr<PlotView>()>;

bool alike(QRgb a, QRgb b, int tolerance)
{
    return std::abs(qRed(a) - qRed(b)) <= tolerance && std::abs(qGreen(a) - qGreen(b)) <= tolerance && std::abs(qBlue(a) - qBlue(b)) <= tolerance;
}

int countColor(const QImage& image, const QColor& color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += alike(image.pixel(x, y), color.rgb(), 12) ? 1 : 0;
    return count;
}

// True where everything along the image's rim has one colour: then nothing is cut off there.
bool rimIsBlank(const QImage& image)
{
    const QRgb first = image.pixel(0, 0);
    for (int x = 0; x < image.width(); ++x)
        if (!alike(image.pixel(x, 0), first, 2) || !alike(image.pixel(x, image.height() - 1), first, 2))
            return false;
    for (int y = 0; y < image.height(); ++y)
        if (!alike(image.pixel(0, y), first, 2) || !alike(image.pixel(image.width() - 1, y), first, 2))
            return false;
    return true;
}

QImage shown(PlotView& view, QSize size)
{
    view.resize(size);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view))
        return {};
    if (auto* chart = qobject_cast<ChartView*>(&view))
        chart->repaintNow();
    return view.grab().toImage();
}

} // namespace

class TestViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A map of the plane keeps its shape whatever the view's.
    void planeMapsHaveEqualUnits()
    {
        HeatmapView view;
        Grid grid = samples::hill(9);
        grid.x0 = grid.y0 = -2;
        grid.x1 = grid.y1 = 2;
        view.setGrid(grid, {.least = 0, .most = 1});
        view.setEqualUnits(true);
        for (const QSize size : {QSize(700, 300), QSize(320, 600)}) {
            shown(view, size);
            const QPointF across = view.pixelOf({2, -2}) - view.pixelOf({-2, -2}), up = view.pixelOf({-2, 2}) - view.pixelOf({-2, -2});
            QVERIFY(across.x() > 100);
            QVERIFY2(std::abs(across.x() + up.y()) < 1, qPrintable(QString("%1 across, %2 up").arg(across.x()).arg(-up.y())));
            QVERIFY(std::abs(view.areaRect(0).width() - across.x()) < 1.5); // and its range
        }
    }

    /// Numbers may be longer in another size: the first picture in it leaves them their room already.
    void marginsFitAtOnce()
    {
        const auto view = samples::densityView();
        shown(*view, {600, 700});
        for (const QSize size : {QSize(600, 150), QSize(300, 500), QSize(600, 700)}) {
            QSignalSpy repaints(view.get(), &ChartView::repainted);
            view->resize(size);
            QTRY_COMPARE(repaints.size(), 1);
            const QRectF first = view->areaRect(0);
            view->repaintNow();
            QCOMPARE(view->areaRect(0), first);
        }
    }

    void looks_data()
    {
        QTest::addColumn<Maker>("make");
        QTest::addColumn<QList<Role>>("roles");
        QTest::addColumn<Theme>("theme");
        const std::vector<std::tuple<const char*, Maker, QList<Role>>> views{
            {"density", samples::densityView, {Role::Real, Role::Generator, Role::Teacher, Role::Fake}},
            {"heatmap", [] { return samples::heatmapView(); }, {Role::Generator}},
            {"heatmap-log", [] { return samples::heatmapView(true); }, {Role::Generator}},
            {"field", samples::fieldView, {Role::Real, Role::Generator, Role::Teacher, Role::Fake}},
            {"curves", [] { return samples::curveView(); }, {Role::Fake, Role::Generator}},
            {"bands", samples::bandView, {Role::Generator, Role::Teacher}},
            {"images", samples::imageGrid, {}},
            {"surface", samples::surfaceView, {}},
        };
        for (const auto& [name, make, roles] : views)
            for (const auto& [theme, suffix] : {std::pair(Theme::Light, "light"), {Theme::Dark, "dark"}, {Theme::Projector, "projector"}})
                QTest::addRow("%s-%s", name, suffix) << make << roles << theme;
    }

    void looks()
    {
        QFETCH(Maker, make);
        QFETCH(QList<Role>, roles);
        QFETCH(Theme, theme);
        applyTheme(*qApp, theme);
        const auto view = make();
        const QImage image = shown(*view, {480, 360});
        QCOMPARE(image.size(), QSize(480, 360) * qApp->devicePixelRatio());
        if (const QString folder = qEnvironmentVariable("REALUID_LOOK"); !folder.isEmpty()) // to look at them
            image.save(QStringLiteral("%1/%2-%3x.png").arg(folder, QString::fromLatin1(QTest::currentDataTag())).arg(qApp->devicePixelRatio()));
        QVERIFY(alike(image.pixel(1, 1), surfaces(theme).card.rgb(), 2));
        QVERIFY(rimIsBlank(image) || roles.isEmpty()); // a sheet may fill all there is
        for (const Role role : roles)
            QVERIFY2(countColor(image, roleStyle(role, theme).color) > 10, qPrintable(QString::number(static_cast<int>(role))));
    }

    void aSmallViewCutsNothing()
    {
        applyTheme(*qApp, Theme::Light);
        for (const auto& view : {samples::densityView()})
            QVERIFY(rimIsBlank(shown(*view, {260, 200})));
    }

    void aThemeOfItsOwnStays()
    {
        applyTheme(*qApp, Theme::Light);
        const auto view = samples::densityView();
        const QImage before = shown(*view, {400, 300});
        view->setTheme(Theme::Dark);
        const QImage dark = shown(*view, {400, 300});
        QVERIFY(before != dark);
        applyTheme(*qApp, Theme::Projector);
        QCOMPARE(shown(*view, {400, 300}), dark);
    }

    void messageCoversThePlot()
    {
        applyTheme(*qApp, Theme::Light);
        const auto view = samples::densityView();
        view->setMessage(QStringLiteral("Nothing here yet"));
        const QImage image = shown(*view, {400, 300});
        QCOMPARE(countColor(image, roleStyle(Role::Teacher, Theme::Light).color), 0);
        QVERIFY(countColor(image, surfaces(Theme::Light).quietText) > 10);
        QCOMPARE(view->accessibleDescription(), QStringLiteral("Nothing here yet"));
        view->setMessage({});
        QVERIFY(countColor(shown(*view, {400, 300}), roleStyle(Role::Teacher, Theme::Light).color) > 20);
    }

    void busySignWaitsAMoment()
    {
        applyTheme(*qApp, Theme::Light);
        const auto view = samples::densityView();
        const QImage idle = shown(*view, {400, 300});
        view->setBusy(true);
        QCOMPARE(view->grab().toImage(), idle);
        QTRY_VERIFY(view->grab().toImage() != idle);
        view->setBusy(false);
        QCOMPARE(view->grab().toImage(), idle);
    }

    void hoverTellsDataCoordinates()
    {
        const auto view = samples::heatmapView();
        shown(*view, {480, 360});
        QSignalSpy spy(view.get(), &PlotView::hovered);
        QWidget* inner = view->childAt(200, 150);
        QVERIFY(inner);
        QTest::mouseMove(inner, {100, 150});
        QTest::mouseMove(inner, {300, 60});
        QTRY_VERIFY(spy.size() >= 2);
        const double left = spy.first().at(0).toDouble(), right = spy.last().at(0).toDouble();
        QVERIFY(left > -4 && left < right && right < 4);
        QVERIFY(spy.first().at(1).toDouble() < spy.last().at(1).toDouble()); // upwards is more
    }

    void crosshairIsDrawnAndTakenAway()
    {
        const auto view = samples::densityView();
        const QImage before = shown(*view, {400, 300});
        view->setCrosshair(1.0, {});
        QTRY_VERIFY(view->grab().toImage() != before);
        view->setCrosshair({}, {});
        QTRY_COMPARE(view->grab().toImage(), before);
    }

    void surfaceRepaintsWithinAFrame()
    {
        const auto view = samples::heatmapView();
        shown(*view, {600, 480});
        const Grid grid = samples::hill(512);
        const ColorScale scale = fittedScale(grid.values, ColorMap::Viridis);
        std::vector<double> times;
        for (int i = 0; i < 9; ++i) {
            Grid copy = grid;
            QElapsedTimer clock;
            clock.start();
            view->setGrid(std::move(copy), scale);
            view->repaintNow();
            times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        }
        std::sort(times.begin(), times.end());
        qInfo("512 x 512 surface: %.1f ms", times[4]);
        QVERIFY(times.front() < 1000);
    }

    void aMillionPointsStayQuick()
    {
        const auto view = samples::curveView(1'000'000);
        shown(*view, {600, 400});
        double best = 1e9; // other processes may take turns in between
        for (int i = 1; i <= 5; ++i) {
            QElapsedTimer clock;
            clock.start();
            view->append(0, 1'000'000 + i, 42);
            view->repaintNow();
            best = std::min(best, static_cast<double>(clock.nsecsElapsed()) / 1e6);
        }
        qInfo("a million points: %.1f ms", best);
        QVERIFY(best < 3000);
    }
};

QTEST_MAIN(TestViews)
#include "tst_views.moc"
