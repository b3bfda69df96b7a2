// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parameter_editor.h"

#include "widgets/formula.h"
#include "widgets/parameter_slider.h"
#include "widgets/plain_editors.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace realuid::widgets
{

QString translated(std::string_view english)
{
    return QCoreApplication::translate("realuid", std::string(english).c_str());
}

QString translated(const Text& text)
{
    return QString::fromStdString(fill(translated(text.pattern).toStdString(), text.arguments));
}

QString faultMessage(const Fault& fault)
{
    const QString value = QString::fromStdString(fault.value);
    return (value.isEmpty() ? QString() : value + QStringLiteral(": ")) + translated(fault.must);
}

std::unique_ptr<ParameterEditor> ParameterEditor::make(const ParameterInfo& info, const Value& defaults, QWidget* parent)
{
    if (std::holds_alternative<bool>(defaults))
        return std::make_unique<SwitchEditor>(info, defaults, parent);
    if (std::holds_alternative<double>(defaults) || std::holds_alternative<std::int64_t>(defaults))
        return std::make_unique<ParameterSlider>(info, defaults, parent);
    if (!info.choices.empty())
        return std::make_unique<ChoiceEditor>(info, defaults, parent);
    return std::make_unique<TextEditor>(info, defaults, parent);
}

ParameterEditor::ParameterEditor(const ParameterInfo& info, const Value& defaults, QWidget* parent)
    : QWidget(parent), m_info(info), m_default(defaults)
{
}

QString ParameterEditor::id() const { return QString::fromUtf8(m_info.id.data(), static_cast<qsizetype>(m_info.id.size())); }

void ParameterEditor::build(QWidget* entry, QWidget* below)
{
    const QString title = translated(m_info.title);
    QString tip = translated(m_info.meaning);
    if (const std::string range = m_info.range.text(); std::isfinite(m_info.range.least) || std::isfinite(m_info.range.most))
        tip += QLatin1Char('\n') + tr("Range: %1").arg(QString::fromStdString(range));
    setToolTip(QStringLiteral("<p>%1</p>").arg(tip.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"))));

    auto* heading = new QHBoxLayout;
    heading->setSpacing(kInside);
    if (!m_info.symbol.empty()) {
        auto* symbol = new FormulaLabel(QString::fromUtf8(m_info.symbol.data(), static_cast<qsizetype>(m_info.symbol.size())));
        QFont larger = symbol->font();
        larger.setPointSizeF(larger.pointSizeF() * 1.2);
        symbol->setFont(larger);
        symbol->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        heading->addWidget(symbol);
    }
    auto* name = new QLabel(title);
    name->setBuddy(entry);
    name->setWordWrap(true);
    QSizePolicy narrow(QSizePolicy::Ignored, QSizePolicy::Preferred);
    narrow.setHeightForWidth(true); // a name of two lines makes its row higher
    name->setSizePolicy(narrow);
    name->setMinimumWidth(40);
    heading->addWidget(name, 1);
    heading->addWidget(entry);
    if (!m_info.unit.empty())
        heading->addWidget(new QLabel(translated(m_info.unit)));

    m_fault = new QLabel;
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(heading);
    if (below)
        rows->addWidget(below);
    rows->addWidget(m_fault);
    setAccessibleName(title);
    for (QWidget* control : {entry, below})
        if (control) {
            control->setAccessibleName(title);
            control->setAccessibleDescription(translated(m_info.meaning));
        }
}

void ParameterEditor::setFaults(const std::vector<Fault>& faults)
{
    if (m_ownFault) // what is being typed is reported first
        return;
    std::vector<Fault> mine;
    std::copy_if(faults.begin(), faults.end(), std::back_inserter(mine), [&](const Fault& f) { return f.field == m_info.id; });
    showFaults(mine);
}

void ParameterEditor::showFaults(const std::vector<Fault>& faults)
{
    const auto worst = std::min_element(faults.begin(), faults.end(), [](const Fault& a, const Fault& b) { return a.severity < b.severity; });
    const bool there = worst != faults.end();
    const bool fault = there && worst->severity == Severity::Fault;
    const Surfaces& s = surfaces(appliedTheme());
    QPalette colors = m_fault->palette();
    colors.setColor(QPalette::WindowText, fault ? s.fault : s.warning);
    m_fault->setPalette(colors);
    m_fault->setText(there ? faultMessage(*worst) : QString());
    m_fault->setVisible(there);
    markFault(fault);
}

QString ParameterEditor::shownFault() const { return m_fault->text(); }

void ParameterEditor::refuse(const std::vector<Fault>& faults)
{
    m_ownFault = true;
    showFaults(faults);
}

void ParameterEditor::clearFaults()
{
    m_ownFault = false;
    showFaults({});
}

bool ParameterEditor::offer(const Value& value)
{
    std::vector<Fault> faults;
    checkValue(m_info, value, faults);
    m_ownFault = anyFault(faults);
    showFaults(faults);
    if (!m_ownFault)
        Q_EMIT valueChanged(value);
    return !m_ownFault;
}

} // namespace realuid::widgets
