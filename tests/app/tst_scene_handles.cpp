// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/distribution_kind.h"
#include "app/explore/scene_document.h"
#include "app/explore/scene_handles.h"
#include "widgets/density_view.h"
#include "widgets/field_view.h"
#include "widgets/handle_overlay.h"

#include <QPushButton>
#include <QtTest>

using namespace realuid;
using namespace realuid::studio;

/// A view with handles that edit a document, as Explore has it.
class TestSceneHandles : public QObject
{
    Q_OBJECT

    std::unique_ptr<widgets::ChartView> m_view;
    std::unique_ptr<SceneDocument> m_document;
    SceneHandles* m_handles = nullptr;
    std::optional<ComponentId> m_chosen;

    const Scene& scene() { return m_document->scene(); }

    void open(const char* preset)
    {
        m_document = std::make_unique<SceneDocument>();
        m_document->loadPreset(QString::fromLatin1(preset));
        m_document->undoStack().clear();
        if (scene().dimension() == 1) {
            auto view = std::make_unique<widgets::DensityView>();
            view->setRanges({-4, 4}, {0, 1}, {-5, 5});
            m_view = std::move(view);
        } else {
            auto view = std::make_unique<widgets::FieldView>();
            view->setRanges({-4, 4}, {-4, 4});
            m_view = std::move(view);
        }
        m_handles = new SceneHandles(*m_view);
        m_handles->setScene(scene());
        connect(m_document.get(), &SceneDocument::changed, m_handles, [this] { m_handles->setScene(scene()); });
        connect(m_handles, &SceneHandles::edited, m_document.get(), &SceneDocument::edit);
        connect(m_handles, &SceneHandles::gestureEnded, m_document.get(), &SceneDocument::endGesture);
        connect(m_handles, &SceneHandles::chosen, this, [this](auto component) { m_chosen = component; });
        m_view->resize(600, 560);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->activateWindow();
        m_view->repaintNow();
    }

    /// Of the n-th handle whose kind this is, counted over real data first.
    QPoint pixel(widgets::Handle::Kind kind, int n)
    {
        for (const widgets::Handle& handle : m_handles->overlay().handles())
            if (handle.kind == kind && n-- == 0)
                return m_handles->overlay().pixelOf(handle).toPoint();
        return {};
    }
    QPoint centre(int n) { return pixel(widgets::Handle::Kind::Centre, n); }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(m_view->canvas(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 4; ++i)
            QTest::mouseMove(m_view->canvas(), from + (to - from) * i / 4);
        QTest::mouseRelease(m_view->canvas(), Qt::LeftButton, {}, to);
    }
    double unit() { return std::abs(m_view->toData({1, 0}).x() - m_view->toData({0, 0}).x()); } ///< of a pixel

private Q_SLOTS:
    void aMeanIsDraggedAsOneStep_data()
    {
        QTest::addColumn<QString>("preset");
        for (const char* preset : {"two-gaussians", "two-mixtures", "gaussians-2d", "mixtures-2d"})
            QTest::newRow(preset) << QString::fromLatin1(preset);
    }
    void aMeanIsDraggedAsOneStep()
    {
        QFETCH(QString, preset);
        open(qPrintable(preset));
        const Scene before = scene();
        const QPoint from = centre(0);
        drag(from, from - QPoint(37, 0));
        const double moved = scene().real.components[0].mean[0] - before.real.components[0].mean[0];
        QVERIFY2(std::abs(moved + 37 * unit()) < 1.5 * unit(), qPrintable(QString::number(moved)));
        QCOMPARE(scene().real.components[0].covariance, before.real.components[0].covariance);
        QVERIFY(scene().generated == before.generated);
        QVERIFY((m_chosen == ComponentId{Side::Real, 0}));
        QCOMPARE(m_document->undoStack().count(), 1);
        m_document->undoStack().undo();
        QVERIFY(scene() == before);
    }

    void anEllipseIsResizedAndTurned()
    {
        open("gaussians-2d");
        QTest::mouseClick(m_view->canvas(), Qt::LeftButton, {}, centre(1));
        const Component before = scene().generated.components[0];
        const Ellipse first = ellipseOf(before);
        const QPoint middle = centre(1);
        const QPoint edge = pixel(widgets::Handle::Kind::Edge, 4); // the generator's first
        drag(edge, middle + (edge - middle) * 2);
        const Ellipse wide = ellipseOf(scene().generated.components[0], first.angle);
        QVERIFY(std::abs(wide.sd[0] - 2 * first.sd[0]) < 0.05);
        QVERIFY(std::abs(wide.sd[1] - first.sd[1]) < 0.02);
        QCOMPARE(scene().generated.components[0].mean, before.mean);

        const QPoint knob = pixel(widgets::Handle::Kind::Knob, 1), arm = knob - middle;
        drag(knob, middle + QPoint(arm.y(), -arm.x())); // a quarter turn to the left, y being downwards
        const Ellipse turned = ellipseOf(scene().generated.components[0], wide.angle + std::acos(0.0));
        QVERIFY(std::abs(turned.angle - wide.angle - std::acos(0.0)) < 0.05);
        QVERIFY(std::abs(turned.sd[0] - wide.sd[0]) < 1e-9 && std::abs(turned.sd[1] - wide.sd[1]) < 1e-9);
        QCOMPARE(m_document->undoStack().count(), 2);
    }

    void aBracketIsDragged()
    {
        open("two-gaussians");
        QTest::mouseClick(m_view->canvas(), Qt::LeftButton, {}, centre(1));
        const QPoint end = pixel(widgets::Handle::Kind::Edge, 2);
        const double sd = sdOf(scene().generated.components[0], 0);
        drag(end, end + QPoint(50, 0));
        QVERIFY(std::abs(sdOf(scene().generated.components[0], 0) - sd - 50 * unit()) < 1.5 * unit());
        drag(centre(1), centre(1) + QPoint(20, 0));
        const QPoint now = pixel(widgets::Handle::Kind::Edge, 2);
        drag(now, centre(1)); // as far as it goes
        QVERIFY(std::abs(sdOf(scene().generated.components[0], 0) - kLeastSd) < 0.03);
        QVERIFY(!anyFault(check(scene())));
    }

    void keysDoAllTheMouseDoes()
    {
        open("mixtures-2d");
        widgets::HandleOverlay& overlay = m_handles->overlay();
        QTest::mouseClick(m_view->canvas(), Qt::LeftButton, {}, centre(3)); // the generator's first
        const Component before = scene().generated.components[0];
        QTest::keyClick(&overlay, Qt::Key_Right);
        QTest::keyClick(&overlay, Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(std::abs(scene().generated.components[0].mean[0] - before.mean[0] - 0.05) < 1e-12);
        QVERIFY(std::abs(scene().generated.components[0].mean[1] - before.mean[1] - 0.01) < 1e-12);
        QTest::keyClick(&overlay, Qt::Key_Tab);
        QTest::keyClick(&overlay, Qt::Key_Right);
        QVERIFY(std::abs(ellipseOf(scene().generated.components[0]).sd[0] - ellipseOf(before).sd[0] - 0.02) < 1e-9);
        QTest::keyClick(&overlay, Qt::Key_PageUp);
        QVERIFY(std::abs(scene().generated.components[0].weight - 1.1) < 1e-12);
        QTest::keyClick(&overlay, Qt::Key_Plus);
        QCOMPARE(scene().generated.components.size(), std::size_t(3));
        QVERIFY((m_chosen == ComponentId{Side::Generated, 2}));
        QCOMPARE(m_document->undoStack().count(), 5);
        QTest::mouseClick(m_view->canvas(), Qt::LeftButton, {}, centre(4));
        QTest::keyClick(&overlay, Qt::Key_Delete);
        QTest::mouseClick(m_view->canvas(), Qt::LeftButton, {}, centre(4));
        QTest::keyClick(&overlay, Qt::Key_Delete);
        QTest::mouseClick(m_view->canvas(), Qt::LeftButton, {}, centre(3));
        QTest::keyClick(&overlay, Qt::Key_Delete); // the last one stays
        QCOMPARE(scene().generated.components.size(), std::size_t(1));
        QVERIFY(!anyFault(check(scene())));
    }

    void aDoubleClickAdds()
    {
        open("two-gaussians");
        const QPoint place = m_view->toPixel({2.5, 0.5}).toPoint();
        QTest::mouseDClick(m_view->canvas(), Qt::LeftButton, {}, place);
        QCOMPARE(scene().generated.components.size(), std::size_t(2));
        QVERIFY(std::abs(scene().generated.components[1].mean[0] - 2.5) < 0.02);
    }

    void escapePutsADragBack()
    {
        open("mixtures-2d");
        const Scene before = scene();
        const QPoint from = centre(3);
        QTest::mousePress(m_view->canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view->canvas(), from + QPoint(40, 10));
        QVERIFY(!(scene() == before));
        QTest::keyClick(&m_handles->overlay(), Qt::Key_Escape);
        QTest::mouseRelease(m_view->canvas(), Qt::LeftButton, {}, from + QPoint(40, 10));
        QVERIFY(scene() == before);
        QCOMPARE(m_document->undoStack().count(), 0);
    }

    void timeThatRunsWhileOneDragsGoesOn()
    {
        open("mixtures-2d");
        const QPoint from = centre(3);
        QTest::mousePress(m_view->canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view->canvas(), from + QPoint(40, 10));
        Scene later = scene();
        later.view.t = 0.25;
        m_document->edit(later, QStringLiteral("Change time"), QStringLiteral("t"));
        QTest::mouseMove(m_view->canvas(), from + QPoint(60, 10));
        QTest::mouseRelease(m_view->canvas(), Qt::LeftButton, {}, from + QPoint(60, 10));
        QCOMPARE(scene().view.t, 0.25);
    }

    void pointsAreDrawn()
    {
        open("mixtures-2d");
        const Scene before = scene();
        m_handles->beginDrawing(Side::Real);
        const QPoint from = m_view->toPixel({-2, -1}).toPoint();
        for (const int row : {0, 30}) {
            drag(from + QPoint(0, row), from + QPoint(200, row));
            QTest::qWait(1);
        }
        QVERIFY(scene().real.components.size() >= 8);
        QVERIFY(scene().generated == before.generated);
        QTest::keyClick(&m_handles->overlay(), Qt::Key_Return);
        QVERIFY(!m_handles->isDrawing());
        QCOMPARE(m_document->undoStack().count(), 1);
        m_document->undoStack().undo();
        QVERIFY(scene() == before);
    }

    void aCurveIsDrawnOrGivenUp()
    {
        open("two-gaussians");
        const Scene before = scene();
        const auto paint = [this] {
            m_handles->beginDrawing(Side::Generated);
            drag(m_view->toPixel({-2, 0.5}).toPoint(), m_view->toPixel({1, 0.5}).toPoint());
        };
        paint();
        QCOMPARE(kindOf(scene().generated), std::string(kDrawn));
        QTest::mouseClick(m_view->findChildren<QPushButton*>()[1], Qt::LeftButton); // Cancel
        QVERIFY(scene() == before);
        QCOMPARE(m_document->undoStack().count(), 0);
        paint();
        QTest::mouseClick(m_view->findChildren<QPushButton*>()[0], Qt::LeftButton); // Finish
        const Component whole = wholeOf(scene().generated);
        QVERIFY(std::abs(whole.mean[0] + 0.5) < 0.05);
        QVERIFY(std::abs(sdOf(whole, 0) - std::sqrt(9 / 12.0 + 0.15 * 0.15)) < 0.05);

        // What was drawn is moved as a whole.
        const QPoint from = centre(1);
        drag(from, from + QPoint(60, 0));
        QVERIFY(std::abs(wholeOf(scene().generated).mean[0] - whole.mean[0] - 60 * unit()) < 1.5 * unit());
        QCOMPARE(kindOf(scene().generated), std::string(kDrawn));
    }
};

QTEST_MAIN(TestSceneHandles)
#include "tst_scene_handles.moc"
