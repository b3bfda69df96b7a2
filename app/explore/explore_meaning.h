// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/scene_numbers.h"

#include <QWidget>

#include <optional>

namespace realuid::widgets
{
class FormulaLabel;
class Notice;
class NumberTable;
struct NumberRow;
enum class Role;
}

namespace realuid::studio
{

/// The right column of Explore: the regime in words, the formula with letters and numbers, the distance, the values
/// under the pointer, and what the colours mean.
class ExploreMeaning : public QWidget
{
    Q_OBJECT
public:
    explicit ExploreMeaning(QWidget* parent = nullptr);

    void showScene(const Scene& scene); ///< words and formulas, at once
    void showNumbers(const SceneNumbers::Numbers& numbers);
    /// Those of the setting A that the scene is compared with; null hides them.
    void showCompared(const SceneNumbers::Numbers* a);
    void showPoint(const Scene& scene, double t, std::optional<std::array<double, 2>> x);

Q_SIGNALS:
    void roleHovered(std::optional<realuid::widgets::Role> role);

private:
    static std::vector<widgets::NumberRow> rowsOf(const SceneNumbers::Numbers& numbers);

    widgets::Notice* m_regime = nullptr;
    widgets::FormulaLabel* m_numerator = nullptr;
    widgets::FormulaLabel* m_integrand = nullptr;
    widgets::FormulaLabel* m_limit = nullptr;
    widgets::FormulaLabel* m_numeratorNumbers = nullptr;
    widgets::FormulaLabel* m_integrandNumbers = nullptr;
    widgets::FormulaLabel* m_limitNumbers = nullptr;
    QWidget* m_comparedHeading = nullptr;
    widgets::NumberTable* m_compared = nullptr;
    widgets::NumberTable* m_numbers = nullptr;
    widgets::NumberTable* m_point = nullptr;
};

} // namespace realuid::studio
