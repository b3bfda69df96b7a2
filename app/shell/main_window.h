// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QMainWindow>
#include <QUndoGroup>

class QLabel;
class QMenu;
class QPushButton;
class QHBoxLayout;
class QStackedWidget;

namespace realuid::widgets
{
class PageRail;
}

namespace realuid::studio
{

class DistilPage;
class ExplorePage;
class Page;
class TrainPage;

/// The frame: rail of pages, top bar, menu, theme, undo over all pages, and what is kept from one start to the next.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow();
    ~MainWindow() override;

    ExplorePage& explore() { return *m_explore; }
    DistilPage& distil() { return *m_distil; }
    TrainPage& train() { return *m_train; }

    /// One of pageNames(); false for any other.
    bool showPage(const QString& name);
    static QStringList pageNames();
    void setTheme(widgets::Theme theme); ///< and remembers it
    static widgets::Theme storedTheme(); ///< of the last start, else the desktop's

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override; ///< scene files and links
    void dropEvent(QDropEvent* event) override;

private:
    void buildBar(QWidget& bar);
    void buildMenu();
    void addViewMenu(QMenu& menu);
    void fillRecent();
    void openScene(const QString& source);
    void choosePage(int index);
    void showName();
    void nameTheme();
    void restore();
    Page& page() const;
    QAction* shared(QAction* action); ///< its shortcut works in the whole window

    ExplorePage* m_explore = nullptr;
    DistilPage* m_distil = nullptr;
    TrainPage* m_train = nullptr;
    widgets::PageRail* m_rail = nullptr;
    QStackedWidget* m_stack = nullptr;
    QLabel* m_name = nullptr;
    QHBoxLayout* m_pageButtons = nullptr;
    QHBoxLayout* m_primarySlot = nullptr;
    QPushButton* m_resetButton = nullptr;
    QMenu* m_menu = nullptr;
    QMenu* m_recent = nullptr;
    QAction* m_undoAction = nullptr;
    QAction* m_redoAction = nullptr;
    QAction* m_reset = nullptr;
    QAction* m_theme = nullptr;
    QAction* m_meaning = nullptr;
    QMetaObject::Connection m_meaningConnection; ///< to the page on show
    QUndoGroup m_undo;
};

} // namespace realuid::studio
