// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Marks an English pattern for lupdate (which is told that this is QT_TRANSLATE_NOOP) and yields it unchanged.
#define REALUID_TEXT(pattern) REALUID_TRANSLATE_NOOP("realuid", pattern)
#define REALUID_TRANSLATE_NOOP(context, pattern) pattern

namespace realuid
{

/// A sentence that is not yet made: what faults, errors and remarks carry instead of finished words.
/// The English pattern is its identity; `%1`, `%2`, ... stand for the arguments. The edge (window or command
/// line) makes the sentence: the command line with english(), the window by translating `pattern` in the
/// context "realuid" first and filling it with fill().
struct Text {
    std::string pattern;
    std::vector<std::string> arguments = {};

    std::string english() const;
    bool empty() const { return pattern.empty(); }
    bool operator==(const Text&) const = default;
};

/// Replaces `%1` ... `%9` in `pattern` by the arguments; a number without an argument stays as it is.
std::string fill(std::string_view pattern, const std::vector<std::string>& arguments);

/// The shortest decimal text that reads back as exactly this number, whatever the locale ("nan", "inf" included).
std::string numberText(double value);

/// Reads a whole text as a number, whatever the locale. False where it is none or where anything is left over.
bool parseNumber(std::string_view text, double& value);

} // namespace realuid
