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

/// After the paper's Figure 3 (section A.1.2): the distance surface l(t, x) of one pair of 1-D distributions for the four cases
/// that it discusses, (1, 1), alpha = beta < 1, beta > alpha and beta < alpha, on one colour scale. The text at hand lost the
/// numbers of the pairs and of the Gaussians, and how the panels stand: these are chosen here, which the panel says too. The
/// scene's own coefficients are not used.
class Figure3Panel : public PicturePanel<std::array<DistancePicture, 4>>
{
    Q_OBJECT
public:
    struct Pair {
        double alpha, beta;
    };
    static constexpr std::array<Pair, 4> kPairs{{{1, 1}, {0.5, 0.5}, {0.5, 0.9}, {0.9, 0.5}}};
    Figure3Panel();

    QString id() const override { return QStringLiteral("figure3"); }
    widgets::PlotView* view() const override;
    QString subtitle() const override { return QStringLiteral("l(t, x)"); }
    QWidget* makeControls() override; ///< none: what is the paper's and what is not
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
