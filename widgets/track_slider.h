// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/parameter.h"

#include <QWidget>

namespace realuid::widgets
{

/// The bare slider: groove with a band, handle, keys. Arrows step, Shift + arrows a tenth, Page ten steps, Home and
/// End the ends; a double click asks for the default; the wheel steps only with focus.
class TrackSlider : public QWidget
{
    Q_OBJECT
public:
    explicit TrackSlider(QWidget* parent = nullptr);

    /// `span` is finite with least < most; `step` > 0. Logarithmic needs span.least > 0 and multiplies.
    void configure(Range span, double step, Scale scale, bool wholeNumbers = false);
    /// Marked on the groove as recommended; unbounded removes it.
    void setBand(Range band);
    double value() const { return m_value; }
    void setValue(double value); ///< clamped to the span; without a signal
    bool isDragging() const { return m_dragging; }
    QString shownValue() const; ///< for screen readers

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changing(double value); ///< while dragging
    void changed(double value);  ///< at the end of a drag, and on each key or wheel step
    void defaultRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    double positionOf(double value) const; ///< 0 to 1
    double valueAt(double position) const;
    double groovePixel(double position) const;
    void stepBy(double steps);
    void take(double value);
    void drag(double x);

    Range m_span{0, 1};
    Range m_band;
    double m_step = 0.01;
    Scale m_scale = Scale::Linear;
    bool m_whole = false;
    double m_value = 0;
    double m_grip = 0;
    bool m_dragging = false;
    bool m_moved = false;
};

} // namespace realuid::widgets
