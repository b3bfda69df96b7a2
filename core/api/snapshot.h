// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// Plain values that a training run sends to whoever watches it. Copied or moved between threads, never shared.
namespace realuid
{

enum class Player { Teacher, Fake, Generator };

/// "teacher", "fake" or "generator": the `kind` of a line in metrics.jsonl.
inline const char* name(Player player)
{
    return player == Player::Teacher ? "teacher" : player == Player::Fake ? "fake" : "generator";
}

/// One update: one line of metrics.jsonl. Losses are what the update minimised.
struct UpdateRecord {
    std::int64_t step = 0; ///< updates made so far, this one included; the first update is 1
    Player player = Player::Fake;
    double loss = 0;     ///< sum over pixels, mean over the batch
    double gradNorm = 0; ///< of all gradients together, before clipping
    double lr = 0;
    double imagesPerSecond = 0;
};

/// Samples laid out as a grid of equal pictures, 8-bit RGB, row-major, without gaps.
struct ImageSheet {
    std::int64_t step = 0;
    std::string label; ///< whose samples: "gen", "ema0.999", "teacher"
    int columns = 0, rows = 0;
    int side = 0; ///< of one picture, pixels
    std::vector<std::uint8_t> rgb; ///< (rows side) x (columns side) x 3

    int width() const { return columns * side; }
    int height() const { return rows * side; }
};

/// A parameter that became another in the middle of a run; values as valueText() writes them.
struct ChangedParameter {
    std::string id, from, to;
    bool operator==(const ChangedParameter&) const = default;
};

/// An average's distance from the real data by the built-in features: it tells how a run goes, and is no FID of the field.
struct TrackRecord {
    std::int64_t step = 0;
    std::string label; ///< "ema0.999"
    double proxyFid = 0;
    bool best = false; ///< of this average so far in the run
};

/// Where a run stands.
struct Progress {
    std::int64_t step = 0;  ///< updates made, of either player
    std::int64_t steps = 0; ///< updates asked for
    double updatesPerSecond = 0; ///< smoothed over the last updates; 0 until known
    double secondsLeft = 0;      ///< estimate; 0 until known
};

} // namespace realuid
