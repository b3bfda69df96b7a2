// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/scene_document.h"

#include "app/shell/texts.h"
#include "widgets/parameter_editor.h"
#include "core/io/scene_json.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace realuid::studio
{
namespace
{

const ScenePreset* findPreset(const QString& id)
{
    const auto& presets = scenePresets();
    const auto found = std::find_if(presets.begin(), presets.end(),
                                    [&](const ScenePreset& preset) { return toQString(preset.id) == id; });
    return found == presets.end() ? nullptr : &*found;
}

} // namespace

/// One entry of the history: all of the document before and after; a scene is small.
class SceneCommand : public QUndoCommand
{
public:
    SceneCommand(SceneDocument& document, SceneDocument::State after, const QString& what, QString gesture)
        : QUndoCommand(what), m_document(document), m_before(document.m_state), m_after(std::move(after)),
          m_gesture(std::move(gesture))
    {
    }
    void undo() override { m_document.set(m_before); }
    void redo() override { m_document.set(m_after); }
    int id() const override { return m_gesture.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const SceneCommand*>(other);
        if (next->m_gesture != m_gesture)
            return false;
        m_after = next->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    SceneDocument& m_document;
    SceneDocument::State m_before;
    SceneDocument::State m_after;
    QString m_gesture;
};

SceneDocument::SceneDocument(QObject* parent) : QObject(parent)
{
    const ScenePreset& first = scenePresets().front();
    m_state = {first.scene, first.scene, widgets::translated(first.title), toQString(first.id), {}};
}

void SceneDocument::edit(const Scene& next, const QString& what, const QString& gesture)
{
    State state = m_state;
    state.scene = next;
    m_held = !gesture.isEmpty();
    push(state, what, gesture.isEmpty() ? QString() : gesture + u'#' + QString::number(m_gesture));
}

void SceneDocument::endGesture()
{
    ++m_gesture;
    if (std::exchange(m_held, false))
        Q_EMIT gestureEnded();
}

void SceneDocument::reset()
{
    endGesture();
    edit(m_state.base, tr("Reset"));
}

void SceneDocument::loadPreset(const QString& id)
{
    const ScenePreset* preset = findPreset(id);
    if (!preset)
        throw Error(ErrorKind::Usage, {REALUID_TEXT("there is no scene called %1"), {id.toStdString()}});
    opened(preset->scene, widgets::translated(preset->title), id, {});
}

void SceneDocument::open(const QString& source)
{
    if (findPreset(source))
        return loadPreset(source);
    if (source.startsWith(QStringLiteral("realuid:")))
        return paste(source);
    opened(readScene(source.toStdString()), QFileInfo(source).fileName(), {}, source);
}

void SceneDocument::paste(const QString& link)
{
    opened(sceneFromLink(link.trimmed().toStdString()), tr("Pasted scene"), {}, {});
}

void SceneDocument::save(const QString& path)
{
    writeScene(path.toStdString(), m_state.scene, true);
    m_state.path = path;
    m_state.name = QFileInfo(path).fileName();
    m_state.presetId.clear();
    m_undo.setClean();
    Q_EMIT replaced();
}

QString SceneDocument::link() const { return toQString(toLink(m_state.scene)); }

SceneDocument::Saved SceneDocument::saved() const
{
    return {m_state.scene, m_state.base, m_state.name, m_state.presetId, m_state.path, !m_undo.isClean()};
}

void SceneDocument::restore(const Saved& saved)
{
    m_undo.clear();
    set({saved.scene, saved.base, saved.name, saved.presetId, saved.path});
    if (saved.edited)
        m_undo.resetClean();
}

void SceneDocument::opened(const Scene& scene, const QString& name, const QString& presetId, const QString& path)
{
    endGesture();
    push({scene, scene, name, presetId, path}, tr("Open %1").arg(name), {});
    m_undo.setClean();
    Q_EMIT replaced();
}

void SceneDocument::push(const State& next, const QString& what, const QString& gesture)
{
    if (!(next == m_state))
        m_undo.push(new SceneCommand(*this, next, what, gesture));
}

void SceneDocument::set(const State& state)
{
    const State before = std::exchange(m_state, state);
    if (before.name != state.name || before.presetId != state.presetId || before.path != state.path)
        Q_EMIT replaced();
    Q_EMIT changed();
}

} // namespace realuid::studio
