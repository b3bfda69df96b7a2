// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panel_board.h"

#include "app/shell/texts.h"
#include "widgets/card.h"
#include "widgets/card_grid.h"
#include "widgets/tiled_view.h"

#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace realuid::studio
{
namespace
{
constexpr int kColumns = 2;

QString idOf(const PanelKind& kind) { return QString::fromLatin1(kind.id); }

} // namespace

PanelBoard::PanelBoard(int dimension, QWidget* parent)
    : QWidget(parent), m_dimension(dimension), m_grid(new widgets::CardGrid)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_grid);
    for (const PanelKind& kind : panelKinds())
        if (kind.serves(dimension))
            m_places.push_back({.kind = &kind, .panel = {}, .other = {}, .otherShows = {}});
    connect(m_grid, &widgets::CardGrid::exportRequested, this, [this](widgets::Card* card) {
        const auto place = std::find_if(m_places.begin(), m_places.end(), [card](const Place& each) { return each.card == card; });
        Q_EMIT exportRequested(place->other ? place->tiles : place->panel->view());
    });
    connect(m_grid, &widgets::CardGrid::layoutChanged, this, [this] {
        refresh();
        Q_EMIT layoutChanged();
    });
    connect(m_grid, &widgets::CardGrid::maximisedChanged, this, &PanelBoard::refresh);
}

PanelBoard::~PanelBoard() { m_grid->disconnect(this); }

void PanelBoard::link(ScenePanel& panel)
{
    connect(&panel, &ScenePanel::pointed, this, &PanelBoard::pointed);
    connect(&panel, &ScenePanel::pointerLeft, this, &PanelBoard::pointerLeft);
}

void PanelBoard::make(Place& place)
{
    place.panel = place.kind->make(m_dimension);
    ScenePanel* panel = place.panel.get();
    place.tiles = new widgets::TiledView;
    place.tiles->setTitle(panel->view()->title());
    place.tiles->setTiles({{panel->view()}});
    place.card = new widgets::Card({}, place.tiles);
    place.card->setMovable();
    if (QWidget* controls = panel->makeControls())
        place.card->addRowAbove(controls);
    m_grid->addCard(place.card, idOf(*place.kind));
    link(*panel);
    connect(panel, &ScenePanel::shown, this, [this, index = &place - m_places.data()] {
        ++m_places[static_cast<std::size_t>(index)].pictures;
        Q_EMIT pictureShown();
    });
    connect(panel, &ScenePanel::subtitleChanged, place.card, [card = place.card, panel] { card->setSubtitle(panel->subtitle()); });
    connect(panel, &ScenePanel::edited, this, &PanelBoard::edited);
    connect(panel, &ScenePanel::gestureEnded, this, &PanelBoard::gestureEnded);
    connect(panel, &ScenePanel::chosen, this, &PanelBoard::chosen);
    place.card->setSubtitle(panel->subtitle());
}

void PanelBoard::choose(std::optional<ComponentId> component)
{
    for (Place& place : m_places)
        if (place.seen)
            place.panel->choose(component);
}

bool PanelBoard::beginDrawing(Side side)
{
    return std::any_of(m_places.begin(), m_places.end(), [side](Place& place) { return place.seen && place.panel->beginDrawing(side); });
}

void PanelBoard::addOther(Place& place)
{
    place.other = place.kind->make(m_dimension);
    link(*place.other);
    connect(place.other.get(), &ScenePanel::shown, this, &PanelBoard::pictureShown);
    ScenePanel *panel = place.panel.get(), *other = place.other.get();
    other->takeChoices(*panel);
    connect(panel, &ScenePanel::choicesChanged, other, [panel, other] { other->takeChoices(*panel); });
    connect(other, &ScenePanel::choicesChanged, panel, [panel, other] { panel->takeChoices(*other); });
}

void PanelBoard::removeOther(Place& place)
{
    if (!place.other)
        return;
    const std::unique_ptr<widgets::PlotView> view(place.other->view());
    place.tiles->setTiles({{place.panel->view()}});
    place.other.reset();
    place.otherShows.reset();
    place.panel->shareRanges({});
}

/// The scene, and A at the scene's time; A anew only where something of it changes.
void PanelBoard::tell(Place& place, bool resting)
{
    if (!m_scene)
        return;
    if (m_compared) {
        if (!place.other)
            addOther(place);
        place.other->shareRanges({*m_scene});
        place.panel->shareRanges({*m_compared});
        place.tiles->setTiles({{place.other->view(), QStringLiteral("A:  ") + settingWords(*m_compared)},
                               {place.panel->view(), QStringLiteral("B:  ") + settingWords(*m_scene)}});
        if (resting || place.otherShows != m_compared)
            place.other->setScene(*m_compared, resting);
        place.otherShows = m_compared;
    }
    place.panel->setScene(*m_scene, resting);
}

void PanelBoard::setScene(const Scene& scene, bool resting)
{
    m_scene = scene;
    if (m_compared)
        m_compared->view = scene.view;
    for (Place& place : m_places)
        if (place.seen)
            tell(place, resting);
}

void PanelBoard::setCompared(const std::optional<Scene>& a)
{
    m_compared = a;
    if (m_compared && m_scene)
        m_compared->view = m_scene->view;
    for (Place& place : m_places) {
        if (!a)
            removeOther(place);
        if (place.seen)
            tell(place, true);
    }
}

void PanelBoard::holdRanges(bool held)
{
    for (Place& place : m_places)
        for (ScenePanel* panel : {place.panel.get(), place.other.get()})
            if (panel)
                panel->holdRanges(held);
}

void PanelBoard::setPointer(const Pointer& pointer)
{
    for (Place& place : m_places)
        for (ScenePanel* panel : {place.panel.get(), place.other.get()})
            if (place.seen && panel)
                panel->setPointer(pointer);
}

void PanelBoard::setEmphasis(std::optional<widgets::Role> role)
{
    for (Place& place : m_places)
        for (ScenePanel* panel : {place.panel.get(), place.other.get()})
            if (place.seen && panel)
                panel->setEmphasis(role);
}

void PanelBoard::setLayout(const widgets::CardLayout& layout)
{
    widgets::CardLayout ours = layout;
    for (const QString& id : layout.ids())
        if (const PanelKind* kind = findPanelKind(id); !kind || !kind->serves(m_dimension))
            ours = widgets::without(std::move(ours), id);
    for (Place& place : m_places)
        if (!place.panel && ours.contains(idOf(*place.kind)))
            make(place);
    m_grid->setLayout(ours);
    refresh();
}

const widgets::CardLayout& PanelBoard::layout() const { return m_grid->layout(); }

widgets::CardLayout PanelBoard::defaultLayout() const
{
    QStringList ids;
    for (const Place& place : m_places)
        if (place.kind->shownByDefault)
            ids += idOf(*place.kind);
    return widgets::inColumns(ids, kColumns);
}

/// Panels that come into sight learn the scene.
void PanelBoard::refresh()
{
    for (Place& place : m_places) {
        const bool before = place.seen;
        place.seen = place.card && m_grid->isOnShow(place.card);
        if (place.seen && !before)
            tell(place, true);
    }
}

void PanelBoard::setShown(const PanelKind& kind, bool shown)
{
    if (!kind.serves(m_dimension) || shown == isShown(kind))
        return;
    setLayout(shown ? widgets::with(layout(), idOf(kind)) : widgets::without(layout(), idOf(kind)));
    Q_EMIT layoutChanged();
}

bool PanelBoard::isShown(const PanelKind& kind) const { return layout().contains(idOf(kind)); }

std::vector<widgets::PlotView*> PanelBoard::views() const
{
    std::vector<widgets::PlotView*> views;
    for (const widgets::Card* card : m_grid->cards())
        for (const Place& place : m_places)
            if (place.card == card && isShown(*place.kind))
                views.push_back(place.other ? place.tiles : place.panel->view());
    return views;
}

std::vector<ShownPanel> PanelBoard::shownPanels() const
{
    std::vector<ShownPanel> panels;
    for (const widgets::Card* card : m_grid->cards())
        for (const Place& place : m_places)
            if (place.card == card && isShown(*place.kind))
                panels.push_back({place.panel.get(), place.other.get(), place.other ? place.tiles : place.panel->view()});
    return panels;
}

bool PanelBoard::settled() const
{
    return std::all_of(m_places.begin(), m_places.end(), [](const Place& place) {
        return !place.seen || (place.panel->settled() && (!place.other || place.other->settled()));
    });
}

int PanelBoard::picturesShown() const
{
    int least = std::numeric_limits<int>::max();
    for (const Place& place : m_places)
        if (place.seen)
            least = std::min(least, place.pictures);
    return least;
}

QString settingWords(const Scene& scene)
{
    const Coefficients c = coefficients(scene.loss);
    const auto text = [](const char* letter, double value) {
        return QStringLiteral("$\\%1 = %2$").arg(QLatin1String(letter), toQString(numberText(value)));
    };
    QString words = text("alpha", c.alpha) + QStringLiteral(", ") + text("beta", c.beta);
    if (scene.loss.kind == "general")
        words += QStringLiteral(", ") + text("gamma", c.gamma);
    return words;
}

} // namespace realuid::studio
