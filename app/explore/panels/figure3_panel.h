// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/panels/picture_panel.h"

#include <array>

namespace realuid::widgets
{
class HeatmapView;
class TiledView;
}

namespace realuid::studio
{

/// The paper's Figure 3: the distance surface l(t, x) of one pair of 1-D distributions for four pairs (alpha, beta), on one
/// colour scale. The extracted text lost the pairs' numbers; these stand for the four cases that it discusses: (1, 1),
/// alpha = beta < 1, beta > alpha, beta < alpha. The scene's own coefficients are not used.
class Figure3Panel : public PicturePanel<std::array<DistancePicture, 4>>
{
public:
    struct Pair {
        double alpha, beta;
    };
    static constexpr std::array<Pair, 4> kPairs{{{1, 1}, {0.5, 0.5}, {0.5, 0.9}, {0.9, 0.5}}};
    Figure3Panel();

    QString id() const override { return QStringLiteral("figure3"); }
    widgets::PlotView* view() const override;
    QString subtitle() const override { return QStringLiteral("l(t, x)"); }
    void shareRanges(const std::vector<Scene>& scenes) override;
    void setScene(const Scene& scene, bool resting) override; ///< computes nothing where only loss or time are new
    void setPointer(const Pointer& pointer) override;

protected:
    void fit(const FrameRequest& request, const SceneRanges& ranges) override;
    void draw(const FrameRequest& request, const std::array<DistancePicture, 4>& pictures) override;
    void markScene(const Scene& scene) override;

private:
    widgets::TiledView* m_view = nullptr;
    std::array<widgets::HeatmapView*, 4> m_maps{};
    std::optional<Scene> m_shown; ///< without loss and time, which do not matter
    std::vector<Scene> m_beside;  ///< the same
    bool m_shownRests = false;
    double m_time = -1; ///< that the lines mark
    double m_most = 0; ///< of the colours; 0 = to be taken from the next pictures
};

} // namespace realuid::studio
