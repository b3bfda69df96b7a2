// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QScrollArea;

namespace realuid::widgets
{

class Card;

/// Cards in two columns, one where it is narrower than kTwoColumns; scrolls where they would become too low.
/// One card can fill the whole area: its button, or maximise(); Escape restores.
class CardGrid : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kTwoColumns = 640;
    static constexpr int kLeastCardHeight = 260;

    explicit CardGrid(QWidget* parent = nullptr);

    void addCard(Card* card); ///< takes it over
    const std::vector<Card*>& cards() const { return m_cards; }
    void setCardShown(Card* card, bool shown); ///< a card that is not keeps its place
    bool isCardShown(const Card* card) const;
    void maximise(Card* card); ///< null restores
    Card* maximised() const { return m_maximised; }

Q_SIGNALS:
    void maximisedChanged(realuid::widgets::Card* card);
    void exportRequested(realuid::widgets::Card* card);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void arrange();

    QScrollArea* m_scroll = nullptr;
    QWidget* m_content = nullptr;
    std::vector<Card*> m_cards, m_left; ///< all; those that are not shown
    Card* m_maximised = nullptr;
};

} // namespace realuid::widgets
