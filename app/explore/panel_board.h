// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/panels/panel_list.h"
#include "widgets/card_layout.h"

#include <QWidget>

#include <vector>

namespace realuid::widgets
{
class Card;
class CardGrid;
class TiledView;
}

namespace realuid::studio
{

/// The cards in the middle of Explore for scenes of one dimension. Panels are made when they are first shown, linked by one
/// pointer, and told of the scene only while they can be seen. Beside the scene, each can show another one that stays as it
/// is, on the same axes and at the same time. GUI thread.
class PanelBoard : public QWidget
{
    Q_OBJECT
public:
    explicit PanelBoard(int dimension, QWidget* parent = nullptr);
    ~PanelBoard() override;

    void setScene(const Scene& scene, bool resting);
    void holdRanges(bool held); ///< see ScenePanel
    void setPointer(const Pointer& pointer);
    void setEmphasis(std::optional<widgets::Role> role);

    void choose(std::optional<ComponentId> component);
    /// False where no panel on show can be drawn on.
    bool beginDrawing(Side side);

    /// Shows A beside the scene, in every panel; none ends that.
    void setCompared(const std::optional<Scene>& a);

    /// Which panels are where; ids that do not serve the dimension are left out.
    void setLayout(const widgets::CardLayout& layout);
    const widgets::CardLayout& layout() const;
    widgets::CardLayout defaultLayout() const;
    void setShown(const PanelKind& kind, bool shown);
    bool isShown(const PanelKind& kind) const;

    /// The views on the board, in the order of the cards.
    std::vector<widgets::PlotView*> views() const;
    /// The panels on the board, in the same order.
    std::vector<ShownPanel> shownPanels() const;
    /// True once every panel that can be seen has the scene at rest.
    bool settled() const;
    /// Pictures of the panel that has shown the fewest of those that can be seen, for measurements.
    int picturesShown() const;

Q_SIGNALS:
    void pictureShown();
    void layoutChanged(); ///< by the user or setShown()
    void pointed(const realuid::studio::Pointer& pointer);
    void pointerLeft();
    void edited(const realuid::Scene& next, const QString& what, const QString& gesture);
    void gestureEnded();
    void chosen(std::optional<realuid::studio::ComponentId> component);
    void exportRequested(realuid::widgets::PlotView* view);

private:
    struct Place {
        const PanelKind* kind = nullptr;
        std::unique_ptr<ScenePanel> panel; ///< none until first shown
        std::unique_ptr<ScenePanel> other; ///< of A, while there is one and the place has been seen with it
        widgets::Card* card = nullptr;     ///< owned by the grid
        widgets::TiledView* tiles = nullptr;
        std::optional<Scene> otherShows;
        bool seen = false; ///< on the board and not behind a maximised card
        int pictures = 0;
    };
    void make(Place& place);
    void addOther(Place& place);
    void removeOther(Place& place);
    void link(ScenePanel& panel);
    void refresh();
    void tell(Place& place, bool resting);

    int m_dimension = 1;
    widgets::CardGrid* m_grid = nullptr;
    std::vector<Place> m_places; ///< one a kind that serves the dimension
    std::optional<Scene> m_scene; ///< none before the first
    std::optional<Scene> m_compared;
};

/// "$\alpha = 0.94$, $\beta = 0.96$", as Formula::mixed() reads it; gamma or the objective where they matter.
QString settingWords(const Scene& scene);

} // namespace realuid::studio
