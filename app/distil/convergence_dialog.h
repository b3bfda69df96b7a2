// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/distil/distil_form.h"
#include "core/game/convergence.h"
#include "widgets/mailbox.h"

#include <QDialog>

#include <thread>

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace realuid::widgets
{
class BandView;
class NumberTable;
}

namespace realuid::studio
{

/// How fast objectives come near the data, over seeds: plays them in lock step on a thread of its own and shows the curves as
/// they grow, with progress, remaining time and a way to stop. The setup's own objective and its rivals; where it has none,
/// data-free UID and its own with a GAN, as in the paper's Figure 2.
class ConvergenceDialog : public QDialog
{
    Q_OBJECT
public:
    /// `setup` must have passed check().
    explicit ConvergenceDialog(const DistilSetup& setup, QWidget* parent = nullptr);
    ~ConvergenceDialog() override;

    /// What is told of a comparison on its way. A plain value.
    struct News {
        std::int64_t done = 0, total = 1;
        double seconds = 0;
        std::vector<std::vector<game::SpreadAt>> curves; ///< a contender each
        std::vector<game::Spread> arrivals;
        bool ended = false;
        QString problem;
    };

    static std::vector<game::Contender> contendersOf(const DistilSetup& setup);
    bool isPlaying() const { return m_playing; }

public Q_SLOTS:
    void startOrStop();

private:
    void build();
    void play(std::stop_token stop, std::int64_t seeds, double reach);
    void take(const News& news);
    void exportFigure();

    DistilSetup m_setup;
    std::vector<game::Contender> m_contenders;
    widgets::BandView* m_view = nullptr;
    widgets::NumberTable* m_numbers = nullptr;
    QSpinBox* m_seeds = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_state = nullptr;
    QPushButton *m_start = nullptr, *m_export = nullptr;
    bool m_playing = false;
    widgets::Mailbox m_letters;
    std::jthread m_thread; ///< last: it ends before what it tells
};

} // namespace realuid::studio
