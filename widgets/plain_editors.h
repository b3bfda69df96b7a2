// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parameter_editor.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

/// Editors for what is no single number; ParameterEditor::make() chooses among them.
namespace realuid::widgets
{

class SwitchEditor : public ParameterEditor
{
    Q_OBJECT
public:
    SwitchEditor(const ParameterInfo& info, const Value& defaults, QWidget* parent = nullptr);
    Value value() const override;
    void setValue(const Value& value) override;

protected:
    void markFault(bool fault) override;

private:
    QCheckBox* m_box = nullptr;
};

/// A text out of a fixed set; each choice is translated in the context "realuid".
class ChoiceEditor : public ParameterEditor
{
    Q_OBJECT
public:
    ChoiceEditor(const ParameterInfo& info, const Value& defaults, QWidget* parent = nullptr);
    Value value() const override;
    void setValue(const Value& value) override;

protected:
    void markFault(bool fault) override;

private:
    QComboBox* m_combo = nullptr;
};

/// Free texts and lists of numbers ("0.999,0.9999").
class TextEditor : public ParameterEditor
{
    Q_OBJECT
public:
    TextEditor(const ParameterInfo& info, const Value& defaults, QWidget* parent = nullptr);
    Value value() const override { return m_value; }
    void setValue(const Value& value) override;

protected:
    void markFault(bool fault) override;

private:
    void commit();

    QLineEdit* m_entry = nullptr;
    Value m_value;
};

} // namespace realuid::widgets
