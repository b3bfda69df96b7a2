// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace realuid::widgets
{

class PlotView;

/// A frame with title, quiet subtitle and two buttons around one view. A CardGrid answers maximiseToggled().
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

    /// What the button shows; the grid calls it.
    void setMaximised(bool on);
    bool isMaximised() const { return m_maximised; }

Q_SIGNALS:
    void maximiseToggled(bool on);
    void exportRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_view = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_subtitle = nullptr;
    QHBoxLayout* m_heading = nullptr;
    QVBoxLayout* m_rows = nullptr;
    QToolButton* m_maximise = nullptr;
    bool m_maximised = false;
};

} // namespace realuid::widgets
