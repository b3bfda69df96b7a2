// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/card_grid.h"

#include "widgets/card.h"
#include "widgets/theme.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace realuid::widgets
{

CardGrid::CardGrid(QWidget* parent) : QWidget(parent), m_scroll(new QScrollArea(this)), m_content(new QWidget)
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_content);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_content->setBackgroundRole(QPalette::Window);
}

void CardGrid::addCard(Card* card)
{
    card->setParent(m_content);
    m_cards.push_back(card);
    connect(card, &Card::maximiseToggled, this, [this, card](bool on) { maximise(on ? card : nullptr); });
    connect(card, &Card::exportRequested, this, [this, card] { Q_EMIT exportRequested(card); });
    connect(card, &QObject::destroyed, this, [this, card] {
        std::erase(m_cards, card);
        std::erase(m_left, card);
        m_maximised = m_maximised == card ? nullptr : m_maximised;
    });
    card->setVisible(!m_maximised);
    arrange();
}

bool CardGrid::isCardShown(const Card* card) const { return std::find(m_left.begin(), m_left.end(), card) == m_left.end(); }

void CardGrid::setCardShown(Card* card, bool shown)
{
    if (shown == isCardShown(card))
        return;
    if (shown)
        std::erase(m_left, card);
    else
        m_left.push_back(card);
    if (card == m_maximised)
        maximise(nullptr);
    card->setVisible(shown && !m_maximised);
    arrange();
}

void CardGrid::maximise(Card* card)
{
    if (card == m_maximised)
        return;
    m_maximised = card;
    for (Card* each : m_cards) {
        each->setMaximised(each == card);
        each->setVisible(isCardShown(each) && (!card || each == card));
    }
    arrange();
    Q_EMIT maximisedChanged(card);
}

// Widths and heights by hand: a layout would ask each view for a size that it has no opinion about.
void CardGrid::arrange()
{
    m_scroll->setGeometry(rect());
    const int margin = kBetween - kGrid;
    std::vector<Card*> shown = m_maximised ? std::vector<Card*>{m_maximised} : m_cards;
    std::erase_if(shown, [this](const Card* card) { return !isCardShown(card); });
    if (shown.empty())
        return;
    const int columns = std::min<int>(width() >= kTwoColumns ? 2 : 1, static_cast<int>(shown.size()));
    const int rows = (static_cast<int>(shown.size()) + columns - 1) / columns;
    const int least = kLeastCardHeight;
    int cardHeight = (height() - (rows + 1) * margin) / rows;
    const bool scrolls = cardHeight < least && rows > 1;
    cardHeight = scrolls ? least : std::max(cardHeight, 80);
    const int barWidth = scrolls ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
    const int cardWidth = (width() - barWidth - (columns + 1) * margin) / columns;
    m_content->resize(width() - barWidth, rows * (cardHeight + margin) + margin);
    for (int i = 0; i < static_cast<int>(shown.size()); ++i) {
        const bool alone = columns == 2 && i == static_cast<int>(shown.size()) - 1 && i % 2 == 0; // spans both
        shown[static_cast<std::size_t>(i)]->setGeometry(margin + (i % columns) * (cardWidth + margin), margin + (i / columns) * (cardHeight + margin),
                                                        alone ? 2 * cardWidth + margin : cardWidth, cardHeight);
    }
}

void CardGrid::resizeEvent(QResizeEvent* event)
{
    arrange();
    QWidget::resizeEvent(event);
}

void CardGrid::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_maximised)
        maximise(nullptr);
    else
        QWidget::keyPressEvent(event);
}

} // namespace realuid::widgets
