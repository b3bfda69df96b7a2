// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/card.h"

#include "widgets/icons.h"
#include "widgets/plot_view.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace realuid::widgets
{
namespace
{

/// Words that end in dots where there is no room for them.
class QuietWords : public QLabel
{
protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

QToolButton* flatButton(Icon kind, const QString& name)
{
    auto* button = new QToolButton;
    button->setAutoRaise(true);
    button->setIcon(icon(kind));
    button->setIconSize(QSize(16, 16));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

Card::Card(const QString& title, QWidget* view, QWidget* parent)
    : QFrame(parent), m_view(view), m_title(new QLabel), m_subtitle(new QuietWords), m_heading(new QHBoxLayout),
      m_rows(new QVBoxLayout(this))
{
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_maximise = flatButton(Icon::Maximise, tr("Fill the window"));
    m_heading->setSpacing(kInside);
    m_heading->addWidget(m_title);
    m_heading->addWidget(m_subtitle, 1);
    m_heading->addWidget(m_maximise);
    connect(m_maximise, &QToolButton::clicked, this, [this] { Q_EMIT maximiseToggled(!m_maximised); });
    if (plotView()) {
        QToolButton* save = flatButton(Icon::Export, tr("Export this figure"));
        m_heading->addWidget(save);
        connect(save, &QToolButton::clicked, this, &Card::exportRequested);
    }
    m_rows->setContentsMargins(kBetween - kGrid, kInside, kInside, kInside);
    m_rows->setSpacing(kGrid);
    m_rows->addLayout(m_heading);
    m_rows->addWidget(view, 1);
    setTitle(title.isEmpty() && plotView() ? plotView()->title() : title);
}

PlotView* Card::plotView() const { return qobject_cast<PlotView*>(m_view); }

QString Card::title() const { return m_title->text(); }

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
    if (plotView() && plotView()->title().isEmpty())
        plotView()->setTitle(title);
}

void Card::setSubtitle(const QString& subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setToolTip(subtitle);
}

void Card::addHeadingWidget(QWidget* widget) { m_heading->insertWidget(m_heading->indexOf(m_maximise), widget); }
void Card::addRowAbove(QWidget* widget) { m_rows->insertWidget(m_rows->indexOf(m_view), widget); }
void Card::addRowBelow(QWidget* widget) { m_rows->addWidget(widget); }

void Card::setMaximised(bool on)
{
    m_maximised = on;
    m_maximise->setIcon(icon(on ? Icon::Restore : Icon::Maximise));
    const QString name = on ? tr("Back to all cards") : tr("Fill the window");
    m_maximise->setAccessibleName(name);
    m_maximise->setToolTip(name);
}

void Card::setMovable()
{
    m_menu = new QMenu(this);
    const auto add = [this](const QString& text, Arrangement what, int key) {
        QAction* action = m_menu->addAction(text);
        if (key != 0) {
            action->setShortcut(QKeySequence(Qt::ALT | Qt::SHIFT | static_cast<Qt::Key>(key)));
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
            addAction(action);
        }
        connect(action, &QAction::triggered, this, [this, what] { Q_EMIT arrangementAsked(what); });
        return action;
    };
    add(tr("Move left"), Arrangement::Left, Qt::Key_Left);
    add(tr("Move right"), Arrangement::Right, Qt::Key_Right);
    add(tr("Move up"), Arrangement::Up, Qt::Key_Up);
    add(tr("Move down"), Arrangement::Down, Qt::Key_Down);
    m_menu->addSeparator();
    add(tr("Wider"), Arrangement::Wider, 0);
    add(tr("Narrower"), Arrangement::Narrower, 0);
    add(tr("Taller"), Arrangement::Taller, 0);
    add(tr("Lower"), Arrangement::Lower, 0);
    m_menu->addSeparator();
    m_float = add(tr("Own window"), Arrangement::Float, 0);
    add(tr("Take off the board"), Arrangement::Close, 0);
    QToolButton* more = flatButton(Icon::More, tr("Arrange"));
    m_heading->insertWidget(m_heading->indexOf(m_maximise), more);
    connect(more, &QToolButton::clicked, m_menu, [this, more] { m_menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    m_title->setCursor(Qt::OpenHandCursor);
    m_subtitle->setCursor(Qt::OpenHandCursor);
    m_title->setToolTip(tr("Drag to move"));
}

void Card::setFloating(bool on)
{
    m_float->setText(on ? tr("Back to the board") : tr("Own window"));
    m_maximise->setVisible(!on);
}

void Card::mousePressEvent(QMouseEvent* event)
{
    const bool onHeading = event->position().y() < m_view->y();
    if (m_menu && onHeading && event->button() == Qt::LeftButton)
        m_pressed = event->globalPosition().toPoint();
    else
        QFrame::mousePressEvent(event);
}

void Card::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint at = event->globalPosition().toPoint();
    if (!m_pressed)
        return QFrame::mouseMoveEvent(event);
    m_dragging = m_dragging || (at - *m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_dragging)
        Q_EMIT dragged(at);
}

void Card::mouseReleaseEvent(QMouseEvent* event)
{
    m_pressed.reset();
    if (std::exchange(m_dragging, false))
        Q_EMIT dropped(event->globalPosition().toPoint());
    else
        QFrame::mouseReleaseEvent(event);
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCardRadius, kCardRadius);
}

} // namespace realuid::widgets
