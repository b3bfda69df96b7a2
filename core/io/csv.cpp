// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv.h"

#include "core/api/error.h"
#include "core/io/atomic_file.h"

#include <cmath>

namespace realuid
{
namespace
{

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// The part before `separator`, which is cut off `rest` together with it.
std::string_view cut(std::string_view& rest, char separator)
{
    const std::size_t end = std::min(rest.find(separator), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

std::vector<std::string_view> cells(std::string_view line)
{
    std::vector<std::string_view> out;
    for (const bool endsWithComma = line.ends_with(','); !line.empty();) {
        out.push_back(trimmed(cut(line, ',')));
        if (line.empty() && endsWithComma)
            out.emplace_back();
    }
    return out;
}

bool numbers(const std::vector<std::string_view>& texts)
{
    double value = 0;
    for (const std::string_view text : texts)
        if (!parseNumber(text, value))
            return false;
    return true;
}

void appendRow(const std::vector<std::string_view>& texts, const std::string& where, CsvTable& table)
{
    if (texts.size() != table.columns())
        throw Error(ErrorKind::File,
                    {REALUID_TEXT("has %1 cells instead of %2"),
                     {std::to_string(texts.size()), std::to_string(table.columns())}},
                    where, {REALUID_TEXT("give every line as many numbers as the header has names")});
    for (const std::string_view text : texts) {
        double value = 0;
        if (!parseNumber(text, value) || !std::isfinite(value))
            throw Error(ErrorKind::File, {REALUID_TEXT("\"%1\" is not a finite number"), {std::string(text.substr(0, 40))}},
                        where, {REALUID_TEXT("write numbers as 0.5 or 1e-3, separated by commas")});
        table.values.push_back(value);
    }
}

} // namespace

CsvTable readCsv(const std::filesystem::path& path)
{
    const std::string text = readFile(path);
    CsvTable table;
    std::string_view rest = text;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::string_view line = trimmed(cut(rest, '\n'));
        if (line.empty())
            continue;
        const std::vector<std::string_view> texts = cells(line);
        const bool first = table.header.empty();
        const bool headless = first && numbers(texts);
        if (headless)
            table.header.resize(texts.size());
        else if (first)
            table.header.assign(texts.begin(), texts.end());
        if (!first || headless)
            appendRow(texts, path.string() + ":" + std::to_string(number), table);
    }
    if (table.rows() == 0)
        throw Error(ErrorKind::File, {REALUID_TEXT("holds no row of numbers")}, path.string(),
                    {REALUID_TEXT("write a header line such as x,y and a line of numbers for each point")});
    return table;
}

void writeCsv(const std::filesystem::path& path, const CsvTable& table, bool overwrite)
{
    writeAtomically(path, overwrite, [&](std::ostream& out) {
        for (std::size_t i = 0; i < table.columns(); ++i)
            out << (i ? "," : "") << table.header[i];
        out << '\n';
        for (std::size_t i = 0; i < table.values.size(); ++i)
            out << numberText(table.values[i]) << ((i + 1) % table.columns() == 0 ? '\n' : ',');
    });
}

} // namespace realuid
