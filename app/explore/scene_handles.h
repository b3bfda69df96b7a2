// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/component_edit.h"
#include "app/explore/freehand.h"

#include <QObject>
#include <QString>

#include <optional>

class QBoxLayout;
class QFrame;
class QLabel;

namespace realuid::widgets
{
class ChartView;
class HandleOverlay;
struct Handle;
struct HandleOutline;
}

namespace realuid::studio
{

/// Handles of both distributions' components over a view, and what dragging them makes of the scene: in the plane
/// ellipses of one standard deviation, on the line brackets. They stand where the data are (t = 1), whatever the time
/// of the picture. Of what was drawn, or has more than kMostHandles components, the whole has handles instead.
/// GUI thread.
class SceneHandles : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t kMostHandles = 40;

    /// Over area 0 of the view, which they belong to.
    explicit SceneHandles(widgets::ChartView& view);

    void setScene(const Scene& scene);
    void choose(std::optional<ComponentId> component); ///< without a signal

    /// Turns the view into a sheet of paper for that side until one finishes or gives up. Each stroke is shown at once.
    void beginDrawing(Side side);
    bool isDrawing() const { return m_drawing.has_value(); }

    widgets::HandleOverlay& overlay() { return *m_overlay; }

Q_SIGNALS:
    void edited(const realuid::Scene& next, const QString& what, const QString& gesture); ///< as SceneDocument::edit()
    void gestureEnded();
    void chosen(std::optional<realuid::studio::ComponentId> component);

private:
    struct Drawing {
        Side side = Side::Generated;
        Freehand hand;
        Scene before;
    };
    void connectOverlay();
    void buildBar();
    void placeBar();
    void placeHandles();
    void addHandles(Side side, int index, std::vector<widgets::Handle>& handles, std::vector<widgets::HandleOutline>& outlines);
    Component shape(ComponentId id) const;
    Scene withShape(ComponentId id, const Component& shape) const;
    void drag(int id, QPointF to);
    void nudge(int id, QPointF steps);
    void weigh(int group, double steps);
    void remove(int group);
    void add(QPointF at);
    void cancel();
    void paint(QPointF at, bool begins);
    void endDrawing(bool keep);
    void apply(ComponentId id, const Component& next, const QString& what);

    widgets::ChartView& m_view;
    widgets::HandleOverlay* m_overlay = nullptr;
    Scene m_scene;
    std::optional<Scene> m_start; ///< when the gesture began
    double m_angle = 0;           ///< which axis of the ellipse in hand comes first
    std::optional<Drawing> m_drawing;
    QBoxLayout* m_barLayout = nullptr;
    QFrame* m_bar = nullptr; ///< while one draws
    QLabel* m_barText = nullptr;
};

} // namespace realuid::studio
