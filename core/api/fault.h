// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/text.h"

#include <string>
#include <vector>

namespace realuid
{

/// A fault keeps a run or a scene from starting; a warning names a danger and lets it start.
enum class Severity { Fault, Warning };

/// One thing that is wrong with what the user set: the field, its value as text, and what it must be.
/// check() functions return all of them at once, so that nobody mends one to be told the next.
struct Fault {
    std::string field; ///< a parameter's id ("alpha") or a key's path ("real.components[0].covariance")
    std::string value; ///< the value as written; empty where there is none to show
    Text must;         ///< "must be in (0, 1]"
    Severity severity = Severity::Fault;

    /// "alpha = 1.2, must be in (0, 1]"
    std::string english() const;
    bool operator==(const Fault&) const = default;
};

/// True where at least one entry is more than a warning.
bool anyFault(const std::vector<Fault>& faults);

} // namespace realuid
