// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shortcuts_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace realuid::studio
{

ShortcutsDialog::ShortcutsDialog(QWidget& window) : QDialog(&window)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(460, 520);
    auto* list = new QTreeWidget;
    list->setRootIsDecorated(false);
    list->setHeaderLabels({tr("What"), tr("Keys")});
    list->setAccessibleName(tr("Keyboard shortcuts"));
    const auto add = [list](const QString& what, const QString& keys) { new QTreeWidgetItem(list, {what, keys}); };
    for (const QAction* action : window.actions())
        if (!action->shortcut().isEmpty())
            add(action->text().remove(u'&'), action->shortcut().toString(QKeySequence::NativeText));
    add(tr("Go to a page"), tr("Alt + its number"));
    add(tr("Slider: one step"), tr("Arrow keys"));
    add(tr("Slider: a tenth of a step"), tr("Shift + arrow keys"));
    add(tr("Slider: ten steps"), tr("Page up, page down"));
    add(tr("Slider: its ends"), tr("Home, End"));
    add(tr("Slider: back to the default"), tr("Double click"));
    add(tr("Handles in a picture: walk"), tr("Tab"));
    add(tr("Handles: move, resize, turn"), tr("Arrow keys, with Shift finer"));
    add(tr("Handles: weight of a component"), tr("Page up, page down"));
    add(tr("Handles: add a component"), tr("+ or double click"));
    add(tr("Handles: remove a component"), tr("Delete"));
    add(tr("Card: fill the window and back"), tr("Its button, Escape"));
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* rows = new QVBoxLayout(this);
    rows->addWidget(list);
    rows->addWidget(buttons);
}

} // namespace realuid::studio
