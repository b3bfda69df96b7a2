// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/scene_document.h"
#include "core/api/error.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace realuid;
using studio::SceneDocument;

class TestSceneDocument : public QObject
{
    Q_OBJECT

private:
    static void setAlpha(SceneDocument& document, double alpha, const QString& gesture = {})
    {
        Scene scene = document.scene();
        scene.loss.alpha = alpha;
        document.edit(scene, QStringLiteral("alpha"), gesture);
    }

private Q_SLOTS:
    void undoAndRedoAreExact()
    {
        SceneDocument document;
        const Scene first = document.scene();
        setAlpha(document, 0.1 + 0.2);
        const Scene second = document.scene();
        document.undoStack().undo();
        QVERIFY(document.scene() == first);
        document.undoStack().redo();
        QVERIFY(document.scene() == second);
    }

    void aGestureIsOneCommand()
    {
        SceneDocument document;
        const Scene first = document.scene();
        for (const double alpha : {0.9, 0.8, 0.7})
            setAlpha(document, alpha, QStringLiteral("alpha"));
        QCOMPARE(document.undoStack().count(), 1);
        document.endGesture();
        setAlpha(document, 0.6, QStringLiteral("alpha"));
        QCOMPARE(document.undoStack().count(), 2);
        document.undoStack().undo();
        QCOMPARE(document.scene().loss.alpha, 0.7);
        document.undoStack().undo();
        QVERIFY(document.scene() == first);
    }

    void gesturesOfTwoSlidersStayApart()
    {
        SceneDocument document;
        setAlpha(document, 0.9, QStringLiteral("alpha"));
        setAlpha(document, 0.8, QStringLiteral("other"));
        QCOMPARE(document.undoStack().count(), 2);
    }

    void aGestureThatComesBackLeavesNoCommand()
    {
        SceneDocument document;
        const double start = document.scene().loss.alpha;
        setAlpha(document, 0.5, QStringLiteral("alpha"));
        setAlpha(document, start, QStringLiteral("alpha"));
        QCOMPARE(document.undoStack().count(), 0);
    }

    void resetGivesExactlyThePresetAndCanBeUndone()
    {
        SceneDocument document;
        document.loadPreset(QStringLiteral("mixtures-2d"));
        setAlpha(document, 0.5);
        const Scene edited = document.scene();
        document.reset();
        QVERIFY(document.scene() == scenePresets()[3].scene);
        document.undoStack().undo();
        QVERIFY(document.scene() == edited);
    }

    void openingAnotherSceneCanBeUndone()
    {
        SceneDocument document;
        setAlpha(document, 0.5);
        const Scene edited = document.scene();
        document.loadPreset(QStringLiteral("gaussians-2d"));
        QCOMPARE(document.presetId(), QStringLiteral("gaussians-2d"));
        document.undoStack().undo();
        QVERIFY(document.scene() == edited);
        QCOMPARE(document.presetId(), QStringLiteral("two-gaussians"));
    }

    void aLinkComesBackExactly()
    {
        SceneDocument document;
        document.loadPreset(QStringLiteral("two-mixtures"));
        setAlpha(document, 1.0 / 3);
        const Scene scene = document.scene();
        const QString link = document.link();
        document.loadPreset(QStringLiteral("two-gaussians"));
        document.paste(QStringLiteral("  ") + link + QStringLiteral("\n"));
        QVERIFY(document.scene() == scene);
        QVERIFY(document.undoStack().isClean());
    }

    void aBadLinkChangesNothing()
    {
        SceneDocument document;
        const Scene scene = document.scene();
        QSignalSpy changed(&document, &SceneDocument::changed);
        QVERIFY_EXCEPTION_THROWN(document.paste(QStringLiteral("realuid:scene/@@@")), Error);
        QVERIFY_EXCEPTION_THROWN(document.paste(QStringLiteral("https://example.org")), Error);
        QVERIFY(document.scene() == scene);
        QCOMPARE(changed.count(), 0);
    }

    void aFileComesBackExactly()
    {
        const QTemporaryDir folder;
        SceneDocument document;
        setAlpha(document, 0.7);
        const QString path = folder.filePath(QStringLiteral("s.json"));
        document.save(path);
        QVERIFY(document.undoStack().isClean());
        QCOMPARE(document.name(), QStringLiteral("s.json"));
        SceneDocument other;
        other.open(path);
        QVERIFY(other.scene() == document.scene());
        QCOMPARE(other.path(), path);
    }
};

QTEST_MAIN(TestSceneDocument)
#include "tst_scene_document.moc"
