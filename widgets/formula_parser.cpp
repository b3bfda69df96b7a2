// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/formula_parser.h"

#include "widgets/formula_symbols.h"

#include <iterator>

namespace realuid::widgets
{
namespace
{

using Kind = FormulaBox::Kind;
using Face = FormulaBox::Face;

FormulaBox glyphs(const QString& text, Face face = Face::Upright, const QString& spoken = {})
{
    return {.kind = Kind::Glyphs, .text = text, .spoken = spoken, .face = face};
}
FormulaBox space(double amount) { return {.kind = Kind::Space, .amount = amount}; }
FormulaBox row(std::vector<FormulaBox> children) { return {.kind = Kind::Row, .children = std::move(children)}; }
bool isEmptyRow(const FormulaBox& box) { return box.kind == Kind::Row && box.children.empty(); }

class Parser
{
public:
    explicit Parser(const QString& tex) : m_tex(tex) {}

    FormulaBox lines()
    {
        std::vector<FormulaBox> all{sequence()};
        while (!atEnd()) {
            if (m_tex.mid(m_at, 2) == QLatin1String("\\\\"))
                m_at += 2;
            else
                all.push_back(glyphs(m_tex.mid(m_at++, 1))); // a closing brace that nothing opened
            all.push_back(sequence());
        }
        if (all.size() == 1)
            return std::move(all.front());
        return {.kind = Kind::Lines, .children = std::move(all)};
    }

private:
    bool atEnd() const { return m_at >= m_tex.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_tex.at(m_at); }
    bool eat(QLatin1Char c)
    {
        const bool there = !atEnd() && peek() == c;
        m_at += there ? 1 : 0;
        return there;
    }
    bool endsHere() const
    {
        const QStringView rest = QStringView(m_tex).mid(m_at);
        return rest.isEmpty() || rest.startsWith(QLatin1Char('}')) || rest.startsWith(QLatin1String("\\\\")) ||
               (rest.startsWith(QLatin1String("\\right")) && !rest.startsWith(QLatin1String("\\rightarrow")));
    }

    FormulaBox sequence()
    {
        std::vector<FormulaBox> out;
        bool operand = false; // whether an operand stands before, so that a sign is binary
        while (!endsHere()) {
            if (peek().isSpace()) {
                ++m_at;
                continue;
            }
            SymbolClass kind = SymbolClass::Ordinary;
            FormulaBox base = next(kind); // before `kind` is read
            FormulaBox atom = scripts(std::move(base), kind);
            const bool spaced = kind == SymbolClass::Relation || (kind == SymbolClass::Binary && operand && !endsHere());
            const double width = kind == SymbolClass::Relation ? 0.28 : 0.22;
            if (spaced && !out.empty())
                out.push_back(space(width));
            if (kind == SymbolClass::Function && operand)
                out.push_back(space(0.17));
            const bool comma = atom.text == QLatin1String(",") || atom.text == QLatin1String(";");
            out.push_back(std::move(atom));
            if (spaced || comma || (kind == SymbolClass::Function && peek() != QLatin1Char('(')))
                out.push_back(space(comma ? 0.17 : kind == SymbolClass::Function ? 0.17 : width));
            operand = !spaced && !comma && kind != SymbolClass::Binary && out.back().text != QLatin1String("(");
        }
        return row(std::move(out));
    }

    FormulaBox scripts(FormulaBox base, SymbolClass kind)
    {
        const bool limits = (kind == SymbolClass::Big && base.text != QStringLiteral("∫")) || kind == SymbolClass::Function;
        FormulaBox over = row({}), under = row({});
        while (!atEnd() && (peek() == QLatin1Char('^') || peek() == QLatin1Char('_'))) {
            FormulaBox& target = m_tex.at(m_at++) == QLatin1Char('^') ? over : under;
            target = argument();
        }
        if (isEmptyRow(over) && isEmptyRow(under))
            return base;
        FormulaBox out{.kind = limits ? Kind::Limits : Kind::Scripts};
        out.children.push_back(std::move(base));
        out.children.push_back(std::move(over));
        out.children.push_back(std::move(under));
        return out;
    }

    FormulaBox argument()
    {
        while (peek().isSpace())
            ++m_at;
        if (eat(QLatin1Char('{'))) {
            FormulaBox inside = sequence();
            eat(QLatin1Char('}'));
            return inside;
        }
        SymbolClass kind{};
        return atEnd() ? row({}) : next(kind);
    }

    QString rawArgument()
    {
        if (!eat(QLatin1Char('{')))
            return atEnd() ? QString() : QString(m_tex.at(m_at++));
        const qsizetype end = m_tex.indexOf(QLatin1Char('}'), m_at);
        const QString inside = m_tex.mid(m_at, end < 0 ? -1 : end - m_at);
        m_at = end < 0 ? m_tex.size() : end + 1;
        return inside;
    }

    FormulaBox next(SymbolClass& kind)
    {
        const QChar c = peek();
        if (c == QLatin1Char('{'))
            return argument();
        if (c == QLatin1Char('\\'))
            return command(kind);
        ++m_at;
        if (c == QLatin1Char('\''))
            return {.kind = Kind::Scripts, .children = {row({}), glyphs(QStringLiteral("′")), row({})}};
        if (c.isDigit()) {
            const qsizetype begin = m_at - 1;
            while (peek().isDigit() || (peek() == QLatin1Char('.') && m_at + 1 < m_tex.size() && m_tex.at(m_at + 1).isDigit()))
                ++m_at;
            return glyphs(m_tex.mid(begin, m_at - begin));
        }
        if (const Symbol* symbol = findCharacter(c)) {
            kind = symbol->kind;
            return glyphs(QString::fromUtf8(symbol->text));
        }
        return glyphs(QString(c), c.isLetter() ? Face::Italic : Face::Upright);
    }

    QString commandName()
    {
        ++m_at; // the backslash
        const qsizetype begin = m_at;
        while (peek().isLetter())
            ++m_at;
        if (m_at == begin && !atEnd())
            ++m_at;
        return m_tex.mid(begin, m_at - begin);
    }

    FormulaBox command(SymbolClass& kind)
    {
        const QString name = commandName();
        if (const Symbol* symbol = findSymbol(name)) {
            kind = symbol->kind;
            const QString text = QString::fromUtf8(symbol->text);
            if (kind == SymbolClass::Space)
                return space(text.toInt() / 1000.0);
            const Face face = kind == SymbolClass::Variable ? Face::Italic : kind == SymbolClass::Big ? Face::Big : Face::Upright;
            const bool says = name.size() > 1 && name.at(0).isLetter() && kind != SymbolClass::Function;
            return glyphs(text, face, says ? name : QString());
        }
        if (name == QLatin1String("text") || name == QLatin1String("mathrm"))
            return glyphs(rawArgument());
        if (name == QLatin1String("mathbf"))
            return glyphs(rawArgument(), Face::Bold);
        if (name == QLatin1String("mathbb") || name == QLatin1String("mathcal"))
            return styledLetters(name);
        if (name == QLatin1String("frac")) {
            FormulaBox above = argument();
            return {.kind = Kind::Fraction, .children = {std::move(above), argument()}};
        }
        if (name == QLatin1String("sqrt"))
            return {.kind = Kind::Root, .children = {argument()}};
        if (name == QLatin1String("left"))
            return fence();
        const QString mark = accentMark(name);
        if (!mark.isEmpty())
            return {.kind = Kind::Accent, .text = mark, .spoken = name, .children = {argument()}};
        return glyphs(QLatin1Char('\\') + name);
    }

    static QString accentMark(const QString& name)
    {
        return name == QLatin1String("hat")     ? QStringLiteral("ˆ")
               : name == QLatin1String("bar")   ? QStringLiteral("¯")
               : name == QLatin1String("tilde") ? QStringLiteral("˜")
               : name == QLatin1String("dot")   ? QStringLiteral("˙")
                                                : QString();
    }

    FormulaBox styledLetters(const QString& style)
    {
        const QString letters = rawArgument();
        static const QString plain = QStringLiteral("RENZPCLDFHI");
        static const char32_t board[] = U"ℝ\U0001D53CℕℤℙℂL\U0001D53B\U0001D53DHI";
        static const char32_t script[] = U"ℛℰ\U0001D4A9\U0001D4B5\U0001D4AB\U0001D49Eℒ\U0001D49Fℱℋℐ";
        QString out;
        for (const QChar c : letters) {
            const qsizetype index = plain.indexOf(c);
            out += index < 0 ? QString(c) : QString::fromUcs4((style == QLatin1String("mathbb") ? board : script) + index, 1);
        }
        return glyphs(out, Face::Upright, letters);
    }

    QChar delimiter()
    {
        if (peek() != QLatin1Char('\\'))
            return atEnd() ? QChar(QLatin1Char('.')) : m_tex.at(m_at++);
        const Symbol* symbol = findSymbol(commandName());
        return symbol ? QString::fromUtf8(symbol->text).at(0) : QChar(QLatin1Char('.'));
    }

    FormulaBox fence()
    {
        QString ends = QString(delimiter());
        FormulaBox inside = sequence();
        if (QStringView(m_tex).mid(m_at).startsWith(QLatin1String("\\right"))) {
            m_at += 6;
            ends += delimiter();
        } else {
            ends += QLatin1Char('.');
        }
        return {.kind = Kind::Fence, .text = ends, .children = {std::move(inside)}};
    }

    QString m_tex;
    qsizetype m_at = 0;
};

} // namespace

FormulaBox parseFormula(const QString& tex) { return Parser(tex).lines(); }

} // namespace realuid::widgets
