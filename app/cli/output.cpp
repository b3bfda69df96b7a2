// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/cli/verb.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <iostream>

namespace realuid::cli
{
namespace
{

constexpr std::size_t kLongestValue = 96;

std::string duration(double seconds)
{
    const auto whole = static_cast<long long>(seconds + 0.5);
    std::array<char, 48> text{};
    if (whole >= 3600)
        std::snprintf(text.data(), text.size(), "%lld h %02lld min", whole / 3600, whole / 60 % 60);
    else if (whole >= 60)
        std::snprintf(text.data(), text.size(), "%lld min %02lld s", whole / 60, whole % 60);
    else
        std::snprintf(text.data(), text.size(), "%lld s", whole);
    return text.data();
}

/// `losses` is empty where the work has none (sampling) or before the first update.
std::string progressLine(const Progress& p, const std::string& losses, bool bar)
{
    constexpr int kCells = 24;
    const double share = p.steps > 0 ? static_cast<double>(p.step) / static_cast<double>(p.steps) : 0;
    const int full = static_cast<int>(share * kCells);
    const std::string cells = bar ? "[" + std::string(full, '#') + std::string(kCells - full, '.') + "] " : "";
    std::array<char, 256> text{};
    std::snprintf(text.data(), text.size(), "%s%lld/%lld  %s%.3g/s  %s left", cells.c_str(),
                  static_cast<long long>(p.step), static_cast<long long>(p.steps), losses.c_str(), p.updatesPerSecond, duration(p.secondsLeft).c_str());
    return text.data();
}

} // namespace

void printResult(const Context& context, const Json& result)
{
    if (context.json) {
        std::cout << result.dump() << '\n';
    } else {
        for (const auto& [key, value] : result.items()) {
            std::string text = value.is_string() ? value.get<std::string>() : value.dump();
            if (text.size() > kLongestValue)
                text = text.substr(0, kLongestValue) + " ...";
            std::cout << key << ": " << text << '\n';
        }
    }
    std::cout.flush();
    if (!std::cout)
        throw Error(ErrorKind::Other, {REALUID_TEXT("the result could not be written to standard output")});
}

void printRemark(const std::string& text) { std::cerr << "realuid: " << text << '\n'; }

void printError(const Error& error)
{
    if (error.faults().empty()) {
        printRemark(std::string("error: ") + error.what());
        return;
    }
    const std::string where = error.where().empty() ? "" : error.where() + ": ";
    for (const Fault& fault : error.faults())
        printRemark("error: " + where + fault.english());
}

ConsoleProgress::ConsoleProgress(bool quiet) : m_quiet(quiet), m_terminal(isatty(STDERR_FILENO) == 1) {}

void ConsoleProgress::updated(const UpdateRecord& record)
{
    m_losses[static_cast<std::size_t>(record.player)] = record.loss;
}

void ConsoleProgress::progressed(const Progress& progress)
{
    const auto now = std::chrono::steady_clock::now();
    const auto pause = m_terminal ? std::chrono::milliseconds(200) : std::chrono::milliseconds(5000);
    if (m_quiet || (now - m_shown < pause && progress.step < progress.steps))
        return;
    m_shown = now;
    std::string losses;
    for (const Player player : {Player::Teacher, Player::Fake, Player::Generator})
        if (const auto& loss = m_losses[static_cast<std::size_t>(player)]) {
            std::array<char, 64> text{};
            std::snprintf(text.data(), text.size(), "%s loss %.4g  ", name(player), *loss);
            losses += text.data();
        }
    const std::string line = progressLine(progress, losses, m_terminal);
    if (m_terminal)
        std::cerr << "\r\033[K" << line << std::flush;
    else
        std::cerr << line << '\n';
    m_lineOpen = m_terminal;
}

void ConsoleProgress::tracked(const TrackRecord& record)
{
    clearLine();
    if (!m_quiet)
        printRemark("proxy FID of " + record.label + ": " + numberText(record.proxyFid) + (record.best ? ", its best" : ""));
}

void ConsoleProgress::saved(const std::string& checkpoint, std::int64_t)
{
    clearLine();
    if (!m_quiet)
        printRemark("saved " + checkpoint);
}

void ConsoleProgress::noted(const Text& text)
{
    clearLine();
    if (!m_quiet)
        printRemark(text.english());
}

void ConsoleProgress::finished(const Outcome&) { clearLine(); }

void ConsoleProgress::clearLine()
{
    if (m_lineOpen)
        std::cerr << '\n';
    m_lineOpen = false;
}

} // namespace realuid::cli
