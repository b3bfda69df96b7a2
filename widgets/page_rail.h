// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/icons.h"

#include <QWidget>

#include <vector>

class QAbstractButton;
class QButtonGroup;
class QVBoxLayout;

namespace realuid::widgets
{

/// The pages, on the left edge: picture above word. Up and Down move, Alt+number goes to a page.
class PageRail : public QWidget
{
    Q_OBJECT
public:
    explicit PageRail(QWidget* parent = nullptr);

    /// Returns the page's number, from 0; the first page is the current one.
    int addPage(Icon icon, const QString& title, const QString& toolTip = {});
    int current() const;
    void setCurrent(int index); ///< without a signal
    int count() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(int index);

    QButtonGroup* m_group = nullptr;
    QVBoxLayout* m_layout = nullptr;
};

} // namespace realuid::widgets
