// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/frame.h"
#include "app/explore/scene_panel.h"
#include "widgets/background.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

namespace realuid::studio
{

/// A panel whose picture comes from one pure function of a request. It keeps axes and colours while something is dragged
/// and fits them to the scene at rest. `Picture` is what the function returns: plain data, made on a worker.
template <class Picture>
class PicturePanel : public ScenePanel
{
public:
    /// Runs on a thread of the panel's own; the scene has passed check(). Asked to stop, it returns what it has.
    using Compute = std::function<Picture(const FrameRequest&, std::stop_token)>;
    explicit PicturePanel(Compute compute) : m_compute(std::move(compute)) {}
    explicit PicturePanel(Picture (*compute)(const FrameRequest&))
        : m_compute([compute](const FrameRequest& request, std::stop_token) { return compute(request); })
    {
    }

    void shareRanges(const std::vector<Scene>& scenes) override { m_beside = scenes; }
    void holdRanges(bool held) override { m_held = held; }

    void setScene(const Scene& scene, bool resting) override
    {
        markScene(scene);
        m_last = scene;
        post(resting, (resting && !m_held) || !m_fitted);
    }

    void render(const Scene& scene) override
    {
        markScene(scene);
        take(make(m_compute, requestOf(scene, Detail::Print, true), true, {}));
    }

    bool settled() const override { return m_settled && m_background.idle(); }

protected:
    /// For another choice of the panel: the scene shown is computed anew, axes stay.
    void setCompute(Compute compute)
    {
        m_compute = std::move(compute);
        if (m_last)
            post(true, !m_fitted);
    }
    /// Axes and colours for the scene at rest; called before draw().
    virtual void fit(const FrameRequest& request, const SceneRanges& ranges) = 0;
    virtual void draw(const FrameRequest& request, const Picture& picture) = 0;
    /// What can be drawn of a scene without computing, such as the line at t.
    virtual void markScene(const Scene&) {}
    /// False where the view tells by itself that a picture has reached it.
    virtual bool shownByDrawing() const { return true; }

private:
    struct Made {
        FrameRequest request;
        Picture picture;
        std::optional<SceneRanges> ranges;
    };

    void post(bool resting, bool fit)
    {
        m_settled = false;
        const FrameRequest request = requestOf(*m_last, resting ? Detail::Full : Detail::Draft, fit);
        m_background.post(
            [this, compute = m_compute, request, fit](std::stop_token stop) -> widgets::Background::Show {
                auto made = std::make_shared<Made>(make(compute, request, fit, stop));
                return [this, made] { take(*made); };
            },
            m_full && !resting ? widgets::Background::Newer::Replaces : widgets::Background::Newer::Follows);
        m_full = resting;
    }

    static Made make(const Compute& compute, const FrameRequest& request, bool fit, std::stop_token stop)
    {
        return {request, compute(request, std::move(stop)), fit ? std::optional(rangesOf(request)) : std::nullopt};
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
        m_settled = made.request.detail != Detail::Draft;
        draw(made.request, made.picture);
        if (shownByDrawing())
            Q_EMIT shown();
    }

    Compute m_compute;
    std::vector<Scene> m_beside;
    std::optional<Scene> m_last;
    Window m_window;
    bool m_held = false, m_fitted = false, m_full = false, m_settled = false;
    widgets::Background m_background; ///< last: it ends before what its pictures go into
};

} // namespace realuid::studio
