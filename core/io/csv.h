// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace realuid
{

/// A table of numbers: a header line of names, then as many numbers a line, separated by commas.
struct CsvTable {
    std::vector<std::string> header;
    std::vector<double> values; ///< row-major, [rows][header.size()]

    std::size_t columns() const { return header.size(); }
    std::size_t rows() const { return header.empty() ? 0 : values.size() / header.size(); }
};

/// Reads a table; blank lines and carriage returns are skipped, spaces around cells ignored. A first line of numbers
/// only is data, under a header of empty names. Error (File) names the line where a cell is no finite number, a line
/// has another number of cells, or there is no row.
CsvTable readCsv(const std::filesystem::path& path);

/// Writes one as writeAtomically() does, numbers in the shortest form that reads back exactly.
void writeCsv(const std::filesystem::path& path, const CsvTable& table, bool overwrite);

} // namespace realuid
