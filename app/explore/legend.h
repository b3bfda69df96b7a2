// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QWidget>

#include <optional>

namespace realuid::studio
{

/// What the colours mean, as lines of the roles' style in two columns; the one under the pointer is told.
class Legend : public QWidget
{
    Q_OBJECT
public:
    struct Entry {
        widgets::Role role;
        QString words;
    };
    explicit Legend(QList<Entry> entries, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void hovered(std::optional<realuid::widgets::Role> role);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    static constexpr int kColumns = 2;
    int rowHeight() const;
    QRectF cell(int index) const;
    void point(int index);

    QList<Entry> m_entries;
    int m_pointed = -1;
};

} // namespace realuid::studio
