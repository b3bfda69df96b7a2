// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/background.h"
#include "app/explore/frame.h"
#include "app/explore/scene_panel.h"

#include <memory>

namespace realuid::studio
{

/// A panel whose picture comes from one pure function of a request. It keeps axes and colours while something is dragged
/// and fits them to the scene at rest. `Picture` is what the function returns: plain data, made on a worker.
template <class Picture>
class PicturePanel : public ScenePanel
{
public:
    /// `compute` runs on a thread of the panel's own; the scene has passed check().
    using Compute = Picture (*)(const FrameRequest&);
    explicit PicturePanel(Compute compute) : m_compute(compute) {}

    void shareRanges(const std::vector<Scene>& scenes) override { m_beside = scenes; }

    void setScene(const Scene& scene, bool resting) override
    {
        m_settled = false;
        markScene(scene);
        const bool fit = resting || !m_fitted;
        const FrameRequest request = requestOf(scene, resting ? Detail::Full : Detail::Draft, fit);
        m_background.post(
            [this, compute = m_compute, request, fit](std::stop_token) -> Background::Show {
                auto made = std::make_shared<Made>(make(compute, request, fit));
                return [this, made] { take(*made); };
            },
            m_full && !resting ? Background::Newer::Replaces : Background::Newer::Follows);
        m_full = resting;
    }

    void render(const Scene& scene) override
    {
        markScene(scene);
        take(make(m_compute, requestOf(scene, Detail::Print, true), true));
    }

    bool settled() const override { return m_settled && m_background.idle(); }

protected:
    /// Axes and colours for the scene at rest; called before draw().
    virtual void fit(const FrameRequest& request, const SceneRanges& ranges) = 0;
    virtual void draw(const FrameRequest& request, const Picture& picture) = 0;
    /// What can be drawn of a scene without computing, such as the line at t.
    virtual void markScene(const Scene&) {}

private:
    struct Made {
        FrameRequest request;
        Picture picture;
        std::optional<SceneRanges> ranges;
    };

    static Made make(Compute compute, const FrameRequest& request, bool fit)
    {
        return {request, compute(request), fit ? std::optional(rangesOf(request)) : std::nullopt};
    }

    FrameRequest requestOf(const Scene& scene, Detail detail, bool fit)
    {
        if (fit) {
            m_window = windowOf(scene);
            for (const Scene& other : m_beside)
                m_window = united(m_window, windowOf(other));
        }
        return {scene, m_window, detail, m_beside};
    }

    void take(const Made& made)
    {
        if (made.ranges) {
            fit(made.request, *made.ranges);
            m_fitted = true;
        }
        draw(made.request, made.picture);
        m_settled = made.request.detail != Detail::Draft;
        Q_EMIT shown();
    }

    Compute m_compute;
    std::vector<Scene> m_beside;
    Window m_window;
    bool m_fitted = false, m_full = false, m_settled = false;
    Background m_background; ///< last: it ends before what its pictures go into
};

} // namespace realuid::studio
