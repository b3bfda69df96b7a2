// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace realuid::widgets
{

class TrackSlider;

/// The time t in [0, 1], noise at the left, data at the right: play, step, drag, speed. Playing runs from 0 to 1 in
/// four seconds at speed 1 and stops at 1; play at 1 begins at 0.
class TimeBar : public QWidget
{
    Q_OBJECT
public:
    explicit TimeBar(QWidget* parent = nullptr);

    double time() const;
    void setTime(double t); ///< clamped; without a signal
    bool isPlaying() const { return m_timer.isActive(); }
    void setPlaying(bool on);
    QString valueText() const; ///< "t = 0.700", as shown

public Q_SLOTS:
    void step(); ///< by 0.01, stops playing

Q_SIGNALS:
    void timeChanging(double t); ///< while dragging or playing
    void timeChanged(double t);  ///< at rest
    void playingChanged(bool on);

private:
    void advance();
    void display(double t);

    TrackSlider* m_slider = nullptr;
    QToolButton* m_play = nullptr;
    QLabel* m_value = nullptr;
    QComboBox* m_speed = nullptr;
    QTimer m_timer;
    QElapsedTimer m_clock;
};

} // namespace realuid::widgets
