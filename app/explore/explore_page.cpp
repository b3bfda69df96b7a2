// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/explore_page.h"

#include "app/explore/compare_bar.h"
#include "app/explore/explore_meaning.h"
#include "app/explore/explore_settings.h"
#include "app/export/export_dialog.h"
#include "app/export/scene_figure.h"
#include "app/shell/recent_files.h"
#include "app/shell/texts.h"
#include "widgets/notice.h"
#include "widgets/plot_view.h"
#include "widgets/time_bar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace realuid::studio
{
namespace
{
const QString kFigure3Preset = QStringLiteral("figure-3"); ///< comes with a layout of its own

QString layoutKey(int dimension) { return QStringLiteral("explore/layout-%1d").arg(dimension); }

} // namespace

ExplorePage::ExplorePage(QWidget* parent) : Page(parent)
{
    m_settings = new ExploreSettings(m_document);
    settingsLayout()->addWidget(m_settings);
    m_meaning = new ExploreMeaning;
    meaningLayout()->addWidget(m_meaning);
    buildMiddle();
    m_time = new widgets::TimeBar;
    setBottom(m_time);
    buildActions();
    connect(m_settings, &ExploreSettings::refused, this, [this](const QString& text) { say(tr("Scene not opened."), text); });
    connect(m_settings, &ExploreSettings::componentChosen, this, [this](ComponentId component) { board().choose(component); });
    connect(m_settings, &ExploreSettings::drawRequested, this, [this](Side side) {
        if (!board().beginDrawing(side))
            say(tr("There is nothing to draw on."), tr("Show the panel of the densities first."));
    });
    connect(&m_document, &SceneDocument::changed, this, &ExplorePage::sceneChanged);
    connect(&m_document, &SceneDocument::replaced, this, [this] {
        if (!m_document.path().isEmpty())
            RecentFiles().add(m_document.path());
        Q_EMIT documentNameChanged();
    });
    connect(&m_document, &SceneDocument::replaced, this, &ExplorePage::restoreLayout);
    connect(&m_document.undoStack(), &QUndoStack::cleanChanged, this, &Page::documentNameChanged);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &ExplorePage::sceneRests);
    connect(&m_document, &SceneDocument::gestureEnded, &m_rest, qOverload<>(&QTimer::start)); // now ranges may follow
    connect(&m_numbers, &SceneNumbers::changed, this, [this] {
        m_meaning->showNumbers(m_numbers.numbers());
        Q_EMIT frameShown();
    });
    connect(&m_comparedNumbers, &SceneNumbers::changed, this, [this] {
        m_meaning->showCompared(m_compared ? &m_comparedNumbers.numbers() : nullptr);
        Q_EMIT frameShown();
    });
    connect(m_time, &widgets::TimeBar::timeChanging, this, [this](double t) { setTime(t, false); });
    connect(m_time, &widgets::TimeBar::timeChanged, this, [this](double t) { setTime(t, true); });
    connect(m_meaning, &ExploreMeaning::roleHovered, this, [this](auto role) { board().setEmphasis(role); });
    sceneChanged();
    sceneRests();
}

QString ExplorePage::documentName() const
{
    return m_document.name() + (const_cast<SceneDocument&>(m_document).undoStack().isClean() ? QString() : tr(" — edited"));
}

void ExplorePage::buildMiddle()
{
    auto* middle = new QWidget;
    auto* rows = new QVBoxLayout(middle);
    rows->setContentsMargins(0, 0, 0, 0);
    m_notice = new widgets::Notice;
    m_notice->setObjectName(QStringLiteral("exploreNotice"));
    m_notice->setAction(tr("Dismiss"));
    m_notice->hide();
    connect(m_notice, &widgets::Notice::actionTriggered, m_notice, &QWidget::hide);
    rows->addWidget(m_notice);
    m_compareBar = new CompareBar;
    m_compareBar->hide();
    connect(m_compareBar, &CompareBar::swapAsked, this, &ExplorePage::swapCompared);
    connect(m_compareBar, &CompareBar::endAsked, this, &ExplorePage::toggleCompare);
    rows->addWidget(m_compareBar);
    m_stack = new QStackedWidget;
    rows->addWidget(m_stack, 1);
    setCards(middle);
}

void ExplorePage::buildActions()
{
    QAction* copy = addBarAction(tr("Copy link"), tr("Copy the scene as text that can be pasted into a message"));
    copy->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+C")));
    connect(copy, &QAction::triggered, this, &ExplorePage::copyLink);
    QAction* paste = addBarAction(tr("Paste link"), tr("Open the scene whose link is in the clipboard"));
    paste->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+V")));
    connect(paste, &QAction::triggered, this, &ExplorePage::pasteLink);
    m_panelsMenu = new QMenu(this);
    QAction* panels = addBarAction(tr("Panels"), tr("Choose what is on the board"));
    panels->setMenu(m_panelsMenu);
    connect(m_panelsMenu, &QMenu::aboutToShow, this, &ExplorePage::fillPanelsMenu);
    m_compare = addBarAction(tr("Compare"), tr("Keep this setting as A, beside what you change it to"));
    m_compare->setShortcut(QKeySequence(QStringLiteral("Ctrl+B")));
    connect(m_compare, &QAction::triggered, this, &ExplorePage::toggleCompare);
    auto* figure = new QAction(tr("Export figure…"), this);
    figure->setShortcut(QKeySequence(QStringLiteral("Ctrl+E")));
    figure->setToolTip(tr("Write what is shown as PDF, SVG or PNG"));
    connect(figure, &QAction::triggered, this, &ExplorePage::exportAll);
    setPrimaryAction(figure);
}

PanelBoard* ExplorePage::makeBoard(int dimension)
{
    auto* made = new PanelBoard(dimension);
    connect(made, &PanelBoard::layoutChanged, this, &ExplorePage::storeLayout);
    connect(made, &PanelBoard::pictureShown, this, &ExplorePage::frameShown);
    connect(made, &PanelBoard::pointed, this, &ExplorePage::point);
    connect(made, &PanelBoard::pointerLeft, this, &ExplorePage::leave);
    connect(made, &PanelBoard::edited, this, [this](const Scene& next, const QString& what, const QString& gesture) {
        m_document.edit(next, what, gesture);
    });
    connect(made, &PanelBoard::gestureEnded, &m_document, &SceneDocument::endGesture);
    connect(made, &PanelBoard::chosen, this, [this](std::optional<ComponentId> component) {
        if (component)
            m_settings->showComponent(*component);
    });
    connect(made, &PanelBoard::exportRequested, this, [this](widgets::PlotView* view) { exportFigure(view, view->title()); });
    m_stack->addWidget(made);
    return made;
}

PanelBoard& ExplorePage::board()
{
    const int dimension = m_document.scene().dimension();
    PanelBoard*& chosen = m_boards[static_cast<std::size_t>(dimension - 1)];
    if (!chosen) {
        chosen = makeBoard(dimension);
        restoreLayout();
    }
    return *chosen;
}

void ExplorePage::restoreLayout()
{
    PanelBoard& shown = board();
    const QString stored = QSettings().value(layoutKey(m_document.scene().dimension())).toString();
    if (m_document.presetId() == kFigure3Preset)
        shown.setLayout(widgets::inColumns({QStringLiteral("figure3")}, 1));
    else if (const widgets::CardLayout own = widgets::layoutFromText(stored); !own.rows.empty())
        shown.setLayout(own);
    else
        shown.setLayout(shown.defaultLayout());
}

void ExplorePage::storeLayout()
{
    if (m_document.presetId() != kFigure3Preset)
        QSettings().setValue(layoutKey(m_document.scene().dimension()), widgets::toText(board().layout()));
}

void ExplorePage::resetLayout()
{
    QSettings().remove(layoutKey(m_document.scene().dimension()));
    restoreLayout();
}

void ExplorePage::fillPanelsMenu()
{
    m_panelsMenu->clear();
    PanelBoard& shown = board();
    for (const PanelKind& kind : panelKinds()) {
        if (!kind.serves(m_document.scene().dimension()))
            continue;
        QAction* toggle = m_panelsMenu->addAction(phrase(kind.title));
        toggle->setCheckable(true);
        toggle->setChecked(shown.isShown(kind));
        connect(toggle, &QAction::toggled, &shown, [&shown, &kind](bool on) { shown.setShown(kind, on); });
    }
    m_panelsMenu->addSeparator();
    connect(m_panelsMenu->addAction(tr("Reset the layout")), &QAction::triggered, this, &ExplorePage::resetLayout);
}

void ExplorePage::toggleCompare() { setCompared(m_compared ? std::nullopt : std::optional(m_document.scene())); }

void ExplorePage::swapCompared()
{
    if (!m_compared)
        return;
    const Scene b = m_document.scene();
    m_document.endGesture();
    const Scene a = *m_compared;
    setCompared(b);
    m_document.edit(a, tr("Swap A and B"));
}

void ExplorePage::setCompared(const std::optional<Scene>& a)
{
    m_compared = a;
    m_compare->setText(a ? tr("End comparison") : tr("Compare"));
    m_compareBar->setVisible(a.has_value());
    board().setCompared(a);
    if (a) {
        m_compareBar->showSettings(*a, m_document.scene());
        m_comparedNumbers.setScene(*a, true);
    }
    m_meaning->showCompared(a ? &m_comparedNumbers.numbers() : nullptr);
}

void ExplorePage::sceneChanged()
{
    const Scene& scene = m_document.scene();
    PanelBoard& shown = board();
    const bool moved = m_stack->currentWidget() != &shown;
    m_stack->setCurrentWidget(&shown);
    m_time->setTime(scene.view.t);
    m_meaning->showScene(scene);
    if (moved)
        leave();
    if (m_compared && m_compared->dimension() != scene.dimension()) {
        for (PanelBoard* each : m_boards)
            if (each)
                each->setCompared(std::nullopt);
        setCompared(std::nullopt);
    }
    shown.setScene(scene, moved);
    if (m_compared) {
        m_compareBar->showSettings(*m_compared, scene);
        m_compared->view = scene.view;
        m_comparedNumbers.setScene(*m_compared, false);
    }
    m_numbers.setScene(scene, false);
    m_rest.start();
    showPoint();
}

void ExplorePage::sceneRests()
{
    m_rest.stop();
    board().holdRanges(m_document.inGesture());
    board().setScene(m_document.scene(), true);
    m_numbers.setScene(m_document.scene(), true);
    if (m_compared)
        m_comparedNumbers.setScene(*m_compared, true);
}

bool ExplorePage::settled() const
{
    const auto* shown = static_cast<const PanelBoard*>(m_stack->currentWidget());
    return !m_rest.isActive() && m_numbers.settled() && (!m_compared || m_comparedNumbers.settled()) && shown->settled();
}

void ExplorePage::point(const Pointer& pointer)
{
    m_pointer = pointer;
    if (!m_pointer->t)
        m_pointer->t = m_document.scene().view.t;
    board().setPointer(*m_pointer);
    showPoint();
}

void ExplorePage::leave()
{
    m_pointer.reset();
    board().setPointer({});
    showPoint();
}

void ExplorePage::showPoint()
{
    const Scene& scene = m_document.scene();
    const bool known = m_pointer && m_pointer->x && (scene.dimension() == 1 || m_pointer->y);
    if (known)
        m_meaning->showPoint(scene, *m_pointer->t, std::array{*m_pointer->x, m_pointer->y.value_or(0)});
    else
        m_meaning->showPoint(scene, 0, std::nullopt);
}

void ExplorePage::setTime(double t, bool resting)
{
    Scene scene = m_document.scene();
    scene.view.t = t;
    m_document.edit(scene, tr("Change time"), QStringLiteral("t"));
    if (resting)
        m_document.endGesture();
}

void ExplorePage::open(const QString& source)
{
    try {
        m_document.open(source);
        m_notice->hide();
    } catch (const Error& error) {
        say(tr("The scene was not opened."), errorText(error));
    }
}

void ExplorePage::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open scene"), m_document.path(), tr("Scenes (*.json)"));
    if (!path.isEmpty())
        open(path);
}

void ExplorePage::save()
{
    if (m_document.path().isEmpty())
        return saveAs();
    saveTo(m_document.path());
}

void ExplorePage::saveTo(const QString& path)
{
    try {
        m_document.save(path);
        m_notice->hide();
    } catch (const Error& error) {
        say(tr("The scene was not saved."), errorText(error));
    }
}

void ExplorePage::saveAs()
{
    const QString suggested = m_document.path().isEmpty() ? fileStem(m_document.name()) + QStringLiteral(".json") : m_document.path();
    const QString path = QFileDialog::getSaveFileName(this, tr("Save scene"), suggested, tr("Scenes (*.json)"));
    if (!path.isEmpty())
        saveTo(path);
}

void ExplorePage::copyLink() { QApplication::clipboard()->setText(m_document.link()); }

void ExplorePage::pasteLink()
{
    try {
        m_document.paste(QApplication::clipboard()->text());
        m_notice->hide();
    } catch (const Error& error) {
        say(tr("The clipboard holds no scene."), errorText(error));
    }
}

void ExplorePage::exportAll() { exportFigure(nullptr, m_document.name()); }

void ExplorePage::exportFigure(const widgets::PlotView* only, const QString& name)
{
    const Scene& scene = m_document.scene();
    SceneFigures figures(scene, m_document.name(), shownViews(scene, m_compared, board().shownPanels(), only));
    ExportDialog dialog(figures, fileStem(name) + QStringLiteral(".pdf"), this);
    dialog.exec();
}

void ExplorePage::say(const QString& heading, const QString& problem)
{
    m_notice->setNotice(widgets::Notice::Kind::Fault, heading, problem);
    m_notice->show();
}

} // namespace realuid::studio
