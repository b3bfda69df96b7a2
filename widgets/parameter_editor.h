// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/parameter.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;

namespace realuid::widgets
{

/// A text of a spec table in the reader's language (context "realuid").
QString translated(std::string_view english);
/// A Text with its arguments, in the reader's language.
QString translated(const Text& text);
/// "α = 1.2, must be in (0, 1]" without the field's name: what stands under an editor.
QString faultMessage(const Fault& fault);

/// Sets one parameter: a slider for numbers with a finite span, else an entry, a choice, a switch. What is typed
/// is checked with checkValue(): a value with a fault is shown in red with the reason and not passed on.
class ParameterEditor : public QWidget
{
    Q_OBJECT
public:
    /// `defaults` also fixes the type.
    static std::unique_ptr<ParameterEditor> make(const ParameterInfo& info, const Value& defaults, QWidget* parent = nullptr);

    const ParameterInfo& info() const { return m_info; }
    QString id() const;
    virtual Value value() const = 0;
    virtual void setValue(const Value& value) = 0; ///< without a signal; clears faults
    const Value& defaultValue() const { return m_default; }
    void setDefault(const Value& value) { m_default = value; }

    /// Faults of checks that see more than this value; those of other fields are ignored.
    void setFaults(const std::vector<Fault>& faults);
    QString shownFault() const; ///< empty where all is well

Q_SIGNALS:
    void valueChanging(const realuid::Value& value); ///< a draft, while dragging
    void valueChanged(const realuid::Value& value);  ///< at rest: this one belongs on the undo stack

protected:
    ParameterEditor(const ParameterInfo& info, const Value& defaults, QWidget* parent);
    /// True, and passed on, where the value is without a fault; else the fault stays shown until the next offer.
    bool offer(const Value& value);
    /// What was typed is no value at all.
    void refuse(const std::vector<Fault>& faults);
    /// Forgets what was refused.
    void clearFaults();
    /// Symbol and title; `entry` at the right; what is below may be null.
    void build(QWidget* entry, QWidget* below);
    virtual void markFault(bool fault) = 0;

private:
    void showFaults(const std::vector<Fault>& faults);

    ParameterInfo m_info;
    Value m_default;
    QLabel* m_fault = nullptr;
    bool m_ownFault = false;
};

} // namespace realuid::widgets
