// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/data_table.h"
#include "widgets/theme.h"

#include <QWidget>

#include <optional>

class QCPPainter;

/// What all views have in common: a title, a theme, states, a linked cursor, and a way to paint themselves onto
/// anything. GUI thread only.
namespace realuid::widgets
{

/// A view paints in units in which plain text is this many units high, on screen and in figures: a figure with
/// 8 pt type is painted on a canvas of (size in points) * kFigureType / 8 units and scaled down.
inline constexpr int kFigureType = 12;

class PlotView : public QWidget
{
    Q_OBJECT
public:
    explicit PlotView(QWidget* parent = nullptr);

    /// Names the view: on its card, for screen readers, in exported files.
    QString title() const { return m_title; }
    void setTitle(const QString& title);

    /// A view follows applyTheme() until it is given a theme of its own.
    Theme theme() const;
    void setTheme(Theme theme);

    /// Shown in place of the plot where there is nothing to draw, with what to do about it; empty shows the plot.
    void setMessage(const QString& message);
    QString message() const { return m_message; }

    /// A quiet sign, after a moment, that a newer picture is on its way; the old one stays.
    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }

    /// Cross-hair at data coordinates; either part may be missing. Drawn on an overlay: cheap.
    virtual void setCrosshair(std::optional<double> x, std::optional<double> y);

    /// The picture without cursor, message or busy sign, in [0, size] in the units above.
    /// The background is filled unless `transparent`. The view itself is as before when it returns.
    /// The painter is a QPainter of QCustomPlot's kind, so that charts reach vector devices undistorted.
    virtual void paintFigure(QCPPainter& painter, const QSize& size, Theme theme, bool transparent) = 0;

    /// What the picture plots, as numbers, to be written beside it; nothing where pictures are all there is.
    virtual std::vector<DataTable> data() const { return {}; }

Q_SIGNALS:
    /// The pointer is at these data coordinates.
    void hovered(double x, double y);
    void hoverLeft();

protected:
    virtual void themeChanged() {}       ///< restyle for theme()
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    class Cover;
    void placeCover();

    QString m_title;
    QString m_message;
    std::optional<Theme> m_ownTheme;
    bool m_busy = false;
    Cover* m_cover = nullptr;
};

} // namespace realuid::widgets
