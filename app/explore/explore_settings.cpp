// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/explore_settings.h"

#include "app/explore/distribution_settings.h"
#include "app/explore/explore_parameters.h"
#include "app/explore/path_settings.h"
#include "app/explore/scene_document.h"
#include "app/shell/page.h"
#include "app/shell/texts.h"
#include "widgets/parameter_panel.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace realuid::studio
{
namespace
{

/// The rows of lossParameters() that are sliders here; the objective has a list of its own, and only imperfect teachers know
/// what a real target is.
std::vector<widgets::ParameterEntry> lossEntries()
{
    std::vector<widgets::ParameterEntry> entries = widgets::parameterEntries(lossParameters(), Loss{});
    std::erase_if(entries, [](const widgets::ParameterEntry& entry) { return entry.info.id == "loss" || entry.info.id == "real_target"; });
    return entries;
}

QString title(const QString& id)
{
    const auto find = [&](auto table) {
        for (const auto& row : table)
            if (toQString(row.info.id) == id)
                return widgets::translated(row.info.title);
        return id;
    };
    const QString loss = find(lossParameters());
    return loss == id ? find(timeParameters()) : loss;
}

} // namespace

ExploreSettings::ExploreSettings(SceneDocument& document, QWidget* parent) : QWidget(parent), m_document(document)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    buildScene(*rows);
    buildObjective(*rows);
    rows->addWidget(Page::heading(tr("Time")));
    m_time = new widgets::ParameterPanel(widgets::parameterEntries(timeParameters()));
    connectPanel(m_time);
    rows->addWidget(m_time);
    m_sides = {new DistributionSettings(document, Side::Generated), new DistributionSettings(document, Side::Real)};
    for (DistributionSettings* side : m_sides) {
        rows->addWidget(side);
        connect(side, &DistributionSettings::drawRequested, this, &ExploreSettings::drawRequested);
        connect(side, &DistributionSettings::componentChosen, this, &ExploreSettings::componentChosen);
    }
    rows->addWidget(new PathSettings(document));
    rows->addStretch(1);
    connect(&m_document, &SceneDocument::changed, this, &ExploreSettings::showScene);
    connect(&m_document, &SceneDocument::replaced, this, &ExploreSettings::showPresets);
    showPresets();
    showScene();
}

void ExploreSettings::buildScene(QVBoxLayout& rows)
{
    rows.addWidget(Page::heading(tr("Scene")));
    m_presets = new QComboBox;
    m_presets->setObjectName(QStringLiteral("presets"));
    m_presets->setAccessibleName(tr("Scene"));
    for (const ScenePreset& preset : scenePresets())
        m_presets->addItem(widgets::translated(preset.title), toQString(preset.id));
    connect(m_presets, &QComboBox::activated, this, &ExploreSettings::choosePreset);
    rows.addWidget(m_presets);
}

void ExploreSettings::buildObjective(QVBoxLayout& rows)
{
    rows.addWidget(Page::heading(tr("Objective")));
    m_objective = new QComboBox;
    m_objective->setObjectName(QStringLiteral("objective"));
    m_objective->setAccessibleName(tr("Objective"));
    m_objective->addItem(tr("UID, data-free"), QStringLiteral("uid"));
    m_objective->addItem(tr("RealUID"), QStringLiteral("realuid"));
    m_objective->addItem(tr("General RealUID"), QStringLiteral("general"));
    m_objective->addItem(tr("SiD, on scores"), QStringLiteral("sid"));
    m_objective->addItem(tr("Normalized"), QStringLiteral("normalized"));
    m_objective->addItem(tr("DMD, on scores"), QStringLiteral("dmd"));
    connect(m_objective, &QComboBox::activated, this, &ExploreSettings::chooseObjective);
    rows.addWidget(m_objective);
    m_loss = new widgets::ParameterPanel(lossEntries());
    connectPanel(m_loss);
    rows.addWidget(m_loss);
}

void ExploreSettings::connectPanel(widgets::ParameterPanel* panel)
{
    connect(panel, &widgets::ParameterPanel::valueChanging, this,
            [this](const QString& id, const Value& value) { edit(id, value, false); });
    connect(panel, &widgets::ParameterPanel::valueChanged, this,
            [this](const QString& id, const Value& value) { edit(id, value, true); });
}

void ExploreSettings::showComponent(ComponentId component)
{
    m_sides[component.side == Side::Generated ? 0 : 1]->showComponent(component.index);
}

void ExploreSettings::edit(const QString& id, const Value& value, bool resting)
{
    Scene scene = m_document.scene();
    const std::string key = id.toStdString();
    widgets::assign(lossParameters(), scene.loss, key, value);
    SceneParameters parameters = sceneParameters(scene);
    widgets::assign(timeParameters(), parameters, key, value);
    scene = withParameters(scene, parameters);
    m_document.edit(scene, tr("Change %1").arg(title(id)), id);
    if (resting)
        m_document.endGesture();
}

void ExploreSettings::choosePreset(int index)
{
    const QString id = m_presets->itemData(index).toString();
    if (id.isEmpty())
        return;
    try {
        m_document.loadPreset(id);
    } catch (const Error& error) {
        Q_EMIT refused(errorText(error));
    }
}

void ExploreSettings::chooseObjective(int index)
{
    Scene scene = m_document.scene();
    scene.loss.kind = m_objective->itemData(index).toString().toStdString();
    m_document.edit(scene, tr("Change objective"));
}

void ExploreSettings::showPresets()
{
    const QSignalBlocker blocker(m_presets);
    const int known = static_cast<int>(scenePresets().size());
    while (m_presets->count() > known)
        m_presets->removeItem(known);
    if (m_document.presetId().isEmpty())
        m_presets->addItem(m_document.name(), QString());
    m_presets->setCurrentIndex(std::max(0, m_presets->findData(m_document.presetId())));
}

void ExploreSettings::showScene()
{
    const Scene& scene = m_document.scene();
    m_objective->setCurrentIndex(m_objective->findData(toQString(scene.loss.kind)));
    const bool general = scene.loss.kind == "general";
    for (const char* id : {"alpha", "beta"})
        m_loss->setEditorVisible(id, scene.loss.kind != "uid");
    for (const char* id : {"gamma", "parametrisation"})
        m_loss->setEditorVisible(id, general);
    m_loss->setEditorVisible("alpha_sid", scene.loss.kind == "sid");
    for (const Parameter<Loss>& row : lossParameters())
        if (row.info.id != "loss" && row.info.id != "real_target")
            m_loss->setValue(row.info.id, row.get(scene.loss));
    m_time->setValues(timeParameters(), sceneParameters(scene));
    m_loss->setFaults(check(scene.loss));
}

} // namespace realuid::studio
