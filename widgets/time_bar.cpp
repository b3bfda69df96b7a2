// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/time_bar.h"

#include "widgets/icons.h"
#include "widgets/number_table.h"
#include "widgets/theme.h"
#include "widgets/track_slider.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace realuid::widgets
{
namespace
{

constexpr double kSeconds = 4;  // from noise to data at speed 1
constexpr double kStep = 0.01;
constexpr std::array<double, 4> kSpeeds{0.25, 0.5, 1, 2};

QToolButton* button(Icon kind, const QString& name)
{
    auto* made = new QToolButton;
    made->setIcon(icon(kind));
    made->setIconSize(QSize(16, 16));
    made->setMinimumSize(36, 30);
    made->setAccessibleName(name);
    made->setToolTip(name);
    made->setFocusPolicy(Qt::StrongFocus);
    return made;
}

QLabel* quietLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

TimeBar::TimeBar(QWidget* parent)
    : QWidget(parent), m_slider(new TrackSlider), m_play(button(Icon::Play, tr("Play"))), m_value(new QLabel),
      m_speed(new QComboBox)
{
    QToolButton* stepButton = button(Icon::Step, tr("Step by 0.01"));
    m_slider->configure({0, 1}, kStep, Scale::Linear);
    m_slider->setAccessibleName(tr("time t, noise at 0, data at 1"));
    m_slider->setToolTip(tr("Time t: 0 is noise, 1 is data"));
    for (const double speed : kSpeeds)
        m_speed->addItem(tr("%1×").arg(QString::fromStdString(numberText(speed))), speed);
    m_speed->setCurrentIndex(2);
    m_speed->setAccessibleName(tr("speed"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kBetween, kInside, kBetween, kInside);
    row->setSpacing(kBetween - kGrid);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_play, stepButton, quietLabel(tr("noise")), m_slider, quietLabel(tr("data")), m_value, m_speed})
        row->addWidget(widget, widget == m_slider ? 1 : 0);
    m_timer.setInterval(16);
    connect(&m_timer, &QTimer::timeout, this, &TimeBar::advance);
    connect(m_play, &QToolButton::clicked, this, [this] { setPlaying(!isPlaying()); });
    connect(stepButton, &QToolButton::clicked, this, &TimeBar::step);
    connect(m_slider, &TrackSlider::changing, this, [this](double t) {
        setPlaying(false);
        display(t);
        Q_EMIT timeChanging(t);
    });
    connect(m_slider, &TrackSlider::changed, this, [this](double t) {
        setPlaying(false);
        display(t);
        Q_EMIT timeChanged(t);
    });
    display(0);
    m_value->setMinimumWidth(m_value->fontMetrics().horizontalAdvance(QStringLiteral("t = 0.000 ")));
}

double TimeBar::time() const { return m_slider->value(); }

void TimeBar::setTime(double t)
{
    if (t == time())
        return;
    m_slider->setValue(t);
    display(m_slider->value());
}

void TimeBar::setPlaying(bool on)
{
    if (on == isPlaying())
        return;
    m_play->setIcon(icon(on ? Icon::Pause : Icon::Play));
    m_play->setAccessibleName(on ? tr("Pause") : tr("Play"));
    m_play->setToolTip(m_play->accessibleName());
    if (on) {
        if (time() >= 1)
            setTime(0);
        m_clock.start();
        m_timer.start();
    } else {
        m_timer.stop();
    }
    Q_EMIT playingChanged(on);
    if (!on)
        Q_EMIT timeChanged(time());
}

void TimeBar::advance()
{
    const double seconds = static_cast<double>(m_clock.restart()) / 1000;
    setTime(std::min(1.0, time() + seconds / kSeconds * m_speed->currentData().toDouble()));
    Q_EMIT timeChanging(time());
    if (time() >= 1)
        setPlaying(false);
}

void TimeBar::step()
{
    setPlaying(false);
    setTime(std::min(1.0, time() + kStep));
    Q_EMIT timeChanged(time());
}

QString TimeBar::valueText() const { return m_value->text(); }

void TimeBar::display(double t) { m_value->setText(QStringLiteral("t = %1").arg(shownNumber(t, 3))); }

} // namespace realuid::widgets
