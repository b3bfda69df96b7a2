// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parameter_editor.h"

class QLineEdit;

namespace realuid::widgets
{

class TrackSlider;

/// Symbol, title, exact entry, unit; below, the slider with the recommended band. For one double or whole number.
/// The entry takes every value of the true range, also outside the slider's span, with a point whatever the locale.
class ParameterSlider : public ParameterEditor
{
    Q_OBJECT
public:
    ParameterSlider(const ParameterInfo& info, const Value& defaults, QWidget* parent = nullptr);

    Value value() const override { return m_value; }
    void setValue(const Value& value) override;
    TrackSlider* slider() const { return m_slider; } ///< null where the span has no ends
    QLineEdit* entry() const { return m_entry; }

protected:
    void markFault(bool fault) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void commitEntry();
    Value fromSlider(double number) const;
    void display(const Value& value);

    TrackSlider* m_slider = nullptr;
    QLineEdit* m_entry = nullptr;
    Value m_value;
};

} // namespace realuid::widgets
