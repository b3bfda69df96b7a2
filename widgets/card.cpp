// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/card.h"

#include "widgets/icons.h"
#include "widgets/plot_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace realuid::widgets
{
namespace
{

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
    : QFrame(parent), m_view(view), m_title(new QLabel), m_subtitle(new QLabel), m_heading(new QHBoxLayout),
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

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCardRadius, kCardRadius);
}

} // namespace realuid::widgets
