// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/fault.h"
#include "core/io/json.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What the verbs of scenes share: tables in files and lists in results.
namespace realuid::cli
{

bool endsAs(const std::string& path, std::string_view extension);

/// A fault of `out` unless it is empty or ends in .csv or .npy.
void checkOut(const std::string& out, std::vector<Fault>& faults);

/// Row-major [n][width] as a JSON list of numbers, or of lists where `nested`.
Json listed(std::span<const double> values, std::size_t width, bool nested);

/// The times of a file of points, its column t, in [0, 1]; empty where it has none.
std::vector<double> readTimes(const std::string& file);

/// The columns of a CSV file that hold points: those named x and y, else the first but t. Row-major [n][dimension].
/// Error (File) where there are too few.
std::vector<double> readPoints(const std::string& file, std::size_t dimension);

} // namespace realuid::cli
