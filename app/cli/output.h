// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/observer.h"
#include "core/io/json.h"

#include <array>
#include <chrono>
#include <optional>
#include <string>

/// What the program says: results on stdout, progress and remarks on stderr.
namespace realuid::cli
{

struct Context;

/// --json: the object, on one line. Otherwise its keys and values, a line each (long lists in short).
void printResult(const Context& context, const Json& result);

/// "realuid: text" on stderr.
void printRemark(const std::string& text);

/// An error as one line on stderr, or one line a fault where it lists several.
void printError(const Error& error);

/// Progress on stderr: a bar with rate and remaining time on a terminal, a line every few seconds otherwise.
class ConsoleProgress : public Observer
{
public:
    explicit ConsoleProgress(bool quiet);
    void updated(const UpdateRecord& record) override;
    void progressed(const Progress& progress) override;
    void tracked(const TrackRecord& record) override;
    void saved(const std::string& checkpoint, std::int64_t step) override;
    void noted(const Text& text) override;
    void finished(const Outcome& outcome) override;

private:
    void clearLine();

    bool m_quiet;
    bool m_terminal;
    bool m_lineOpen = false;
    std::array<std::optional<double>, 3> m_losses; ///< the last of each player
    std::chrono::steady_clock::time_point m_shown;
};

} // namespace realuid::cli
