// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/distil/convergence_dialog.h"
#include "app/distil/distil_page.h"
#include "app/explore/explore_page.h"
#include "app/shell/main_window.h"
#include "widgets/band_view.h"
#include "widgets/notice.h"
#include "widgets/number_table.h"
#include "widgets/parameter_editor.h"
#include "widgets/track_slider.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QStandardPaths>
#include <QtTest>

using namespace realuid;
using namespace realuid::studio;

class TestDistilPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    DistilPage& page() { return m_window->distil(); }
    const GameStanding& standing() { return page().session().standing(); }
    QPushButton* button(const QString& text)
    {
        for (auto* each : m_window->findChildren<QPushButton*>())
            if (each->text() == text && each->isVisible())
                return each;
        return nullptr;
    }
    void click(const QString& text)
    {
        QPushButton* found = button(text);
        QVERIFY2(found, qPrintable(text));
        QTest::mouseClick(found, Qt::LeftButton);
    }
    QString notice() { return page().findChild<widgets::Notice*>(QStringLiteral("distilNotice"))->text(); }
    widgets::ParameterEditor* editor(const QString& id)
    {
        for (auto* each : page().form().findChildren<widgets::ParameterEditor*>())
            if (each->id() == id)
                return each;
        return nullptr;
    }
    void makeSmall(std::int64_t steps)
    {
        DistilSetup small = page().form().setup();
        small.game.width = 16;
        small.game.depth = 1;
        small.game.batch = 64;
        small.game.steps = steps;
        page().form().edit(small, QStringLiteral("small"));
        QTRY_VERIFY(page().session().settled() && standing().settings.width == 16);
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QVERIFY(m_window->showPage(QStringLiteral("distil")));
        QTRY_VERIFY(page().session().log().samples.has_value());
    }
    void cleanup() { m_window.reset(); }

    void startsPausesAndContinues()
    {
        makeSmall(100000);
        click(QStringLiteral("Start"));
        QTRY_VERIFY(standing().status == GameStatus::Running && standing().step > 0);
        QTRY_VERIFY(button(QStringLiteral("Pause")));
        QVERIFY(!editor(QStringLiteral("width"))->isEnabled());
        QVERIFY(editor(QStringLiteral("alpha"))->isEnabled());
        click(QStringLiteral("Pause"));
        QTRY_VERIFY(standing().status == GameStatus::Paused);
        QTRY_VERIFY(button(QStringLiteral("Continue")));
        QVERIFY(editor(QStringLiteral("width"))->isEnabled());
    }

    void stepsOnePlayerByMouseAndKey()
    {
        makeSmall(1000);
        click(QStringLiteral("Step fake"));
        QTRY_COMPARE(standing().step, 1);
        QTest::keyClick(m_window.get(), Qt::Key_F10, Qt::ControlModifier);
        QTRY_COMPARE(standing().step, 2);
        QVERIFY(page().session().log().updates.at(1).player == Player::Generator);
    }

    void aChangeWhileItRunsIsAnEvent()
    {
        makeSmall(1000000);
        click(QStringLiteral("Start"));
        QTRY_VERIFY(standing().step > 0);
        auto* slider = editor(QStringLiteral("alpha"))->findChild<widgets::TrackSlider*>();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Left);
        QTRY_COMPARE(standing().events.size(), std::size_t{1});
        QCOMPARE(standing().events[0].setting, std::string("alpha"));
        QCOMPARE(standing().loss.alpha, 0.93);
        QVERIFY(standing().status == GameStatus::Running);
    }

    void theHistoryLeadsBack()
    {
        makeSmall(400);
        click(QStringLiteral("Start"));
        QTRY_VERIFY_WITH_TIMEOUT(standing().status == GameStatus::Finished, 30000);
        auto* history = page().findChild<QSlider*>(QStringLiteral("history"));
        history->setFocus();
        QTest::keyClick(history, Qt::Key_Home);
        QTRY_COMPARE(standing().step, 0);
        QTRY_VERIFY(notice().contains(QStringLiteral("Back at update 0")));
        click(QStringLiteral("Step fake"));
        QTRY_COMPARE(standing().step, 1);
        QCOMPARE(page().session().log().updates.size(), std::size_t{1});
    }

    void aDivergedGameLeadsBack()
    {
        makeSmall(100000);
        DistilSetup wild = page().form().setup();
        wild.game.width = 64;
        wild.game.lr = wild.game.lrGenerator = 1;
        wild.game.fakeSteps = 1;
        page().form().edit(wild, QStringLiteral("wild"));
        QTRY_COMPARE(standing().settings.width, 64);
        click(QStringLiteral("Start"));
        QTRY_VERIFY_WITH_TIMEOUT(standing().status == GameStatus::Diverged, 30000);
        const std::int64_t step = standing().step;
        QVERIFY(notice().contains(QStringLiteral("learning rate")));
        QVERIFY(!page().primaryAction()->isEnabled());
        click(QStringLiteral("Go back to before it"));
        QTRY_VERIFY(standing().status == GameStatus::Paused);
        QVERIFY(standing().step < step);
        QVERIFY(page().primaryAction()->isEnabled());
    }

    void restartUsesWhatWaits()
    {
        makeSmall(1000);
        click(QStringLiteral("Step fake"));
        QTRY_COMPARE(standing().step, 1);
        DistilSetup next = page().form().setup();
        next.game.seed = 7;
        page().form().edit(next, QStringLiteral("seed"));
        QTRY_VERIFY(notice().contains(QStringLiteral("restart")));
        click(QStringLiteral("Restart"));
        QTRY_COMPARE(standing().step, 0);
        QCOMPARE(standing().settings.seed, 7);
        page().undoStack()->undo();
        QTRY_COMPARE(standing().settings.seed, 42); // nothing was played: at once
    }

    void takesTheSceneOfExplore()
    {
        m_window->explore().document().loadPreset(QStringLiteral("gaussians-2d"));
        QTest::mouseClick(page().findChild<QPushButton*>(QStringLiteral("takeScene")), Qt::LeftButton);
        QCOMPARE(page().form().setup().scene.real, m_window->explore().document().scene().real);
        QTRY_COMPARE(standing().modes, 1);
        m_window->explore().document().loadPreset(QStringLiteral("two-mixtures")); // 1-D
        QTest::mouseClick(page().findChild<QPushButton*>(QStringLiteral("takeScene")), Qt::LeftButton);
        QTRY_COMPARE(page().session().log().samples->dimension, 1);
        Scene curved = m_window->explore().document().scene();
        curved.interpolant.kind = "trigonometric";
        m_window->explore().document().edit(curved, QStringLiteral("curved"));
        QTest::mouseClick(page().findChild<QPushButton*>(QStringLiteral("takeScene")), Qt::LeftButton);
        QTRY_VERIFY(notice().contains(QStringLiteral("linear")));
    }

    void convergenceOverSeeds()
    {
        makeSmall(120);
        ConvergenceDialog dialog(page().form().setup());
        auto* view = dialog.findChild<widgets::BandView*>();
        dialog.findChild<QSpinBox*>()->setValue(2);
        dialog.startOrStop();
        QTRY_VERIFY(!dialog.isPlaying());
        QCOMPARE(view->data().size(), std::size_t{3}); // its own, data-free, with a GAN
        for (const widgets::DataTable& table : view->data())
            QCOMPARE(table.rows(), std::size_t{4}); // updates 0, 50, 100, 120
        QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("state"))->text().startsWith(QStringLiteral("All updates")));
        QVERIFY(dialog.findChild<widgets::NumberTable*>()->rows()[0].value.contains(QStringLiteral("never")));
        // Rivals take the place of what is usual; a stop keeps what there is, and closing ends it.
        DistilSetup large = page().form().setup();
        large.game.steps = 1000000;
        std::vector<Fault> faults;
        large.rivals = {game::readContender("sid:0.9:0.95", faults)};
        ConvergenceDialog other(large);
        QLabel* state = other.findChild<QLabel*>(QStringLiteral("state"));
        other.startOrStop();
        QTRY_VERIFY(state->text().contains(QStringLiteral("remaining")));
        other.startOrStop();
        QTRY_VERIFY(!other.isPlaying());
        QVERIFY(state->text().startsWith(QStringLiteral("Stopped after")));
        QCOMPARE(other.findChild<widgets::BandView*>()->data().size(), std::size_t{2});
        other.startOrStop();
        QTRY_VERIFY(state->text().contains(QStringLiteral("remaining")));
    }

    void closesWhileItRuns()
    {
        makeSmall(1000000);
        click(QStringLiteral("Start"));
        QTRY_VERIFY(standing().step > 0);
        QVERIFY(m_window->close());
        m_window.reset();
    }
};

QTEST_MAIN(TestDistilPage)
#include "tst_distil_page.moc"
