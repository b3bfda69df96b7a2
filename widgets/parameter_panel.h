// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parameter_editor.h"

namespace realuid::widgets
{

struct ParameterEntry {
    ParameterInfo info;
    Value defaults;
};

// Inlined, GCC 12 warns of members that a small struct does not have (false: a row holds only pointers to its own).
#define REALUID_NOT_INLINED [[gnu::noinline]]

/// The rows of a spec table with the defaults of its struct, ready for a panel.
template <class S>
REALUID_NOT_INLINED std::vector<ParameterEntry> parameterEntries(std::span<const Parameter<S>> table, const S& defaults = S{})
{
    std::vector<ParameterEntry> entries;
    for (const Parameter<S>& row : table)
        entries.push_back({row.info, row.get(defaults)});
    return entries;
}

/// Writes a panel's value into the struct whose member has this id.
template <class S>
void assign(std::span<const Parameter<S>> table, S& values, std::string_view id, const Value& value)
{
    for (const Parameter<S>& row : table)
        if (row.info.id == id)
            row.set(values, value);
}

/// Editors under each other, one a row of a spec table.
class ParameterPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ParameterPanel(const std::vector<ParameterEntry>& entries, QWidget* parent = nullptr);

    ParameterEditor* editor(std::string_view id) const; ///< null where there is none
    Value value(std::string_view id) const;             ///< of an editor that is there
    void setValue(std::string_view id, const Value& value);
    /// All values of a struct, without signals.
    template <class S>
    REALUID_NOT_INLINED void setValues(std::span<const Parameter<S>> table, const S& values)
    {
        for (const Parameter<S>& row : table)
            setValue(row.info.id, row.get(values));
    }
    void setFaults(const std::vector<Fault>& faults);
    /// Shows the editors up to this tier.
    void setTier(Tier tier);
    /// Hides or shows one editor, such as gamma where the objective has none.
    void setEditorVisible(std::string_view id, bool visible);

Q_SIGNALS:
    void valueChanging(const QString& id, const realuid::Value& value);
    void valueChanged(const QString& id, const realuid::Value& value);

private:
    std::vector<ParameterEditor*> m_editors;
};

#undef REALUID_NOT_INLINED

} // namespace realuid::widgets
