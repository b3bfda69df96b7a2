// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/compare_bar.h"

#include "app/explore/panel_board.h"
#include "widgets/formula.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace realuid::studio
{

CompareBar::CompareBar(QWidget* parent) : QWidget(parent), m_words(new widgets::FormulaLabel)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(widgets::kBetween, widgets::kInside, widgets::kBetween - widgets::kGrid, 0);
    row->setSpacing(widgets::kInside);
    row->addWidget(m_words, 1);
    auto* swap = new QPushButton(tr("Swap"));
    swap->setObjectName(QStringLiteral("swapCompared"));
    swap->setToolTip(tr("B becomes what A is, and the other way round"));
    connect(swap, &QPushButton::clicked, this, &CompareBar::swapAsked);
    row->addWidget(swap);
    auto* end = new QPushButton(tr("End"));
    end->setObjectName(QStringLiteral("endCompared"));
    end->setToolTip(tr("Show B alone"));
    connect(end, &QPushButton::clicked, this, &CompareBar::endAsked);
    row->addWidget(end);
}

void CompareBar::showSettings(const Scene& a, const Scene& b)
{
    QString words = QStringLiteral("A:  ") + settingWords(a) + QStringLiteral("     B:  ") + settingWords(b);
    if (a.generated != b.generated)
        words += QStringLiteral("     ") + tr("other generator");
    else if (a.loss == b.loss)
        words += QStringLiteral("     ") + tr("(change something: A stays as it is)");
    m_words->setMixed(words);
}

} // namespace realuid::studio
