// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/panels/panel_list.h"

#include <QWidget>

#include <vector>

namespace realuid::widgets
{
class Card;
class CardGrid;
}

namespace realuid::studio
{

/// The cards in the middle of Explore for scenes of one dimension. Panels are made when they are first shown, linked by one
/// pointer, and told of the scene only while they are on show. GUI thread.
class PanelBoard : public QWidget
{
    Q_OBJECT
public:
    explicit PanelBoard(int dimension, QWidget* parent = nullptr);
    ~PanelBoard() override;

    void setScene(const Scene& scene, bool resting);
    void setPointer(const Pointer& pointer);
    void setEmphasis(std::optional<widgets::Role> role);

    void choose(std::optional<ComponentId> component);
    /// False where no panel on show can be drawn on.
    bool beginDrawing(Side side);

    void setShown(const PanelKind& kind, bool shown);
    bool isShown(const PanelKind& kind) const;

    /// The views on show, in the order of the cards.
    std::vector<widgets::PlotView*> views() const;
    /// Their panels, in the same order.
    std::vector<ScenePanel*> shownPanels() const;
    /// True once every panel on show has the scene at rest.
    bool settled() const;
    /// Pictures of the panel on show that has shown the fewest, for measurements.
    int picturesShown() const;

Q_SIGNALS:
    void pictureShown();
    void shownChanged();
    void pointed(const realuid::studio::Pointer& pointer);
    void pointerLeft();
    void edited(const realuid::Scene& next, const QString& what, const QString& gesture);
    void gestureEnded();
    void chosen(std::optional<realuid::studio::ComponentId> component);
    void exportRequested(realuid::widgets::PlotView* view);

private:
    struct Place {
        const PanelKind* kind = nullptr;
        std::unique_ptr<ScenePanel> panel;
        widgets::Card* card = nullptr; ///< owned by the grid
        bool shown = false;
        int pictures = 0;
    };
    void make(Place& place);
    Place* placeOf(const PanelKind& kind);

    int m_dimension = 1;
    widgets::CardGrid* m_grid = nullptr;
    std::vector<Place> m_places; ///< one a kind that serves the dimension
    Scene m_scene;
};

} // namespace realuid::studio
