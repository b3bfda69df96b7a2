// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"

#include <QWidget>

namespace realuid::widgets
{
class FormulaLabel;
}

namespace realuid::studio
{

/// The strip above the board while two settings are compared: what A and B are, and what can be done.
class CompareBar : public QWidget
{
    Q_OBJECT
public:
    explicit CompareBar(QWidget* parent = nullptr);
    void showSettings(const Scene& a, const Scene& b);

Q_SIGNALS:
    void swapAsked();
    void endAsked();

private:
    widgets::FormulaLabel* m_words = nullptr;
};

} // namespace realuid::studio
