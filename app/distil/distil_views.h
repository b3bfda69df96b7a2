// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/distil/game_news.h"

#include <QObject>


namespace realuid::widgets
{
class Card;
class CardGrid;
class CurveView;
class DensityView;
class FieldView;
struct PathBundle;
class TiledView;
class TrajectoryView;
}

namespace realuid::studio
{

/// The cards of a game: samples with their noise, losses, distances, and the fake model's field beside its optimum.
class DistilViews : public QObject
{
    Q_OBJECT
public:
    explicit DistilViews(QObject* parent = nullptr);

    widgets::CardGrid* grid() const { return m_grid; }
    /// `latest` of a game all of which is `log`.
    void show(const GameNews& latest, const GameNews& log);
    void setThreads(bool on); ///< from z to G(z)

Q_SIGNALS:
    void viewChosen(realuid::studio::SampleView view);

private:
    void buildSamples();
    void buildFields();
    void buildCurves();
    void buildRivals();
    void setRivals(const std::vector<game::Contender>& rivals);
    void showRivals(const GameSamples& samples);
    void addView(const GameSamples& samples, std::vector<widgets::PathBundle>& bundles) const;
    void showGap(const GameField& field);
    void append(const GameNews& news);
    void showSamples(const GameSamples& samples, const GameStanding& standing);
    void showField(const GameField& field);
    void showLine(const GameField& field);
    void showPlane(const GameField& field);
    void showEvents(const GameStanding& standing);

    widgets::CardGrid* m_grid = nullptr;
    widgets::TrajectoryView* m_samples = nullptr;
    widgets::CurveView* m_losses = nullptr;
    widgets::CurveView* m_distances = nullptr;
    widgets::CurveView* m_modes = nullptr;
    widgets::CurveView* m_others = nullptr; ///< further distances
    widgets::CurveView* m_race = nullptr;   ///< the game and its rivals, where there are any
    widgets::TiledView* m_raceTile = nullptr;
    widgets::TiledView* m_side = nullptr;   ///< their samples side by side
    widgets::FieldView* m_plane = nullptr;
    widgets::FieldView* m_gap = nullptr;
    widgets::DensityView* m_line = nullptr;
    widgets::Card* m_samplesCard = nullptr;
    widgets::Card* m_fieldCard = nullptr;
    widgets::Card* m_lineCard = nullptr;
    widgets::Card* m_gapCard = nullptr;
    widgets::Card* m_sideCard = nullptr;
    widgets::Card* m_raceCard = nullptr;
    std::vector<game::Contender> m_rivals;
    std::vector<widgets::TrajectoryView*> m_rivalViews; ///< the game's own first
    std::size_t m_events = 0; ///< marked on the curves
    bool m_threads = true;
    GameSamples m_shown;
    GameStanding m_standing;
};

/// "alpha 0.94 → 0.98"
QString eventText(const game::GameEvent& event);

} // namespace realuid::studio
