// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot_view.h"

#include <QEvent>
#include <QPainter>
#include <QTimer>

namespace realuid::widgets
{

/// Lies over the plot, lets the pointer through, and shows the message or the busy sign.
class PlotView::Cover : public QWidget
{
public:
    explicit Cover(PlotView* view) : QWidget(view), m_view(view)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        m_delay.setSingleShot(true);
        m_delay.setInterval(200); // short work shows no sign
        connect(&m_delay, &QTimer::timeout, this, [this] {
            m_sign = true;
            refresh();
        });
        hide();
    }

    void refresh()
    {
        if (!m_view->m_busy) {
            m_delay.stop();
            m_sign = false;
        } else if (!m_sign && !m_delay.isActive()) {
            m_delay.start();
        }
        setVisible(m_sign || !m_view->m_message.isEmpty());
        raise();
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Surfaces& s = surfaces(m_view->theme());
        if (!m_view->m_message.isEmpty()) {
            painter.fillRect(rect(), s.card);
            painter.setPen(s.quietText);
            painter.drawText(rect().adjusted(kBetween, kBetween, -kBetween, -kBetween), Qt::AlignCenter | Qt::TextWordWrap,
                             m_view->m_message);
        }
        if (m_sign)
            paintSign(painter, s);
    }

private:
    void paintSign(QPainter& painter, const Surfaces& s)
    {
        const QString text = PlotView::tr("computing …");
        const QRect box(width() - fontMetrics().horizontalAdvance(text) - 3 * kInside, kInside,
                        fontMetrics().horizontalAdvance(text) + 2 * kInside, fontMetrics().height() + kInside);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(s.rule);
        painter.setBrush(s.card);
        painter.drawRoundedRect(box, kControlRadius, kControlRadius);
        painter.setPen(s.quietText);
        painter.drawText(box, Qt::AlignCenter, text);
    }

    PlotView* m_view;
    QTimer m_delay;
    bool m_sign = false;
};

PlotView::PlotView(QWidget* parent) : QWidget(parent), m_cover(new Cover(this)) { setMinimumSize(160, 120); }

void PlotView::setTitle(const QString& title)
{
    m_title = title;
    setAccessibleName(title);
}

Theme PlotView::theme() const { return m_ownTheme.value_or(appliedTheme()); }

void PlotView::setTheme(Theme theme)
{
    m_ownTheme = theme;
    themeChanged();
    m_cover->update();
}

void PlotView::setMessage(const QString& message)
{
    m_message = message;
    setAccessibleDescription(message);
    placeCover();
}

void PlotView::setBusy(bool busy)
{
    m_busy = busy;
    placeCover();
}

void PlotView::setCrosshair(std::optional<double>, std::optional<double>) {}

void PlotView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && !m_ownTheme)
        themeChanged();
    QWidget::changeEvent(event);
}

void PlotView::resizeEvent(QResizeEvent* event)
{
    placeCover();
    QWidget::resizeEvent(event);
}

void PlotView::leaveEvent(QEvent* event)
{
    Q_EMIT hoverLeft();
    QWidget::leaveEvent(event);
}

void PlotView::placeCover()
{
    m_cover->setGeometry(rect());
    m_cover->refresh();
}

} // namespace realuid::widgets
