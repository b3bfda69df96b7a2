// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/grid.h"

#include "core/api/text.h"

#include <cmath>

namespace realuid::cli
{
namespace
{

constexpr double kMostPoints = 1e7;

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t end = 0; end != std::string_view::npos;) {
        end = text.find(separator);
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return parts;
}

/// All parts as finite numbers, or nothing.
std::vector<double> finiteNumbers(const std::vector<std::string_view>& parts)
{
    std::vector<double> out;
    for (const std::string_view part : parts) {
        double value = 0;
        if (!parseNumber(part, value) || !std::isfinite(value))
            return {};
        out.push_back(value);
    }
    return out;
}

void addFault(std::vector<Fault>& faults, const std::string& field, std::string_view value, Text must)
{
    faults.push_back({field, std::string(value), std::move(must)});
}

} // namespace

std::vector<double> parseGrid(std::string_view text, const std::string& field, std::vector<Fault>& faults)
{
    const std::vector<double> n = finiteNumbers(split(text, ':'));
    const double count = n.size() == 3 ? n[2] : 0;
    if (count < 1 || count > kMostPoints || count != std::floor(count)) {
        addFault(faults, field, text,
                 {REALUID_TEXT("must be from:to:count with a whole count from 1 to %1, such as -3:3:100"),
                  {numberText(kMostPoints)}});
        return {};
    }
    std::vector<double> out(static_cast<std::size_t>(count), n[0]);
    for (std::size_t i = 1; i < out.size(); ++i) {
        const double share = static_cast<double>(i) / (count - 1);
        out[i] = i + 1 == out.size() ? n[1] : n[0] + (n[1] - n[0]) * share;
    }
    return out;
}

std::vector<double> parsePointGrid(std::string_view text, int dimension, const std::string& field,
                                   std::vector<Fault>& faults)
{
    const std::vector<std::string_view> axes = split(text, ',');
    if (axes.size() != static_cast<std::size_t>(dimension)) {
        addFault(faults, field, text,
                 {REALUID_TEXT("must have %1 axes for this scene, separated by a comma"), {std::to_string(dimension)}});
        return {};
    }
    const std::vector<double> x = parseGrid(axes[0], field, faults);
    if (dimension == 1)
        return x;
    const std::vector<double> y = parseGrid(axes[1], field, faults);
    if (static_cast<double>(x.size()) * static_cast<double>(y.size()) > kMostPoints) {
        addFault(faults, field, text, {REALUID_TEXT("must have at most %1 points"), {numberText(kMostPoints)}});
        return {};
    }
    std::vector<double> out;
    out.reserve(2 * x.size() * y.size());
    for (const double b : y)
        for (const double a : x)
            out.insert(out.end(), {a, b});
    return out;
}

std::vector<double> parseTimes(std::string_view text, const std::string& field, std::vector<Fault>& faults)
{
    const std::vector<double> out = finiteNumbers(split(text, ','));
    bool sound = !out.empty();
    for (const double t : out)
        sound = sound && t >= 0 && t <= 1;
    if (!sound)
        addFault(faults, field, text, {REALUID_TEXT("must be numbers in [0, 1], separated by commas")});
    return out;
}

TimeRange parseTimeRange(std::string_view text, const std::string& field, std::vector<Fault>& faults)
{
    const std::vector<double> out = finiteNumbers(split(text, ':'));
    if (out.size() == 2 && 0 <= out[0] && out[0] < out[1] && out[1] <= 1)
        return {out[0], out[1]};
    addFault(faults, field, text, {REALUID_TEXT("must be from:to with 0 <= from < to <= 1, such as 0.02:0.98")});
    return {};
}

} // namespace realuid::cli
