// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/card.h"
#include "widgets/card_layout.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QRubberBand;
class QScrollArea;

namespace realuid::widgets
{

/// Cards in rows, one column where it is narrower than kTwoColumns; scrolls where they would become too low. Cards that may
/// move (Card::setMovable) are dragged by their headings, sized by the gaps between them, and can float in windows of their
/// own; all of that from their menus too. One card can fill the whole area: its button, or maximise(); Escape restores.
class CardGrid : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kTwoColumns = 640;
    static constexpr int kLeastCardHeight = 260;

    explicit CardGrid(QWidget* parent = nullptr);
    ~CardGrid() override;

    /// Takes the card over. Without an `id` it has its number's; it comes after those that are there.
    void addCard(Card* card, const QString& id = {});
    std::vector<Card*> cards() const; ///< in the order of the layout
    Card* card(const QString& id) const { return m_cards.value(id); }

    /// Cards that the layout does not name are hidden; names without a card are kept for later.
    void setLayout(const CardLayout& layout);
    const CardLayout& layout() const { return m_layout; }

    /// Without a place in the layout's rows for the time being, which it keeps.
    void setCardShown(Card* card, bool shown);
    bool isCardShown(const Card* card) const { return m_layout.contains(idOf(card)) && !m_hidden.contains(idOf(card)); }

    void maximise(Card* card); ///< null restores
    Card* maximised() const { return m_maximised; }
    void setFloating(Card* card, bool on); ///< in a window of its own; closing that brings it back
    bool isFloating(const Card* card) const { return m_floating.contains(idOf(card)); }
    /// True where the card can be seen: in the layout and not behind a maximised one.
    bool isOnShow(const Card* card) const;

Q_SIGNALS:
    void layoutChanged(); ///< by the user, floating included
    void maximisedChanged(realuid::widgets::Card* card);
    void exportRequested(realuid::widgets::Card* card);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Gap {
        QString before, after; ///< cards on both sides; of rows their first ones
        bool inRow = true;
    };
    struct Drop {
        QString target;
        Side side = Side::Left;
        QRect band;
    };

    QString idOf(const Card* card) const;
    void lendActions(QWidget& floating) const;
    CardLayout visibleLayout() const;
    bool oneColumn() const { return width() < kTwoColumns; }
    void arrange();
    void change(const CardLayout& layout);
    std::optional<Gap> gapAt(QPoint position) const;
    void dragGap(QPoint position);
    std::optional<Drop> dropAt(const QString& id, QPoint global) const;
    void drag(Card* card, QPoint global);
    void drop(Card* card, QPoint global);
    void perform(Card* card, Card::Arrangement what);

    QScrollArea* m_scroll = nullptr;
    QWidget* m_content = nullptr;
    QRubberBand* m_band = nullptr;
    QHash<QString, Card*> m_cards;
    CardLayout m_layout;
    QSet<QString> m_hidden;
    QHash<QString, QWidget*> m_floating; ///< windows, by card
    Card* m_maximised = nullptr;
    std::optional<Gap> m_gap; ///< being dragged
};

} // namespace realuid::widgets
