// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot_view.h"
#include "widgets/surface_axes.h"

#include <memory>

namespace realuid::widgets
{

/// Values on a regular grid as a surface that one turns: height and colour both say the value on one scale, level lines run
/// over it, axes carry their names on the edges at the front. A drag turns, arrow keys turn (Shift: finer), + and - and the
/// wheel on focus go nearer and farther, Home goes back. While it moves it is drawn coarsely, at rest smoothly; figures on
/// vector devices are polygons. A new surface from the same side is drawn by a worker: until it is there the older one stays.
class SurfaceView : public PlotView
{
    Q_OBJECT
public:
    explicit SurfaceView(QWidget* parent = nullptr);
    ~SurfaceView() override;

    /// Heights are places on `scale`. The lines are the caller's, from contours() on the same grid.
    void setSurface(const Grid& grid, const ColorScale& scale, std::vector<Contour> lines = {});
    /// As Formula::mixed() reads them; `quantity` names the height.
    void setAxisLabels(const QString& x, const QString& y, const QString& quantity);
    /// A line over the surface: Horizontal at y = value, Vertical at x = value; nothing removes it.
    void setMarkerLine(Qt::Orientation orientation, std::optional<double> value);
    void setCrosshair(std::optional<double> x, std::optional<double> y) override;
    /// No worker is about to bring a newer surface.
    bool settled() const;

    Orbit orbit() const;
    void setOrbit(const Orbit& orbit); ///< turned() is not told

    void paintFigure(QCPPainter& painter, const QSize& size, Theme theme, bool transparent) override;
    std::vector<DataTable> data() const override;

Q_SIGNALS:
    void turned();   ///< by the user
    void pictured(); ///< a newer surface has been painted, or will be with the next painting

protected:
    void themeChanged() override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Parts;
    void turn(const Orbit& orbit);
    void paintAnew();
    void makeBehind();
    void tell();
    void refine();
    void hover(QPointF at);

    std::unique_ptr<Parts> m_parts;
};

} // namespace realuid::widgets
