// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

namespace realuid::studio
{

/// The scene that is open, where it came from, and every change since. GUI thread.
///
/// All changes are commands of the undo stack, opening another scene included. While a slider is dragged its edits
/// carry the same `gesture` text and become one command, until endGesture().
class SceneDocument : public QObject
{
    Q_OBJECT
public:
    explicit SceneDocument(QObject* parent = nullptr);

    const Scene& scene() const { return m_state.scene; }
    QUndoStack& undoStack() { return m_undo; }

    QString name() const { return m_state.name; }
    QString presetId() const { return m_state.presetId; } ///< empty for files and links
    QString path() const { return m_state.path; }         ///< empty until opened from or saved to a file

    /// Makes `next` the scene. `what` names the change in the undo menu; with a `gesture` it joins the command before
    /// it where that belongs to the same gesture. A change to the very same scene is none.
    void edit(const Scene& next, const QString& what, const QString& gesture = {});
    void endGesture();
    bool inGesture() const { return m_held; } ///< something is being dragged

    /// Back to exactly the scene that was opened.
    void reset();

    /// Open another scene; throw Error (Usage or File) and then change nothing.
    void loadPreset(const QString& id);
    void open(const QString& source); ///< a scene file, a preset's id or a link
    void paste(const QString& link);

    void save(const QString& path);
    QString link() const;

    /// All but the history, for the next start. `edited`: not as its file or preset has it.
    struct Saved {
        Scene scene, base;
        QString name, presetId, path;
        bool edited = false;
    };
    Saved saved() const;
    /// As it was left; empties the history.
    void restore(const Saved& saved);

Q_SIGNALS:
    void gestureEnded();
    void changed();  ///< the scene
    void replaced(); ///< what it is called or came from

private:
    friend class SceneCommand;
    struct State {
        Scene scene;
        Scene base; ///< what reset() goes back to
        QString name, presetId, path;
        bool operator==(const State&) const = default;
    };
    void push(const State& next, const QString& what, const QString& gesture);
    void opened(const Scene& scene, const QString& name, const QString& presetId, const QString& path);
    void set(const State& state);

    State m_state;
    bool m_held = false;
    int m_gesture = 0; ///< raised when a gesture ends, so that the next one makes a command of its own
    QUndoStack m_undo;
};

} // namespace realuid::studio
