// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/formula_box.h"

#include "widgets/formula_symbols.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QHash>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace realuid::widgets
{
namespace
{

using Kind = FormulaBox::Kind;
using Face = FormulaBox::Face;
using Size = Formula::Size;

constexpr double kAscent = 0.74;   // of a line without tall parts, in type sizes
constexpr double kDescent = 0.22;
constexpr double kAxis = 0.26;     // height of fraction bars and minus signs above the baseline
constexpr double kScript = 0.72;
constexpr double kLeastType = 6;   // pixels; scripts do not become smaller

// A mathematics font with slanted letters of its own, where the machine has one.
const QString& mathFamily()
{
    static const QString family = [] {
        const QStringList there = QFontDatabase::families();
        for (const char* name : {"STIX Two Math", "Latin Modern Math", "Cambria Math", "DejaVu Math TeX Gyre"})
            if (there.contains(QLatin1String(name)))
                return QString::fromLatin1(name);
        return QString();
    }();
    return family;
}

QFont sized(QFont font, double pixels)
{
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels))));
    return font;
}

QFont scriptFont(const QFont& font)
{
    return sized(font, std::max(font.pixelSize() * kScript, std::min<double>(kLeastType, font.pixelSize())));
}

QFont faceFont(QFont font, Face face)
{
    font.setItalic(false);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (face == Face::Bold)
        font.setBold(true);
    if (face == Face::Italic || face == Face::Big) {
        font.setBold(false);
        if (!mathFamily().isEmpty()) {
            font.setFamilies({mathFamily()});
        } else {
            font.setFamilies({QStringLiteral("Times New Roman"), QStringLiteral("Liberation Serif"), QStringLiteral("DejaVu Serif")});
            font.setItalic(face == Face::Italic);
        }
    }
    if (face == Face::Big)
        font.setPixelSize(font.pixelSize() * 3 / 2);
    return font;
}

// An SVG file holds no type, and few machines have a mathematics font: there its letters are outlines.
void drawGlyphs(QPainter& painter, const QFont& font, QPointF at, const QString& text, Face face)
{
    const bool outline = (face == Face::Italic || face == Face::Big) && painter.paintEngine()->type() == QPaintEngine::SVG;
    if (outline) {
        QPainterPath path;
        path.addText(at, font, text);
        painter.fillPath(path, painter.pen().color());
    } else {
        painter.setFont(font);
        painter.drawText(at, text);
    }
}

/// Type that is ready to be put down: laying it out takes longer than drawing it, and the same few words come in every frame.
struct Glyphs {
    QFont font;
    QString text;
    QRectF ink;
    double advance = 0;
};

Glyphs laidOut(const QFont& base, Face face, const QString& words)
{
    const QFont font = faceFont(base, face);
    const QString text = face == Face::Italic && !mathFamily().isEmpty() ? mathItalic(words) : words;
    const QFontMetricsF metrics(font);
    return {font, text, metrics.tightBoundingRect(text), metrics.horizontalAdvance(text)};
}

struct GlyphsKey {
    QFont base;
    Face face;
    QString words;
    bool operator==(const GlyphsKey&) const = default;
};

size_t qHash(const GlyphsKey& key, size_t seed = 0) { return qHashMulti(seed, key.base, static_cast<int>(key.face), key.words); }

constexpr qsizetype kKeptGlyphs = 2000;

/// Kept by each thread for itself: fonts that are loaded belong to theirs.
const Glyphs& glyphsOf(const QFont& base, Face face, const QString& words)
{
    thread_local QHash<GlyphsKey, Glyphs> kept;
    const GlyphsKey key{base, face, words};
    if (const auto found = kept.constFind(key); found != kept.constEnd())
        return *found;
    if (kept.size() >= kKeptGlyphs) // numbers that change: begin anew
        kept.clear();
    return *kept.insert(key, laidOut(base, face, words));
}

Size placeGlyphs(const FormulaBox& box, const QFont& base, QPainter* painter, QPointF at)
{
    const Glyphs& glyphs = glyphsOf(base, box.face, box.text);
    const double em = base.pixelSize();
    double lower = 0;
    if (box.face == Face::Big) // centred on the axis
        lower = -(glyphs.ink.center().y() + kAxis * em);
    if (painter)
        drawGlyphs(*painter, glyphs.font, at + QPointF(0, lower), glyphs.text, box.face);
    const double overhang = box.face == Face::Italic ? std::max(0.0, glyphs.ink.right() - glyphs.advance) : 0;
    return {glyphs.advance + overhang, std::max(kAscent * em, -glyphs.ink.top() - lower), std::max(kDescent * em, glyphs.ink.bottom() + lower)};
}

Size placeRow(const FormulaBox& box, const QFont& font, QPainter* painter, QPointF at)
{
    Size total{0, kAscent * font.pixelSize(), kDescent * font.pixelSize()};
    for (const FormulaBox& child : box.children) {
        const Size size = place(child, font, painter, at + QPointF(total.width, 0));
        total.width += size.width;
        total.ascent = std::max(total.ascent, size.ascent);
        total.descent = std::max(total.descent, size.descent);
    }
    return total;
}

Size placeLines(const FormulaBox& box, const QFont& font, QPainter* painter, QPointF at)
{
    Size total;
    for (const FormulaBox& child : box.children) {
        const Size size = place(child, font, nullptr, at);
        const bool first = &child == &box.children.front();
        const double drop = first ? 0 : total.descent + size.ascent + 0.15 * font.pixelSize();
        place(child, font, painter, at + QPointF(0, drop));
        total = {std::max(total.width, size.width), first ? size.ascent : total.ascent, drop + size.descent};
    }
    return total;
}

Size placeFraction(const FormulaBox& box, const QFont& font, QPainter* painter, QPointF at)
{
    const double em = font.pixelSize();
    const QFont inner = em > 10 ? sized(font, em * 0.88) : font;
    const Size above = place(box.children[0], inner, nullptr, at);
    const Size below = place(box.children[1], inner, nullptr, at);
    const double bar = kAxis * em, gap = 0.1 * em, side = 0.12 * em;
    const double inside = std::max(above.width, below.width);
    if (painter) {
        place(box.children[0], inner, painter, at + QPointF(side + (inside - above.width) / 2, -bar - gap - above.descent));
        place(box.children[1], inner, painter, at + QPointF(side + (inside - below.width) / 2, -bar + gap + below.ascent));
        painter->fillRect(QRectF(at.x() + side / 2, at.y() - bar - 0.03 * em, inside + side, 0.06 * em), painter->pen().color());
    }
    return {inside + 2 * side, bar + gap + above.height(), gap - bar + below.height()};
}

Size placeScripts(const FormulaBox& box, const QFont& font, QPainter* painter, QPointF at)
{
    const double em = font.pixelSize();
    const QFont inner = scriptFont(font);
    const Size base = place(box.children[0], font, painter, at);
    Size total = base;
    const FormulaBox &over = box.children[1], &under = box.children[2];
    if (!over.children.empty() || over.kind != Kind::Row) {
        const double up = std::max(0.4 * em, base.ascent - 0.36 * em);
        const Size size = place(over, inner, painter, at + QPointF(base.width + 0.03 * em, -up));
        total.width = std::max(total.width, base.width + size.width + 0.06 * em);
        total.ascent = std::max(total.ascent, up + size.ascent);
    }
    if (!under.children.empty() || under.kind != Kind::Row) {
        const double down = std::max(0.2 * em, base.descent - 0.06 * em);
        const Size size = place(under, inner, painter, at + QPointF(base.width, down));
        total.width = std::max(total.width, base.width + size.width + 0.04 * em);
        total.descent = std::max(total.descent, down + size.descent);
    }
    return total;
}

Size placeLimits(const FormulaBox& box, const QFont& font, QPainter* painter, QPointF at)
{
    const QFont inner = scriptFont(font);
    const Size base = place(box.children[0], font, nullptr, at);
    const Size over = place(box.children[1], inner, nullptr, at);
    const Size under = place(box.children[2], inner, nullptr, at);
    const double width = std::max({base.width, over.width, under.width});
    if (painter) {
        place(box.children[0], font, painter, at + QPointF((width - base.width) / 2, 0));
        place(box.children[1], inner, painter, at + QPointF((width - over.width) / 2, -base.ascent - over.descent));
        place(box.children[2], inner, painter, at + QPointF((width - under.width) / 2, base.descent + under.ascent));
    }
    const auto used = [](const FormulaBox& part, const Size& size) { return part.children.empty() && part.kind == Kind::Row ? 0 : size.height(); };
    return {width, base.ascent + used(box.children[1], over), base.descent + used(box.children[2], under)};
}

Size placeRoot(const FormulaBox& box, const QFont& font, QPainter* painter, QPointF at)
{
    const double em = font.pixelSize();
    const double hook = 0.55 * em;
    const Size inside = place(box.children[0], font, painter, at + QPointF(hook, 0));
    const double top = inside.ascent + 0.1 * em;
    if (painter) {
        const QPen pen = painter->pen();
        painter->setPen(QPen(pen.color(), 0.06 * em, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
        painter->drawPolyline(QPolygonF{at + QPointF(0.08 * em, -0.28 * em), at + QPointF(0.2 * em, -0.34 * em),
                                        at + QPointF(0.34 * em, inside.descent), at + QPointF(hook - 0.04 * em, -top),
                                        at + QPointF(hook + inside.width + 0.06 * em, -top)});
        painter->setPen(pen);
    }
    return {hook + inside.width + 0.08 * em, top + 0.06 * em, inside.descent + 0.06 * em};
}

// Bars are drawn as lines of the height that is needed; brackets are stretched type.
void paintDelimiter(QPainter& painter, QChar c, const QFont& font, QPointF at, const Size& inside, double width)
{
    const double top = at.y() - inside.ascent, height = inside.height(), em = font.pixelSize();
    if (c == QLatin1Char('|') || c == QChar(0x2016)) {
        const int bars = c == QLatin1Char('|') ? 1 : 2;
        for (int i = 0; i < bars; ++i) {
            const double x = at.x() + width * (i + 1) / (bars + 1);
            painter.fillRect(QRectF(x - 0.03 * em, top, 0.06 * em, height), painter.pen().color());
        }
        return;
    }
    const QFont upright = faceFont(font, Face::Upright);
    const QRectF ink = QFontMetricsF(upright).tightBoundingRect(QString(c));
    painter.save();
    painter.translate(at.x() + 0.05 * em, top);
    painter.scale(1, height / ink.height());
    painter.setFont(upright);
    painter.drawText(QPointF(0, -ink.top()), QString(c));
    painter.restore();
}

Size placeFence(const FormulaBox& box, const QFont& font, QPainter* painter, QPointF at)
{
    const double em = font.pixelSize();
    const auto widthOf = [&](QChar c) { return c == QLatin1Char('.') ? 0.0 : c == QChar(0x2016) ? 0.5 * em : 0.36 * em; };
    const double left = widthOf(box.text.at(0)), right = widthOf(box.text.at(1));
    Size size = place(box.children[0], font, painter, at + QPointF(left, 0));
    if (painter && left > 0)
        paintDelimiter(*painter, box.text.at(0), font, at, size, left);
    if (painter && right > 0)
        paintDelimiter(*painter, box.text.at(1), font, at + QPointF(left + size.width, 0), size, right);
    size.width += left + right;
    return size;
}

Size placeAccent(const FormulaBox& box, const QFont& font, QPainter* painter, QPointF at)
{
    const Size base = place(box.children[0], font, painter, at);
    const QFont upright = faceFont(font, Face::Upright);
    const QRectF ink = QFontMetricsF(upright).tightBoundingRect(box.text);
    const double em = font.pixelSize();
    const double bottom = (base.ascent > 0.8 * em ? base.ascent : 0.72 * em) + 0.02 * em;
    if (painter) {
        painter->setFont(upright);
        painter->drawText(at + QPointF(base.width / 2 - ink.center().x() + 0.05 * em, -bottom - ink.bottom() + 0.1 * em), box.text);
    }
    return {base.width, std::max(base.ascent, bottom + ink.height()), base.descent};
}

} // namespace

Size place(const FormulaBox& box, const QFont& font, QPainter* painter, QPointF at)
{
    switch (box.kind) {
    case Kind::Row:
        return placeRow(box, font, painter, at);
    case Kind::Lines:
        return placeLines(box, font, painter, at);
    case Kind::Glyphs:
        return placeGlyphs(box, font, painter, at);
    case Kind::Space:
        return {box.amount * font.pixelSize(), 0, 0};
    case Kind::Fraction:
        return placeFraction(box, font, painter, at);
    case Kind::Scripts:
        return placeScripts(box, font, painter, at);
    case Kind::Limits:
        return placeLimits(box, font, painter, at);
    case Kind::Root:
        return placeRoot(box, font, painter, at);
    case Kind::Fence:
        return placeFence(box, font, painter, at);
    case Kind::Accent:
        return placeAccent(box, font, painter, at);
    }
    return {};
}

namespace
{

QString joined(const std::vector<FormulaBox>& children)
{
    QString out;
    for (const FormulaBox& child : children) {
        const QString part = spokenText(child);
        const bool tight = out.isEmpty() || part.isEmpty() || out.endsWith(QLatin1Char('(')) || out.endsWith(QLatin1Char(' ')) ||
                           part.startsWith(QLatin1Char(')')) || part.startsWith(QLatin1Char(',')) || part.startsWith(QLatin1Char(' ')) ||
                           part.startsWith(QChar(0x2032));
        out += (tight ? QString() : QStringLiteral(" ")) + part;
    }
    return out;
}

QString grouped(const FormulaBox& box)
{
    const QString inside = spokenText(box);
    return inside.contains(QLatin1Char(' ')) ? QLatin1Char('(') + inside + QLatin1Char(')') : inside;
}

} // namespace

QString spokenText(const FormulaBox& box)
{
    switch (box.kind) {
    case Kind::Row:
    case Kind::Lines:
        return joined(box.children);
    case Kind::Glyphs:
        return box.spoken.isEmpty() ? box.text : box.spoken;
    case Kind::Space:
        return {};
    case Kind::Fraction:
        return grouped(box.children[0]) + QStringLiteral(" / ") + grouped(box.children[1]);
    case Kind::Scripts:
    case Kind::Limits: {
        const QString under = grouped(box.children[2]), over = grouped(box.children[1]);
        return spokenText(box.children[0]) + (under.isEmpty() ? QString() : QLatin1Char('_') + under) +
               (over.isEmpty() ? QString() : QLatin1Char('^') + over);
    }
    case Kind::Root:
        return QStringLiteral("sqrt(") + spokenText(box.children[0]) + QLatin1Char(')');
    case Kind::Fence:
        return joined({{.kind = Kind::Glyphs, .text = box.text.left(1).remove(QLatin1Char('.'))},
                       box.children[0],
                       {.kind = Kind::Glyphs, .text = box.text.mid(1).remove(QLatin1Char('.'))}});
    case Kind::Accent:
        return box.spoken + QLatin1Char(' ') + spokenText(box.children[0]);
    }
    return {};
}

} // namespace realuid::widgets
