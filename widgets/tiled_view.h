// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot_view.h"

#include <vector>

namespace realuid::widgets
{

/// Several views as one, in equal tiles, each under a caption: on a card, and in one figure file. How many stand side by
/// side follows from the shape of the room.
class TiledView : public PlotView
{
    Q_OBJECT
public:
    struct Tile {
        PlotView* view = nullptr;
        QString caption = {}; ///< as Formula::mixed() reads it; where all are empty there is no room for them
    };
    explicit TiledView(QWidget* parent = nullptr);

    /// Takes the views over. Those that were tiles and are no more are the caller's again, without a parent.
    void setTiles(std::vector<Tile> tiles);
    const std::vector<Tile>& tiles() const { return m_tiles; }

    void setCrosshair(std::optional<double> x, std::optional<double> y) override; ///< in every tile
    /// Of every tile; where there are several, names begin with a_, b_, c_ ... in their order.
    std::vector<DataTable> data() const override;
    void paintFigure(QCPPainter& painter, const QSize& size, Theme theme, bool transparent) override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Place {
        QRect caption, view;
    };
    std::vector<Place> places(const QSize& size, int captionHeight) const;
    bool captioned() const;
    void arrange();

    std::vector<Tile> m_tiles;
};

} // namespace realuid::widgets
