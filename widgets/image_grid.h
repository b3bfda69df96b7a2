// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/snapshot.h"
#include "widgets/plot_view.h"

#include <QImage>

namespace realuid::widgets
{

/// A sheet of samples, as large as fits: whole multiples of pixels stay crisp. Click or arrow keys choose a picture,
/// Escape chooses none, Return or a double click opens it.
class ImageGrid : public PlotView
{
    Q_OBJECT
public:
    explicit ImageGrid(QWidget* parent = nullptr);

    /// The choice stays where the sheet has as many pictures as before.
    void setSheet(const ImageSheet& sheet);
    void clear();
    /// Row-major number of the chosen picture; -1 where none is.
    int selected() const { return m_selected; }
    void setSelected(int index);
    /// One picture in its own pixels; null for a number that is not there.
    QImage picture(int index) const;
    /// Where a picture is shown, in widget coordinates.
    QRectF pictureRect(int index) const;

    void paintFigure(QCPPainter& painter, const QSize& size, Theme theme, bool transparent) override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void selectionChanged(int index);
    void opened(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void themeChanged() override;

private:
    int count() const { return m_columns * m_rows; }
    int indexAt(QPointF position) const;
    QRectF sheetRect(QRectF room) const;
    void paintSheet(QPainter& painter, const QRectF& target) const;

    QImage m_image;
    QString m_label;
    int m_columns = 0, m_rows = 0, m_side = 0;
    int m_selected = -1;
};

} // namespace realuid::widgets
