// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tables.h"

#include "core/api/error.h"
#include "core/io/csv.h"

#include <algorithm>

namespace realuid::cli
{

bool endsAs(const std::string& path, std::string_view extension) { return path.ends_with(extension); }

void checkOut(const std::string& out, std::vector<Fault>& faults)
{
    if (!out.empty() && !endsAs(out, ".csv") && !endsAs(out, ".npy"))
        faults.push_back({"out", out, {REALUID_TEXT("must end in .csv or .npy")}});
}

Json listed(std::span<const double> values, std::size_t width, bool nested)
{
    Json out = Json::array();
    for (std::size_t i = 0; i + width <= values.size(); i += width) {
        if (nested)
            out.push_back(std::vector<double>(values.begin() + static_cast<std::ptrdiff_t>(i),
                                              values.begin() + static_cast<std::ptrdiff_t>(i + width)));
        else
            out.push_back(values[i]);
    }
    return out;
}

std::vector<double> readTimes(const std::string& file)
{
    const CsvTable table = readCsv(file);
    const auto named = std::find(table.header.begin(), table.header.end(), "t");
    std::vector<double> times;
    for (std::size_t row = 0; named != table.header.end() && row < table.rows(); ++row) {
        times.push_back(table.values[row * table.columns() + static_cast<std::size_t>(named - table.header.begin())]);
        if (!(times.back() >= 0 && times.back() <= 1))
            throw Error(ErrorKind::File, {REALUID_TEXT("has a time outside [0, 1], %1"), {numberText(times.back())}}, file,
                        {REALUID_TEXT("0 is noise and 1 is data")});
    }
    return times;
}

std::vector<double> readPoints(const std::string& file, std::size_t dimension)
{
    const CsvTable table = readCsv(file);
    const auto withoutTime = table.columns() - static_cast<std::size_t>(std::count(table.header.begin(), table.header.end(), "t"));
    if (withoutTime < dimension)
        throw Error(ErrorKind::File,
                    {REALUID_TEXT("has %1 columns, but the scene has %2 coordinates"),
                     {std::to_string(withoutTime), std::to_string(dimension)}},
                    file, {REALUID_TEXT("give a column for each coordinate: x, or x,y")});
    std::vector<std::size_t> column, others;
    for (std::size_t i = 0; i < table.columns(); ++i)
        if (table.header[i] != "t")
            others.push_back(i);
    for (std::size_t i = 0; i < dimension; ++i) {
        const auto named = std::find(table.header.begin(), table.header.end(), i == 0 ? "x" : "y");
        column.push_back(named == table.header.end() ? others[i] : static_cast<std::size_t>(named - table.header.begin()));
    }
    std::vector<double> points;
    for (std::size_t row = 0; row < table.rows(); ++row)
        for (const std::size_t i : column)
            points.push_back(table.values[row * table.columns() + i]);
    return points;
}

} // namespace realuid::cli
