// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/formula.h"

#include "widgets/formula_box.h"
#include "widgets/formula_parser.h"

#include <QEvent>
#include <QFontInfo>
#include <QPainter>

#include <cmath>

namespace realuid::widgets
{
namespace
{

constexpr double kLeastShrink = 0.7; // a label's type does not shrink below this part of its size

// Sizes in pixels do not change with the resolution of what is painted on.
QFont inPixels(const QFont& font, double factor = 1)
{
    QFont out = font;
    const int pixels = font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
    out.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels * factor))));
    return out;
}

} // namespace

Formula::Formula(const QString& tex)
    : m_root(std::make_shared<FormulaBox>(parseFormula(tex))), m_plain(spokenText(*m_root))
{
}

Formula Formula::mixed(const QString& words)
{
    FormulaBox row;
    const QStringList parts = words.split(QLatin1Char('$'));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts[i].isEmpty())
            continue;
        row.children.push_back(i % 2 == 1 ? parseFormula(parts[i]) : FormulaBox{.kind = FormulaBox::Kind::Glyphs, .text = parts[i]});
    }
    Formula out;
    out.m_plain = spokenText(row);
    out.m_root = std::make_shared<FormulaBox>(std::move(row));
    return out;
}

Formula::Size Formula::size(const QFont& font) const
{
    return m_root ? place(*m_root, inPixels(font), nullptr, {}) : Size{};
}

void Formula::paint(QPainter& painter, QPointF baseline, const QFont& font) const
{
    if (!m_root)
        return;
    const QFont before = painter.font();
    place(*m_root, inPixels(font), &painter, baseline);
    painter.setFont(before);
}

Formula::Size formulaSize(const QString& tex, const QFont& font) { return Formula(tex).size(font); }

void paintFormula(QPainter& painter, QPointF baseline, const QString& tex, const QFont& font)
{
    Formula(tex).paint(painter, baseline, font);
}

FormulaLabel::FormulaLabel(const QString& tex, QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFormula(tex);
}

void FormulaLabel::setFormula(const QString& tex) { take(Formula(tex)); }
void FormulaLabel::setMixed(const QString& words) { take(Formula::mixed(words)); }

void FormulaLabel::take(Formula formula)
{
    m_formula = std::move(formula);
    setAccessibleName(m_formula.plainText());
    updateGeometry();
    update();
}

void FormulaLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

QSize FormulaLabel::sizeHint() const
{
    const Formula::Size size = m_formula.size(font());
    return {static_cast<int>(std::ceil(size.width)) + 2, static_cast<int>(std::ceil(size.height())) + 2};
}

QSize FormulaLabel::minimumSizeHint() const
{
    const QSize full = sizeHint();
    return {static_cast<int>(full.width() * kLeastShrink) + 1, full.height()};
}

void FormulaLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::WindowText));
    const double wanted = m_formula.size(font()).width + 2;
    const QFont type = inPixels(font(), std::clamp(width() / wanted, kLeastShrink, 1.0));
    const Formula::Size size = m_formula.size(type);
    const double x = m_alignment & Qt::AlignRight     ? width() - size.width - 1
                     : m_alignment & Qt::AlignHCenter ? (width() - size.width) / 2
                                                      : 1;
    const double y = m_alignment & Qt::AlignTop ? size.ascent + 1 : (height() - size.height()) / 2 + size.ascent;
    m_formula.paint(painter, {x, y}, type);
}

void FormulaLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace realuid::widgets
