// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/flow.h"
#include "app/explore/panels/landscape_axes.h"
#include "app/explore/panels/landscape_panel.h"
#include "widgets/heatmap_view.h"

#include <QApplication>
#include <QComboBox>
#include <QVBoxLayout>
#include <QtTest>

#include <cmath>

using namespace realuid;
using namespace realuid::studio;

namespace
{
constexpr int kLimitMs = 60000;

const Scene& preset(std::string_view id)
{
    for (const ScenePreset& each : scenePresets())
        if (each.id == id)
            return each.scene;
    return scenePresets().front().scene;
}

bool near(QPointF a, QPointF b, double room) { return std::hypot(a.x() - b.x(), a.y() - b.y()) < room; }

} // namespace

class TestLandscapePanel : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<LandscapePanel> m_panel;
    widgets::HeatmapView* m_map = nullptr;
    Scene m_scene;
    QStringList m_gestures;
    int m_ended = 0;

    QWidget* canvas() { return m_map->childAt(m_map->rect().center()); }
    QPoint pixel(double x, double y) { return m_map->pixelOf({x, y}).toPoint(); }
    void open(const Scene& scene)
    {
        m_scene = scene;
        m_panel->setScene(scene, true);
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->settled(), kLimitMs);
        m_map->repaintNow();
    }
    void look(const QString& name)
    {
        if (const QString folder = qEnvironmentVariable("REALUID_LOOK"); !folder.isEmpty())
            m_window->grab().save(QStringLiteral("%1/landscape-%2.png").arg(folder, name));
    }

private Q_SLOTS:
    void init()
    {
        widgets::applyTheme(*qApp, widgets::Theme::Light);
        m_gestures.clear();
        m_ended = 0;
        m_panel = std::make_unique<LandscapePanel>();
        m_map = qobject_cast<widgets::HeatmapView*>(m_panel->view());
        m_window = std::make_unique<QWidget>();
        auto* rows = new QVBoxLayout(m_window.get());
        rows->setContentsMargins(0, 0, 0, 0);
        rows->addWidget(m_map);
        connect(m_panel.get(), &ScenePanel::edited, this, [this](const Scene& next, const QString&, const QString& gesture) {
            m_scene = next;
            m_gestures += gesture;
            m_panel->setScene(next, false);
        });
        connect(m_panel.get(), &ScenePanel::gestureEnded, this, [this] {
            ++m_ended;
            m_panel->setScene(m_scene, true);
        });
        m_window->resize(520, 420);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
    }

    void cleanup()
    {
        m_panel.reset();
        m_window.reset();
    }

    void theMinimumLiesAtTheRealParameters()
    {
        open(Scene{});
        look(QStringLiteral("two-gaussians"));
        QVERIFY2(near(m_panel->picture().lowest, {1.6, 0.35}, 0.03), qPrintable(QStringLiteral("%1 %2").arg(m_panel->picture().lowest.x()).arg(m_panel->picture().lowest.y())));
        QCOMPARE(m_panel->path().front(), QPointF(-0.9, 0.6));
        QVERIFY(near(m_panel->path().back(), {1.6, 0.35}, 0.02));
        const Scene plane = preset("gaussians-2d");
        open(plane);
        look(QStringLiteral("gaussians-2d"));
        // With these covariances the least distance over the means alone lies near the real ones.
        QVERIFY(near(m_panel->picture().lowest, {1.2, 0.6}, 0.2));
        QVERIFY(near(m_panel->path().back(), {1.2, 0.6}, 0.05));
    }

    /// The way of the picture against the flow itself, which has a pace too.
    void thePathIsTheFlows()
    {
        open(Scene{});
        const std::vector<GeneratorParameter> parameters{generatorParameter("generated.mean[0]", m_scene),
                                                         generatorParameter("generated.sd[0]", m_scene)};
        FlowOptions options;
        options.steps = 12;
        options.rate = 0.02;
        for (const FlowStep& step : flow(m_scene, parameters, options).steps) {
            const QPointF at(step.parameters[0], step.parameters[1]);
            double least = 100;
            const QPolygonF& path = m_panel->path();
            for (qsizetype i = 1; i < path.size(); ++i) { // distance to each piece
                const QPointF along = path[i] - path[i - 1], off = at - path[i - 1];
                const double s = std::clamp(QPointF::dotProduct(off, along) / QPointF::dotProduct(along, along), 0.0, 1.0);
                const QPointF rest = off - s * along;
                least = std::min(least, std::hypot(rest.x(), rest.y()));
            }
            QVERIFY2(least < 0.003, qPrintable(QString::number(least)));
        }
    }

    void draggingEditsTheGenerator()
    {
        open(Scene{});
        const QPolygonF before = m_panel->path();
        const QPoint from = pixel(-0.9, 0.6), to = pixel(0.5, 0.8);
        QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 6; ++i)
            QTest::mouseMove(canvas(), from + (to - from) * i / 6);
        QVERIFY(m_panel->path() != before); // follows while it is dragged
        QCOMPARE(m_ended, 0);
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, to);
        const Component& generator = m_scene.generated.components.front();
        QVERIFY(std::abs(generator.mean[0] - 0.5) < 0.03 && std::abs(std::sqrt(generator.covariance[0]) - 0.8) < 0.02);
        m_gestures.removeDuplicates();
        QCOMPARE(m_gestures, QStringList{QStringLiteral("landscape")});
        QCOMPARE(m_ended, 1);
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->settled(), kLimitMs);
        QCOMPARE(m_panel->path().front(), QPointF(generator.mean[0], std::sqrt(generator.covariance[0])));
    }

    void keysMoveTheGenerator()
    {
        open(Scene{});
        m_map->setFocus();
        QTest::keyClick(m_map, Qt::Key_Right);
        QVERIFY(std::abs(m_scene.generated.components[0].mean[0] + 0.8) < 1e-9);
        QTest::keyClick(m_map, Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(m_scene.generated.components[0].covariance[0] > 0.36);
        QCOMPARE(m_ended, 2);
        for (int i = 0; i < 8; ++i)
            QTest::keyClick(m_map, Qt::Key_PageDown); // stops inside what is sound
        QVERIFY(m_scene.generated.components[0].covariance[0] > 0);
        QVERIFY(!m_map->accessibleName().isEmpty());
        QVERIFY(m_map->accessibleDescription().contains(QStringLiteral("width")));
    }

    void axesAreChosen()
    {
        open(preset("two-mixtures"));
        std::unique_ptr<QWidget> controls(m_panel->makeControls());
        const auto boxes = controls->findChildren<QComboBox*>();
        QCOMPARE(boxes.size(), 2);
        QCOMPARE(boxes[0]->count(), 6); // mean, sd and weight of two components
        boxes[1]->setFocus();
        QTest::keyClick(boxes[1], Qt::Key_End);
        QVERIFY(boxes[1]->currentText().contains(QStringLiteral("weight")));
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->settled(), kLimitMs);
        look(QStringLiteral("weight"));
        QVERIFY(m_panel->picture().most > m_panel->picture().least);
        // A scene without these parameters takes the usual ones.
        open(Scene{});
        QCOMPARE(boxes[1]->currentText(), QStringLiteral("width"));
    }

    void whatIsInfiniteSaysSo()
    {
        Scene scene;
        scene.loss.alpha = 1;
        scene.loss.beta = 0.9;
        scene.generated = gaussian({-0.9}, {0.01});
        open(scene);
        look(QStringLiteral("unstable"));
        if (m_panel->picture().most == 0)
            QVERIFY(m_map->message().contains(QStringLiteral("infinite")));
        open(Scene{});
        QVERIFY(m_map->message().isEmpty());
    }

    void smoothingKeepsParabolas()
    {
        widgets::Grid grid{5, 4, 0, 4, 0, 3, {}};
        for (int j = 0; j < 4; ++j)
            for (int i = 0; i < 5; ++i)
                grid.values.push_back(3 + i * i - 2 * i * j + 0.5 * j);
        const widgets::Grid fine = smoothed(grid, 4);
        QCOMPARE(fine.columns, 17);
        QCOMPARE(fine.rows, 13);
        for (int j = 0; j < fine.rows; ++j)
            for (int i = 0; i < fine.columns; ++i) {
                const double x = i / 4.0, y = j / 4.0, wanted = 3 + x * x - 2 * x * y + 0.5 * y;
                QVERIFY(std::abs(fine.at(i, j) - std::max(wanted, -4.5)) < 1e-12); // never below the least computed
            }
    }

    void looks_data()
    {
        QTest::addColumn<QString>("scene");
        QTest::addColumn<int>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("dark") << "two-gaussians" << static_cast<int>(widgets::Theme::Dark) << QSize(340, 270);
        QTest::newRow("mixtures-2d") << "mixtures-2d" << static_cast<int>(widgets::Theme::Dark) << QSize(900, 700);
    }
    void looks()
    {
        QFETCH(QString, scene);
        QFETCH(int, theme);
        QFETCH(QSize, size);
        widgets::applyTheme(*qApp, static_cast<widgets::Theme>(theme));
        m_window->resize(size);
        QElapsedTimer clock;
        clock.start();
        open(preset(scene.toStdString()));
        qInfo("%s: full picture and flow in %lld ms", qPrintable(scene), clock.elapsed());
        look(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!m_panel->picture().lines.empty());
        QVERIFY(m_panel->path().size() > 5);
    }
};

QTEST_MAIN(TestLandscapePanel)
#include "tst_landscape_panel.moc"
