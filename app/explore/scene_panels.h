// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/frame.h"

#include <QString>

#include <optional>
#include <vector>

class QWidget;

namespace realuid::widgets
{
class DensityView;
class FieldView;
class HeatmapView;
class PlotView;
enum class Role;
}

namespace realuid::studio
{

/// A view with the name that `--panel` and `--list panels` know.
struct Panel {
    QString name; ///< "densities", "distance"
    widgets::PlotView* view = nullptr;
};

/// The views of a scene in one or two dimensions, and how a frame gets into them: for the page and for figures
/// alike. The views belong to `parent` until a card takes them over. GUI thread.
class ScenePanels
{
public:
    /// Names in the order of panels(), the same in both dimensions.
    static const QStringList& names();

    ScenePanels(int dimension, QWidget* parent);

    int dimension() const { return m_dimension; }
    const std::vector<Panel>& panels() const { return m_panels; }

    /// Draws the frame; ranges of values and colours follow it only where `settle` is set or where there are none yet.
    void show(const Frame& frame, bool settle);
    /// The cross-hair of a point under the pointer, in every panel; nothing removes it. In 1-D y is the time.
    void setCrosshair(std::optional<double> x, std::optional<double> y);
    /// The line that marks t; drawn at once, before its frame is there.
    void setTime(double t);
    void setEmphasis(std::optional<widgets::Role> role);

private:
    void label();
    void showLine(const Frame& frame);
    void showPlane(const Frame& frame);
    void settle(const Frame& frame);

    int m_dimension = 1;
    std::vector<Panel> m_panels;
    widgets::DensityView* m_densities = nullptr; ///< 1-D
    widgets::FieldView* m_fields = nullptr;      ///< 2-D
    widgets::HeatmapView* m_distance = nullptr;
    bool m_settled = false;
    double m_distanceMost = 1;
};

} // namespace realuid::studio
