// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <optional>

class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace realuid::widgets
{

class PlotView;

/// A frame with title, quiet subtitle and buttons around one view. A CardGrid answers what they and the mouse ask for.
class Card : public QFrame
{
    Q_OBJECT
public:
    /// Takes the view over; a PlotView lends its title where `title` is empty, other widgets have no export button.
    Card(const QString& title, QWidget* view, QWidget* parent = nullptr);

    QString title() const;
    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle);
    QWidget* view() const { return m_view; }
    PlotView* plotView() const; ///< null where the view is none

    /// A widget in the heading row, left of the buttons, such as a switch between scales.
    void addHeadingWidget(QWidget* widget);
    /// A widget in a row of its own between heading and view, or below the view.
    void addRowAbove(QWidget* widget);
    void addRowBelow(QWidget* widget);

    /// What can be done with a card on its grid.
    enum class Arrangement { Left, Right, Up, Down, Wider, Narrower, Taller, Lower, Float, Close };
    /// Adds a menu of arrangements, with Alt+Shift and the arrow keys for moves, and lets the heading be dragged.
    void setMovable();

    /// What the buttons show; the grid calls both.
    void setMaximised(bool on);
    bool isMaximised() const { return m_maximised; }
    void setFloating(bool on);

Q_SIGNALS:
    void maximiseToggled(bool on);
    void exportRequested();
    void arrangementAsked(realuid::widgets::Card::Arrangement what);
    void dragged(QPoint global); ///< by its heading
    void dropped(QPoint global);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QWidget* m_view = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_subtitle = nullptr;
    QHBoxLayout* m_heading = nullptr;
    QVBoxLayout* m_rows = nullptr;
    QToolButton* m_maximise = nullptr;
    QMenu* m_menu = nullptr; ///< of arrangements; null where it stays in its place
    QAction* m_float = nullptr;
    std::optional<QPoint> m_pressed; ///< on the heading
    bool m_dragging = false;
    bool m_maximised = false;
};

} // namespace realuid::widgets
