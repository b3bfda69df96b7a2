// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/panel_list.h"
#include "widgets/plot_view.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace realuid;
using namespace realuid::studio;

class TestPanelList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void panels_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("scene");
        for (const PanelKind& kind : panelKinds())
            for (const ScenePreset& preset : scenePresets())
                if (kind.serves(preset.scene.dimension()))
                    QTest::addRow("%s %s", kind.id, preset.id.data()) << QString::fromLatin1(kind.id) << QString::fromUtf8(preset.id.data());
    }

    /// What every panel owes its page.
    void panels()
    {
        QFETCH(QString, id);
        QFETCH(QString, scene);
        const auto preset = std::find_if(scenePresets().begin(), scenePresets().end(),
                                         [&](const ScenePreset& p) { return scene == QString::fromUtf8(p.id.data()); });
        const PanelKind* kind = findPanelKind(id);
        QVERIFY(kind);
        std::unique_ptr<ScenePanel> panel = kind->make(preset->scene.dimension());
        const std::unique_ptr<widgets::PlotView> view(panel->view());
        QCOMPARE(panel->id(), id);
        QVERIFY(!view->title().isEmpty());
        QVERIFY(!panel->settled());
        QSignalSpy shown(panel.get(), &ScenePanel::shown);
        panel->setScene(preset->scene, true);
        QTRY_VERIFY_WITH_TIMEOUT(panel->settled(), 30000);
        QVERIFY(shown.size() > 0);

        Scene moved = preset->scene;
        moved.loss.alpha = 0.9;
        moved.generated.components[0].mean[0] += 0.25;
        QElapsedTimer clock;
        clock.start();
        panel->setScene(moved, false);
        qInfo("setScene() took %.2f ms", static_cast<double>(clock.nsecsElapsed()) * 1e-6);
        QVERIFY(!panel->settled());
        panel->setScene(moved, true);
        QTRY_VERIFY_WITH_TIMEOUT(panel->settled(), 30000);
        const std::vector<widgets::DataTable> data = view->data(); // what is exported beside the figure
        QVERIFY(std::any_of(data.begin(), data.end(), [](const widgets::DataTable& table) { return table.rows() > 0; }));
        for (const widgets::DataTable& table : data)
            for (const widgets::DataColumn& column : table.columns)
                QCOMPARE(column.values.size(), table.rows());

        panel->setPointer({0.5, 0.5, 0.5});
        panel->setPointer({});
        panel.reset(); // before its view
    }

    void titlesAndIdsAreUnique()
    {
        QStringList titles;
        for (const PanelKind& kind : panelKinds())
            titles += QString::fromLatin1(kind.title);
        QStringList ids = panelIds();
        QCOMPARE(ids.removeDuplicates(), 0);
        QCOMPARE(titles.removeDuplicates(), 0);
        QVERIFY(!ids.contains(QStringLiteral("all")));
    }
};

QTEST_MAIN(TestPanelList)
#include "tst_panel_list.moc"
