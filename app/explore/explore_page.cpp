// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/explore_page.h"

#include "app/explore/explore_meaning.h"
#include "app/explore/explore_settings.h"
#include "app/export/scene_figure.h"
#include "app/shell/texts.h"
#include "widgets/card.h"
#include "widgets/card_grid.h"
#include "widgets/export_dialog.h"
#include "widgets/notice.h"
#include "widgets/number_table.h"
#include "widgets/plot_view.h"
#include "widgets/time_bar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace realuid::studio
{

namespace
{
/// True where both have the same total: it depends on all of the scene but the time shown.
bool sameSetting(const Frame& frame, const Frame* total)
{
    if (!total)
        return false;
    Scene scene = total->request.scene;
    scene.view = frame.request.scene.view;
    return scene == frame.request.scene;
}
} // namespace

ExplorePage::ExplorePage(QWidget* parent) : Page(parent)
{
    qRegisterMetaType<std::shared_ptr<const Frame>>();
    m_settings = new ExploreSettings(m_document);
    settingsLayout()->addWidget(m_settings);
    m_meaning = new ExploreMeaning;
    meaningLayout()->addWidget(m_meaning);
    buildMiddle();
    m_time = new widgets::TimeBar;
    setBottom(m_time);
    buildActions();
    connect(m_settings, &ExploreSettings::refused, this, [this](const QString& text) { say(tr("Scene not opened."), text); });
    connect(&m_document, &SceneDocument::changed, this, &ExplorePage::sceneChanged);
    connect(&m_document, &SceneDocument::replaced, this, &Page::documentNameChanged);
    connect(&m_document.undoStack(), &QUndoStack::cleanChanged, this, &Page::documentNameChanged);
    connect(&m_evaluator, &Evaluator::ready, this, &ExplorePage::show);
    connect(&m_totals, &Evaluator::ready, this, &ExplorePage::showTotal);
    connect(m_time, &widgets::TimeBar::timeChanging, this, [this](double t) { setTime(t, false); });
    connect(m_time, &widgets::TimeBar::timeChanged, this, [this](double t) { setTime(t, true); });
    connect(m_meaning, &ExploreMeaning::roleHovered, this, [this](auto role) { board().panels->setEmphasis(role); });
    sceneChanged();
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
    auto* figure = new QAction(tr("Export figure…"), this);
    figure->setShortcut(QKeySequence(QStringLiteral("Ctrl+E")));
    figure->setToolTip(tr("Write what is shown as PDF, SVG or PNG"));
    connect(figure, &QAction::triggered, this, &ExplorePage::exportAll);
    setPrimaryAction(figure);
}

ExplorePage::Board ExplorePage::makeBoard(int dimension)
{
    Board made{std::make_unique<ScenePanels>(dimension, nullptr), new widgets::CardGrid};
    for (const Panel& panel : made.panels->panels()) {
        made.grid->addCard(new widgets::Card({}, panel.view));
        const bool surface = dimension == 1 && panel.name == ScenePanels::names()[1];
        connect(panel.view, &widgets::PlotView::hovered, this, [this, surface](double x, double y) { hover(surface, x, y); });
        connect(panel.view, &widgets::PlotView::hoverLeft, this, &ExplorePage::leave);
    }
    connect(made.grid, &widgets::CardGrid::exportRequested, this,
            [this](widgets::Card* card) { exportViews({card->plotView()}, card->title()); });
    m_stack->addWidget(made.grid);
    return made;
}

ExplorePage::Board& ExplorePage::board()
{
    const int dimension = m_document.scene().dimension();
    Board& chosen = m_boards[static_cast<std::size_t>(dimension - 1)];
    if (!chosen.grid)
        chosen = makeBoard(dimension);
    return chosen;
}

void ExplorePage::sceneChanged()
{
    const Scene& scene = m_document.scene();
    Board& shown = board();
    const bool moved = m_stack->currentWidget() != shown.grid;
    m_stack->setCurrentWidget(shown.grid);
    m_time->setTime(scene.view.t);
    m_meaning->showScene(scene);
    if (moved)
        leave();
    if (moved || !m_frame)
        m_window = windowOf(scene);
    shown.panels->setTime(scene.view.t);
    subtitles();
    m_evaluator.request(scene, m_window);
}

void ExplorePage::show(std::shared_ptr<const Frame> frame)
{
    if (frame->request.scene.dimension() != m_document.scene().dimension())
        return;
    const bool full = frame->request.detail != Detail::Draft;
    m_frame = frame;
    board().panels->show(*frame, full);
    showNumbers();
    if (full && !frame->total && !sameSetting(*frame, m_total.get()))
        m_totals.requestFull(frame->request.scene, frame->request.window);
    if (m_hovered)
        m_meaning->showPoint(m_document.scene(), (*m_hovered)[0], std::array{(*m_hovered)[1], (*m_hovered)[2]});
    else
        m_meaning->showPoint(m_document.scene(), 0, std::nullopt);
    ++m_framesShown;
    Q_EMIT frameShown();
    // At rest the window may follow the scene; one more full frame then fills it.
    if (const Window next = windowOf(m_document.scene());
        full && next != m_window && frame->request.scene == m_document.scene()) {
        m_window = next;
        m_evaluator.requestFull(m_document.scene(), m_window);
    }
}

void ExplorePage::showTotal(std::shared_ptr<const Frame> frame)
{
    m_total = frame;
    showNumbers();
    Q_EMIT frameShown();
}

void ExplorePage::showNumbers()
{
    if (!m_frame)
        return;
    std::optional<IntegratedDistance> total = m_frame->total;
    if (!total && sameSetting(*m_frame, m_total.get()))
        total = m_total->total;
    m_meaning->showNumbers(*m_frame, total);
}

bool ExplorePage::settled() const
{
    return m_frame && m_frame->request.scene == m_document.scene() && m_frame->request.detail != Detail::Draft &&
           (m_frame->total || sameSetting(*m_frame, m_total.get()));
}

void ExplorePage::hover(bool onSurface, double x, double y)
{
    const Scene& scene = m_document.scene();
    const bool line = scene.dimension() == 1;
    const double t = onSurface ? std::clamp(y, 0.0, 1.0) : scene.view.t;
    m_hovered = std::array{t, x, line ? 0.0 : y};
    board().panels->setCrosshair(x, line ? t : y);
    m_meaning->showPoint(scene, t, std::array{x, (*m_hovered)[2]});
}

void ExplorePage::leave()
{
    m_hovered.reset();
    board().panels->setCrosshair(std::nullopt, std::nullopt);
    m_meaning->showPoint(m_document.scene(), 0, std::nullopt);
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
    try {
        m_document.save(m_document.path());
    } catch (const Error& error) {
        say(tr("The scene was not saved."), errorText(error));
    }
}

void ExplorePage::saveAs()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save scene"), QStringLiteral("scene.json"), tr("Scenes (*.json)"));
    if (path.isEmpty())
        return;
    try {
        m_document.save(path);
    } catch (const Error& error) {
        say(tr("The scene was not saved."), errorText(error));
    }
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

void ExplorePage::exportAll()
{
    std::vector<widgets::PlotView*> views;
    for (const Panel& panel : board().panels->panels())
        views.push_back(panel.view);
    exportViews(views, m_document.name());
}

void ExplorePage::exportViews(const std::vector<widgets::PlotView*>& views, const QString& name)
{
    widgets::ExportDialog dialog(views, figureNote(m_document.scene(), m_document.name()),
                                 fileStem(name) + QStringLiteral(".pdf"), this);
    dialog.exec();
}

void ExplorePage::say(const QString& heading, const QString& problem)
{
    m_notice->setNotice(widgets::Notice::Kind::Fault, heading, problem);
    m_notice->show();
}

void ExplorePage::subtitles()
{
    const Scene& scene = m_document.scene();
    const QString t = QStringLiteral("t = ") + widgets::shownNumber(scene.view.t, 2);
    const auto& cards = board().grid->cards();
    cards[0]->setSubtitle(t);
    cards[1]->setSubtitle(scene.dimension() == 1 ? QStringLiteral("l(t, x)") : t);
}

} // namespace realuid::studio
