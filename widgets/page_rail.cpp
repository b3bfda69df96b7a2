// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page_rail.h"

#include "widgets/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace realuid::widgets
{
namespace
{

constexpr int kPicture = 22;

class RailButton : public QAbstractButton
{
public:
    RailButton(Icon icon, const QString& title, QWidget* parent) : QAbstractButton(parent), m_icon(icon)
    {
        setText(title);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + kBetween, kPicture + fontMetrics().height() + kBetween + kGrid};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool lit = isChecked() || underMouse();
        if (lit || hasFocus()) {
            painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 1.5) : QPen(Qt::NoPen));
            painter.setBrush(isChecked() || underMouse() ? QBrush(palette().color(QPalette::Midlight)) : QBrush(Qt::NoBrush));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kControlRadius, kControlRadius);
        }
        painter.setPen(palette().color(isChecked() ? QPalette::Highlight : QPalette::PlaceholderText));
        paintIcon(painter, m_icon, QRectF((width() - kPicture) / 2.0, kInside, kPicture, kPicture));
        QFont type = font();
        type.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        type.setPointSizeF(type.pointSizeF() * 0.9);
        painter.setFont(type);
        painter.drawText(QRect(0, kInside + kPicture, width(), height() - kInside - kPicture), Qt::AlignCenter, text());
    }

private:
    Icon m_icon;
};

} // namespace

PageRail::PageRail(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this)), m_layout(new QVBoxLayout(this))
{
    setAccessibleName(tr("Pages"));
    m_layout->setContentsMargins(kGrid, kInside, kGrid + 1, kInside);
    m_layout->setSpacing(kGrid);
    m_layout->addStretch(1);
    connect(m_group, &QButtonGroup::idClicked, this, &PageRail::currentChanged);
}

int PageRail::addPage(Icon icon, const QString& title, const QString& toolTip)
{
    const int index = count();
    auto* button = new RailButton(icon, title, this);
    button->setToolTip(toolTip);
    button->setAccessibleName(title);
    button->setAccessibleDescription(toolTip);
    button->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + index)));
    button->setChecked(index == 0);
    m_group->addButton(button, index);
    m_layout->insertWidget(index, button);
    return index;
}

int PageRail::current() const { return m_group->checkedId(); }
int PageRail::count() const { return static_cast<int>(m_group->buttons().size()); }

void PageRail::setCurrent(int index)
{
    if (QAbstractButton* button = m_group->button(index))
        button->setChecked(true);
}

void PageRail::choose(int index)
{
    QAbstractButton* button = m_group->button(index);
    if (!button || index == current())
        return;
    button->setChecked(true);
    button->setFocus();
    Q_EMIT currentChanged(index);
}

QSize PageRail::sizeHint() const { return {std::max(76, m_layout->sizeHint().width()), m_layout->sizeHint().height()}; }

void PageRail::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        choose(current() + (event->key() == Qt::Key_Down ? 1 : -1));
    else
        QWidget::keyPressEvent(event);
}

void PageRail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

} // namespace realuid::widgets
