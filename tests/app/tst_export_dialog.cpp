// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_dialog.h"
#include "app/export/figure_job.h"
#include "app/export/gif_writer.h"
#include "app/export/scene_figure.h"
#include "core/api/scene.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>

using namespace realuid;
using namespace realuid::studio;

class TestExportDialog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<FigureSource> m_source;

    QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static QByteArray content(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    template <class T>
    static T* find(QDialog& dialog, const char* name)
    {
        return dialog.findChild<T*>(QString::fromLatin1(name));
    }
    static void open(ExportDialog& dialog)
    {
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QTRY_VERIFY(!find<QLabel>(dialog, "preview")->pixmap().isNull());
    }
    /// To look at it.
    static void keep(QDialog& dialog, const char* name)
    {
        if (const QString folder = qEnvironmentVariable("REALUID_LOOK"); !folder.isEmpty())
            dialog.grab().save(folder + u'/' + QLatin1String(name) + QStringLiteral(".png"));
    }

private Q_SLOTS:
    void init()
    {
        m_source = sceneFigures(Scene{}, QStringLiteral("two-gaussians"), {});
        std::vector<widgets::PlotView*> views;
        for (const FigurePanel& panel : m_source->panels())
            views.push_back(panel.view);
        m_source->prepare(views);
    }

    void returnWritesTheFormatOfTheEnding()
    {
        ExportDialog dialog(*m_source, file("chosen.svg"));
        open(dialog);
        QCOMPARE(dialog.form().request().paths, QStringList{file("chosen.svg")});
        QCOMPARE(dialog.form().request().options.widthMm, 170.0); // two views need a page's width
        keep(dialog, "dialog-picture");
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QVERIFY(content(file("chosen.svg")).contains("<svg"));
    }

    void severalFormatsWithTheirData()
    {
        ExportDialog dialog(*m_source, file("several.pdf"));
        open(dialog);
        for (const char* format : {"format-svg", "format-png"})
            QTest::mouseClick(find<QCheckBox>(dialog, format), Qt::LeftButton, {}, QPoint(8, 8));
        find<QComboBox>(dialog, "data")->setCurrentIndex(1);
        QCOMPARE(dialog.form().request().paths.size(), 3);
        dialog.accept();
        QVERIFY(content(file("several.pdf")).startsWith("%PDF"));
        QVERIFY(content(file("several.svg")).contains("<svg"));
        QVERIFY(content(file("several.png")).startsWith("\x89PNG"));
        QVERIFY(content(file("several-densities.csv")).startsWith("x,density_real,density_generator,field_teacher"));
        QVERIFY(content(file("several-distance.csv")).startsWith("x,y,value\n"));
    }

    void presetsSetTheSize()
    {
        ExportDialog dialog(*m_source, file("size.pdf"));
        open(dialog);
        auto* preset = find<QComboBox>(dialog, "preset");
        QTest::keyClick(preset, Qt::Key_Down);
        QCOMPARE(find<QDoubleSpinBox>(dialog, "width")->value(), 254.0);
        QCOMPARE(dialog.form().request().options.fontPt, 14.0);
        preset->setCurrentIndex(0);
        QCOMPARE(dialog.form().request().options.widthMm, 85.0);
        find<QDoubleSpinBox>(dialog, "width")->setValue(90);
        QCOMPARE(preset->currentIndex(), preset->count() - 1); // other size
    }

    void panelsAreChosenByTheirTicks()
    {
        ExportDialog dialog(*m_source, file("panels.pdf"));
        open(dialog);
        const QImage both = find<QLabel>(dialog, "preview")->pixmap().toImage();
        auto* list = find<QListWidget>(dialog, "panels");
        QVERIFY(list->isVisible());
        list->item(0)->setCheckState(Qt::Unchecked);
        QCOMPARE(dialog.form().request().panels, QStringList{QStringLiteral("distance")});
        QTRY_VERIFY(find<QLabel>(dialog, "preview")->pixmap().toImage() != both); // live
        list->item(1)->setCheckState(Qt::Unchecked);
        QVERIFY(!find<QLabel>(dialog, "message")->text().isEmpty());
        dialog.accept(); // nothing to write
        QVERIFY(dialog.isVisible());
    }

    void aFolderThatIsNotThereIsSaidSo()
    {
        ExportDialog dialog(*m_source, file("nowhere/chosen.pdf"));
        open(dialog);
        dialog.accept();
        QVERIFY(dialog.isVisible());
        QVERIFY(find<QLabel>(dialog, "message")->isVisible());
    }

    void whatIsThereIsReplacedOnlyWhenAskedFor()
    {
        QFile there(file("there.pdf"));
        QVERIFY(there.open(QIODevice::WriteOnly) && there.write("mine") == 4);
        there.close();
        for (const bool replace : {false, true}) {
            ExportDialog dialog(*m_source, file("there.pdf"));
            open(dialog);
            bool asked = false;
            QTimer::singleShot(0, &dialog, [&] {
                auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
                QVERIFY(box);
                asked = true;
                for (QAbstractButton* button : box->buttons())
                    if ((box->buttonRole(button) == QMessageBox::AcceptRole) == replace)
                        return button->click();
            });
            dialog.accept();
            QVERIFY(asked);
            QCOMPARE(content(file("there.pdf")) == "mine", !replace);
        }
    }

    void theClipboardGetsAPictureAndSvg()
    {
        ExportDialog dialog(*m_source, file("copied.pdf"));
        open(dialog);
        dialog.copy();
        const QMimeData* data = QApplication::clipboard()->mimeData();
        QVERIFY(data->hasImage());
        QCOMPARE(qvariant_cast<QImage>(data->imageData()).width(), qRound(170 / 25.4 * 300));
        QVERIFY(data->data(QStringLiteral("image/svg+xml")).contains("width=\"170mm\""));
    }

    void anAnimationRunsAndCanBeStopped_data()
    {
        QTest::addColumn<bool>("stop");
        QTest::newRow("to its end") << false;
        QTest::newRow("stopped") << true;
    }
    void anAnimationRunsAndCanBeStopped()
    {
        QFETCH(bool, stop);
        if (!hasGif())
            QSKIP("this build writes no GIF");
        const QString folder = m_folder.filePath(stop ? QStringLiteral("stopped") : QStringLiteral("whole"));
        QVERIFY(QDir().mkpath(folder));
        ExportDialog dialog(*m_source, folder + QStringLiteral("/film.pdf"));
        open(dialog);
        find<QComboBox>(dialog, "motion")->setCurrentIndex(2);
        find<QSpinBox>(dialog, "frames")->setValue(6);
        QTest::mouseClick(find<QCheckBox>(dialog, "format-png-moving"), Qt::LeftButton, {}, QPoint(8, 8));
        find<QDoubleSpinBox>(dialog, "width")->setValue(60);
        find<QDoubleSpinBox>(dialog, "height")->setValue(30);
        QCOMPARE(dialog.form().request().animation->axis, QStringLiteral("alpha"));
        keep(dialog, "dialog-film");
        QProgressBar* progress = dialog.findChild<QProgressBar*>();
        connect(progress, &QProgressBar::valueChanged, &dialog, [&](int value) {
            if (value == 3 && stop)
                dialog.reject();
        });
        dialog.accept();
        QCOMPARE(dialog.isVisible(), stop); // stays open to be changed
        const QStringList left = QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name);
        QCOMPARE(left, stop ? QStringList() : QStringList({QStringLiteral("film"), QStringLiteral("film.gif")}));
        QCOMPARE(find<QLabel>(dialog, "message")->text().isEmpty(), !stop);
        if (!stop)
            QCOMPARE(QDir(folder + QStringLiteral("/film")).entryList(QDir::Files).size(), 6);
    }
};

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
