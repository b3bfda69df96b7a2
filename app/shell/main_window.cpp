// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"

#include "app/distil/distil_page.h"
#include "app/explore/explore_page.h"
#include "app/shell/recent_files.h"
#include "app/shell/shortcuts_dialog.h"
#include "app/train/train_page.h"
#include "widgets/page_rail.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>

namespace realuid::studio
{
namespace
{
constexpr QSize kFirstSize{1280, 800};
constexpr QSize kLeastSize{960, 560};
constexpr int kBarHeight = 46;
constexpr int kMenuArrow = 14;
const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kThemeKey = QStringLiteral("window/theme");

QPushButton* buttonFor(QAction* action)
{
    auto* button = new QPushButton(action->text());
    button->setFocusPolicy(Qt::TabFocus);
    const auto follow = [button, action] {
        button->setText(action->text());
        button->setEnabled(action->isEnabled());
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        button->setToolTip(keys.isEmpty() ? action->toolTip() : action->toolTip() + QStringLiteral(" (") + keys + u')');
    };
    QObject::connect(action, &QAction::changed, button, follow);
    if (action->menu()) {
        button->setMenu(action->menu());
        button->setMinimumWidth(button->sizeHint().width() + kMenuArrow);
    } else {
        QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    }
    follow();
    return button;
}

/// The scene file or the link that is dropped; empty where it is neither.
QString droppedScene(const QMimeData& data)
{
    for (const QUrl& url : data.urls())
        if (url.isLocalFile() && url.toLocalFile().endsWith(QStringLiteral(".json"), Qt::CaseInsensitive))
            return url.toLocalFile();
    const QString text = data.text().trimmed();
    return text.startsWith(QStringLiteral("realuid:scene/")) ? text : QString();
}

QPalette primaryPalette()
{
    const widgets::Surfaces& s = widgets::surfaces(widgets::appliedTheme());
    QPalette palette;
    // Fusion lightens the upper half of a button; white words need a darker start.
    palette.setColor(QPalette::Button, s.onAccent.lightness() > 128 ? s.accent.darker(125) : s.accent);
    palette.setColor(QPalette::ButtonText, s.onAccent);
    palette.setColor(QPalette::Disabled, QPalette::Button, s.rule);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, s.quietText);
    return palette;
}

QToolButton* iconButton(QAction* action)
{
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    return button;
}

} // namespace

MainWindow::MainWindow()
{
    setWindowTitle(tr("RealUID Studio"));
    setMinimumSize(kLeastSize);
    setAcceptDrops(true);
    m_explore = new ExplorePage;
    m_distil = new DistilPage;
    m_train = new TrainPage;
    auto* central = new QWidget;
    auto* rows = new QVBoxLayout(central);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* bar = new QWidget;
    bar->setFixedHeight(kBarHeight);
    bar->setAutoFillBackground(true);
    bar->setBackgroundRole(QPalette::Base);
    rows->addWidget(bar);
    auto* body = new QHBoxLayout;
    m_rail = new widgets::PageRail;
    m_rail->addPage(widgets::Icon::Explore, tr("Explore"), tr("Closed forms: fields and distances"));
    m_rail->addPage(widgets::Icon::Distil, tr("Distil 2-D"), tr("The two-player game, live, in the plane"));
    m_rail->addPage(widgets::Icon::Train, tr("Train"), tr("Distil a generator, or train a teacher"));
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_explore);
    m_stack->addWidget(m_distil);
    m_stack->addWidget(m_train);
    body->addWidget(m_rail);
    body->addWidget(m_stack, 1);
    rows->addLayout(body, 1);
    setCentralWidget(central);
    buildMenu();
    buildBar(*bar);
    for (Page* page : {static_cast<Page*>(m_explore), static_cast<Page*>(m_distil), static_cast<Page*>(m_train)}) {
        m_undo.addStack(page->undoStack());
        connect(page, &Page::documentNameChanged, this, &MainWindow::showName);
        connect(page, &Page::closeReady, this, &QWidget::close);
    }
    connect(m_distil, &DistilPage::exploreSceneRequested, this,
            [this] { m_distil->takeScene(m_explore->document().scene(), m_explore->documentName()); });
    connect(m_rail, &widgets::PageRail::currentChanged, this, &MainWindow::choosePage);
    choosePage(0);
    m_stack->setFocus();
    restore();
}

MainWindow::~MainWindow()
{
    // An undo stack that is destroyed reports to a window that is half gone.
    m_explore->disconnect(this);
    m_distil->disconnect(this);
    m_train->disconnect(this);
}

QStringList MainWindow::pageNames() { return {QStringLiteral("explore"), QStringLiteral("distil"), QStringLiteral("train")}; }

bool MainWindow::showPage(const QString& name)
{
    const auto index = static_cast<int>(pageNames().indexOf(name));
    if (index < 0)
        return false;
    m_rail->setCurrent(index);
    choosePage(index);
    return true;
}

Page& MainWindow::page() const { return *static_cast<Page*>(m_stack->currentWidget()); }

QAction* MainWindow::shared(QAction* action)
{
    addAction(action);
    return action;
}

void MainWindow::buildBar(QWidget& bar)
{
    auto* row = new QHBoxLayout(&bar);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(8);
    auto* title = new QLabel(tr("RealUID Studio"));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_name = new QLabel;
    m_name->setObjectName(QStringLiteral("documentName"));
    m_name->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(title);
    row->addWidget(m_name, 1);
    row->addWidget(iconButton(m_undoAction));
    row->addWidget(iconButton(m_redoAction));
    row->addWidget(m_resetButton = buttonFor(m_reset));
    m_pageButtons = new QHBoxLayout;
    m_pageButtons->setSpacing(8);
    row->addLayout(m_pageButtons);
    row->addWidget(buttonFor(m_theme));
    auto* menu = new QPushButton(tr("Menu"));
    menu->setMenu(m_menu);
    menu->setShortcut(QKeySequence(QStringLiteral("Alt+M")));
    row->addWidget(menu);
    m_primarySlot = new QHBoxLayout;
    row->addLayout(m_primarySlot);
}

void MainWindow::buildMenu()
{
    m_menu = new QMenu(this);
    QMenu* file = m_menu->addMenu(tr("File"));
    const auto add = [this](QMenu* menu, const QString& text, const QKeySequence& keys, auto* receiver, auto slot) {
        QAction* action = menu->addAction(text);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, receiver, slot);
        return shared(action);
    };
    add(file, tr("Open scene…"), QKeySequence::Open, m_explore, &ExplorePage::chooseFile);
    m_recent = file->addMenu(tr("Open recent"));
    connect(file, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    fillRecent();
    add(file, tr("Save scene"), QKeySequence::Save, m_explore, &ExplorePage::save);
    add(file, tr("Save scene as…"), QKeySequence(QStringLiteral("Ctrl+Shift+S")), m_explore, &ExplorePage::saveAs);
    file->addSeparator();
    add(file, tr("Quit"), QKeySequence(QStringLiteral("Ctrl+Q")), this, &QWidget::close);
    QMenu* editMenu = m_menu->addMenu(tr("Edit"));
    m_undoAction = shared(m_undo.createUndoAction(this, tr("Undo")));
    m_undoAction->setShortcut(QKeySequence::Undo);
    m_undoAction->setIcon(widgets::icon(widgets::Icon::Undo));
    m_redoAction = shared(m_undo.createRedoAction(this, tr("Redo")));
    m_redoAction->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y"))});
    m_redoAction->setIcon(widgets::icon(widgets::Icon::Redo));
    editMenu->addActions({m_undoAction, m_redoAction});
    m_reset = add(editMenu, tr("Reset"), QKeySequence(QStringLiteral("Alt+R")), &m_explore->document(), &SceneDocument::reset);
    m_reset->setToolTip(tr("Back to the scene as it was opened"));
    addViewMenu(*m_menu->addMenu(tr("View")));
    QMenu* pages = m_menu->addMenu(tr("This page"));
    connect(pages, &QMenu::aboutToShow, this, [this, pages] {
        pages->clear();
        pages->addAction(page().primaryAction());
        pages->addActions(page().barActions());
    });
    add(m_menu, tr("Keyboard shortcuts"), QKeySequence(Qt::Key_F1), this, [this] { ShortcutsDialog(*this).exec(); });
}

void MainWindow::fillRecent()
{
    m_recent->clear();
    const QStringList files = RecentFiles().list();
    m_recent->setEnabled(!files.isEmpty());
    for (const QString& path : files) {
        QAction* open = m_recent->addAction(QFileInfo(path).fileName().replace(u'&', QStringLiteral("&&")));
        open->setToolTip(path);
        connect(open, &QAction::triggered, this, [this, path] { openScene(path); });
    }
    m_recent->addSeparator();
    connect(m_recent->addAction(tr("Clear list")), &QAction::triggered, this, [] { RecentFiles().clear(); });
    m_recent->setToolTipsVisible(true);
}

void MainWindow::openScene(const QString& source)
{
    showPage(QStringLiteral("explore"));
    m_explore->open(source);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedScene(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString source = droppedScene(*event->mimeData());
    if (source.isEmpty())
        return;
    event->acceptProposedAction();
    openScene(source);
}

void MainWindow::addViewMenu(QMenu& menu)
{
    m_meaning = menu.addAction(tr("Right column"));
    m_meaning->setCheckable(true);
    m_meaning->setShortcut(QKeySequence(Qt::Key_F9));
    connect(m_meaning, &QAction::triggered, this, [this](bool on) { page().setMeaningShown(on); });
    shared(m_meaning);
    m_theme = menu.addAction(QString());
    nameTheme();
    m_theme->setShortcut(QKeySequence(QStringLiteral("Ctrl+D")));
    connect(m_theme, &QAction::triggered, this, [this] {
        setTheme(widgets::appliedTheme() == widgets::Theme::Dark ? widgets::Theme::Light : widgets::Theme::Dark);
    });
    shared(m_theme);
    QAction* projector = menu.addAction(tr("Projector theme"));
    connect(projector, &QAction::triggered, this, [this] { setTheme(widgets::Theme::Projector); });
    menu.addSeparator();
    const QStringList titles{tr("Explore"), tr("Distil 2-D"), tr("Train")};
    for (int i = 0; i < titles.size(); ++i) {
        QAction* go = menu.addAction(titles[i]);
        connect(go, &QAction::triggered, this, [this, i] { showPage(pageNames()[i]); });
    }
}

void MainWindow::choosePage(int index)
{
    // Shortcuts of a page act while it is shown, wherever the focus is.
    for (QAction* action : page().barActions() + QList{page().primaryAction()})
        removeAction(action);
    m_stack->setCurrentIndex(index);
    Page& shown = page();
    m_undo.setActiveStack(shown.undoStack());
    for (QHBoxLayout* slot : {m_pageButtons, m_primarySlot})
        while (QLayoutItem* item = slot->takeAt(0)) {
            delete item->widget();
            delete item;
        }
    for (QAction* action : shown.barActions())
        m_pageButtons->addWidget(buttonFor(shared(action)));
    QPushButton* primary = buttonFor(shared(shown.primaryAction()));
    primary->setObjectName(QStringLiteral("primary"));
    primary->setPalette(primaryPalette());
    m_primarySlot->addWidget(primary);
    m_resetButton->setVisible(&shown == m_explore);
    m_reset->setEnabled(&shown == m_explore);
    disconnect(m_meaningConnection);
    m_meaningConnection = connect(&shown, &Page::meaningShownChanged, m_meaning, &QAction::setChecked);
    m_meaning->setChecked(shown.meaningShown());
    showName();
    shown.entered();
}

void MainWindow::showName()
{
    m_name->setText(page().documentName());
    setWindowTitle(page().documentName() + QStringLiteral(" – ") + tr("RealUID Studio"));
}

void MainWindow::setTheme(widgets::Theme theme)
{
    widgets::applyTheme(*qApp, theme);
    if (m_primarySlot->count() > 0)
        m_primarySlot->itemAt(0)->widget()->setPalette(primaryPalette());
    nameTheme();
    QSettings().setValue(kThemeKey, static_cast<int>(theme));
    m_undoAction->setIcon(widgets::icon(widgets::Icon::Undo));
    m_redoAction->setIcon(widgets::icon(widgets::Icon::Redo));
}

void MainWindow::nameTheme()
{
    m_theme->setText(widgets::appliedTheme() == widgets::Theme::Dark ? tr("Light theme") : tr("Dark theme"));
}

void MainWindow::restore()
{
    const QSettings settings;
    if (!restoreGeometry(settings.value(kGeometryKey).toByteArray()))
        resize(kFirstSize.boundedTo(screen()->availableSize()));
}

widgets::Theme MainWindow::storedTheme()
{
    const int stored = QSettings().value(kThemeKey, -1).toInt();
    return stored >= 0 && stored <= 2 ? static_cast<widgets::Theme>(stored) : widgets::systemTheme(*qApp);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_train->mayClose()) {
        event->ignore();
        return;
    }
    QSettings().setValue(kGeometryKey, saveGeometry());
    event->accept();
}

} // namespace realuid::studio
