// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/component_edit.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace realuid::widgets
{
class PlotView;
enum class Role;
}

namespace realuid::studio
{

/// Where the pointer is, in every panel at once; what a panel cannot show it leaves out.
struct Pointer {
    std::optional<double> t, x, y;
    bool operator==(const Pointer&) const = default;
};

/// One way of looking at a scene: a view and what it takes to fill it. Explore shows panels on cards, figures use the same
/// ones without a window; both know them from panelKinds(). A panel whose picture comes from one pure function of the scene
/// is best written as a PicturePanel. GUI thread. The view belongs to whoever shows it and outlives the panel.
class ScenePanel : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// As `--panel` and settings know it: "landscape". The title stands on the view.
    virtual QString id() const = 0;
    virtual widgets::PlotView* view() const = 0;
    /// A few quiet words beside the title, such as "t = 0.70".
    virtual QString subtitle() const { return {}; }
    /// Choices of the panel (which field, which axes), for a row above the view; null where it has none. Made anew by each call.
    virtual QWidget* makeControls() { return nullptr; }

    /// The scene has changed; `resting` is false while it is dragged. Returns at once (2 ms at most): computing belongs
    /// to a Background of the panel's own. A scene that it cannot show it answers with the view's message. Panels that are not
    /// on show are not told; they get the scene at rest when they are again.
    virtual void setScene(const Scene& scene, bool resting) = 0;
    /// The same, computed before it returns, fine enough for print: for figures and animations.
    virtual void render(const Scene& scene) = 0;
    /// Scenes that are shown beside this one or in the same animation: axes and colours are to span them too, so that pictures
    /// can be compared; empty ends that. Takes effect with the next setScene() or render().
    virtual void shareRanges(const std::vector<Scene>&) {}
    /// While something is held in hand: axes and colours stay, even where it pauses.
    virtual void holdRanges(bool) {}
    /// Shows what a panel of the same kind shows: which field, which axes, from where. See choicesChanged().
    virtual void takeChoices(const ScenePanel&) {}
    /// The page fills in `t`: where the pointer's panel has none, the scene's.
    virtual void setPointer(const Pointer&) {}
    virtual void setEmphasis(std::optional<widgets::Role>) {}
    /// Where the panel has handles: takes that component in hand; asks for a drawing of that side, false where it has no room
    /// for one.
    virtual void choose(std::optional<ComponentId>) {}
    virtual bool beginDrawing(Side) { return false; }
    /// True once the view shows the last scene, and that one at rest.
    virtual bool settled() const = 0;

Q_SIGNALS:
    void shown(); ///< a newer picture has reached the view, draft or not
    void pointed(const realuid::studio::Pointer& pointer);
    void pointerLeft();
    /// The user dragged something of the scene in the view; as SceneDocument::edit() takes it.
    void edited(const realuid::Scene& next, const QString& what, const QString& gesture);
    void gestureEnded();
    /// The user took another component in hand, or let it go.
    void chosen(std::optional<realuid::studio::ComponentId> component);
    void subtitleChanged();
    void choicesChanged(); ///< of this panel, by the user
};

/// A panel on a board and, where two settings are compared, the one that shows A; one view for both.
struct ShownPanel {
    ScenePanel* panel = nullptr;
    ScenePanel* other = nullptr;
    widgets::PlotView* view = nullptr;
};

} // namespace realuid::studio
