// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/loss.h"
#include "widgets/formula.h"
#include "widgets/parameter_panel.h"
#include "widgets/parameter_slider.h"
#include "widgets/theme.h"
#include "widgets/track_slider.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace realuid;
using namespace realuid::widgets;

namespace
{

ParameterInfo weight()
{
    return {.id = "alpha", .symbol = "\\alpha", .title = "weight of generated data", .meaning = "What it means.", .unit = "",
            .range = {0, 1, true, false}, .recommended = {0.94, 0.98}, .slider = {0.5, 1}, .step = 0.01, .tier = Tier::Lesson};
}

double number(const ParameterEditor& editor) { return std::get<double>(editor.value()); }

void wheel(QWidget& widget, int notches)
{
    QWheelEvent event(QPointF(5, 5), widget.mapToGlobal(QPointF(5, 5)), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

void type(QLineEdit& entry, const QString& text)
{
    entry.setFocus();
    entry.selectAll();
    QTest::keyClicks(&entry, text);
    QTest::keyClick(&entry, Qt::Key_Return);
}

} // namespace

class TestParameterEditors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_slider = std::make_unique<ParameterSlider>(weight(), Value(0.94));
        m_slider->resize(260, 60);
        m_slider->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_slider.get()));
    }

    void keysStepFinelyAndCoarsely()
    {
        TrackSlider& track = *m_slider->slider();
        QSignalSpy changed(m_slider.get(), &ParameterEditor::valueChanged);
        QTest::keyClick(&track, Qt::Key_Left);
        QCOMPARE(number(*m_slider), 0.93);
        QTest::keyClick(&track, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(number(*m_slider), 0.931);
        QTest::keyClick(&track, Qt::Key_PageDown);
        QCOMPARE(number(*m_slider), 0.831);
        QTest::keyClick(&track, Qt::Key_End);
        QCOMPARE(number(*m_slider), 1.0);
        QTest::keyClick(&track, Qt::Key_Right); // no farther
        QCOMPARE(number(*m_slider), 1.0);
        QCOMPARE(changed.size(), 4);
        QCOMPARE(m_slider->entry()->text(), QStringLiteral("1"));
    }

    void doubleClickRestoresTheDefault()
    {
        m_slider->setValue(0.6);
        QSignalSpy changed(m_slider.get(), &ParameterEditor::valueChanged);
        TrackSlider& track = *m_slider->slider();
        QTest::mouseDClick(&track, Qt::LeftButton, {}, {track.width() / 4, track.height() / 2});
        QCOMPARE(number(*m_slider), 0.94);
        QVERIFY(!changed.isEmpty());
    }

    void wheelActsOnlyOnFocus()
    {
        TrackSlider& track = *m_slider->slider();
        m_slider->entry()->setFocus();
        wheel(track, 1);
        QCOMPARE(number(*m_slider), 0.94);
        track.setFocus();
        QTRY_VERIFY(track.hasFocus());
        wheel(track, 1);
        QCOMPARE(number(*m_slider), 0.95);
    }

    void draggingSendsDraftsThenOneValue()
    {
        TrackSlider& track = *m_slider->slider();
        QSignalSpy changing(m_slider.get(), &ParameterEditor::valueChanging), changed(m_slider.get(), &ParameterEditor::valueChanged);
        const int y = track.height() / 2;
        QTest::mousePress(&track, Qt::LeftButton, {}, {track.width() / 2, y});
        QTest::mouseMove(&track, {track.width() / 3, y});
        QTest::mouseMove(&track, {track.width() / 4, y});
        QVERIFY(changing.size() >= 2);
        QCOMPARE(changed.size(), 0);
        QTest::mouseRelease(&track, Qt::LeftButton, {}, {track.width() / 4, y});
        QCOMPARE(changed.size(), 1);
        QVERIFY(std::abs(number(*m_slider) - 0.62) < 0.02);
        QVERIFY(QString::fromStdString(valueText(m_slider->value())).size() <= 5); // 0.617, not 0.61700000001
    }

    void typingIsExactAndCheckedAgainstTheTrueRange()
    {
        QSignalSpy changed(m_slider.get(), &ParameterEditor::valueChanged);
        QLineEdit& entry = *m_slider->entry();
        type(entry, QStringLiteral("0.12345678901234"));
        QCOMPARE(number(*m_slider), 0.12345678901234); // below the slider's span, inside the range
        QCOMPARE(m_slider->slider()->value(), 0.5);
        type(entry, QStringLiteral("1.2"));
        QVERIFY(m_slider->shownFault().contains(QStringLiteral("(0, 1]")));
        QCOMPARE(entry.palette().color(QPalette::Text), surfaces(appliedTheme()).fault);
        QCOMPARE(number(*m_slider), 0.12345678901234);
        type(entry, QStringLiteral("0,5"));
        QVERIFY(m_slider->shownFault().contains(QStringLiteral("must be a number")));
        QCOMPARE(changed.size(), 1);
        type(entry, QStringLiteral("0.5"));
        QVERIFY(m_slider->shownFault().isEmpty());
        QCOMPARE(changed.size(), 2);
    }

    void escapeForgetsWhatWasTyped()
    {
        QLineEdit& entry = *m_slider->entry();
        type(entry, QStringLiteral("7"));
        QVERIFY(!m_slider->shownFault().isEmpty());
        QTest::keyClick(&entry, Qt::Key_Escape);
        QVERIFY(m_slider->shownFault().isEmpty());
        QCOMPARE(entry.text(), QStringLiteral("0.94"));
    }

    void readersHearNameAndMeaning()
    {
        QCOMPARE(m_slider->entry()->accessibleName(), QStringLiteral("weight of generated data"));
        QCOMPARE(m_slider->slider()->accessibleName(), QStringLiteral("weight of generated data"));
        QCOMPARE(m_slider->findChild<FormulaLabel*>()->accessibleName(), QStringLiteral("alpha"));
        QVERIFY(m_slider->toolTip().contains(QStringLiteral("What it means.")));
    }

    void logarithmicSteps()
    {
        const ParameterInfo info{.id = "lr", .symbol = "", .title = "learning rate", .meaning = "", .unit = "",
                                 .range = {0, 1, true, false}, .slider = {1e-6, 1e-2}, .scale = Scale::Logarithmic};
        ParameterSlider slider(info, Value(1e-4));
        QTest::keyClick(slider.slider(), Qt::Key_PageUp);
        QTest::keyClick(slider.slider(), Qt::Key_PageUp);
        QCOMPARE(number(slider), 1e-3); // twenty steps a decade
        slider.setValue(-3e-5 * -1);
        QCOMPARE(slider.entry()->text(), QStringLiteral("3e−05"));
    }

    void wholeNumbersStepByOne()
    {
        const ParameterInfo info{.id = "fake_steps", .symbol = "", .title = "updates", .meaning = "", .unit = "", .range = {1, 100}, .step = 0.01};
        ParameterSlider slider(info, Value(std::int64_t{5}));
        QTest::keyClick(slider.slider(), Qt::Key_Right);
        QTest::keyClick(slider.slider(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(std::get<std::int64_t>(slider.value()), std::int64_t{7});
    }

    void unboundedNumbersHaveNoSlider()
    {
        const ParameterInfo info{.id = "steps", .symbol = "", .title = "updates", .meaning = "", .unit = "", .range = {0}};
        ParameterSlider slider(info, Value(std::int64_t{5}));
        QVERIFY(!slider.slider());
        slider.show();
        type(*slider.entry(), QStringLiteral("400000"));
        QCOMPARE(std::get<std::int64_t>(slider.value()), std::int64_t{400000});
    }

    void panelOfTheLoss()
    {
        ParameterPanel panel(parameterEntries(lossParameters()));
        panel.show();
        QSignalSpy changed(&panel, &ParameterPanel::valueChanged);
        auto* combo = panel.editor("loss")->findChild<QComboBox*>();
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(std::get<std::string>(panel.value("loss")), "general");
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toString(), QStringLiteral("loss"));
        Loss loss;
        assign(lossParameters(), loss, "loss", panel.value("loss"));
        QCOMPARE(loss.kind, "general");
        loss.beta = 0.5;
        panel.setValues(lossParameters(), loss);
        QCOMPARE(std::get<double>(panel.value("beta")), 0.5);
        QCOMPARE(changed.size(), 1);
        panel.setFaults({{"beta", "0.5", {"is odd with %1", {"this"}}, Severity::Warning}});
        QCOMPARE(panel.editor("beta")->shownFault(), QStringLiteral("0.5: is odd with this"));
        QVERIFY(panel.editor("alpha")->shownFault().isEmpty());
        panel.setTier(Tier::Lesson);
        QVERIFY(!panel.editor("gamma")->isVisible() && panel.editor("beta")->isVisible());
        QVERIFY(!panel.editor("nothing"));
    }

    void switchesAndLists()
    {
        const auto flag = ParameterEditor::make({.id = "flag", .symbol = "", .title = "flag", .meaning = "", .unit = ""}, Value(false));
        flag->show();
        QTest::keyClick(flag->findChild<QCheckBox*>(), Qt::Key_Space);
        QCOMPARE(std::get<bool>(flag->value()), true);
        const auto list = ParameterEditor::make({.id = "decays", .symbol = "", .title = "decays", .meaning = "", .unit = "", .range = {0, 1}},
                                                Value(std::vector<double>{0.999}));
        list->show();
        auto* entry = list->findChild<QLineEdit*>();
        type(*entry, QStringLiteral("0.9, 0.99"));
        QCOMPARE(std::get<std::vector<double>>(list->value()), (std::vector<double>{0.9, 0.99}));
        type(*entry, QStringLiteral("0.9,2"));
        QVERIFY(!list->shownFault().isEmpty());
        QCOMPARE(std::get<std::vector<double>>(list->value()), (std::vector<double>{0.9, 0.99}));
    }

private:
    std::unique_ptr<ParameterSlider> m_slider;
};

QTEST_MAIN(TestParameterEditors)
#include "tst_parameter_editors.moc"
