// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure_job.h"
#include "app/export/gif_writer.h"
#include "app/export/run_figure.h"
#include "app/export/scene_figure.h"
#include "app/export/video_writer.h"
#include "core/api/error.h"
#include "core/io/csv.h"
#include "core/io/json.h"
#include "core/io/metrics.h"
#include "core/io/run_folder.h"
#include "core/io/run_json.h"
#include "widgets/theme.h"

#include <QImage>
#include <QTemporaryDir>
#include <QtTest>

using namespace realuid;
using namespace realuid::studio;

class TestFigureJob : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_path = qgetenv("PATH");

    QString file(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QStringList there() const { return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name); }
    static QByteArray content(const QString& path)
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    static std::unique_ptr<FigureSource> source(const QStringList& panels = {}) { return sceneFigures(Scene{}, QStringLiteral("a scene"), panels); }
    static FigureRequest small(const QStringList& paths)
    {
        FigureRequest request;
        request.paths = paths;
        request.options.widthMm = 60;
        request.options.heightMm = 40;
        request.options.dpi = 60;
        return request;
    }
    static FigureRequest film(const QString& path, int frames)
    {
        FigureRequest request = small({path});
        request.animation = AnimationRange{QStringLiteral("beta"), 0.9, 1.1, frames};
        return request;
    }

    /// A program named ffmpeg that keeps its arguments and what it is fed; it must come first on the PATH.
    void putEncoder(const QByteArray& work)
    {
        const QString program = file("bin/ffmpeg");
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("bin")));
        QFile out(program);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("#!/bin/sh\nfor last; do :; done\nprintf '%s\\n' \"$@\" > '" + file("arguments").toUtf8() + "'\n" + work);
        out.close();
        QVERIFY(out.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        qputenv("PATH", file("bin").toUtf8() + ":" + m_path);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }
    void cleanup() { qputenv("PATH", m_path); }

    void severalFormatsAtOnce()
    {
        const QStringList files{file("f.pdf"), file("f.svg"), file("f.png")};
        const auto figures = source();
        FigureRequest request = small(files);
        QCOMPARE(writeFigure(*figures, request), files);
        QVERIFY(content(files[0]).startsWith("%PDF"));
        QVERIFY(content(files[1]).contains("<svg"));
        QCOMPARE(QImage(files[2]).width(), qRound(60 / 25.4 * 60));
        for (const QString& each : files) // all of them say where they come from
            for (const char* said : {"0.94", "0.96", "42", "RealUID Studio"})
                QVERIFY2(content(each).contains(said), qPrintable(each + QLatin1String(said)));
        QVERIFY_EXCEPTION_THROWN(writeFigure(*figures, request), Error); // nothing is replaced
        request.overwrite = true;
        writeFigure(*figures, request);
    }

    void thePlottedNumbers()
    {
        FigureRequest request = small({file("f.pdf")});
        request.data = DataFormat::Csv;
        const QStringList files = writeFigure(*source(), request);
        QCOMPARE(files, QStringList({file("f.pdf"), file("f-densities.csv"), file("f-distance.csv")}));
        const CsvTable lines = readCsv(files[1].toStdString());
        QCOMPARE(lines.header[1], std::string("density_real"));
        double most = 0;
        for (std::size_t row = 0; row < lines.rows(); ++row)
            most = std::max(most, lines.values[row * lines.columns() + 1]);
        const Scene scene; // t = 0.7: N(0.7 * 1.6, 0.7^2 0.35^2 + 0.3^2)
        const double expected = 1 / std::sqrt(2 * 3.14159265358979323846 * (0.49 * 0.35 * 0.35 + 0.09));
        QVERIFY(std::abs(most / expected - 1) < 1e-3);
        request.data = DataFormat::Npy;
        request.paths = {file("g.pdf")};
        writeFigure(*source(), request);
        QVERIFY(content(file("g-distance.npy")).contains("('value', '<f8')"));
    }

    void onlyThePanelsThatAreNamed()
    {
        FigureRequest request = small({file("a.png")});
        request.panels = {QStringLiteral("distance")};
        request.data = DataFormat::Csv;
        QCOMPARE(writeFigure(*source(), request).size(), 2);
        request.panels = {QStringLiteral("nose")};
        request.overwrite = true;
        QVERIFY_EXCEPTION_THROWN(writeFigure(*source(), request), Error);
    }

    void picturesInAFolder()
    {
        FigureRequest request = film(file("run.png"), 5);
        int told = 0;
        QCOMPARE(writeFigure(*source(), request, [&](int done, int total) {
                     told = std::max(told, done);
                     return total == 5;
                 }),
                 QStringList{file("run")});
        QCOMPARE(told, 5);
        const QStringList frames = QDir(file("run")).entryList(QDir::Files, QDir::Name);
        QCOMPARE(frames.size(), 5);
        const QImage first(file("run/frame-0001.png")), last(file("run/frame-0005.png"));
        QCOMPARE(first.size(), last.size());
        QVERIFY(first != last);
        QVERIFY(std::abs(first.dotsPerMeterX() * 0.0254 - 60) < 0.1);
        QVERIFY(first.text(QStringLiteral("Description")).contains(QStringLiteral("seed: 42")));
    }

    void stoppingLeavesNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("gif") << "a.gif";
        QTest::newRow("pictures") << "a.png";
        QTest::newRow("mp4") << "a.mp4";
    }
    void stoppingLeavesNothing()
    {
        QFETCH(QString, name);
        putEncoder("cat > \"$last\"\n");
        const QString out = m_folder->filePath(name);
        try {
            writeFigure(*source(), film(out, 8), [](int done, int) { return done < 3; });
            QFAIL("was not stopped");
        } catch (const Error& error) {
            if (name.endsWith(QStringLiteral("gif")) && !hasGif())
                QSKIP("this build writes no GIF");
            QVERIFY2(error.kind() == ErrorKind::Stopped, error.what());
        }
        QStringList left = there();
        left.removeAll(QStringLiteral("bin"));
        left.removeAll(QStringLiteral("arguments"));
        QCOMPARE(left, QStringList());
    }

    void filmsGoThroughFfmpeg()
    {
        putEncoder("cat > \"$last\"\n");
        QCOMPARE(ffmpegProgram(), file("bin/ffmpeg"));
        writeFigure(*source(), film(file("a.webm"), 4));
        const QSize size(qRound(60 / 25.4 * 60), qRound(40 / 25.4 * 60));
        QCOMPARE(content(file("a.webm")).size(), 4LL * size.width() * size.height() * 3);
        const QByteArray arguments = content(file("arguments"));
        QVERIFY(arguments.contains(QStringLiteral("\n%1x%2\n").arg(size.width()).arg(size.height()).toUtf8()));
        QVERIFY(arguments.contains("alpha: 0.94"));
        QVERIFY(!there().join(u' ').contains(QStringLiteral("part")));
    }

    void anEncoderThatFailsIsQuoted()
    {
        putEncoder("head -c 1000 > /dev/null\necho 'Unknown encoder libx264' >&2\nexit 1\n");
        try {
            writeFigure(*source(), film(file("a.mp4"), 4));
            QFAIL("no error");
        } catch (const Error& error) {
            QVERIFY2(QString::fromUtf8(error.what()).contains(QStringLiteral("Unknown encoder")), error.what());
        }
        QCOMPARE(there(), QStringList({QStringLiteral("arguments"), QStringLiteral("bin")}));
    }

    void withoutFfmpegItSaysWhatToDo()
    {
        qputenv("PATH", file("empty").toUtf8());
        try {
            writeFigure(*source(), film(file("a.mp4"), 4));
            QFAIL("no error");
        } catch (const Error& error) {
            QVERIFY(QString::fromUtf8(error.what()).contains(QStringLiteral("ffmpeg")));
            QVERIFY(!error.remedy().empty());
        }
    }

    void whatCannotRunIsRefused()
    {
        FigureRequest request = film(file("a.png"), 4);
        request.animation->axis = QStringLiteral("gamma");
        QVERIFY_EXCEPTION_THROWN(writeFigure(*source(), request), Error);
        request.animation->axis = QStringLiteral("alpha"); // beyond 1 it is no weight
        request.animation->to = 1.5;
        QVERIFY_EXCEPTION_THROWN(writeFigure(*source(), request), Error);
        QVERIFY(there().isEmpty());
    }

    void aRunFolder()
    {
        const RunFolder folder = RunFolder::create(file("run").toStdString());
        RunRequest run;
        run.teacher = run.data = "shapes";
        run.directory = folder.root().string();
        run.loss.alpha = 0.9;
        run.training.seed = 7;
        QFile json(file("run/run.json"));
        QVERIFY(json.open(QIODevice::WriteOnly));
        json.write(QByteArray::fromStdString(runJson(run, Json::object()).dump()));
        json.close();
        QVERIFY_EXCEPTION_THROWN(runFigures(file("run")), Error); // nothing to show yet
        MetricsWriter metrics(folder, 0);
        for (int step = 1; step <= 40; ++step)
            metrics.updated({step, step % 5 ? Player::Fake : Player::Generator, 100.0 / step, 1, 1e-4, 50});
        metrics.finished({});
        for (const char* label : {"ema0.999", "gen"}) {
            QImage sheet(64, 32, QImage::Format_RGB888);
            sheet.fill(label[0] == 'e' ? Qt::red : Qt::blue);
            QVERIFY(sheet.save(QString::fromStdString(folder.sample(40, label).string())));
        }
        const auto figures = runFigures(file("run"));
        QCOMPARE(figures->panels().size(), std::size_t(2));
        FigureRequest request = small({file("run.png")});
        request.options.dpi = 200; // lines have pixels of their full colour
        request.data = DataFormat::Csv;
        const QStringList files = writeFigure(*figures, request);
        QCOMPARE(files, QStringList({file("run.png"), file("run-losses-fake.csv"), file("run-losses-generator.csv")}));
        QCOMPARE(readCsv(files[2].toStdString()).rows(), std::size_t(8));
        const QImage image(files[0]);
        QCOMPARE(image.text(QStringLiteral("alpha")), QStringLiteral("0.9"));
        QCOMPARE(image.text(QStringLiteral("seed")), QStringLiteral("7"));
        const QColor curve = widgets::roleStyle(widgets::Role::Fake, widgets::Theme::Light).color;
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width() / 2; ++x)
                drawn += image.pixel(x, y) == curve.rgb();
        QVERIFY(drawn > 10); // though no screen has ever shown it
        bool red = false;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                red = red || image.pixel(x, y) == QColor(Qt::red).rgb();
        QVERIFY(red); // the average's samples
        request = film(file("run.gif"), 4);
        QVERIFY_EXCEPTION_THROWN(writeFigure(*figures, request), Error); // nothing runs in a run
    }
};

QTEST_MAIN(TestFigureJob)
#include "tst_figure_job.moc"
