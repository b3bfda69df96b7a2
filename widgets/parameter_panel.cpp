// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parameter_panel.h"

#include "widgets/theme.h"

#include <QVBoxLayout>

#include <algorithm>

namespace realuid::widgets
{

ParameterPanel::ParameterPanel(const std::vector<ParameterEntry>& entries, QWidget* parent) : QWidget(parent)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kInside);
    for (const ParameterEntry& entry : entries) {
        ParameterEditor* editor = ParameterEditor::make(entry.info, entry.defaults, this).release(); // the panel owns it
        rows->addWidget(editor);
        m_editors.push_back(editor);
        connect(editor, &ParameterEditor::valueChanging, this, [this, editor](const Value& v) { Q_EMIT valueChanging(editor->id(), v); });
        connect(editor, &ParameterEditor::valueChanged, this, [this, editor](const Value& v) { Q_EMIT valueChanged(editor->id(), v); });
    }
}

ParameterEditor* ParameterPanel::editor(std::string_view id) const
{
    const auto found = std::find_if(m_editors.begin(), m_editors.end(), [&](const ParameterEditor* e) { return e->info().id == id; });
    return found == m_editors.end() ? nullptr : *found;
}

Value ParameterPanel::value(std::string_view id) const { return editor(id)->value(); }

void ParameterPanel::setValue(std::string_view id, const Value& value)
{
    if (ParameterEditor* each = editor(id); each && each->value() != value)
        each->setValue(value);
}

void ParameterPanel::setFaults(const std::vector<Fault>& faults)
{
    for (ParameterEditor* each : m_editors)
        each->setFaults(faults);
}

void ParameterPanel::setTier(Tier tier)
{
    for (ParameterEditor* each : m_editors)
        each->setVisible(each->info().tier <= tier);
}

void ParameterPanel::setEditorVisible(std::string_view id, bool visible)
{
    if (ParameterEditor* each = editor(id))
        each->setVisible(visible);
}

} // namespace realuid::widgets
