// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart_view.h"
#include "widgets/color_map.h"
#include "widgets/contours.h"

namespace realuid::widgets
{

class PointHandle;

/// A number measured at a setting of two coefficients; NaN where there is none, which is shown as a dash.
struct Score {
    QPointF at;
    double value = 0;
};

/// All settings with one ratio y / x.
struct ScoreRay {
    double slope = 1;
    QString label; ///< stands where the ray leaves the map
    Qt::PenStyle line = Qt::SolidLine;
};

/// A plane of two coefficients with measured scores as labelled, coloured chips, a colour bar, rays through the origin, an area
/// that is recommended, a named point, a limit, contour lines beneath, and one point that is set with mouse and keys.
/// Texts as Formula::mixed() reads them.
class ScoreMap : public ChartView
{
    Q_OBJECT
public:
    explicit ScoreMap(QWidget* parent = nullptr);
    ~ScoreMap() override;

    void setAxisLabels(const QString& x, const QString& y, const QString& quantity);
    void setRanges(AxisRange x, AxisRange y);
    void setScores(std::vector<Score> scores, const ColorScale& scale);
    void setRays(std::vector<ScoreRay> rays, const QString& heading);
    void setBand(const QPolygonF& band, const QString& label);
    /// Past x = limit there is nothing to set. With a label the limit itself is one to keep off.
    void setLimit(double limit, const QString& label);
    void setNamedPoint(QPointF at, const QString& label);
    void setContours(std::vector<Contour> lines);
    /// Two lines above the map.
    void setReadOut(const QString& first, const QString& second);
    QString readOut() const; ///< plain text
    /// The point that is set; wishes come from handle().
    void setOperatingPoint(QPointF at);
    QPointF operatingPoint() const;
    PointHandle& handle() const;

    /// The score whose chip or dot is at these data coordinates; null where none is.
    const Score* scoreAt(double x, double y) const;
    /// The score of exactly this setting.
    const Score* scoreOf(QPointF at) const;
    std::vector<DataTable> data() const override; ///< scores, contours, the operating point
    bool showsNumbers() const; ///< there is room for chips
    /// Pixels of the view.
    QPointF pixelOf(QPointF at) const;
    /// Where labels stand, in pixels of the view, after painting: none overlaps another.
    std::vector<QRectF> labelPlaces() const;

protected:
    void style(Theme theme) override;
    void arrange() override;

private:
    struct Parts;
    void arrangeRays();
    void arrangeLimit();
    void arrangeName();
    void arrangeBand();
    std::unique_ptr<Parts> m_parts;
};

} // namespace realuid::widgets
