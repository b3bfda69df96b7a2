// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plain_editors.h"

#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace realuid::widgets
{
namespace
{

void colorText(QWidget& widget, QPalette::ColorRole role, bool fault)
{
    QPalette colors; // what it leaves open follows the theme
    if (fault)
        colors.setColor(role, surfaces(appliedTheme()).fault);
    widget.setPalette(colors);
}

} // namespace

SwitchEditor::SwitchEditor(const ParameterInfo& parameter, const Value& defaults, QWidget* parent)
    : ParameterEditor(parameter, defaults, parent), m_box(new QCheckBox)
{
    build(m_box, nullptr);
    setValue(defaults);
    connect(m_box, &QCheckBox::toggled, this, [this] { offer(value()); });
}

Value SwitchEditor::value() const { return m_box->isChecked(); }

void SwitchEditor::setValue(const Value& value)
{
    const QSignalBlocker quiet(m_box);
    m_box->setChecked(std::get<bool>(value));
    clearFaults();
}

void SwitchEditor::markFault(bool fault) { colorText(*m_box, QPalette::WindowText, fault); }

ChoiceEditor::ChoiceEditor(const ParameterInfo& parameter, const Value& defaults, QWidget* parent)
    : ParameterEditor(parameter, defaults, parent), m_combo(new QComboBox)
{
    for (const std::string_view choice : info().choices)
        m_combo->addItem(translated(choice), QString::fromUtf8(choice.data(), static_cast<qsizetype>(choice.size())));
    m_combo->setFocusPolicy(Qt::StrongFocus);
    build(m_combo, nullptr);
    setValue(defaults);
    connect(m_combo, &QComboBox::currentIndexChanged, this, [this] { offer(value()); });
}

Value ChoiceEditor::value() const { return m_combo->currentData().toString().toStdString(); }

void ChoiceEditor::setValue(const Value& value)
{
    const QSignalBlocker quiet(m_combo);
    m_combo->setCurrentIndex(m_combo->findData(QString::fromStdString(std::get<std::string>(value))));
    clearFaults();
}

void ChoiceEditor::markFault(bool fault) { colorText(*m_combo, QPalette::ButtonText, fault); }

TextEditor::TextEditor(const ParameterInfo& parameter, const Value& defaults, QWidget* parent)
    : ParameterEditor(parameter, defaults, parent), m_entry(new QLineEdit), m_value(defaults)
{
    build(m_entry, nullptr);
    setValue(defaults);
    connect(m_entry, &QLineEdit::editingFinished, this, &TextEditor::commit);
}

void TextEditor::setValue(const Value& value)
{
    m_value = value;
    m_entry->setText(QString::fromStdString(valueText(value)));
    m_entry->setCursorPosition(0);
    clearFaults();
}

void TextEditor::commit()
{
    Value parsed;
    std::vector<Fault> faults;
    std::string typed = m_entry->text().trimmed().toStdString();
    if (!std::holds_alternative<std::string>(m_value))
        std::erase(typed, ' ');
    if (!parseValue(typed, info(), m_value, parsed, faults))
        refuse(faults);
    else if ((parsed != m_value || !shownFault().isEmpty()) && offer(parsed))
        m_value = parsed;
}

void TextEditor::markFault(bool fault) { colorText(*m_entry, QPalette::Text, fault); }

} // namespace realuid::widgets
