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

private:
    void buildCurves();
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
    widgets::FieldView* m_plane = nullptr;
    widgets::DensityView* m_line = nullptr;
    widgets::Card* m_samplesCard = nullptr;
    widgets::Card* m_fieldCard = nullptr;
    widgets::Card* m_lineCard = nullptr;
    std::size_t m_events = 0; ///< marked on the curves
    bool m_threads = true;
    GameSamples m_shown;
    GameStanding m_standing;
};

/// "alpha 0.94 → 0.98"
QString eventText(const game::GameEvent& event);

} // namespace realuid::studio
