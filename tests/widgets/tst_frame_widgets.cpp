// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/loss.h"
#include "widgets/card.h"
#include "widgets/card_grid.h"
#include "widgets/density_view.h"
#include "widgets/formula.h"
#include "widgets/image_grid.h"
#include "widgets/notice.h"
#include "widgets/number_table.h"
#include "widgets/page_rail.h"
#include "widgets/parameter_panel.h"
#include "widgets/theme.h"
#include "widgets/time_bar.h"
#include "widgets/track_slider.h"

#include <QApplication>
#include <QBoxLayout>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace realuid;
using namespace realuid::widgets;

namespace
{

QToolButton* namedButton(QWidget& parent, const QString& name)
{
    for (QToolButton* button : parent.findChildren<QToolButton*>())
        if (button->accessibleName() == name)
            return button;
    return nullptr;
}

std::unique_ptr<QWidget> wholeFrame()
{
    auto frame = std::make_unique<QWidget>();
    auto* rail = new PageRail;
    const std::pair<Icon, const char*> pages[] = {{Icon::Explore, "Explore"}, {Icon::Distil, "Distil 2-D"}, {Icon::Train, "Train"},
                                                  {Icon::Gallery, "Gallery"}, {Icon::Lessons, "Lessons"}};
    for (const auto& [kind, title] : pages)
        rail->addPage(kind, QString::fromLatin1(title));
    auto* panel = new ParameterPanel(parameterEntries(lossParameters()));
    panel->setFixedWidth(250);
    panel->setFaults({{"beta", "2.5", {"must be in (0, 2]"}}});
    auto* notice = new Notice;
    notice->setNotice(Notice::Kind::Meaning, QStringLiteral("Both domains count."), QStringLiteral("β > α: missed real points pull, generated errors weigh a little less."));
    auto* warning = new Notice;
    warning->setNotice(Notice::Kind::Warning, QStringLiteral("Unstable."), QStringLiteral("α = 1 with β below 1 grows without bound."));
    warning->setAction(QStringLiteral("Take β = 1"));
    auto* table = new NumberTable;
    table->setRows({{QStringLiteral("distance, all $t$ and $x$"), QStringLiteral("2.914")}, {QStringLiteral("$\\beta / \\alpha$"), QStringLiteral("-1.021")}});
    auto* cards = new CardGrid;
    for (const char* title : {"Densities", "Surface", "Samples"}) {
        auto* card = new Card(QString::fromLatin1(title), new ImageGrid);
        card->setSubtitle(QStringLiteral("t = 0.70"));
        cards->addCard(card);
    }
    auto* middle = new QHBoxLayout;
    middle->addWidget(rail);
    auto* left = new QVBoxLayout;
    left->addWidget(panel);
    left->addStretch(1);
    middle->addLayout(left);
    middle->addWidget(cards, 1);
    auto* right = new QVBoxLayout;
    for (QWidget* widget : std::initializer_list<QWidget*>{
             notice, warning, new FormulaLabel(QStringLiteral("\\ell = \\frac{|(\\alpha P + (\\beta - \\alpha) Q) f^* - \\beta P f^\\theta|^2}{\\alpha P + (1 - \\alpha) Q}")), table})
        right->addWidget(widget);
    right->addStretch(1);
    middle->addLayout(right);
    auto* rows = new QVBoxLayout(frame.get());
    rows->addLayout(middle, 1);
    rows->addWidget(new TimeBar);
    frame->resize(1280, 720);
    return frame;
}

} // namespace

class TestFrameWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void colorsHaveContrast_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("light") << Theme::Light;
        QTest::newRow("dark") << Theme::Dark;
        QTest::newRow("projector") << Theme::Projector;
    }

    void colorsHaveContrast()
    {
        QFETCH(Theme, theme);
        const Surfaces& s = surfaces(theme);
        for (const Role role : {Role::Real, Role::Generator, Role::Teacher, Role::Fake, Role::Noise})
            QVERIFY2(contrast(roleStyle(role, theme).text, s.card) >= 4.5, qPrintable(roleStyle(role, theme).text.name()));
        for (const QColor& color : {s.text, s.quietText, s.good, s.warning, s.fault, s.accent})
            QVERIFY2(contrast(color, s.card) >= 4.5, qPrintable(color.name()));
        QVERIFY(contrast(s.quietText, s.background) >= 4.5);
        QVERIFY(contrast(s.onAccent, s.accent) >= 4.5);
        QVERIFY(contrast(s.text, s.accentSoft) >= 4.5);
    }

    void everythingIsShown_data() { colorsHaveContrast_data(); }

    void everythingIsShown()
    {
        QFETCH(Theme, theme);
        applyTheme(*qApp, theme);
        const auto frame = wholeFrame();
        frame->show();
        QVERIFY(QTest::qWaitForWindowExposed(frame.get()));
        const QImage image = frame->grab().toImage();
        if (const QString folder = qEnvironmentVariable("REALUID_LOOK"); !folder.isEmpty()) // to look at them
            image.save(folder + QStringLiteral("/frame-") + QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png"));
        QCOMPARE(image.pixelColor(2, image.height() - 2), surfaces(theme).background);
        for (const QWidget* widget : frame->findChildren<QWidget*>())
            if (widget->isVisible() && widget->parentWidget() == frame.get())
                QVERIFY2(frame->rect().contains(widget->geometry()), widget->metaObject()->className());
    }

    void railMovesByKeysAndClicks()
    {
        PageRail rail;
        for (int i = 0; i < 3; ++i)
            rail.addPage(Icon::Train, QString::number(i));
        rail.show();
        QVERIFY(QTest::qWaitForWindowExposed(&rail));
        QSignalSpy spy(&rail, &PageRail::currentChanged);
        QCOMPARE(rail.current(), 0);
        QTest::keyClick(&rail, Qt::Key_Down);
        QCOMPARE(rail.current(), 1);
        QTest::keyClick(&rail, Qt::Key_Up);
        QTest::keyClick(&rail, Qt::Key_Up); // stays at the first
        QCOMPARE(rail.current(), 0);
        QTest::mouseClick(rail.findChildren<QAbstractButton*>().at(2), Qt::LeftButton);
        QCOMPARE(rail.current(), 2);
        QCOMPARE(spy.size(), 3);
        rail.setCurrent(1);
        QCOMPARE(spy.size(), 3);
    }

    void timeBarPlaysStepsAndDrags()
    {
        TimeBar bar;
        bar.resize(700, 50);
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        QSignalSpy changing(&bar, &TimeBar::timeChanging), changed(&bar, &TimeBar::timeChanged);
        bar.setTime(0.7);
        QCOMPARE(bar.valueText(), QStringLiteral("t = 0.700"));
        QCOMPARE(changed.size(), 0);
        bar.step();
        QCOMPARE(bar.time(), 0.71);
        QCOMPARE(changed.size(), 1);
        QTest::mouseClick(namedButton(bar, QStringLiteral("Play")), Qt::LeftButton);
        QVERIFY(bar.isPlaying());
        QTRY_VERIFY(bar.time() > 0.72);
        QVERIFY(!changing.isEmpty());
        QTest::mouseClick(namedButton(bar, QStringLiteral("Pause")), Qt::LeftButton);
        QVERIFY(!bar.isPlaying());
        auto* slider = bar.findChild<TrackSlider*>();
        QTest::mouseClick(slider, Qt::LeftButton, {}, {slider->width() / 2, slider->height() / 2});
        QVERIFY(std::abs(bar.time() - 0.5) < 0.01);
    }

    void cardFillsTheGridAndComesBack()
    {
        CardGrid grid;
        for (const char* title : {"One", "Two", "Three"})
            grid.addCard(new Card(QString::fromLatin1(title), new DensityView));
        grid.resize(900, 600);
        grid.show();
        QVERIFY(QTest::qWaitForWindowExposed(&grid));
        Card* second = grid.cards().at(1);
        QVERIFY(second->width() < 460);
        QVERIFY(grid.cards().at(2)->width() > 800); // alone in its row
        QTest::mouseClick(namedButton(*second, QStringLiteral("Fill the window")), Qt::LeftButton);
        QCOMPARE(grid.maximised(), second);
        QVERIFY(!grid.cards().at(0)->isVisible());
        QVERIFY(second->width() > 800 && second->height() > 500);
        QTest::keyClick(&grid, Qt::Key_Escape);
        QVERIFY(!grid.maximised() && grid.cards().at(0)->isVisible());
        QSignalSpy exported(&grid, &CardGrid::exportRequested);
        QTest::mouseClick(namedButton(*second, QStringLiteral("Export this figure")), Qt::LeftButton);
        QCOMPARE(exported.size(), 1);
        grid.resize(500, 600);
        QTRY_COMPARE(grid.cards().at(1)->x(), grid.cards().at(0)->x()); // one column
    }

    void imageGridIsCrispAndChooses()
    {
        ImageGrid grid;
        grid.resize(200, 140);
        grid.show();
        QVERIFY(QTest::qWaitForWindowExposed(&grid));
        QVERIFY(!grid.message().isEmpty());
        ImageSheet sheet{7, "gen", 3, 2, 4, {}};
        for (int y = 0; y < 8; ++y)
            for (int x = 0; x < 12; ++x)
                sheet.rgb.insert(sheet.rgb.end(), 3, (x + y) % 2 ? 255 : 0);
        grid.setSheet(sheet);
        QVERIFY(grid.message().isEmpty());
        const double ratio = qApp->devicePixelRatio();
        QCOMPARE(grid.pictureRect(0).width(), std::floor(200 * ratio / 12) * 4 / ratio);
        const QImage shown = grid.grab().toImage();
        const QRect inside = QRectF(grid.pictureRect(4).topLeft() * ratio, grid.pictureRect(4).size() * ratio).toRect();
        for (int x = inside.left(); x < inside.right(); ++x) { // checkers stay black and white: no pixel is mixed
            const QRgb pixel = shown.pixel(x, inside.center().y());
            QVERIFY(pixel == qRgb(0, 0, 0) || pixel == qRgb(255, 255, 255));
        }
        QSignalSpy selected(&grid, &ImageGrid::selectionChanged), opened(&grid, &ImageGrid::opened);
        QTest::mouseClick(&grid, Qt::LeftButton, {}, grid.pictureRect(4).center().toPoint());
        QCOMPARE(grid.selected(), 4);
        QTest::keyClick(&grid, Qt::Key_Right);
        QTest::keyClick(&grid, Qt::Key_Right); // stays in its row
        QCOMPARE(grid.selected(), 5);
        QTest::keyClick(&grid, Qt::Key_Up);
        QCOMPARE(grid.selected(), 2);
        QTest::keyClick(&grid, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QTest::keyClick(&grid, Qt::Key_Escape);
        QCOMPARE(grid.selected(), -1);
        QCOMPARE(selected.size(), 4);
        QCOMPARE(grid.picture(0).size(), QSize(4, 4));
        QVERIFY(grid.picture(6).isNull());
        sheet.rgb.pop_back(); // not as many bytes as it says
        grid.setSheet(sheet);
        QVERIFY(!grid.message().isEmpty());
    }

    void numbersAreShownAsMathematics_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("expected");
        QTest::newRow("minus") << shownNumber(-0.9, 3) << QStringLiteral("−0.900");
        QTest::newRow("no minus zero") << shownNumber(-0.0001, 2) << QStringLiteral("0.00");
        QTest::newRow("thousands") << shownNumber(400000, 0) << QStringLiteral("400\u2009000");
        QTest::newRow("nan") << shownNumber(std::nan(""), 2) << QStringLiteral("–");
        QTest::newRow("infinity") << shownSignificant(-INFINITY) << QStringLiteral("−∞");
        QTest::newRow("power") << shownSignificant(3e-5, 2) << QStringLiteral("3.0 × 10⁻⁵");
        QTest::newRow("plain power") << shownSignificant(1e-4, 1) << QStringLiteral("10⁻⁴");
        QTest::newRow("significant") << shownSignificant(2.9137) << QStringLiteral("2.914");
    }

    void numbersAreShownAsMathematics()
    {
        QFETCH(QString, shown);
        QFETCH(QString, expected);
        QCOMPARE(shown, expected);
    }

    void noticeSaysItsKind()
    {
        Notice notice;
        notice.setNotice(Notice::Kind::Warning, QStringLiteral("Unstable."), QStringLiteral("a < b"));
        QCOMPARE(notice.text(), QStringLiteral("Warning: Unstable.\na < b"));
    }
};

QTEST_MAIN(TestFrameWidgets)
#include "tst_frame_widgets.moc"
