// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace realuid::widgets
{

struct NumberRow {
    QString name;  ///< as Formula::mixed() reads it
    QString value; ///< ready to show; a leading hyphen becomes a true minus
    QString toolTip = {};
};

/// Names at the left, figures of equal width at the right, a thin rule between rows.
class NumberTable : public QWidget
{
    Q_OBJECT
public:
    explicit NumberTable(QWidget* parent = nullptr);
    void setRows(std::vector<NumberRow> rows);
    const std::vector<NumberRow>& rows() const { return m_rows; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    int rowHeight() const;

    std::vector<NumberRow> m_rows;
};

/// `value` with so many digits after the point and a true minus; "–" for NaN.
QString shownNumber(double value, int decimals);
/// With so many significant digits; powers of ten as "3.0 × 10⁻⁵" where that is shorter.
QString shownSignificant(double value, int digits = 4);

} // namespace realuid::widgets
