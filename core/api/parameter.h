// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/fault.h"

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Parameters are declared once: a struct member's initialiser is the default, one row of a spec table says the
/// rest. The row feeds the command line and its help, run.json and scenes, sliders with their tooltips, and the
/// generated reference page. A table is `std::span<const Parameter<S>>`, one function a struct
/// (lossParameters(), trainingParameters()).
namespace realuid
{

/// A parameter's value, whatever its type; what files, sliders and options exchange.
using Value = std::variant<bool, std::int64_t, double, std::string, std::vector<double>, std::vector<std::int64_t>>;

enum class Tier { Lesson, Expert, Debug }; ///< who gets to see it
enum class Scale { Linear, Logarithmic };  ///< how a slider spreads its range

/// Closed unless said otherwise; for lists it holds for each entry.
struct Range {
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();
    bool leastOpen = false;
    bool mostOpen = false;

    bool contains(double value) const; ///< false for NaN
    std::string text() const;          ///< "in (0, 1]", "at least 1"; empty where unbounded
};

/// The type-free part of a row: all that a slider, a help text or a reference page needs.
/// Texts are English and marked for translation in the context "realuid".
struct ParameterInfo {
    std::string_view id;                     ///< key in JSON ("fake_steps"); the option is its kebab case
    std::string_view symbol;                 ///< as formula.h typesets it ("\\alpha"); may be empty
    std::string_view title;                  ///< a few words: "weight of generated data"
    std::string_view meaning;                ///< a sentence or two, with the paper's equation
    std::string_view unit;                   ///< empty where it is a pure number
    Range range = {};                        ///< what check() accepts
    Range recommended = {};                  ///< drawn as a band on the slider's groove; unbounded = none
    Range slider = {};                       ///< what a slider spans; unbounded = `range`
    Scale scale = Scale::Linear;
    double step = 0.01;                      ///< one press of an arrow key
    Tier tier = Tier::Expert;
    std::vector<std::string_view> choices = {}; ///< allowed texts, where it is a text with a fixed set
};

/// A row: the description and the member that it describes.
template <class S>
struct Parameter {
    using Member = std::variant<bool S::*, std::int64_t S::*, double S::*, std::string S::*, std::vector<double> S::*,
                                std::vector<std::int64_t> S::*>;
    ParameterInfo info;
    Member member;

    Value get(const S& values) const
    {
        return std::visit([&](auto m) -> Value { return values.*m; }, member);
    }
    /// The value must have the member's type; parseValue() makes such a one.
    void set(S& values, const Value& value) const
    {
        std::visit([&](auto m) { values.*m = std::get<std::decay_t<decltype(values.*m)>>(value); }, member);
    }
};

/// "fake_steps" -> "fake-steps": an option's name without its dashes.
std::string kebabCase(std::string_view id);

/// Reads text as the type that `like` holds: numbers without regard to the locale, lists by commas, bools as
/// true/false/on/off/1/0. On failure returns false and appends a fault that says what is expected.
bool parseValue(std::string_view text, const ParameterInfo& info, const Value& like, Value& out,
                std::vector<Fault>& faults);

/// The value as parseValue() reads it back.
std::string valueText(const Value& value);

/// Faults of one value: not a finite number, out of range, not among the choices.
void checkValue(const ParameterInfo& info, const Value& value, std::vector<Fault>& faults);

/// Range faults of all members; a struct's own check() adds its cross rules.
template <class S>
void checkTable(std::span<const Parameter<S>> table, const S& values, std::vector<Fault>& faults)
{
    for (const Parameter<S>& row : table)
        checkValue(row.info, row.get(values), faults);
}

} // namespace realuid
