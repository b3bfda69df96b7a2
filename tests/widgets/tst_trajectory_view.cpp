// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trajectory_view.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>
#include <memory>

using namespace realuid::widgets;

namespace
{

std::vector<double> bell(const std::vector<double>& x, double mean, double sd)
{
    std::vector<double> out;
    for (const double each : x)
        out.push_back(std::exp(-(each - mean) * (each - mean) / (2 * sd * sd)) / sd);
    return out;
}

std::unique_ptr<TrajectoryView> overTime()
{
    auto view = std::make_unique<TrajectoryView>();
    view->setTitle(QStringLiteral("Trajectories"));
    PathBundle teacher{Role::Teacher, QStringLiteral("teacher $f^*$"), {}, false, true, 0, {}}, step{Role::Generator, QStringLiteral("one step $G(z)$"), {}, true, false, 0, {}};
    std::vector<QPointF> starts;
    for (const double z : {-2.0, -1.0, 0.0, 1.0, 2.0}) {
        QPolygonF path;
        for (int i = 0; i <= 10; ++i) {
            const double t = i / 10.0;
            path << QPointF(t, 1.6 * t + z * std::sqrt((1 - t) * (1 - t) + 0.12 * t * t));
        }
        teacher.paths.push_back(path);
        teacher.moments.push_back(path[7]);
        step.paths.push_back({{0, z}, {1, -0.9 + 0.6 * z}});
        starts.emplace_back(0, z);
    }
    view->setBundles({step, teacher});
    view->setStarts(starts);
    std::vector<double> x;
    for (int i = 0; i <= 200; ++i)
        x.push_back(-4 + i / 25.0);
    view->setEndDensities({{Role::Noise, x, bell(x, 0, 1)}}, {{Role::Real, x, bell(x, 1.6, 0.35)}, {Role::Generator, x, bell(x, -0.9, 0.6)}});
    view->setRanges({0, 1}, {-4, 4});
    view->setTime(0.7);
    return view;
}

std::unique_ptr<TrajectoryView> inPlane()
{
    auto view = std::make_unique<TrajectoryView>();
    view->setOverTime(false);
    view->setAxisLabels(QStringLiteral("$x$"), QStringLiteral("$y$"));
    PathBundle teacher{Role::Teacher, QStringLiteral("teacher $f^*$"), {}, false, false, 0, {}};
    std::vector<QPointF> starts;
    for (int k = 0; k < 6; ++k) {
        const QPointF from(std::cos(k), std::sin(k)), to(k % 2 ? 2 : -2, 1.5 * std::sin(2 * k));
        teacher.paths.push_back({from, (from + to) / 2 + QPointF(0.3, 0), to});
        starts.push_back(from);
    }
    view->setBundles({teacher});
    view->setStarts(starts);
    view->setRanges({-3, 3}, {-3, 3});
    return view;
}

QImage shown(TrajectoryView& view, QSize size)
{
    view.resize(size);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view))
        return {};
    view.repaintNow();
    return view.grab().toImage();
}

void mouseMove(QWidget* widget, QPoint to, Qt::MouseButtons held)
{
    QMouseEvent event(QEvent::MouseMove, QPointF(to), widget->mapToGlobal(QPointF(to)), Qt::NoButton, held, {});
    QApplication::sendEvent(widget, &event);
}

/// Where a point is on the view, from what the view tells of two places under the pointer.
QPoint pixelOf(TrajectoryView& view, QPointF data)
{
    QSignalSpy hovered(&view, &PlotView::hovered);
    const QPoint first(200, 120), second(320, 220);
    for (const QPoint& at : {first, second})
        mouseMove(view.childAt(at), at, Qt::NoButton);
    if (hovered.size() < 2)
        return {};
    const auto along = [&](int part, double value, int from, int to) {
        const double begin = hovered[hovered.size() - 2][part].toDouble(), end = hovered.last()[part].toDouble();
        return static_cast<int>(std::lround(from + (value - begin) / (end - begin) * (to - from)));
    };
    return {along(0, data.x(), first.x(), second.x()), along(1, data.y(), first.y(), second.y())};
}

} // namespace

class TestTrajectoryView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looks_data()
    {
        QTest::addColumn<bool>("time");
        QTest::addColumn<Theme>("theme");
        for (const bool time : {true, false})
            for (const auto& [theme, name] : {std::pair(Theme::Light, "light"), {Theme::Dark, "dark"}, {Theme::Projector, "projector"}})
                QTest::addRow("%s %s", time ? "time" : "plane", name) << time << theme;
    }
    void looks()
    {
        QFETCH(bool, time);
        QFETCH(Theme, theme);
        applyTheme(*qApp, theme);
        const auto view = time ? overTime() : inPlane();
        const QImage image = shown(*view, {480, 340});
        if (const QString folder = qEnvironmentVariable("REALUID_LOOK"); !folder.isEmpty())
            image.save(QStringLiteral("%1/paths %2.png").arg(folder, QString::fromLatin1(QTest::currentDataTag())));
        int teacher = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                teacher += QColor(image.pixel(x, y)).hslHue() == roleStyle(Role::Teacher, theme).color.hslHue();
        QVERIFY(teacher > 300);
    }

    void directionsHaveColours()
    {
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Projector})
            for (int k = 0; k < 24; ++k) {
                const QColor color = directionColor(k / 24.0, theme);
                QVERIFY2(contrast(color, surfaces(theme).card) >= 3, qPrintable(QStringLiteral("%1: %2").arg(k).arg(contrast(color, surfaces(theme).card))));
                QVERIFY(color != directionColor((k + 1) / 24.0, theme));
            }
        QCOMPARE(directionColor(0.25, Theme::Light), directionColor(1.25, Theme::Light));
        applyTheme(*qApp, Theme::Light);
        TrajectoryView view;
        view.setOverTime(false);
        view.setRanges({-1, 1}, {-1, 1});
        std::vector<PathBundle> bundles(2);
        for (PathBundle& bundle : bundles) {
            const double side = &bundle == &bundles[0] ? -0.5 : 0.5;
            bundle.role = Role::Generator;
            bundle.threads = true;
            bundle.endSize = 30;
            bundle.direction = side > 0 ? 0.0 : 0.5;
            bundle.paths = {{{side, 0}}};
        }
        view.setBundles(bundles);
        const QImage image = shown(view, {400, 400});
        for (const double side : {-0.5, 0.5}) {
            const QColor drawn = image.pixelColor(view.toPixel({side, 0}).toPoint());
            QVERIFY(contrast(drawn, directionColor(side > 0 ? 0.0 : 0.5, Theme::Light)) < 1.05);
        }
        QCOMPARE(view.data().back().name, QStringLiteral("one_step_generator_2"));
    }

    void theMouseDragsAStart_data()
    {
        QTest::addColumn<bool>("time");
        QTest::newRow("over time") << true;
        QTest::newRow("in the plane") << false;
    }
    void theMouseDragsAStart()
    {
        QFETCH(bool, time);
        applyTheme(*qApp, Theme::Light);
        const auto view = time ? overTime() : inPlane();
        shown(*view, {480, 340});
        const QPoint at = pixelOf(*view, view->starts()[1]);
        QVERIFY(!at.isNull());
        QWidget* inner = view->childAt(at);
        QSignalSpy moved(view.get(), &TrajectoryView::startMoved), released(view.get(), &TrajectoryView::startReleased);
        QSignalSpy hovered(view.get(), &PlotView::hovered);
        QTest::mousePress(inner, Qt::LeftButton, {}, at);
        QCOMPARE(view->selected(), 1);
        const QPointF before = view->starts()[static_cast<std::size_t>(view->selected())];
        mouseMove(inner, at + QPoint(30, 40), Qt::LeftButton);
        QCOMPARE(moved.size(), 1);
        const QPointF to = moved[0][1].toPointF();
        QCOMPARE(view->starts()[static_cast<std::size_t>(view->selected())], to);
        QVERIFY(to.y() < before.y() - 0.5);
        if (time)
            QCOMPARE(to.x(), 0.0);
        else
            QVERIFY(to.x() > before.x() + 0.3);
        QVERIFY(!hovered.isEmpty());
        QVERIFY(std::abs(hovered.last()[1].toDouble() - to.y()) < 1e-9);
        QTest::mouseRelease(inner, Qt::LeftButton, {}, at + QPoint(30, 40));
        QCOMPARE(released.size(), 1);
        mouseMove(inner, at, Qt::LeftButton);
        QCOMPARE(moved.size(), 1);
        QTest::mousePress(inner, Qt::LeftButton, {}, {300, 20}); // nothing to take there
        mouseMove(inner, {310, 40}, Qt::LeftButton);
        QCOMPARE(moved.size(), 1);
    }

    void keysChooseAndMove()
    {
        applyTheme(*qApp, Theme::Light);
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        const auto owned = overTime();
        TrajectoryView* view = owned.get();
        layout->addWidget(view);
        auto* after = new QWidget;
        after->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(after);
        window.resize(480, 360);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        view->setFocus(Qt::TabFocusReason);
        QCOMPARE(view->selected(), 0);
        QTest::keyClick(view, Qt::Key_Tab);
        QCOMPARE(view->selected(), 1);
        QSignalSpy moved(view, &TrajectoryView::startMoved);
        QTest::keyClick(view, Qt::Key_Up);
        QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(moved.size(), 3);
        QVERIFY(std::abs(view->starts()[1].y() - (-1 + 0.16 - 0.016)) < 1e-9);
        QCOMPARE(view->starts()[1].x(), 0.0);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(view, Qt::Key_Tab);
        QCOMPARE(view->selected(), 4);
        QVERIFY(view->hasFocus());
        QTest::keyClick(view, Qt::Key_Tab);
        QVERIFY(after->hasFocus());
        view->setFocus(Qt::BacktabFocusReason);
        QCOMPARE(view->selected(), 4);
        QTest::keyClick(view, Qt::Key_Backtab);
        QCOMPARE(view->selected(), 3);
        view->setParent(nullptr);
    }

    void startsStayInThePicture()
    {
        applyTheme(*qApp, Theme::Light);
        const auto view = overTime();
        shown(*view, {480, 340});
        view->select(4);
        for (int i = 0; i < 200; ++i)
            QTest::keyClick(view.get(), Qt::Key_Up);
        QCOMPARE(view->starts()[4].y(), 4.0);
        view->setStarts({{0, 1}});
        QCOMPARE(view->selected(), 0);
        view->setStarts({});
        QCOMPARE(view->selected(), -1);
        QTest::keyClick(view.get(), Qt::Key_Up);
    }
};

QTEST_MAIN(TestTrajectoryView)
#include "tst_trajectory_view.moc"
