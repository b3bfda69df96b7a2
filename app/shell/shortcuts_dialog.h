// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace realuid::studio
{

/// All shortcuts of a window's actions, and the keys of sliders, as a list that cannot go stale.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(QWidget& window);
};

} // namespace realuid::studio
