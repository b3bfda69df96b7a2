// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>
#include <QWidget>

#include <memory>

class QPainter;

/// Typesets formulas for labels, sliders, axes and figures. The subset of TeX: letters (italic), digits and
/// operators, Greek (\alpha ... \Omega), ^ and _ with groups, \frac, \sqrt, \sum, \int, \prod, \left| \right|, | \|,
/// \cdot \times \pm \le \ge \ne \approx \sim \to \in \infty \partial \nabla, \hat \bar \tilde \dot,
/// \mathbb \mathcal \mathbf, \text and \mathrm, \log \exp \min \max ..., spaces \, \quad \ , \\\ for a new line.
/// A hyphen becomes a true minus. Anything unknown is shown as it is written, never dropped.
namespace realuid::widgets
{

struct FormulaBox; ///< a laid-out piece; private

/// A parsed formula, cheap to copy; sizes follow the font that is given, of which only the size and the upright
/// family count: variables take a mathematics or serif italic.
class Formula
{
public:
    Formula() = default;
    explicit Formula(const QString& tex);

    /// Words outside mathematics with formulas between dollar signs: "generator's field $f^\\theta$".
    static Formula mixed(const QString& words);

    struct Size {
        double width = 0;
        double ascent = 0;  ///< above the baseline of the first line
        double descent = 0; ///< below it
        double height() const { return ascent + descent; }
    };
    Size size(const QFont& font) const;

    /// With the painter's pen, from `baseline` at the left end. Vector painters get glyphs, not pictures.
    void paint(QPainter& painter, QPointF baseline, const QFont& font) const;

    /// The formula as words for screen readers and logs: "alpha P + (beta − alpha) Q".
    QString plainText() const { return m_plain; }
    bool isEmpty() const { return m_plain.isEmpty(); }

private:
    std::shared_ptr<const FormulaBox> m_root;
    QString m_plain;
};

/// Shorthands for one use.
Formula::Size formulaSize(const QString& tex, const QFont& font);
void paintFormula(QPainter& painter, QPointF baseline, const QString& tex, const QFont& font);

/// A formula as a widget; its accessible name is the plain text. Shrinks its type down to `least` of the font's
/// size where the room is too narrow.
class FormulaLabel : public QWidget
{
    Q_OBJECT
public:
    explicit FormulaLabel(const QString& tex = {}, QWidget* parent = nullptr);
    void setFormula(const QString& tex);
    /// See Formula::mixed().
    void setMixed(const QString& words);
    void setAlignment(Qt::Alignment alignment);
    const Formula& formula() const { return m_formula; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void take(Formula formula);

    Formula m_formula;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

} // namespace realuid::widgets
