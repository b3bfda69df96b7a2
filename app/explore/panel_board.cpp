// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panel_board.h"

#include "widgets/card.h"
#include "widgets/card_grid.h"
#include "widgets/plot_view.h"

#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace realuid::studio
{

PanelBoard::PanelBoard(int dimension, QWidget* parent)
    : QWidget(parent), m_dimension(dimension), m_grid(new widgets::CardGrid)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_grid);
    connect(m_grid, &widgets::CardGrid::exportRequested, this,
            [this](widgets::Card* card) { Q_EMIT exportRequested(card->plotView()); });
    for (const PanelKind& kind : panelKinds())
        if (kind.serves(dimension))
            m_places.push_back({.kind = &kind, .panel = {}});
}

PanelBoard::~PanelBoard() = default;

void PanelBoard::make(Place& place)
{
    place.panel = place.kind->make(m_dimension);
    ScenePanel* panel = place.panel.get();
    place.card = new widgets::Card({}, panel->view());
    widgets::Card* card = place.card;
    if (QWidget* controls = panel->makeControls())
        card->addRowAbove(controls);
    m_grid->addCard(card);
    const auto index = static_cast<std::size_t>(&place - m_places.data());
    connect(panel, &ScenePanel::shown, this, [this, index] {
        ++m_places[index].pictures;
        Q_EMIT pictureShown();
    });
    connect(panel, &ScenePanel::subtitleChanged, card, [card, panel] { card->setSubtitle(panel->subtitle()); });
    connect(panel, &ScenePanel::pointed, this, &PanelBoard::pointed);
    connect(panel, &ScenePanel::pointerLeft, this, &PanelBoard::pointerLeft);
    connect(panel, &ScenePanel::edited, this, &PanelBoard::edited);
    connect(panel, &ScenePanel::gestureEnded, this, &PanelBoard::gestureEnded);
    connect(panel, &ScenePanel::chosen, this, &PanelBoard::chosen);
    card->setSubtitle(panel->subtitle());
}

void PanelBoard::choose(std::optional<ComponentId> component)
{
    for (Place& place : m_places)
        if (place.shown)
            place.panel->choose(component);
}

bool PanelBoard::beginDrawing(Side side)
{
    return std::any_of(m_places.begin(), m_places.end(), [side](Place& place) { return place.shown && place.panel->beginDrawing(side); });
}

PanelBoard::Place* PanelBoard::placeOf(const PanelKind& kind)
{
    const auto found = std::find_if(m_places.begin(), m_places.end(), [&](const Place& place) { return place.kind == &kind; });
    return found == m_places.end() ? nullptr : &*found;
}

void PanelBoard::setScene(const Scene& scene, bool resting)
{
    m_scene = scene;
    for (Place& place : m_places)
        if (place.shown)
            place.panel->setScene(scene, resting);
}

void PanelBoard::setPointer(const Pointer& pointer)
{
    for (Place& place : m_places)
        if (place.shown)
            place.panel->setPointer(pointer);
}

void PanelBoard::setEmphasis(std::optional<widgets::Role> role)
{
    for (Place& place : m_places)
        if (place.shown)
            place.panel->setEmphasis(role);
}

void PanelBoard::setShown(const PanelKind& kind, bool shown)
{
    Place* place = placeOf(kind);
    if (!place || place->shown == shown)
        return;
    place->shown = shown;
    if (!place->panel)
        make(*place);
    m_grid->setCardShown(place->card, shown);
    if (shown)
        place->panel->setScene(m_scene, true);
    Q_EMIT shownChanged();
}

bool PanelBoard::isShown(const PanelKind& kind) const
{
    return std::any_of(m_places.begin(), m_places.end(), [&](const Place& place) { return place.kind == &kind && place.shown; });
}

std::vector<widgets::PlotView*> PanelBoard::views() const
{
    std::vector<widgets::PlotView*> views;
    for (const widgets::Card* card : m_grid->cards())
        if (m_grid->isCardShown(card))
            views.push_back(card->plotView());
    return views;
}

std::vector<ScenePanel*> PanelBoard::shownPanels() const
{
    std::vector<ScenePanel*> panels;
    for (const widgets::PlotView* view : views())
        for (const Place& place : m_places)
            if (place.panel && place.panel->view() == view)
                panels.push_back(place.panel.get());
    return panels;
}

bool PanelBoard::settled() const
{
    return std::all_of(m_places.begin(), m_places.end(), [](const Place& place) { return !place.shown || place.panel->settled(); });
}

int PanelBoard::picturesShown() const
{
    int least = std::numeric_limits<int>::max();
    for (const Place& place : m_places)
        if (place.shown)
            least = std::min(least, place.pictures);
    return least;
}

} // namespace realuid::studio
