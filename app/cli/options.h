// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/parameter.h"

#include <CLI/CLI.hpp>

#include <map>
#include <string>

namespace realuid::cli
{

/// The rows of a spec table as options: `--fake-steps` for `fake_steps`. Texts are kept as typed and read by take(),
/// so that all faults are told together and numbers do not depend on the locale.
class ParameterOptions
{
public:
    /// Adds an option for each row  with its default in the help. The object must outlive parsing.
    template <class S>
    void add(CLI::App& verb, std::span<const Parameter<S>> table, const S& defaults)
    {
        for (const Parameter<S>& row : table)
            addOption(verb, row.info, valueText(row.get(defaults)));
    }

    /// Puts what was typed into `values`; what cannot be read becomes a fault.
    template <class S>
    void take(std::span<const Parameter<S>> table, S& values, std::vector<Fault>& faults) const
    {
        for (const Parameter<S>& row : table) {
            const auto typed = m_typed.find(row.info.id);
            Value value;
            if (typed != m_typed.end() && parseValue(typed->second, row.info, row.get(values), value, faults))
                row.set(values, value);
        }
    }

    /// What was typed, by id.
    const std::map<std::string, std::string, std::less<>>& texts() const { return m_typed; }

    bool given(std::string_view id) const { return m_typed.find(id) != m_typed.end(); }

private:
    void addOption(CLI::App& verb, const ParameterInfo& info, const std::string& defaultText);

    std::map<std::string, std::string, std::less<>> m_typed;
};

/// Warnings go to stderr; where there is a fault, Error (Usage) lists all of them.
void requireSound(const std::vector<Fault>& faults, bool quiet);

} // namespace realuid::cli
