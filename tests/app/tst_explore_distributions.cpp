// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/distribution_kind.h"
#include "app/explore/distribution_settings.h"
#include "app/explore/explore_page.h"
#include "app/shell/main_window.h"
#include "core/io/scene_json.h"
#include "widgets/chart_view.h"
#include "widgets/handle_overlay.h"
#include "widgets/parameter_slider.h"

#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QToolButton>
#include <QtTest>

using namespace realuid;
using namespace realuid::studio;

/// Distributions and documents in the whole window.
class TestExploreDistributions : public QObject
{
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    ExplorePage& page() { return m_window->explore(); }
    SceneDocument& document() { return page().document(); }
    const Scene& scene() { return document().scene(); }
    DistributionSettings* side(const char* name) { return page().findChild<DistributionSettings*>(QString::fromLatin1(name)); }

    /// As someone does with the keyboard: to the top, down to the entry.
    void pick(QComboBox* box, const QVariant& data)
    {
        const int index = box->findData(data);
        QVERIFY(index >= 0);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < 20 && box->currentIndex() != box->findData(data); ++i)
            QTest::keyClick(box, Qt::Key_Down);
    }
    void pick(const char* name, const QVariant& data) { pick(page().findChild<QComboBox*>(QString::fromLatin1(name)), data); }

    QLineEdit* entry(QWidget* where, const char* id)
    {
        for (auto* found : where->findChildren<widgets::ParameterSlider*>())
            if (found->id() == QString::fromLatin1(id) && found->isVisible())
                return found->entry();
        return nullptr;
    }
    void type(QLineEdit* into, const QString& text)
    {
        QVERIFY(into);
        into->setFocus();
        into->selectAll();
        QTest::keyClicks(into, text);
        QTest::keyClick(into, Qt::Key_Return);
    }
    /// Of the panel on show.
    widgets::HandleOverlay* overlay()
    {
        for (auto* found : page().findChildren<widgets::HandleOverlay*>())
            if (found->isVisible())
                return found;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("realuid-test-distributions"));
        QSettings().clear();
    }

    void init()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(page().settled(), 10000);
    }

    void cleanup() { m_window.reset(); }

    void kindsAreChosen()
    {
        document().loadPreset(QStringLiteral("mixtures-2d"));
        auto* kind = side("realSettings")->findChild<QComboBox*>(QStringLiteral("kind"));
        pick(kind, QStringLiteral("two-moons"));
        QCOMPARE(kindOf(scene().real), std::string("two-moons"));
        kind = side("generatedSettings")->findChild<QComboBox*>(QStringLiteral("kind"));
        pick(kind, QStringLiteral("gaussian"));
        QCOMPARE(scene().generated.components.size(), std::size_t(1));
        QVERIFY(!anyFault(check(scene())));
        QTRY_VERIFY_WITH_TIMEOUT(page().settled(), 20000);
    }

    void componentsAreTypedExactly()
    {
        document().loadPreset(QStringLiteral("two-mixtures"));
        DistributionSettings* real = side("realSettings");
        QTest::mouseClick(real->findChild<QToolButton*>(QStringLiteral("fold")), Qt::LeftButton);
        QTest::mouseClick(real->findChild<QToolButton*>(QStringLiteral("nextComponent")), Qt::LeftButton);
        type(entry(real, "component_weight"), QStringLiteral("0.125"));
        type(entry(real, "component_mean_x"), QStringLiteral("1.23456789"));
        type(entry(real, "component_sd_x"), QStringLiteral("0.5"));
        QCOMPARE(scene().real.components[1].weight, 0.125);
        QCOMPARE(scene().real.components[1].mean[0], 1.23456789);
        QCOMPARE(scene().real.components[1].covariance[0], 0.25);
        const Scene before = scene();
        type(entry(real, "component_sd_x"), QStringLiteral("-1"));
        QVERIFY(scene() == before);
        QTest::mouseClick(real->findChild<QPushButton*>(QStringLiteral("removeComponent")), Qt::LeftButton);
        QCOMPARE(scene().real.components.size(), std::size_t(1));
    }

    void whatIsTakenInHandIsListed()
    {
        document().loadPreset(QStringLiteral("mixtures-2d"));
        QTRY_VERIFY_WITH_TIMEOUT(page().settled(), 20000);
        const widgets::Handle third = *std::find_if(overlay()->handles().begin(), overlay()->handles().end(), [](const widgets::Handle& h) {
            return h.role == widgets::Role::Real && h.name.contains(QStringLiteral("component 3"));
        });
        auto* view = static_cast<widgets::ChartView*>(overlay()->parentWidget());
        QTest::mouseClick(view->canvas(), Qt::LeftButton, {}, overlay()->pixelOf(third).toPoint());
        QCOMPARE(side("realSettings")->component(), 2);
        QVERIFY(entry(side("realSettings"), "component_correlation"));
        QTest::mouseClick(side("realSettings")->findChild<QToolButton*>(QStringLiteral("nextComponent")), Qt::LeftButton);
        QVERIFY(overlay()->chosen() != third.group && overlay()->chosen() >= 0);
    }

    void draggingInTheViewIsOneStepForTheWholeWindow()
    {
        const Scene before = scene();
        auto* view = static_cast<widgets::ChartView*>(overlay()->parentWidget());
        const QPoint from = overlay()->pixelOf(overlay()->handles().front()).toPoint();
        QTest::mousePress(view->canvas(), Qt::LeftButton, {}, from);
        for (int i = 1; i < 6; ++i) {
            QTest::mouseMove(view->canvas(), from - QPoint(6 * i, 0));
            QTest::qWait(120); // longer than what the page takes for rest
        }
        QTest::mouseRelease(view->canvas(), Qt::LeftButton, {}, from - QPoint(30, 0));
        QVERIFY(!(scene() == before));
        QCOMPARE(document().undoStack().count(), 1);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(scene() == before);
    }

    void drawingStartsFromTheList()
    {
        auto* kind = side("generatedSettings")->findChild<QComboBox*>(QStringLiteral("kind"));
        pick(kind, QStringLiteral("drawn"));
        auto* view = static_cast<widgets::ChartView*>(overlay()->parentWidget());
        const QPoint from = view->toPixel({-1, 0.4}).toPoint(), to = view->toPixel({1, 0.4}).toPoint();
        QTest::mousePress(view->canvas(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 10; ++i)
            QTest::mouseMove(view->canvas(), from + (to - from) * i / 10);
        QTest::mouseRelease(view->canvas(), Qt::LeftButton, {}, to);
        QTest::keyClick(overlay(), Qt::Key_Return);
        QCOMPARE(kindOf(scene().generated), std::string(kDrawn));
        QVERIFY(side("generatedSettings")->findChild<QPushButton*>(QStringLiteral("draw"))->isVisible());
        type(entry(side("generatedSettings"), "bandwidth"), QStringLiteral("0.3"));
        QVERIFY(std::abs(bandwidthOf(scene().generated) - 0.3) < 1e-12);
    }

    void everyPathAndTeacherAndCoupling()
    {
        document().loadPreset(QStringLiteral("two-mixtures"));
        for (const char* path : {"trigonometric", "vp-cosine", "vp-linear", "ve", "stochastic", "bridge", "linear"}) {
            pick("path", QString::fromLatin1(path));
            QCOMPARE(scene().interpolant.kind, std::string(path));
            QVERIFY(!anyFault(check(scene())));
        }
        pick("path", QStringLiteral("vp-linear"));
        type(entry(&page(), "beta_max"), QStringLiteral("0.05")); // below beta_min
        QCOMPARE(scene().interpolant.betaMax, 20.0);
        type(entry(&page(), "beta_max"), QStringLiteral("10"));
        QCOMPARE(scene().interpolant.betaMax, 10.0);
        pick("path", QStringLiteral("linear"));
        for (const int teacher : {1, 2, 3, 4, 0}) {
            pick("teacher", teacher);
            QCOMPARE(scene().teacher.has_value(), teacher != 0);
            QVERIFY(!anyFault(check(scene())));
        }
        pick("coupling", 1);
        QVERIFY(scene().coupling.isJoint() && !anyFault(check(scene())));
        type(entry(&page(), "coupling_correlation"), QStringLiteral("0.8"));
        QVERIFY(!anyFault(check(scene())));
        pick("coupling", 0);
        QVERIFY(!scene().coupling.isJoint());
        QTRY_VERIFY_WITH_TIMEOUT(page().settled(), 20000);
    }

    void aDroppedSceneOpensAndIsRemembered()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("dropped.json"));
        writeScene(path.toStdString(), scenePresets()[2].scene, false);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
        QVERIFY(scene() == scenePresets()[2].scene);
        QCOMPARE(document().path(), path);

        QStringList shown;
        for (QMenu* menu : m_window->findChildren<QMenu*>())
            for (QAction* action : menu->actions())
                if (action->toolTip() == path)
                    shown += menu->title();
        QCOMPARE(shown, QStringList()); // the menu is filled when it is opened
        for (QMenu* menu : m_window->findChildren<QMenu*>())
            Q_EMIT menu->aboutToShow();
        for (QMenu* menu : m_window->findChildren<QMenu*>())
            for (QAction* action : menu->actions())
                if (action->toolTip() == path)
                    shown += action->text();
        QCOMPARE(shown, QStringList(QStringLiteral("dropped.json")));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(scene() == scenePresets()[0].scene); // nothing that was open is lost
    }

    void otherThingsAreNotTaken()
    {
        QMimeData data;
        data.setText(QStringLiteral("some words"));
        QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(!enter.isAccepted());
    }
};

QTEST_MAIN(TestExploreDistributions)
#include "tst_explore_distributions.moc"
