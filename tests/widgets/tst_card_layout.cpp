// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/card.h"
#include "widgets/card_grid.h"
#include "widgets/card_layout.h"
#include "widgets/density_view.h"
#include "widgets/tiled_view.h"

#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QtTest>

using namespace realuid::widgets;

class TestCardLayout : public QObject
{
    Q_OBJECT

    static QString shape(const CardLayout& layout)
    {
        QStringList rows;
        for (const CardLayout::Row& row : layout.rows) {
            QStringList cells;
            for (const CardLayout::Cell& cell : row.cells)
                cells += cell.id;
            rows += cells.join(u' ');
        }
        return rows.join(u'/');
    }
    static CardLayout abcd() { return inColumns({"a", "b", "c", "d"}, 2); }

    static std::unique_ptr<CardGrid> grid()
    {
        auto made = std::make_unique<CardGrid>();
        for (const char* id : {"a", "b", "c", "d"}) {
            auto* card = new Card(QString::fromLatin1(id), new DensityView);
            card->setMovable();
            made->addCard(card, QString::fromLatin1(id));
        }
        made->resize(900, 700);
        made->show();
        return made;
    }
    static void drag(QWidget* from, QPoint start, QPoint global)
    {
        QTest::mousePress(from, Qt::LeftButton, {}, start);
        QTest::mouseMove(from, start + QPoint(30, 30));
        QTest::mouseMove(from, from->mapFromGlobal(global));
        QTest::mouseRelease(from, Qt::LeftButton, {}, from->mapFromGlobal(global));
    }

private Q_SLOTS:
    void changes_data()
    {
        QTest::addColumn<QString>("result");
        QTest::addColumn<QString>("expected");
        QTest::newRow("columns") << shape(inColumns({"a", "b", "c"}, 2)) << "a b/c";
        QTest::newRow("one more fills") << shape(with(inColumns({"a", "b", "c"}, 2), "d")) << "a b/c d";
        QTest::newRow("one more in its row") << shape(with(abcd(), "e")) << "a b/c d/e";
        QTest::newRow("there already") << shape(with(abcd(), "a")) << "a b/c d";
        QTest::newRow("without") << shape(without(without(abcd(), "c"), "d")) << "a b";
        QTest::newRow("left of") << shape(movedTo(abcd(), "d", "a", Side::Left)) << "d a b/c";
        QTest::newRow("right of") << shape(movedTo(abcd(), "a", "d", Side::Right)) << "b/c d a";
        QTest::newRow("above") << shape(movedTo(abcd(), "d", "a", Side::Above)) << "d/a b/c";
        QTest::newRow("below") << shape(movedTo(abcd(), "a", "b", Side::Below)) << "b/a/c d";
        QTest::newRow("onto itself") << shape(movedTo(abcd(), "a", "a", Side::Left)) << "a b/c d";
        QTest::newRow("onto none") << shape(movedTo(abcd(), "a", "x", Side::Left)) << "a b/c d";
        QTest::newRow("step left") << shape(movedBy(abcd(), "b", Side::Left)) << "b a/c d";
        QTest::newRow("no step left") << shape(movedBy(abcd(), "a", Side::Left)) << "a b/c d";
        QTest::newRow("step right") << shape(movedBy(abcd(), "c", Side::Right)) << "a b/d c";
        QTest::newRow("step down") << shape(movedBy(abcd(), "b", Side::Below)) << "a/c b d";
        QTest::newRow("step down to the end") << shape(movedBy(abcd(), "d", Side::Below)) << "a b/c/d";
        QTest::newRow("step up to the start") << shape(movedBy(abcd(), "a", Side::Above)) << "a/b/c d";
        QTest::newRow("nowhere up") << shape(movedBy(inColumns({"a", "b"}, 1), "a", Side::Above)) << "a/b";
        QTest::newRow("alone moves up") << shape(movedBy(inColumns({"a", "b"}, 1), "b", Side::Above)) << "b a";
    }
    void changes()
    {
        QFETCH(QString, result);
        QTEST(result, "expected");
    }

    void textsReadBack()
    {
        const QString text = toText(shifted(resized(abcd(), "a", 1.44, 0.8), "c", "d", true, 0.7));
        QCOMPARE(text, QStringLiteral("0.8:a*1.44,b*1;1:c*1.4,d*0.6"));
        QCOMPARE(toText(layoutFromText(text)), text);
        QCOMPARE(shape(layoutFromText("1:a*1,b*x,a*2;;nonsense;2:c")), QStringLiteral("a b/c"));
        QCOMPARE(layoutFromText("1:a*1e9").rows[0].cells[0].width, kMostShare);
        QVERIFY(layoutFromText("").rows.empty());
    }

    void cardsFillTheArea()
    {
        for (const bool oneColumn : {false, true}) {
            const QRect area(0, 0, 900, 700);
            const auto rects = placed(resized(abcd(), "b", 2, 0.5), area, 12, oneColumn);
            QCOMPARE(rects.size(), 4u);
            QRect all;
            for (std::size_t i = 0; i < rects.size(); ++i) {
                all |= rects[i].second;
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY(!rects[i].second.intersects(rects[j].second));
            }
            QCOMPARE(all, area.adjusted(12, 12, -12, -12));
        }
    }

    void headingsAreDragged()
    {
        const auto board = grid();
        QVERIFY(QTest::qWaitForWindowExposed(board.get()));
        QSignalSpy changed(board.get(), &CardGrid::layoutChanged);
        Card* d = board->card("d");
        const Card* a = board->card("a");
        drag(d, QPoint(20, 12), a->mapToGlobal(QPoint(10, a->height() / 2)));
        QCOMPARE(shape(board->layout()), QStringLiteral("d a b/c"));
        QCOMPARE(changed.size(), 1);
        QVERIFY(d->x() < a->x());
    }

    void gapsAreDragged()
    {
        const auto board = grid();
        QVERIFY(QTest::qWaitForWindowExposed(board.get()));
        Card* a = board->card("a");
        const int before = a->width(), height = a->height();
        QWidget* content = a->parentWidget();
        const QPoint gap(a->geometry().right() + 6, a->geometry().center().y());
        drag(content, gap, content->mapToGlobal(gap + QPoint(120, 0)));
        QVERIFY(std::abs(a->width() - before - 120) < 8);
        const QPoint below(a->geometry().center().x(), a->geometry().bottom() + 6);
        drag(content, below, content->mapToGlobal(below - QPoint(0, 60)));
        QVERIFY(std::abs(height - a->height() - 60) < 8);
    }

    void keysMoveAndTheMenuDoesTheRest()
    {
        const auto board = grid();
        board->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(board.get()));
        Card* b = board->card("b");
        b->findChild<QToolButton*>()->setFocus();
        QTest::keyClick(b->findChild<QToolButton*>(), Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(shape(board->layout()), QStringLiteral("b a/c d"));
        const auto choose = [&](const char* text) {
            for (QAction* action : b->findChild<QMenu*>()->actions())
                if (action->text() == QString::fromLatin1(text))
                    return action->trigger();
            QFAIL(text);
        };
        const int width = b->width();
        choose("Wider");
        QVERIFY(b->width() > width);
        choose("Own window");
        QVERIFY(board->isFloating(b) && b->isVisible() && b->window() != board.get());
        QVERIFY(board->card("a")->width() > 700); // alone in its row meanwhile
        b->window()->close();
        QVERIFY(!board->isFloating(b) && b->isVisible() && b->window() == board.get());
        choose("Take off the board");
        QVERIFY(!b->isVisible() && !board->isOnShow(b));
        QCOMPARE(shape(board->layout()), QStringLiteral("a/c d"));
    }

    void tilesStandSideBySideInWideRooms()
    {
        TiledView tiles;
        auto* a = new DensityView;
        auto* b = new DensityView;
        tiles.setTiles({{a, QStringLiteral("A")}, {b, QStringLiteral("B")}});
        tiles.resize(900, 300);
        tiles.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tiles));
        QVERIFY(b->x() > a->geometry().right() && a->y() == b->y() && a->y() > 0);
        tiles.resize(300, 900);
        QTRY_VERIFY(b->y() > a->geometry().bottom() && a->x() == b->x());
        tiles.setTiles({{b}});
        QCOMPARE(b->geometry(), tiles.rect());
        QVERIFY(!a->parent());
        delete a;
    }
};

QTEST_MAIN(TestCardLayout)
#include "tst_card_layout.moc"
