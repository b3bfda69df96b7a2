// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/fault.h"

#include <string>
#include <string_view>
#include <vector>

/// Texts of options that stand for many numbers. What cannot be read becomes a fault of `field`.
namespace realuid::cli
{

/// "a:b:n": n numbers from a to b, both ends included; a alone where n = 1.
std::vector<double> parseGrid(std::string_view text, const std::string& field, std::vector<Fault>& faults);

/// "x0:x1:n" or "x0:x1:n,y0:y1:n": the points, row-major [n][dimension], x running fastest.
std::vector<double> parsePointGrid(std::string_view text, int dimension, const std::string& field,
                                   std::vector<Fault>& faults);

/// "0.1,0.5": numbers in [0, 1].
std::vector<double> parseTimes(std::string_view text, const std::string& field, std::vector<Fault>& faults);

/// "a:b" with 0 <= a < b <= 1.
struct TimeRange {
    double from = 0, to = 1;
};
TimeRange parseTimeRange(std::string_view text, const std::string& field, std::vector<Fault>& faults);

} // namespace realuid::cli
