// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/parameter.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace realuid
{
namespace
{

std::vector<std::string_view> splitAtCommas(std::string_view text)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        parts.push_back(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    }
    return parts;
}

bool parse(std::string_view text, bool& out)
{
    if (text == "true" || text == "on" || text == "1")
        out = true;
    else if (text == "false" || text == "off" || text == "0")
        out = false;
    else
        return false;
    return true;
}

bool parse(std::string_view text, std::int64_t& out)
{
    const auto result = std::from_chars(text.data(), text.data() + text.size(), out);
    return !text.empty() && result.ec == std::errc{} && result.ptr == text.data() + text.size();
}

bool parse(std::string_view text, double& out) { return parseNumber(text, out); }

bool parse(std::string_view text, std::string& out)
{
    out = text;
    return true;
}

template <class T>
bool parse(std::string_view text, std::vector<T>& out)
{
    for (const std::string_view part : splitAtCommas(text))
        if (!parse(part, out.emplace_back()))
            return false;
    return true;
}

Text expected(const Value& like)
{
    switch (like.index()) {
    case 0:
        return {REALUID_TEXT("must be true or false")};
    case 1:
        return {REALUID_TEXT("must be a whole number")};
    case 2:
        return {REALUID_TEXT("must be a number")};
    case 4:
        return {REALUID_TEXT("must be numbers separated by commas")};
    default:
        return {REALUID_TEXT("must be whole numbers separated by commas")};
    }
}

std::string text(bool value) { return value ? "true" : "false"; }
std::string text(std::int64_t value) { return std::to_string(value); }
std::string text(double value) { return numberText(value); }
std::string text(const std::string& value) { return value; }

template <class T>
std::string text(const std::vector<T>& values)
{
    std::string out;
    for (const T& value : values)
        out += (out.empty() ? "" : ",") + text(value);
    return out;
}

void checkNumber(const ParameterInfo& info, double number, const std::string& shown, std::vector<Fault>& faults)
{
    if (!std::isfinite(number))
        faults.push_back({std::string(info.id), shown, {REALUID_TEXT("must be a finite number")}});
    else if (!info.range.contains(number))
        faults.push_back({std::string(info.id), shown, {REALUID_TEXT("must be %1"), {info.range.text()}}});
}

} // namespace

bool Range::contains(double value) const
{
    return (leastOpen ? value > least : value >= least) && (mostOpen ? value < most : value <= most);
}

std::string Range::text() const
{
    if (std::isinf(least) && std::isinf(most))
        return {};
    if (std::isinf(most))
        return (leastOpen ? "above " : "at least ") + numberText(least);
    if (std::isinf(least))
        return (mostOpen ? "below " : "at most ") + numberText(most);
    return std::string("in ") + (leastOpen ? '(' : '[') + numberText(least) + ", " + numberText(most) +
           (mostOpen ? ')' : ']');
}

std::string kebabCase(std::string_view id)
{
    std::string out(id);
    std::replace(out.begin(), out.end(), '_', '-');
    return out;
}

bool parseValue(std::string_view written, const ParameterInfo& info, const Value& like, Value& out,
                std::vector<Fault>& faults)
{
    const bool good = std::visit(
        [&](const auto& typed) {
            std::decay_t<decltype(typed)> parsed{};
            if (!parse(written, parsed))
                return false;
            out = std::move(parsed);
            return true;
        },
        like);
    if (!good)
        faults.push_back({std::string(info.id), std::string(written), expected(like)});
    return good;
}

std::string valueText(const Value& value)
{
    return std::visit([](const auto& typed) { return text(typed); }, value);
}

void checkValue(const ParameterInfo& info, const Value& value, std::vector<Fault>& faults)
{
    if (const auto* number = std::get_if<double>(&value))
        checkNumber(info, *number, valueText(value), faults);
    else if (const auto* whole = std::get_if<std::int64_t>(&value))
        checkNumber(info, static_cast<double>(*whole), valueText(value), faults);
    else if (const auto* numbers = std::get_if<std::vector<double>>(&value))
        for (const double entry : *numbers)
            checkNumber(info, entry, valueText(value), faults);
    else if (const auto* wholes = std::get_if<std::vector<std::int64_t>>(&value))
        for (const std::int64_t entry : *wholes)
            checkNumber(info, static_cast<double>(entry), valueText(value), faults);
    else if (const auto* word = std::get_if<std::string>(&value); word && !info.choices.empty()) {
        if (std::find(info.choices.begin(), info.choices.end(), *word) == info.choices.end()) {
            std::string allowed;
            for (const std::string_view choice : info.choices)
                allowed += (allowed.empty() ? "" : ", ") + std::string(choice);
            faults.push_back({std::string(info.id), *word, {REALUID_TEXT("must be one of %1"), {allowed}}});
        }
    }
}

} // namespace realuid
