// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/card_grid.h"

#include "widgets/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QRubberBand>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace realuid::widgets
{
namespace
{
constexpr int kMargin = kBetween - kGrid;
constexpr double kSizeStep = 1.2; ///< of one choice in the menu

std::optional<QRect> rectOf(const std::vector<std::pair<QString, QRect>>& rects, const QString& id)
{
    for (const auto& [name, rect] : rects)
        if (name == id)
            return rect;
    return std::nullopt;
}

} // namespace

CardGrid::CardGrid(QWidget* parent)
    : QWidget(parent), m_scroll(new QScrollArea(this)), m_content(new QWidget), m_band(new QRubberBand(QRubberBand::Rectangle, m_content))
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_content);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_content->setBackgroundRole(QPalette::Window);
    m_content->setMouseTracking(true);
    m_content->installEventFilter(this);
    m_band->hide();
}

CardGrid::~CardGrid()
{
    for (Card* card : std::as_const(m_cards))
        card->disconnect(this); // they are destroyed after the members that the connections use
    for (QWidget* window : std::as_const(m_floating))
        window->removeEventFilter(this);
}

void CardGrid::addCard(Card* card, const QString& id)
{
    const QString name = id.isEmpty() ? QString::number(m_cards.size()) : id;
    card->setParent(m_content);
    card->setCursor(Qt::ArrowCursor); // not that of the gaps
    m_cards.insert(name, card);
    connect(card, &Card::maximiseToggled, this, [this, card](bool on) { maximise(on ? card : nullptr); });
    connect(card, &Card::exportRequested, this, [this, card] { Q_EMIT exportRequested(card); });
    connect(card, &Card::dragged, this, [this, card](QPoint global) { drag(card, global); });
    connect(card, &Card::dropped, this, [this, card](QPoint global) { drop(card, global); });
    connect(card, &Card::arrangementAsked, this, [this, card](Card::Arrangement what) { perform(card, what); });
    connect(card, &QObject::destroyed, this, [this, card, name] {
        m_cards.remove(name);
        m_maximised = m_maximised == card ? nullptr : m_maximised;
    });
    m_layout = with(std::move(m_layout), name);
    arrange();
}

std::vector<Card*> CardGrid::cards() const
{
    std::vector<Card*> out;
    for (const QString& id : m_layout.ids())
        if (Card* found = card(id))
            out.push_back(found);
    return out;
}

QString CardGrid::idOf(const Card* card) const { return m_cards.key(const_cast<Card*>(card)); }

void CardGrid::setLayout(const CardLayout& layout)
{
    m_layout = layout;
    for (const QString& id : m_floating.keys())
        if (!layout.contains(id))
            setFloating(card(id), false);
    if (m_maximised && !layout.contains(idOf(m_maximised)))
        maximise(nullptr);
    arrange();
}

void CardGrid::change(const CardLayout& layout)
{
    if (layout == m_layout)
        return;
    setLayout(layout);
    Q_EMIT layoutChanged();
}

CardLayout CardGrid::visibleLayout() const
{
    if (m_maximised)
        return {{{{{idOf(m_maximised)}}}}};
    CardLayout out = m_layout;
    for (const QString& id : m_layout.ids())
        if (!m_cards.contains(id) || m_floating.contains(id) || m_hidden.contains(id))
            out = without(std::move(out), id);
    return out;
}

bool CardGrid::isOnShow(const Card* card) const
{
    return isFloating(card) || visibleLayout().contains(idOf(card));
}

void CardGrid::setCardShown(Card* card, bool shown)
{
    if (shown)
        m_hidden.remove(idOf(card));
    else
        m_hidden.insert(idOf(card));
    if (!shown && m_maximised == card)
        maximise(nullptr);
    arrange();
}

void CardGrid::maximise(Card* card)
{
    if (card == m_maximised || (card && isFloating(card)))
        return;
    m_maximised = card;
    for (Card* each : std::as_const(m_cards))
        each->setMaximised(each == card);
    arrange();
    Q_EMIT maximisedChanged(card);
}

void CardGrid::setFloating(Card* card, bool on)
{
    const QString id = idOf(card);
    if (id.isEmpty() || on == m_floating.contains(id))
        return;
    if (on) {
        if (m_maximised == card)
            maximise(nullptr);
        auto* window = new QWidget(this, Qt::Window);
        window->setWindowTitle(card->title());
        window->resize(card->size());
        auto* rows = new QVBoxLayout(window);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->addWidget(card);
        m_floating.insert(id, window);
        window->installEventFilter(this);
        lendActions(*window);
        window->show();
        card->show();
    } else {
        QWidget* window = m_floating.take(id);
        window->removeEventFilter(this);
        card->setParent(m_content);
        window->hide();
        window->deleteLater();
    }
    card->setFloating(on);
    arrange();
    Q_EMIT layoutChanged();
}

// Widths and heights by hand: a layout would ask each view for a size that it has no opinion about.
void CardGrid::arrange()
{
    m_scroll->setGeometry(rect());
    const CardLayout layout = visibleLayout();
    const int rows = static_cast<int>(oneColumn() ? layout.ids().size() : static_cast<qsizetype>(layout.rows.size()));
    const int least = rows * (kLeastCardHeight + kMargin) + kMargin;
    const bool scrolls = rows > 1 && least > height();
    const int barWidth = scrolls ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
    m_content->resize(width() - barWidth, scrolls ? least : height());
    const auto rects = placed(layout, m_content->rect(), kMargin, oneColumn());
    for (auto it = m_cards.cbegin(); it != m_cards.cend(); ++it) {
        if (m_floating.contains(it.key()))
            continue;
        const auto place = rectOf(rects, it.key());
        if (place)
            it.value()->setGeometry(*place);
        it.value()->setVisible(place.has_value());
    }
}

std::optional<CardGrid::Gap> CardGrid::gapAt(QPoint position) const
{
    if (m_maximised || oneColumn())
        return std::nullopt;
    const CardLayout layout = visibleLayout();
    const auto rects = placed(layout, m_content->rect(), kMargin, false);
    std::size_t first = 0; // of the row, in rects
    for (std::size_t row = 0; row < layout.rows.size(); ++row) {
        const std::size_t next = first + layout.rows[row].cells.size();
        for (std::size_t i = first; i + 1 < next; ++i) {
            const QRect left = rects[i].second, right = rects[i + 1].second;
            if (position.y() >= left.top() && position.y() <= left.bottom() && position.x() > left.right() && position.x() < right.left())
                return Gap{rects[i].first, rects[i + 1].first, true};
        }
        if (next < rects.size() && position.y() > rects[first].second.bottom() && position.y() < rects[next].second.top())
            return Gap{rects[first].first, rects[next].first, false};
        first = next;
    }
    return std::nullopt;
}

void CardGrid::dragGap(QPoint position)
{
    const auto rects = placed(visibleLayout(), m_content->rect(), kMargin, false);
    const auto before = rectOf(rects, m_gap->before), after = rectOf(rects, m_gap->after);
    if (!before || !after)
        return;
    const bool inRow = m_gap->inRow;
    const double start = inRow ? before->left() : before->top(), end = inRow ? after->right() : after->bottom();
    const double part = ((inRow ? position.x() : position.y()) - kMargin / 2.0 - start) / (end - start - kMargin);
    setLayout(shifted(m_layout, m_gap->before, m_gap->after, inRow, part));
}

std::optional<CardGrid::Drop> CardGrid::dropAt(const QString& id, QPoint global) const
{
    const QPoint at = m_content->mapFromGlobal(global);
    for (const auto& [target, rect] : placed(visibleLayout(), m_content->rect(), kMargin, oneColumn())) {
        if (!rect.contains(at) || target == id)
            continue;
        const double right = static_cast<double>(at.x() - rect.center().x()) / rect.width();
        const double down = static_cast<double>(at.y() - rect.center().y()) / rect.height();
        const QSize half(rect.width() / 2, rect.height() / 2);
        if (!oneColumn() && std::abs(right) > std::abs(down))
            return Drop{target, right < 0 ? Side::Left : Side::Right,
                        QRect(right < 0 ? rect.left() : rect.left() + half.width(), rect.top(), half.width(), rect.height())};
        return Drop{target, down < 0 ? Side::Above : Side::Below,
                    QRect(kMargin, down < 0 ? rect.top() : rect.top() + half.height(), m_content->width() - 2 * kMargin, half.height())};
    }
    return std::nullopt;
}

void CardGrid::drag(Card* card, QPoint global)
{
    const auto place = isFloating(card) || m_maximised ? std::nullopt : dropAt(idOf(card), global);
    m_band->setVisible(place.has_value());
    if (place) {
        m_band->setGeometry(place->band);
        m_band->raise();
    }
}

void CardGrid::drop(Card* card, QPoint global)
{
    m_band->hide();
    if (isFloating(card) || m_maximised)
        return;
    if (const auto place = dropAt(idOf(card), global)) {
        change(movedTo(m_layout, idOf(card), place->target, place->side));
    } else if (const QWidget* top = window(); !top->rect().contains(top->mapFromGlobal(global))) {
        setFloating(card, true);
        card->window()->move(global);
    }
}

void CardGrid::perform(Card* card, Card::Arrangement what)
{
    const QString id = idOf(card);
    switch (what) {
    case Card::Arrangement::Left:
        return change(movedBy(m_layout, id, Side::Left));
    case Card::Arrangement::Right:
        return change(movedBy(m_layout, id, Side::Right));
    case Card::Arrangement::Up:
        return change(movedBy(m_layout, id, Side::Above));
    case Card::Arrangement::Down:
        return change(movedBy(m_layout, id, Side::Below));
    case Card::Arrangement::Wider:
        return change(resized(m_layout, id, kSizeStep, 1));
    case Card::Arrangement::Narrower:
        return change(resized(m_layout, id, 1 / kSizeStep, 1));
    case Card::Arrangement::Taller:
        return change(resized(m_layout, id, 1, kSizeStep));
    case Card::Arrangement::Lower:
        return change(resized(m_layout, id, 1, 1 / kSizeStep));
    case Card::Arrangement::Float:
        return setFloating(card, !isFloating(card));
    case Card::Arrangement::Close:
        return change(without(m_layout, id));
    }
}

/// The main window's shortcuts, as they are now, act in a card's own window too.
void CardGrid::lendActions(QWidget& floating) const
{
    for (QAction* action : floating.actions())
        floating.removeAction(action);
    floating.addActions(window()->actions());
}

bool CardGrid::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_content) {
        const auto window = std::find(m_floating.cbegin(), m_floating.cend(), watched);
        if (window != m_floating.cend() && event->type() == QEvent::WindowActivate)
            lendActions(**window);
        if (event->type() != QEvent::Close || window == m_floating.cend())
            return QWidget::eventFilter(watched, event);
        setFloating(card(window.key()), false);
        return true;
    }
    const auto type = event->type();
    if (type != QEvent::MouseButtonPress && type != QEvent::MouseMove && type != QEvent::MouseButtonRelease)
        return false;
    const QPoint position = static_cast<QMouseEvent*>(event)->position().toPoint();
    if (type == QEvent::MouseButtonPress && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
        m_gap = gapAt(position);
    if (type == QEvent::MouseMove && m_gap) {
        dragGap(position);
    } else if (type == QEvent::MouseMove) {
        const auto gap = gapAt(position);
        m_content->setCursor(!gap ? Qt::ArrowCursor : gap->inRow ? Qt::SplitHCursor : Qt::SplitVCursor);
    }
    if (type == QEvent::MouseButtonRelease && m_gap) {
        m_gap.reset();
        Q_EMIT layoutChanged();
    }
    return false;
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
