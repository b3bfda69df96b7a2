// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/error.h"
#include "core/game/plane_game.h"

#include <functional>

/// A game that takes milliseconds, for tests: from about N(0, I) to one Gaussian elsewhere.
namespace realuid::game
{

inline Scene scene(const std::string& kind = "realuid")
{
    Scene s;
    s.real = gaussian({1.5, -1}, {0.3, 0.1, 0.1, 0.2});
    s.generated = gaussian({0, 0}, {1, 0, 0, 1});
    s.loss.kind = kind;
    return s;
}

inline GameSettings settings()
{
    GameSettings s;
    s.steps = 1200;
    s.lr = s.lrGenerator = 2e-3;
    s.lrEnd = 0.1;
    s.inputScale = 1;
    s.emaDecay = 0.9;
    s.batch = 100; // two slices, the blocks of unequal length
    s.width = 24;
    s.depth = 2;
    s.threads = 1;
    return s;
}

inline void play(PlaneGame<float>& game, int updates)
{
    for (int i = 0; i < updates; ++i)
        game.advance();
}

inline ErrorKind kindOf(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& error) {
        return error.kind();
    }
    return ErrorKind::Other;
}

} // namespace realuid::game
