// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tiled_view.h"

#include "widgets/chart_items.h"
#include "widgets/formula.h"
#include "widgets/qcp.h"

#include <algorithm>
#include <cmath>

namespace realuid::widgets
{
namespace
{
constexpr double kGoodShape = 1.35; ///< width to height of a tile that reads well
constexpr int kGap = 8;
constexpr int kCaptionRoom = 8; ///< above and below its letters together

/// The number of columns whose tiles come nearest to a good shape.
int columnsFor(const QSize& size, int count)
{
    int best = 1;
    double least = 1e300;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double shape = (static_cast<double>(size.width()) / columns) / std::max(1.0, static_cast<double>(size.height()) / rows);
        const double off = std::abs(std::log(shape / kGoodShape)) + (rows * columns - count);
        if (off < least) {
            least = off;
            best = columns;
        }
    }
    return best;
}

void paintCaption(QPainter& painter, const QRect& room, const QString& words, const QFont& font)
{
    const Formula caption = Formula::mixed(words);
    const Formula::Size size = caption.size(font);
    caption.paint(painter, {room.center().x() - size.width / 2, room.center().y() + (size.ascent - size.descent) / 2}, font);
}

} // namespace

TiledView::TiledView(QWidget* parent) : PlotView(parent) {}

bool TiledView::captioned() const
{
    return std::any_of(m_tiles.begin(), m_tiles.end(), [](const Tile& tile) { return !tile.caption.isEmpty(); });
}

void TiledView::setTiles(std::vector<Tile> tiles)
{
    for (const Tile& old : m_tiles)
        if (std::none_of(tiles.begin(), tiles.end(), [&](const Tile& tile) { return tile.view == old.view; }))
            old.view->setParent(nullptr);
    m_tiles = std::move(tiles);
    for (const Tile& tile : m_tiles) {
        if (tile.view->parentWidget() != this)
            tile.view->setParent(this);
        tile.view->setMinimumSize(0, 0); // in a low room all tiles are low
        tile.view->lower(); // the message lies over it
        tile.view->show();
    }
    arrange();
    update();
}

std::vector<TiledView::Place> TiledView::places(const QSize& size, int captionHeight) const
{
    std::vector<Place> out;
    const int count = static_cast<int>(m_tiles.size());
    const int columns = columnsFor(size, count);
    const int rows = count == 0 ? 1 : (count + columns - 1) / columns;
    const int width = (size.width() - (columns - 1) * kGap) / columns, height = (size.height() - (rows - 1) * kGap) / rows;
    for (int i = 0; i < count; ++i) {
        const QPoint corner(i % columns * (width + kGap), i / columns * (height + kGap));
        out.push_back({QRect(corner, QSize(width, captionHeight)),
                       QRect(corner + QPoint(0, captionHeight), QSize(width, std::max(1, height - captionHeight)))});
    }
    return out;
}

void TiledView::arrange()
{
    const auto rects = places(size(), captioned() ? fontMetrics().height() + kCaptionRoom : 0);
    for (std::size_t i = 0; i < m_tiles.size(); ++i)
        m_tiles[i].view->setGeometry(rects[i].view);
}

void TiledView::setCrosshair(std::optional<double> x, std::optional<double> y)
{
    for (const Tile& tile : m_tiles)
        tile.view->setCrosshair(x, y);
}

std::vector<DataTable> TiledView::data() const
{
    std::vector<DataTable> tables;
    for (std::size_t i = 0; i < m_tiles.size(); ++i)
        for (DataTable& table : m_tiles[i].view->data()) {
            if (m_tiles.size() > 1)
                table.name = QChar(u'a' + static_cast<char16_t>(i)) + (table.name.isEmpty() ? QString() : u'_' + table.name);
            tables.push_back(std::move(table));
        }
    return tables;
}

void TiledView::paintFigure(QCPPainter& painter, const QSize& size, Theme theme, bool transparent)
{
    const QFont type = chartFont(theme);
    const auto rects = places(size, captioned() ? QFontMetrics(type).height() + kCaptionRoom : 0);
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        painter.save();
        if (captioned()) {
            painter.setPen(surfaces(theme).text);
            paintCaption(painter, rects[i].caption, m_tiles[i].caption, type);
        }
        painter.translate(rects[i].view.topLeft());
        m_tiles[i].view->paintFigure(painter, rects[i].view.size(), theme, transparent);
        painter.restore();
    }
}

void TiledView::paintEvent(QPaintEvent*)
{
    if (!captioned())
        return;
    QPainter painter(this);
    painter.setPen(surfaces(theme()).text);
    const auto rects = places(size(), fontMetrics().height() + kCaptionRoom);
    for (std::size_t i = 0; i < m_tiles.size(); ++i)
        paintCaption(painter, rects[i].caption, m_tiles[i].caption, font());
}

void TiledView::resizeEvent(QResizeEvent* event)
{
    arrange();
    PlotView::resizeEvent(event);
}

} // namespace realuid::widgets
