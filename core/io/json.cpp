// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/json.h"

#include "core/api/error.h"
#include "core/io/atomic_file.h"

#include <algorithm>
#include <cmath>

namespace realuid
{
namespace
{

/// Files are ours or written by hand; nothing sensible nests deeper, and the parser recurses.
constexpr int kDeepest = 64;

/// A NaN or an infinity is written as text, since JSON has no number for it, and read back as one.
bool read(const Json& json, double& out)
{
    if (json.is_string())
        return parseNumber(json.get<std::string>(), out) && !std::isfinite(out);
    if (!json.is_number())
        return false;
    out = json.get<double>();
    return true;
}

bool read(const Json& json, bool& out)
{
    if (!json.is_boolean())
        return false;
    out = json.get<bool>();
    return true;
}

bool read(const Json& json, std::int64_t& out)
{
    if (!json.is_number_integer() ||
        (json.is_number_unsigned() && json.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX)))
        return false;
    out = json.get<std::int64_t>();
    return true;
}

bool read(const Json& json, std::string& out)
{
    if (!json.is_string())
        return false;
    out = json.get<std::string>();
    return true;
}

template <class T>
bool read(const Json& json, std::vector<T>& out)
{
    if (!json.is_array())
        return false;
    return std::all_of(json.begin(), json.end(), [&](const Json& entry) { return read(entry, out.emplace_back()); });
}

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(numberText(value)); }

Text expected(const Value& like)
{
    static const std::array<const char*, 6> texts{
        REALUID_TEXT("must be true or false"), REALUID_TEXT("must be a whole number"), REALUID_TEXT("must be a number"),
        REALUID_TEXT("must be a text"),        REALUID_TEXT("must be a list of numbers"),
        REALUID_TEXT("must be a list of whole numbers")};
    return {texts.at(like.index())};
}

} // namespace

Json parseJson(std::string_view text, const std::string& where)
{
    const auto callback = [&where](int depth, Json::parse_event_t, Json&) {
        if (depth > kDeepest)
            throw Error(ErrorKind::File, {REALUID_TEXT("is nested too deeply")}, where);
        return true;
    };
    try {
        return Json::parse(text, callback);
    } catch (const Json::parse_error& error) {
        const std::size_t at = std::min(error.byte, text.size());
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        throw Error(ErrorKind::File, {REALUID_TEXT("is not JSON at line %1"), {std::to_string(line)}}, where,
                    {REALUID_TEXT("mend it there or take another file")});
    } catch (const Json::exception&) {
        throw Error(ErrorKind::File, {REALUID_TEXT("holds a number that is out of range")}, where);
    }
}

Json readJson(const std::filesystem::path& path) { return parseJson(readFile(path), path.string()); }

Json toJson(const Value& value)
{
    return std::visit(
        [](const auto& typed) -> Json {
            using T = std::decay_t<decltype(typed)>;
            if constexpr (std::is_same_v<T, double>) {
                return number(typed);
            } else if constexpr (std::is_same_v<T, std::vector<double>>) {
                Json list = Json::array();
                for (const double entry : typed)
                    list.push_back(number(entry));
                return list;
            } else {
                return typed;
            }
        },
        value);
}

bool fromJson(const Json& json, const std::string& path, const Value& like, Value& out, std::vector<Fault>& faults)
{
    const bool good = std::visit(
        [&](const auto& typed) {
            std::decay_t<decltype(typed)> parsed{};
            if (!read(json, parsed))
                return false;
            out = std::move(parsed);
            return true;
        },
        like);
    if (!good)
        faults.push_back({path, json.dump(), expected(like)});
    return good;
}

void rejectUnknown(const Json& object, const std::string& path, const std::vector<std::string>& known,
                   std::vector<Fault>& faults)
{
    for (const auto& [key, value] : object.items()) {
        if (std::find(known.begin(), known.end(), key) != known.end())
            continue;
        std::string list;
        for (const std::string& name : known)
            list += (list.empty() ? "" : ", ") + name;
        faults.push_back({path + key, {}, {REALUID_TEXT("is not a known key; known are %1"), {list}}});
    }
}

} // namespace realuid
