// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/fault.h"

#include <algorithm>

namespace realuid
{

std::string Fault::english() const
{
    std::string out = field;
    if (!value.empty())
        out += " = " + value;
    return (out.empty() ? "" : out + ", ") + must.english();
}

bool anyFault(const std::vector<Fault>& faults)
{
    return std::any_of(faults.begin(), faults.end(), [](const Fault& f) { return f.severity == Severity::Fault; });
}

} // namespace realuid
