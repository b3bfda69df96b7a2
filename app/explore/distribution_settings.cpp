// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/distribution_settings.h"

#include "app/explore/component_parameters.h"
#include "app/explore/distribution_kind.h"
#include "app/explore/explore_parameters.h"
#include "app/explore/scene_document.h"
#include "app/explore/scene_edit.h"
#include "app/shell/page.h"
#include "app/shell/texts.h"
#include "core/api/named_distribution.h"
#include "widgets/parameter_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace realuid::studio
{
namespace
{

QString kindTitle(std::string_view kind, Side side)
{
    if (kind == kGaussian)
        return DistributionSettings::tr("One Gaussian");
    if (kind == kMixture)
        return DistributionSettings::tr("Mixture of Gaussians");
    if (kind == kDrawn)
        return DistributionSettings::tr("Drawn by hand…");
    if (kind == kMissingMode)
        return side == Side::Generated ? DistributionSettings::tr("The real data without a mode") : DistributionSettings::tr("The generator without a mode");
    if (kind == kSameAsOther)
        return side == Side::Generated ? DistributionSettings::tr("The real data") : DistributionSettings::tr("The generator");
    for (const NamedDistribution& named : namedDistributions())
        if (named.id == kind)
            return widgets::translated(named.title);
    return toQString(kind);
}

/// What is computed: six digits of it are enough to read, fit into the entry and hide what rounding leaves.
template <class S>
S shown(S values, std::initializer_list<double S::*> members)
{
    for (double S::*member : members)
        values.*member = std::round(values.*member * 1e6) / 1e6;
    return values;
}

QToolButton* arrow(Qt::ArrowType type, const QString& name)
{
    auto* button = new QToolButton;
    button->setArrowType(type);
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

DistributionSettings::DistributionSettings(SceneDocument& document, Side side, QWidget* parent)
    : QWidget(parent), m_document(document), m_side(side)
{
    setObjectName(side == Side::Real ? QStringLiteral("realSettings") : QStringLiteral("generatedSettings"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    buildKind(*rows);
    buildComponents(*rows);
    setFolded(true);
    connect(&m_document, &SceneDocument::changed, this, &DistributionSettings::showScene);
    showScene();
}

const Distribution& DistributionSettings::distribution() const { return distributionOf(m_document.scene(), m_side); }

QString DistributionSettings::sideName() const { return m_side == Side::Real ? tr("Real data") : tr("Generator"); }

void DistributionSettings::buildKind(QVBoxLayout& rows)
{
    rows.addWidget(Page::heading(sideName()));
    auto* row = new QHBoxLayout;
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->setAccessibleName(tr("Kind of distribution: %1").arg(sideName()));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_kind, &QComboBox::activated, this, &DistributionSettings::chooseKind);
    row->addWidget(m_kind, 1);
    m_draw = new QPushButton(tr("Draw"));
    m_draw->setObjectName(QStringLiteral("draw"));
    m_draw->setToolTip(tr("Paint this distribution with the mouse in the picture"));
    m_draw->setFocusPolicy(Qt::TabFocus);
    connect(m_draw, &QPushButton::clicked, this, [this] { Q_EMIT drawRequested(m_side); });
    row->addWidget(m_draw);
    rows.addLayout(row);
    m_bandwidth = new widgets::ParameterPanel(widgets::parameterEntries(drawnParameters()));
    connect(m_bandwidth, &widgets::ParameterPanel::valueChanging, this, [this](const QString&, const Value& v) { editBandwidth(v, false); });
    connect(m_bandwidth, &widgets::ParameterPanel::valueChanged, this, [this](const QString&, const Value& v) { editBandwidth(v, true); });
    rows.addWidget(m_bandwidth);
    m_note = new QLabel;
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    rows.addWidget(m_note);
    m_wholeRows = new QVBoxLayout;
    rows.addLayout(m_wholeRows);
}

void DistributionSettings::buildComponents(QVBoxLayout& rows)
{
    m_fold = new QToolButton;
    m_fold->setObjectName(QStringLiteral("fold"));
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setAutoRaise(true);
    m_fold->setFocusPolicy(Qt::TabFocus);
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(m_components->isVisibleTo(this)); });
    rows.addWidget(m_fold);
    m_components = new QWidget;
    auto* inside = new QVBoxLayout(m_components);
    inside->setContentsMargins(0, 0, 0, 0);
    m_walk = new QWidget;
    auto* walk = new QHBoxLayout(m_walk);
    walk->setContentsMargins(0, 0, 0, 0);
    QToolButton* previous = arrow(Qt::LeftArrow, tr("Previous component"));
    QToolButton* next = arrow(Qt::RightArrow, tr("Next component"));
    next->setObjectName(QStringLiteral("nextComponent"));
    connect(previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(next, &QToolButton::clicked, this, [this] { step(1); });
    m_which = new QLabel;
    m_which->setAlignment(Qt::AlignCenter);
    walk->addWidget(previous);
    walk->addWidget(m_which, 1);
    walk->addWidget(next);
    inside->addWidget(m_walk);
    m_entryRows = new QVBoxLayout;
    inside->addLayout(m_entryRows);
    auto* buttons = new QHBoxLayout;
    auto* add = new QPushButton(tr("Add"));
    add->setObjectName(QStringLiteral("addComponent"));
    add->setToolTip(tr("Another component beside this one"));
    m_remove = new QPushButton(tr("Remove"));
    m_remove->setObjectName(QStringLiteral("removeComponent"));
    for (QPushButton* button : {add, m_remove}) {
        button->setFocusPolicy(Qt::TabFocus);
        buttons->addWidget(button);
    }
    connect(add, &QPushButton::clicked, this, &DistributionSettings::addComponent);
    connect(m_remove, &QPushButton::clicked, this, &DistributionSettings::removeComponent);
    inside->addLayout(buttons);
    rows.addWidget(m_components);
}

void DistributionSettings::setFolded(bool folded)
{
    m_components->setVisible(!folded);
    m_fold->setArrowType(folded ? Qt::RightArrow : Qt::DownArrow);
}

void DistributionSettings::fitWhole()
{
    // The real data are set by their components; one Gaussian on the line is all one component.
    if (m_side == Side::Real)
        return;
    const Distribution& shape = distribution();
    const bool several = shape.components.size() > 1;
    const int kind = 2 * shape.dimension() + (several ? 1 : 0);
    m_note->setText(several ? tr("%1 Gaussians, moved and stretched as a whole.").arg(shape.components.size())
                            : tr("One Gaussian, moved and stretched as a whole."));
    m_note->setVisible(kind != 2);
    if (kind == m_wholeKind)
        return;
    m_wholeKind = kind;
    delete m_whole;
    m_whole = new widgets::ParameterPanel(widgets::parameterEntries(generatorParameters(shape)));
    connect(m_whole, &widgets::ParameterPanel::valueChanging, this, [this](const QString& id, const Value& v) { editWhole(id, v, false); });
    connect(m_whole, &widgets::ParameterPanel::valueChanged, this, [this](const QString& id, const Value& v) { editWhole(id, v, true); });
    m_wholeRows->addWidget(m_whole);
}

void DistributionSettings::fitEntries()
{
    const Distribution& shape = distribution();
    const bool weighted = shape.components.size() > 1;
    const int kind = 2 * shape.dimension() + (weighted ? 1 : 0);
    if (kind == m_entryKind)
        return;
    m_entryKind = kind;
    delete m_entries;
    m_entries = new widgets::ParameterPanel(widgets::parameterEntries(componentParameters(shape.dimension(), weighted)));
    connect(m_entries, &widgets::ParameterPanel::valueChanged, this, &DistributionSettings::editComponent);
    m_entryRows->addWidget(m_entries);
}

void DistributionSettings::showScene()
{
    const int count = static_cast<int>(distribution().components.size());
    m_component = std::clamp(m_component, 0, count - 1);
    const bool drawn = kindOf(distribution()) == kDrawn;
    showKinds();
    m_draw->setVisible(drawn);
    m_bandwidth->setVisible(drawn);
    if (drawn)
        m_bandwidth->setValues(drawnParameters(), shown(DrawnValues{bandwidthOf(distribution())}, {&DrawnValues::bandwidth}));
    m_note->hide();
    fitWhole();
    if (m_whole)
        m_whole->setValues(generatorParameters(distribution()),
                           shown(sceneParameters(m_document.scene()),
                                 {&SceneParameters::meanX, &SceneParameters::meanY, &SceneParameters::width}));
    m_fold->setText(count == 1 ? tr("Component") : tr("%1 components").arg(count));
    fitEntries();
    showEntries();
}

void DistributionSettings::showKinds()
{
    const QSignalBlocker blocker(m_kind);
    m_kind->clear();
    for (const std::string& kind : kindsFor(m_document.scene(), m_side))
        m_kind->addItem(kindTitle(kind, m_side), toQString(kind));
    m_kind->setCurrentIndex(m_kind->findData(toQString(kindOf(distribution()))));
}

void DistributionSettings::showEntries()
{
    const Distribution& shape = distribution();
    const bool several = shape.components.size() > 1;
    m_walk->setVisible(several);
    m_remove->setEnabled(several);
    m_which->setText(tr("%1 of %2").arg(m_component + 1).arg(shape.components.size()));
    using V = ComponentValues;
    m_entries->setValues(componentParameters(shape.dimension(), several),
                         shown(valuesOf(shape.components[static_cast<std::size_t>(m_component)]),
                               {&V::sdX, &V::sdY, &V::correlation}));
}

void DistributionSettings::showComponent(int index)
{
    if (index < 0)
        return;
    m_component = index;
    setFolded(false);
    showScene();
}

void DistributionSettings::step(int by)
{
    const int count = static_cast<int>(distribution().components.size());
    m_component = (m_component + by + count) % count;
    showEntries();
    Q_EMIT componentChosen({m_side, m_component});
}

void DistributionSettings::chooseKind(int index)
{
    const std::string kind = m_kind->itemData(index).toString().toStdString();
    if (kind == kDrawn) {
        showKinds(); // it stays what it is until something is drawn
        Q_EMIT drawRequested(m_side);
        return;
    }
    m_document.endGesture();
    m_document.edit(withKind(m_document.scene(), m_side, kind), tr("Change kind of %1").arg(sideName()));
    showKinds();
}

void DistributionSettings::editWhole(const QString& id, const Value& value, bool resting)
{
    const auto table = generatorParameters(distribution());
    SceneParameters parameters = sceneParameters(m_document.scene());
    widgets::assign(table, parameters, id.toStdString(), value);
    const auto row = std::find_if(table.begin(), table.end(), [&](const auto& each) { return toQString(each.info.id) == id; });
    m_document.edit(withParameters(m_document.scene(), parameters), tr("Change %1").arg(widgets::translated(row->info.title)), id);
    if (resting)
        m_document.endGesture();
}

void DistributionSettings::editBandwidth(const Value& value, bool resting)
{
    m_document.edit(withDistribution(m_document.scene(), m_side, withBandwidth(distribution(), std::get<double>(value))),
                    tr("Change bandwidth"), QStringLiteral("bandwidth"));
    if (resting)
        m_document.endGesture();
}

void DistributionSettings::editComponent(const QString& id, const Value& value)
{
    Distribution next = distribution();
    const auto table = componentParameters(next.dimension(), next.components.size() > 1);
    Component& component = next.components[static_cast<std::size_t>(m_component)];
    ComponentValues values = valuesOf(component);
    widgets::assign(table, values, id.toStdString(), value);
    component = withValues(component, values);
    m_document.edit(withDistribution(m_document.scene(), m_side, std::move(next)), tr("Change %1, component %2").arg(sideName()).arg(m_component + 1));
}

void DistributionSettings::addComponent()
{
    Distribution next = distribution();
    const Component& beside = next.components[static_cast<std::size_t>(m_component)];
    const double off = 2 * sdOf(beside, 0);
    next.components.push_back(newComponent(next, {beside.mean[0] + off, next.dimension() == 2 ? beside.mean[1] : 0}));
    m_component = static_cast<int>(next.components.size()) - 1;
    m_document.edit(withDistribution(m_document.scene(), m_side, std::move(next)), tr("Add component"));
    Q_EMIT componentChosen({m_side, m_component});
}

void DistributionSettings::removeComponent()
{
    Distribution next = distribution();
    next.components.erase(next.components.begin() + m_component);
    m_document.edit(withDistribution(m_document.scene(), m_side, std::move(next)), tr("Remove component"));
}

} // namespace realuid::studio
