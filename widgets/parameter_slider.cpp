// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parameter_slider.h"

#include "widgets/theme.h"
#include "widgets/track_slider.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>

#include <cmath>

namespace realuid::widgets
{
namespace
{

constexpr int kEntryWidth = 72;

double number(const Value& value)
{
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole ? static_cast<double>(*whole) : std::get<double>(value);
}

// What the slider spans: its own ends, else the true ones; none where one of them is open to infinity.
Range spanOf(const ParameterInfo& info)
{
    Range span = info.slider;
    span.least = std::isfinite(span.least) ? span.least : info.range.least;
    span.most = std::isfinite(span.most) ? span.most : info.range.most;
    return span;
}

bool hasSlider(const ParameterInfo& info)
{
    const Range span = spanOf(info);
    return std::isfinite(span.least) && std::isfinite(span.most) && span.least < span.most &&
           (info.scale == Scale::Linear || span.least > 0);
}

} // namespace

ParameterSlider::ParameterSlider(const ParameterInfo& parameter, const Value& defaults, QWidget* parent)
    : ParameterEditor(parameter, defaults, parent), m_entry(new QLineEdit), m_value(defaults)
{
    m_entry->setAlignment(Qt::AlignRight);
    m_entry->setFixedWidth(kEntryWidth);
    m_entry->installEventFilter(this);
    connect(m_entry, &QLineEdit::editingFinished, this, &ParameterSlider::commitEntry);
    if (hasSlider(info())) {
        m_slider = new TrackSlider;
        const bool whole = std::holds_alternative<std::int64_t>(defaults);
        m_slider->configure(spanOf(info()), whole ? std::max(1.0, info().step) : info().step, info().scale, whole);
        m_slider->setBand(info().recommended);
        connect(m_slider, &TrackSlider::changing, this, [this](double at) {
            display(fromSlider(at));
            Q_EMIT valueChanging(m_value);
        });
        connect(m_slider, &TrackSlider::changed, this, [this](double at) {
            display(fromSlider(at));
            offer(m_value);
        });
        connect(m_slider, &TrackSlider::defaultRequested, this, [this] {
            setValue(defaultValue());
            offer(m_value);
        });
    }
    build(m_entry, m_slider);
    setValue(defaults);
}

// The slider's ends may be open ends of the range: then the value keeps a step away from them.
Value ParameterSlider::fromSlider(double at) const
{
    double inside = at;
    if (!info().range.contains(inside))
        inside += inside <= info().range.least ? info().step : -info().step;
    if (std::holds_alternative<std::int64_t>(m_value))
        return static_cast<std::int64_t>(std::llround(inside));
    return inside;
}

void ParameterSlider::setValue(const Value& value)
{
    clearFaults();
    display(value);
}

void ParameterSlider::display(const Value& value)
{
    m_value = value;
    m_entry->setText(QString::fromStdString(valueText(value)).replace(QLatin1Char('-'), QChar(0x2212)));
    m_entry->setCursorPosition(0);
    if (m_slider && !m_slider->isDragging())
        m_slider->setValue(number(value));
}

void ParameterSlider::commitEntry()
{
    const QString typed = m_entry->text().trimmed().replace(QChar(0x2212), QLatin1Char('-'));
    Value parsed;
    std::vector<Fault> faults;
    if (!parseValue(typed.toStdString(), info(), m_value, parsed, faults)) {
        refuse(faults);
        return;
    }
    if (parsed == m_value && shownFault().isEmpty()) {
        display(m_value);
        return;
    }
    if (offer(parsed))
        display(parsed);
}

void ParameterSlider::markFault(bool fault)
{
    QPalette colors; // what it leaves open follows the theme
    if (fault)
        colors.setColor(QPalette::Text, surfaces(appliedTheme()).fault);
    m_entry->setPalette(colors);
}

bool ParameterSlider::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_entry && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool arrow = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down || key->key() == Qt::Key_PageUp ||
                           key->key() == Qt::Key_PageDown;
        if (arrow && m_slider) {
            QKeyEvent copy(QEvent::KeyPress, key->key(), key->modifiers());
            commitEntry();
            QCoreApplication::sendEvent(m_slider, &copy);
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            setValue(m_value);
            return true;
        }
    }
    return ParameterEditor::eventFilter(watched, event);
}

} // namespace realuid::widgets
