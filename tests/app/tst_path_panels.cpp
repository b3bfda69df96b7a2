// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/surface_panel.h"
#include "app/explore/panels/trajectories_panel.h"
#include "app/explore/panels/vector_field_panel.h"
#include "widgets/surface_view.h"
#include "widgets/trajectory_view.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>

#include <functional>
#include <memory>

using namespace realuid;
using namespace realuid::studio;
using namespace realuid::widgets;

namespace
{

Scene preset(std::string_view id)
{
    for (const ScenePreset& each : scenePresets())
        if (each.id == id)
            return each.scene;
    return {};
}

using Maker = std::function<std::unique_ptr<ScenePanel>(int)>;

} // namespace

class TestPathPanels : public QObject
{
    Q_OBJECT

    /// A panel with its view, as a card has it.
    template <class Panel>
    struct Shown {
        Panel panel;
        std::unique_ptr<PlotView> view;
        explicit Shown(const Scene& scene) : panel(scene.dimension()), view(panel.view())
        {
            view->resize(520, 360);
            view->show();
            panel.setScene(scene, true);
        }
        bool settles() { return QTest::qWaitFor([this] { return panel.settled(); }, 20000); }
        QImage picture()
        {
            if (auto* chart = qobject_cast<ChartView*>(view.get()))
                chart->repaintNow();
            return view->grab().toImage();
        }
    };

private Q_SLOTS:
    void looks_data()
    {
        QTest::addColumn<Maker>("make");
        QTest::addColumn<QString>("scene");
        const std::vector<std::pair<const char*, Maker>> makers{
            {"surface", [](int d) { return std::make_unique<SurfacePanel>(d); }},
            {"trajectories", [](int d) { return std::make_unique<TrajectoriesPanel>(d); }},
            {"field", [](int d) { return std::make_unique<VectorFieldPanel>(d); }},
        };
        for (const auto& [name, make] : makers)
            for (const ScenePreset& each : scenePresets())
                QTest::addRow("%s %s", name, each.id.data()) << make << QString::fromLatin1(each.id.data());
    }
    void looks()
    {
        QFETCH(Maker, make);
        QFETCH(QString, scene);
        const Scene s = preset(scene.toStdString());
        const std::unique_ptr<ScenePanel> panel = make(s.dimension());
        const std::unique_ptr<PlotView> view(panel->view());
        applyTheme(*qApp, scene.size() % 2 ? Theme::Light : Theme::Dark);
        view->resize(520, 360);
        const QImage empty = view->grab().toImage();
        QSignalSpy shown(panel.get(), &ScenePanel::shown);
        panel->setScene(s, true);
        QTRY_VERIFY_WITH_TIMEOUT(panel->settled(), 20000);
        QVERIFY(!shown.isEmpty());
        if (auto* chart = qobject_cast<ChartView*>(view.get()))
            chart->repaintNow();
        const QImage image = view->grab().toImage();
        QVERIFY(image != empty);
        if (const QString folder = qEnvironmentVariable("REALUID_LOOK"); !folder.isEmpty())
            image.save(QStringLiteral("%1/panel %2.png").arg(folder, QString::fromLatin1(QTest::currentDataTag())));
    }

    void aDraggedStartIsCarriedOn()
    {
        Shown<TrajectoriesPanel> shown{Scene{}};
        QVERIFY(shown.settles());
        auto* view = static_cast<TrajectoryView*>(shown.view.get());
        const std::size_t count = view->starts().size();
        QCOMPARE(count, 7u);
        const QImage before = shown.picture();
        view->setFocus();
        view->select(2);
        QTest::keyClick(view, Qt::Key_Up);
        QCOMPARE(shown.panel.choice().starts.size(), count);
        QVERIFY(shown.settles());
        QCOMPARE(view->starts().size(), count);
        QCOMPARE(view->starts()[2].y(), shown.panel.choice().starts[2]);
        QVERIFY(shown.picture() != before);
        Scene other;
        other.interpolant.kind = "ve"; // other noise, other start points
        shown.panel.setScene(other, true);
        QVERIFY(shown.panel.choice().starts.empty());
        QVERIFY(shown.settles());
        QVERIFY(view->starts()[6].y() > 20);
    }

    void choicesReachThePicture()
    {
        Shown<TrajectoriesPanel> shown{Scene{}};
        QVERIFY(shown.settles());
        const std::unique_ptr<QWidget> controls(shown.panel.makeControls());
        const auto boxes = controls->findChildren<QComboBox*>();
        QCOMPARE(boxes.size(), 2);
        QImage before = shown.picture();
        const auto changed = [&] {
            if (!shown.settles())
                return false;
            const QImage now = shown.picture();
            return std::exchange(before, now) != now;
        };
        boxes[0]->setFocus();
        QTest::keyClick(boxes[0], Qt::Key_Down);
        QVERIFY(shown.panel.choice().generator && !shown.panel.choice().teacher);
        QVERIFY(changed());
        QTest::keyClick(boxes[1], Qt::Key_Home);
        QCOMPARE(shown.panel.choice().method, Method::Exact);
        controls->findChild<QSpinBox*>()->setValue(3);
        QVERIFY(changed());
        controls->findChild<QCheckBox*>()->click();
        QVERIFY(changed());
        QVERIFY(!shown.panel.choice().oneStep);
    }

    void fieldsAreChosen()
    {
        for (const char* scene : {"two-gaussians", "mixtures-2d"}) {
            Shown<VectorFieldPanel> shown{preset(scene)};
            QVERIFY(shown.settles());
            const QImage before = shown.picture();
            const std::unique_ptr<QWidget> controls(shown.panel.makeControls());
            const auto boxes = controls->findChildren<QComboBox*>();
            QCOMPARE(boxes[1]->count(), preset(scene).dimension() == 1 ? 2 : 3);
            for (int i = 0; i < 3; ++i)
                QTest::keyClick(boxes[0], Qt::Key_Down);
            QCOMPARE(shown.panel.choice().field, ShownField::TeacherMinusFake);
            QVERIFY(shown.settles());
            const QImage difference = shown.picture();
            QVERIFY(difference != before);
            QTest::keyClick(boxes[1], Qt::Key_Up);
            QVERIFY(shown.settles());
            if (const QString folder = qEnvironmentVariable("REALUID_LOOK"); !folder.isEmpty())
                shown.picture().save(QStringLiteral("%1/panel difference %2.png").arg(folder, QLatin1String(scene)));
        }
    }

    void thePointerIsLinked()
    {
        Shown<SurfacePanel> shown{Scene{}};
        QVERIFY(shown.settles());
        const QImage before = shown.picture();
        shown.panel.setPointer({0.5, 1.0, {}});
        QVERIFY(shown.picture() != before);
        shown.panel.setPointer({});
        QCOMPARE(shown.picture(), before);
        QSignalSpy pointed(&shown.panel, &ScenePanel::pointed);
        QTest::mouseMove(shown.view.get(), {260, 190});
        QCOMPARE(pointed.size(), 1);
        const auto pointer = pointed[0][0].value<Pointer>();
        QVERIFY(pointer.t && pointer.x && !pointer.y && *pointer.t >= 0 && *pointer.t <= 1);
    }

    void figuresNeedNoWindow()
    {
        for (const char* scene : {"two-gaussians", "mixtures-2d"}) {
            TrajectoriesPanel paths(preset(scene).dimension());
            const std::unique_ptr<PlotView> view(paths.view());
            paths.render(preset(scene));
            QVERIFY(!static_cast<TrajectoryView*>(view.get())->starts().empty());
            QVERIFY(!paths.subtitle().isEmpty());
        }
    }
};

QTEST_MAIN(TestPathPanels)
#include "tst_path_panels.moc"
