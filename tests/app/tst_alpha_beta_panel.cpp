// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/alpha_beta_panel.h"
#include "app/explore/panels/measured_fid.h"
#include "widgets/score_map.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtTest>

#include <cmath>

using namespace realuid;
using namespace realuid::studio;

class TestAlphaBetaPanel : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<AlphaBetaPanel> m_panel;
    widgets::ScoreMap* m_map = nullptr;
    Scene m_scene;
    QStringList m_gestures; ///< one an edit
    int m_ended = 0;

    QWidget* canvas() { return m_map->childAt(m_map->rect().center()); }
    QPoint pixel(double alpha, double beta) { return m_map->pixelOf({alpha, beta}).toPoint(); }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 5; ++i)
            QTest::mouseMove(canvas(), from + (to - from) * i / 5);
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, to);
    }
    void show(QSize size)
    {
        m_window->resize(size);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        m_map->repaintNow();
        QTRY_COMPARE(m_map->size(), size);
        m_map->repaintNow();
    }
    void look(const QString& name)
    {
        if (const QString folder = qEnvironmentVariable("REALUID_LOOK"); !folder.isEmpty())
            m_window->grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
    }

private Q_SLOTS:
    void init()
    {
        widgets::applyTheme(*qApp, widgets::Theme::Light);
        m_scene = Scene{};
        m_gestures.clear();
        m_ended = 0;
        m_panel = std::make_unique<AlphaBetaPanel>();
        m_map = qobject_cast<widgets::ScoreMap*>(m_panel->view());
        m_window = std::make_unique<QWidget>();
        m_map->setParent(m_window.get());
        auto* rows = new QVBoxLayout(m_window.get());
        rows->setContentsMargins(0, 0, 0, 0);
        rows->addWidget(m_map);
        connect(m_panel.get(), &ScenePanel::edited, this, [this](const Scene& next, const QString& what, const QString& gesture) {
            QVERIFY(!what.isEmpty());
            m_scene = next;
            m_gestures += gesture;
            m_panel->setScene(next, false);
        });
        connect(m_panel.get(), &ScenePanel::gestureEnded, this, [this] {
            ++m_ended;
            m_panel->setScene(m_scene, true);
        });
        m_panel->setScene(m_scene, true);
        show({480, 420});
    }

    void cleanup()
    {
        m_panel.reset();
        m_window.reset();
    }

    void theTablesAreThePapers()
    {
        const MeasuredFid& measured = measuredFid();
        QVERIFY(measured.source.contains(QStringLiteral("RealUID")) || measured.source.contains(QStringLiteral("Distillation")));
        QCOMPARE(measured.tables.size(), std::size_t{4});
        const std::vector<std::tuple<double, double, double, int>> best{
            {0.94, 0.96, 2.28, 16}, {0.98, 0.96, 2.02, 16}, {0.94, 1.00, 2.03, 4}, {0.94, 1.00, 1.91, 4}};
        for (std::size_t i = 0; i < best.size(); ++i) {
            FidTable::Entry least{.fid = 100};
            int known = 0;
            for (const FidTable::Entry& entry : measured.tables[i].entries) {
                known += std::isfinite(entry.fid) ? 1 : 0;
                if (entry.fid < least.fid)
                    least = entry;
            }
            QCOMPARE(std::tuple(least.alpha, least.beta, least.fid, known), best[i]);
        }
    }

    void draggingMovesBothCoefficients()
    {
        drag(pixel(0.94, 0.96), pixel(0.97, 1.03));
        QVERIFY(std::abs(m_scene.loss.alpha - 0.97) < 0.002 && std::abs(m_scene.loss.beta - 1.03) < 0.002);
        QVERIFY(m_gestures.size() >= 4); // it followed all the way
    }

    void oneDragIsOneGesture()
    {
        drag(pixel(0.94, 0.96), pixel(0.97, 1.03));
        m_gestures.removeDuplicates();
        QCOMPARE(m_gestures, QStringList{QStringLiteral("alpha-beta")});
        QCOMPARE(m_ended, 1);
    }

    void measuredSettingsCatchThePoint()
    {
        drag(pixel(0.94, 0.96), pixel(0.96, 0.98) + QPoint(3, -2));
        QCOMPARE(m_scene.loss.alpha, 0.96);
        QCOMPARE(m_scene.loss.beta, 0.98);
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, pixel(1, 1));
        QCOMPARE(m_scene.loss.alpha, 1.0);
        QCOMPARE(m_scene.loss.beta, 1.0);
    }

    void keysMoveThePoint()
    {
        m_map->setFocus();
        QTest::keyClick(m_map, Qt::Key_Right);
        QCOMPARE(m_scene.loss.alpha, 0.95);
        QCOMPARE(m_ended, 1);
        QTest::keyClick(m_map, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_scene.loss.beta, 0.959);
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(m_map, Qt::Key_Right);
        QCOMPARE(m_scene.loss.alpha, 1.0); // the end of its range
        QTest::keyClick(m_map, Qt::Key_PageDown);
        QCOMPARE(m_scene.loss.beta, 0.859);
        QVERIFY(m_map->accessibleDescription().contains(QStringLiteral("0.859")));
        QVERIFY(!m_map->accessibleName().isEmpty());
    }

    void leavingTheCornerShowsTheWholePlane()
    {
        std::unique_ptr<QWidget> controls(m_panel->makeControls());
        QAction* whole = controls->findChild<QPushButton*>()->menu()->actions().at(0);
        QVERIFY(!whole->isChecked());
        m_scene.loss.alpha = 0.5;
        m_panel->setScene(m_scene, false); // a drag of the slider must not make it jump
        QVERIFY(!whole->isChecked());
        m_panel->setScene(m_scene, true);
        QVERIFY(whole->isChecked());
        whole->trigger();
        m_map->repaintNow();
        QVERIFY(m_map->showsNumbers());
    }

    void dataFreeBecomesRealUid()
    {
        m_scene.loss.kind = "uid";
        m_panel->setScene(m_scene, true);
        QCOMPARE(m_map->operatingPoint(), QPointF(1, 1));
        drag(pixel(1, 1), pixel(0.98, 0.96));
        QCOMPARE(m_scene.loss.kind, std::string("realuid"));
        QCOMPARE(m_scene.loss.alpha, 0.98);
    }

    void hoverReadsOut()
    {
        QVERIFY(m_map->readOut().contains(QStringLiteral("FID 2.28")));
        QTest::mouseMove(canvas(), pixel(0.5, 0.5));
        QTest::mouseMove(canvas(), pixel(0.96, 0.98) + QPoint(2, 2));
        QTRY_VERIFY2(m_map->readOut().contains(QStringLiteral("FID 2.29")), qPrintable(m_map->readOut()));
        QVERIFY2(m_map->readOut().contains(QStringLiteral("1.021")), qPrintable(m_map->readOut()));
        QTest::mouseMove(canvas(), pixel(0.95, 1.05));
        QTRY_VERIFY(m_map->readOut().contains(QStringLiteral("Covers missed modes")));
        m_panel->setTable(2);
        QTest::mouseMove(canvas(), pixel(0.96, 0.98));
        QTRY_VERIFY(m_map->readOut().contains(QStringLiteral("did not converge")));
    }

    void theDistanceLiesBeneath()
    {
        std::unique_ptr<QWidget> controls(m_panel->makeControls());
        controls->findChild<QPushButton*>()->menu()->actions().at(1)->trigger();
        QVERIFY(!m_panel->settled());
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->settled(), 30000);
        QVERIFY2(m_map->readOut().contains(QStringLiteral("distance")), qPrintable(m_map->readOut()));
    }

    void labelsKeepApart_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<int>("theme");
        for (const QSize size : {QSize(300, 250), QSize(480, 420), QSize(900, 700)})
            for (const bool whole : {false, true})
                for (const auto& [theme, name] : {std::pair(widgets::Theme::Light, "light"), {widgets::Theme::Dark, "dark"}, {widgets::Theme::Projector, "projector"}})
                    if (theme != widgets::Theme::Projector || size.width() > 400)
                        QTest::addRow("%d-%s-%s", size.width(), whole ? "whole" : "corner", name) << size << whole << static_cast<int>(theme);
    }
    void labelsKeepApart()
    {
        QFETCH(QSize, size);
        QFETCH(bool, whole);
        QFETCH(int, theme);
        widgets::applyTheme(*qApp, static_cast<widgets::Theme>(theme));
        m_panel->setWhole(whole);
        show(size);
        look(QStringLiteral("alpha-beta-") + QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(m_map->showsNumbers(), !whole);
        const std::vector<QRectF> places = m_map->labelPlaces();
        QVERIFY(places.size() >= (whole ? 7u : 23u));
        for (std::size_t i = 0; i < places.size(); ++i) {
            QVERIFY(QRectF(m_map->rect()).adjusted(-1, -1, 1, 1).contains(places[i]));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY2(!places[i].adjusted(1, 1, -1, -1).intersects(places[j].adjusted(1, 1, -1, -1)),
                         qPrintable(QStringLiteral("%1 %2").arg(i).arg(j)));
        }
    }
};

QTEST_MAIN(TestAlphaBetaPanel)
#include "tst_alpha_beta_panel.moc"
