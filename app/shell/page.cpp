// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/page.h"

#include "widgets/theme.h"

#include <QAction>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace realuid::studio
{
namespace
{

constexpr int kScrollBar = 8;

/// A column that scrolls when it is too long, on the card colour.
QScrollArea* column(QVBoxLayout*& layout, const QString& name)
{
    auto* content = new QWidget;
    layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(widgets::kInside);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->verticalScrollBar()->setFixedWidth(kScrollBar); // so narrow that nothing is cut when it appears
    area->setWidget(content);
    area->setAccessibleName(name);
    for (QWidget* painted : {static_cast<QWidget*>(area), area->viewport(), content}) {
        painted->setBackgroundRole(QPalette::Base);
        painted->setAutoFillBackground(true);
    }
    return area;
}

QFrame* rule(QFrame::Shape shape)
{
    auto* line = new QFrame;
    line->setFrameShape(shape);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    if (shape == QFrame::VLine)
        line->setFixedWidth(1);
    else
        line->setFixedHeight(1);
    return line;
}

} // namespace

Page::Page(QWidget* parent) : QWidget(parent)
{
    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    m_settingsArea = column(m_settings, tr("What one sets"));
    m_meaningArea = column(m_meaning, tr("What it means"));
    m_middle = new QVBoxLayout;
    m_middle->setContentsMargins(0, 0, 0, 0);
    columns->addWidget(m_settingsArea);
    columns->addWidget(rule(QFrame::VLine));
    columns->addLayout(m_middle, 1);
    columns->addWidget(rule(QFrame::VLine));
    columns->addWidget(m_meaningArea);
    m_rows->addLayout(columns, 1);
    applyType();
}

void Page::setCards(QWidget* cards) { m_middle->addWidget(cards); }

void Page::setBottom(QWidget* bottom)
{
    m_rows->addWidget(rule(QFrame::HLine));
    bottom->setAutoFillBackground(true);
    bottom->setBackgroundRole(QPalette::Base);
    m_rows->addWidget(bottom);
}

QWidget* Page::heading(const QString& text)
{
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QAction* Page::addBarAction(const QString& text, const QString& toolTip)
{
    auto* action = new QAction(text, this);
    if (!toolTip.isEmpty())
        action->setToolTip(toolTip);
    m_barActions.append(action);
    return action;
}

void Page::setMeaningShown(bool shown)
{
    m_fold = shown ? Fold::Shown : Fold::Hidden;
    applyFold();
}

bool Page::meaningShown() const { return !m_meaningArea->isHidden(); }

void Page::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    applyFold();
}

void Page::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    applyType();
    applyFold();
}

void Page::applyType()
{
    const double scale = widgets::typeScale(widgets::appliedTheme());
    m_settingsArea->setFixedWidth(qRound(kSettingsWidth * scale));
    m_meaningArea->setFixedWidth(qRound(kMeaningWidth * scale));
}

void Page::applyFold()
{
    const double least = kFoldBelow * widgets::typeScale(widgets::appliedTheme());
    const bool shown = m_fold == Fold::ByWidth ? width() >= least : m_fold == Fold::Shown;
    if (shown == meaningShown())
        return;
    m_meaningArea->setVisible(shown);
    Q_EMIT meaningShownChanged(shown);
}

} // namespace realuid::studio
