// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/trajectories_panel.h"

#include "app/explore/panels/panel_words.h"
#include "app/shell/texts.h"
#include "widgets/number_table.h"
#include "widgets/trajectory_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace realuid::studio
{

using widgets::Role;

namespace
{

constexpr int kMostSteps = 500;
constexpr int kWideSteps = 25; ///< up to so many, each step has its dot

/// Whose paths, as one choice.
struct Whose {
    const char* words;
    bool teacher, generator, fake;
};
constexpr std::array<Whose, 5> kWhose{{
    {REALUID_TEXT("teacher"), true, false, false},
    {REALUID_TEXT("generator's own"), false, true, false},
    {REALUID_TEXT("optimal fake"), false, false, true},
    {REALUID_TEXT("teacher and generator"), true, true, false},
    {REALUID_TEXT("all three"), true, true, true},
}};
constexpr std::array<const char*, 7> kMethods{REALUID_TEXT("exact map"), REALUID_TEXT("Euler"), REALUID_TEXT("midpoint"), REALUID_TEXT("Heun"),
                                              REALUID_TEXT("RK4"),       REALUID_TEXT("RK45"),  REALUID_TEXT("SDE")};

} // namespace

TrajectoriesPanel::TrajectoriesPanel(int dimension)
    : PicturePanel([choice = PathChoice()](const FrameRequest& request, std::stop_token stop) { return pathPicture(request, choice, stop); }),
      m_dimension(dimension), m_view(new widgets::TrajectoryView)
{
    m_view->setTitle(phrase("Trajectories"));
    m_view->setOverTime(dimension == 1);
    m_view->setAxisLabels(dimension == 1 ? QStringLiteral("$t$") : QStringLiteral("$x$"), dimension == 1 ? QStringLiteral("$x$") : QStringLiteral("$y$"));
    connect(m_view, &widgets::PlotView::hovered, this, [this](double x, double y) {
        Q_EMIT pointed(m_dimension == 1 ? Pointer{std::clamp(x, 0.0, 1.0), y, {}} : Pointer{{}, x, y});
    });
    connect(m_view, &widgets::PlotView::hoverLeft, this, &ScenePanel::pointerLeft);
    connect(m_view, &widgets::TrajectoryView::startMoved, this, &TrajectoriesPanel::moveStart);
}

widgets::PlotView* TrajectoriesPanel::view() const { return m_view; }

QWidget* TrajectoriesPanel::makeControls()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    auto* whose = new QComboBox;
    for (const Whose& each : kWhose)
        whose->addItem(phrase(each.words));
    whose->setAccessibleName(tr("Whose paths"));
    whose->setCurrentIndex(static_cast<int>(std::find_if(kWhose.begin(), kWhose.end(), [&](const Whose& each) {
        return each.teacher == m_choice.teacher && each.generator == m_choice.generator && each.fake == m_choice.fake;
    }) - kWhose.begin()));
    auto* method = new QComboBox;
    for (const char* each : kMethods)
        method->addItem(phrase(each));
    method->setAccessibleName(tr("Method"));
    method->setCurrentIndex(static_cast<int>(m_choice.method));
    auto* steps = new QSpinBox;
    steps->setRange(1, kMostSteps);
    steps->setValue(m_choice.steps);
    steps->setToolTip(tr("Steps from noise to data")); // no suffix: the row fits a card of a narrow window
    steps->setAccessibleName(tr("Steps"));
    auto* oneStep = new QCheckBox(tr("One step"));
    oneStep->setToolTip(tr("Where the generator itself puts the same noise"));
    oneStep->setChecked(m_choice.oneStep);
    for (QWidget* each : std::initializer_list<QWidget*>{whose, method, steps, oneStep})
        layout->addWidget(each);
    layout->addStretch();
    const auto take = [this, whose, method, steps, oneStep] {
        PathChoice next = m_choice;
        const Whose& chosen = kWhose[static_cast<std::size_t>(std::max(0, whose->currentIndex()))];
        next.teacher = chosen.teacher;
        next.generator = chosen.generator;
        next.fake = chosen.fake;
        next.method = static_cast<Method>(method->currentIndex());
        next.steps = steps->value();
        next.oneStep = oneStep->isChecked();
        setChoice(next);
    };
    connect(whose, &QComboBox::activated, this, take);
    connect(method, &QComboBox::activated, this, take);
    connect(steps, &QSpinBox::valueChanged, this, take);
    connect(oneStep, &QCheckBox::toggled, this, take);
    return row;
}

void TrajectoriesPanel::setChoice(const PathChoice& choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    setCompute([choice](const FrameRequest& request, std::stop_token stop) { return pathPicture(request, choice, stop); });
    Q_EMIT choicesChanged();
}

void TrajectoriesPanel::moveStart(int start, QPointF to)
{
    PathChoice next = m_choice;
    next.starts.clear();
    for (const QPointF& each : m_view->starts()) {
        if (m_dimension == 2)
            next.starts.push_back(each.x());
        next.starts.push_back(each.y());
    }
    const auto at = static_cast<std::size_t>(start * m_dimension);
    if (m_dimension == 2)
        next.starts[at] = to.x();
    next.starts[at + static_cast<std::size_t>(m_dimension) - 1] = to.y();
    setChoice(next);
}

void TrajectoriesPanel::setPointer(const Pointer& pointer)
{
    if (m_dimension == 1)
        m_view->setCrosshair(pointer.t, pointer.x);
    else
        m_view->setCrosshair(pointer.x, pointer.y);
}

void TrajectoriesPanel::setEmphasis(std::optional<Role> role) { m_view->setEmphasis(role); }

void TrajectoriesPanel::fit(const FrameRequest& request, const SceneRanges&)
{
    const Window& window = request.window;
    if (m_dimension == 1)
        m_view->setRanges({0, 1}, {window.xLeast, window.xMost});
    else
        m_view->setRanges({window.xLeast, window.xMost}, {window.yLeast, window.yMost});
}

void TrajectoriesPanel::draw(const FrameRequest&, const PathPicture& picture)
{
    std::vector<widgets::PathBundle> bundles;
    const bool knots = m_choice.steps <= kWideSteps && m_choice.method != Method::Exact;
    const auto add = [&](Role role, const QString& label, const std::optional<PathSet>& set) {
        if (set)
            bundles.push_back({role, label, set->paths, false, knots, 0, set->moments});
    };
    if (!picture.oneStep.empty())
        bundles.push_back({Role::Generator, phrase("one step $G(z)$"), picture.oneStep, true, false, 0, {}});
    add(Role::Fake, words::fakeField(), picture.fake);
    add(Role::Generator, words::generatorField(), picture.generator);
    add(Role::Teacher, words::teacherField(), picture.teacher);
    m_view->setBundles(std::move(bundles));
    // Under the hand, handles are ahead of the paths.
    const std::vector<double>& at = m_choice.starts.empty() ? picture.starts : m_choice.starts;
    std::vector<QPointF> starts;
    for (std::size_t i = 0; i < at.size(); i += static_cast<std::size_t>(m_dimension))
        starts.emplace_back(m_dimension == 1 ? 0 : at[i], at[i + static_cast<std::size_t>(m_dimension) - 1]);
    m_view->setStarts(std::move(starts));
    if (m_dimension == 1)
        m_view->setEndDensities({{Role::Noise, picture.x, picture.noise}},
                                {{Role::Real, picture.x, picture.real}, {Role::Generator, picture.x, picture.generated}});
    else
        m_view->setContours({{Role::Noise, phrase("noise"), picture.noiseLines},
                             {Role::Real, phrase("real data") + QStringLiteral(" $p_1^*$"), picture.realLines},
                             {Role::Generator, phrase("generator") + QStringLiteral(" $p_1^\\theta$"), picture.generatedLines}});
    tell(picture);
}

void TrajectoriesPanel::tell(const PathPicture& picture)
{
    if (picture.fakeMissing)
        m_subtitle = tr("the fake model of this scene learns no velocity");
    else if (!picture.exact)
        m_subtitle = tr("no exact map here: RK45");
    else if (picture.errorVsExact && m_choice.method != Method::Exact)
        m_subtitle = tr("off the exact end by %1").arg(widgets::shownSignificant(*picture.errorVsExact, 2));
    else
        m_subtitle = picture.evaluations > 0 ? tr("%1 evaluations").arg(shownCount(picture.evaluations)) : QString();
    Q_EMIT subtitleChanged();
}

void TrajectoriesPanel::markScene(const Scene& scene)
{
    m_view->setTime(m_dimension == 1 ? std::optional(scene.view.t) : std::nullopt);
    if (scene.coupling == m_coupling && scene.interpolant == m_interpolant)
        return;
    m_coupling = scene.coupling; // other noise has other start points
    m_interpolant = scene.interpolant;
    PathChoice next = m_choice;
    next.starts.clear();
    setChoice(next);
}

} // namespace realuid::studio
