// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/field_view.h"
#include "widgets/handle_overlay.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QtTest>

using namespace realuid::widgets;

namespace
{

std::vector<Handle> twoGroups()
{
    const auto centre = [](int group, QPointF at) {
        Handle handle;
        handle.id = 10 * group;
        handle.group = group;
        handle.at = at;
        handle.name = QStringLiteral("group %1").arg(group);
        return handle;
    };
    Handle edge = centre(1, {0, -1});
    edge.id = 11;
    edge.kind = Handle::Kind::Edge;
    Handle knob = centre(1, {0, -1});
    knob.id = 12;
    knob.kind = Handle::Kind::Knob;
    knob.from = QPointF(-1, -1);
    return {centre(1, {-1, -1}), edge, knob, centre(2, {2, 1})};
}

} // namespace

class TestHandleOverlay : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    FieldView* m_view = nullptr;
    HandleOverlay* m_overlay = nullptr;
    QLineEdit* m_before = nullptr;
    QLineEdit* m_after = nullptr;

    QPoint pixel(int id)
    {
        for (const Handle& handle : m_overlay->handles())
            if (handle.id == id)
                return m_overlay->pixelOf(handle).toPoint();
        return {};
    }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(m_view->canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view->canvas(), (from + to) / 2);
        QTest::mouseMove(m_view->canvas(), to);
        QTest::mouseRelease(m_view->canvas(), Qt::LeftButton, {}, to);
    }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        auto* rows = new QVBoxLayout(m_window.get());
        rows->addWidget(m_before = new QLineEdit);
        rows->addWidget(m_view = new FieldView, 1);
        m_overlay = new HandleOverlay(*m_view);
        rows->addWidget(m_after = new QLineEdit);
        m_window->resize(600, 500);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        m_view->repaintNow();
        m_overlay->setHandles(twoGroups(), {});
    }

    void aHandleFollowsThePointer()
    {
        QSignalSpy dragged(m_overlay, &HandleOverlay::dragged), ended(m_overlay, &HandleOverlay::gestureEnded);
        const QPoint from = pixel(20) + QPoint(3, -2), to = from + QPoint(-60, 30); // taken off its middle
        drag(from, to);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(dragged.last()[0].toInt(), 20);
        const QPointF at = dragged.last()[1].toPointF();
        const QPointF expected = m_view->toData(m_overlay->pixelOf(m_overlay->handles()[3]) + QPointF(to - from));
        QVERIFY(std::abs(at.x() - expected.x()) < 1e-9 && std::abs(at.y() - expected.y()) < 1e-9);
        QCOMPARE(m_overlay->chosen(), 2);
    }

    void dragsStayInsideTheArea()
    {
        QSignalSpy dragged(m_overlay, &HandleOverlay::dragged);
        drag(pixel(20), QPoint(m_view->width() + 300, -200));
        const QPointF at = m_view->toPixel(dragged.last()[1].toPointF());
        QVERIFY(m_view->areaRect().adjusted(-1, -1, 1, 1).contains(at));
    }

    void aClickAloneMovesNothing()
    {
        QSignalSpy dragged(m_overlay, &HandleOverlay::dragged), ended(m_overlay, &HandleOverlay::gestureEnded);
        QTest::mouseClick(m_view->canvas(), Qt::LeftButton, {}, pixel(20) + QPoint(2, 2));
        QCOMPARE(dragged.count(), 0);
        QCOMPARE(ended.count(), 0);
        QCOMPARE(m_overlay->chosen(), 2);
        QTest::mouseClick(m_view->canvas(), Qt::LeftButton, {}, m_view->areaRect().topLeft().toPoint() + QPoint(5, 5));
        QCOMPARE(m_overlay->chosen(), -1);
    }

    void edgesAreThereOnlyWhileTheirGroupIsChosen()
    {
        QSignalSpy dragged(m_overlay, &HandleOverlay::dragged);
        const QImage before = m_view->grab().toImage();
        drag(pixel(11), pixel(11) + QPoint(20, 0));
        QCOMPARE(dragged.count(), 0);
        QTest::mouseClick(m_view->canvas(), Qt::LeftButton, {}, pixel(10));
        QVERIFY(m_view->grab().toImage() != before);
        drag(pixel(11), pixel(11) + QPoint(20, 0));
        QCOMPARE(dragged.last()[0].toInt(), 11);
        drag(pixel(12), pixel(12) + QPoint(0, -20));
        QCOMPARE(dragged.last()[0].toInt(), 12);
    }

    void tabWalksTheHandlesAndGoesOn()
    {
        m_before->setFocus();
        QTest::keyClick(m_window.get()->focusWidget(), Qt::Key_Tab);
        while (!m_overlay->hasFocus())
            QTest::keyClick(m_window.get()->focusWidget(), Qt::Key_Tab);
        QStringList names{m_overlay->accessibleName()};
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(m_overlay, Qt::Key_Tab);
            names += m_overlay->accessibleName();
        }
        QCOMPARE(names, QStringList({"group 1", "group 1", "group 1", "group 2"}));
        QVERIFY(m_overlay->hasFocus());
        QTest::keyClick(m_overlay, Qt::Key_Tab);
        QVERIFY(m_after->hasFocus());
        QTest::keyClick(m_after, Qt::Key_Tab, Qt::ShiftModifier);
        QVERIFY(m_overlay->hasFocus());
        QCOMPARE(m_overlay->accessibleName(), QStringLiteral("group 2"));
    }

    void keysNudge_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("fine");
        QTest::addColumn<QPointF>("steps");
        QTest::newRow("left") << int(Qt::Key_Left) << false << QPointF(-1, 0);
        QTest::newRow("right, fine") << int(Qt::Key_Right) << true << QPointF(0.2, 0);
        QTest::newRow("up") << int(Qt::Key_Up) << false << QPointF(0, 1);
        QTest::newRow("down, fine") << int(Qt::Key_Down) << true << QPointF(0, -0.2);
    }
    void keysNudge()
    {
        QFETCH(int, key);
        QFETCH(bool, fine);
        QFETCH(QPointF, steps);
        QTest::mouseClick(m_view->canvas(), Qt::LeftButton, {}, pixel(20));
        QSignalSpy nudged(m_overlay, &HandleOverlay::nudged), ended(m_overlay, &HandleOverlay::gestureEnded);
        QTest::keyClick(m_overlay, static_cast<Qt::Key>(key), fine ? Qt::ShiftModifier : Qt::NoModifier);
        QCOMPARE(nudged.count(), 1);
        QCOMPARE(nudged[0][0].toInt(), 20);
        QCOMPARE(nudged[0][1].toPointF(), steps);
        QCOMPARE(ended.count(), 1);
    }

    void keysAddRemoveAndWeigh()
    {
        QSignalSpy added(m_overlay, &HandleOverlay::addRequested), removed(m_overlay, &HandleOverlay::removeRequested),
            weighed(m_overlay, &HandleOverlay::weightNudged);
        QTest::mouseClick(m_view->canvas(), Qt::LeftButton, {}, pixel(20));
        QTest::keyClick(m_overlay, Qt::Key_PageUp);
        QTest::keyClick(m_overlay, Qt::Key_PageDown, Qt::ShiftModifier);
        QCOMPARE(weighed.count(), 2);
        QCOMPARE(weighed[0][1].toDouble(), 1.0);
        QCOMPARE(weighed[1][1].toDouble(), -0.2);
        QTest::keyClick(m_overlay, Qt::Key_Delete);
        QCOMPARE(removed[0][0].toInt(), 2);
        QTest::keyClick(m_overlay, Qt::Key_Plus);
        QVERIFY(added[0][0].toPointF().x() > 2); // beside the one in hand
        const QPoint place = m_view->areaRect().center().toPoint() + QPoint(40, 40);
        QTest::mouseDClick(m_view->canvas(), Qt::LeftButton, {}, place);
        const QPointF at = m_view->toPixel(added[1][0].toPointF());
        QVERIFY((at - QPointF(place)).manhattanLength() < 1e-6);
    }

    void escapeGivesADragUp()
    {
        QSignalSpy cancelled(m_overlay, &HandleOverlay::gestureCancelled), ended(m_overlay, &HandleOverlay::gestureEnded);
        const QPoint from = pixel(20);
        QTest::mousePress(m_view->canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view->canvas(), from + QPoint(40, 0));
        QTest::keyClick(m_overlay, Qt::Key_Escape);
        QTest::mouseRelease(m_view->canvas(), Qt::LeftButton, {}, from + QPoint(40, 0));
        QCOMPARE(cancelled.count(), 1);
        QCOMPARE(ended.count(), 0);
    }

    void paintingReportsStrokes()
    {
        m_overlay->setPainting(Role::Generator);
        QSignalSpy painted(m_overlay, &HandleOverlay::painted), stroke(m_overlay, &HandleOverlay::strokeEnded),
            dragged(m_overlay, &HandleOverlay::dragged), ended(m_overlay, &HandleOverlay::paintingEnded);
        const QPoint from = pixel(20);
        QTest::mousePress(m_view->canvas(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 40; ++i)
            QTest::mouseMove(m_view->canvas(), from - QPoint(i, 0));
        QTest::mouseRelease(m_view->canvas(), Qt::LeftButton, {}, from - QPoint(40, 0));
        QCOMPARE(painted.count(), 1 + 40 / 6);
        QVERIFY(painted[0][1].toBool() && !painted[1][1].toBool());
        QCOMPARE(stroke.count(), 1);
        QCOMPARE(dragged.count(), 0);
        QTest::keyClick(m_overlay, Qt::Key_Return);
        QCOMPARE(ended[0][0].toBool(), true);
    }

    void itLooksItsRole_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(Theme::Light);
        QTest::newRow("dark") << int(Theme::Dark);
    }
    void itLooksItsRole()
    {
        QFETCH(int, theme);
        m_view->setTheme(static_cast<Theme>(theme));
        m_view->repaintNow();
        const QColor color = roleStyle(Role::Generator, static_cast<Theme>(theme)).color;
        QCOMPARE(QColor(m_view->grab().toImage().pixel(pixel(20))).name(), color.name());
    }
};

QTEST_MAIN(TestHandleOverlay)
#include "tst_handle_overlay.moc"
