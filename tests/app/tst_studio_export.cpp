// SPDX-License-Identifier: GPL-3.0-or-later
/// What `realuid-studio --export` writes on screens of any scale, as other programs see it.
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

class TestStudioExport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static QByteArray content(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The studio offscreen, on a screen of that scale.
    void studio(const QString& scale, const QStringList& arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), scale);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(REALUID_BINARY_DIR "/bin/realuid-studio"), arguments);
        QVERIFY(process.waitForFinished(60000));
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, process.readAllStandardError().constData());
    }

    static QString output(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    /// A PNG chunk's data; empty where there is none.
    static QByteArray chunk(const QByteArray& png, const char* name)
    {
        const qsizetype at = png.indexOf(name);
        if (at < 4)
            return {};
        const auto* length = reinterpret_cast<const uchar*>(png.constData() + at - 4);
        return png.mid(at + 4, static_cast<qsizetype>(length[0]) << 24 | length[1] << 16 | length[2] << 8 | length[3]);
    }
    static quint32 number(const QByteArray& bytes, qsizetype at)
    {
        quint32 value = 0;
        for (qsizetype i = at; i < at + 4; ++i)
            value = value << 8 | static_cast<uchar>(bytes[i]);
        return value;
    }

private Q_SLOTS:
    void sizesDoNotDependOnTheScreen_data()
    {
        QTest::addColumn<QString>("scale");
        for (const char* scale : {"1", "1.25", "2"})
            QTest::newRow(scale) << QString::fromLatin1(scale);
    }
    void sizesDoNotDependOnTheScreen()
    {
        QFETCH(QString, scale);
        const QString stem = m_folder.filePath(scale) + QStringLiteral("-figure");
        studio(scale, {QStringLiteral("two-gaussians"), QStringLiteral("--export"), stem + QStringLiteral(".png"), QStringLiteral("--export"),
                       stem + QStringLiteral(".svg"), QStringLiteral("--export"), stem + QStringLiteral(".pdf"), QStringLiteral("--size"),
                       QStringLiteral("85x64"), QStringLiteral("--dpi"), QStringLiteral("200"), QStringLiteral("--font"), QStringLiteral("7")});
        const QByteArray png = content(stem + QStringLiteral(".png"));
        const QByteArray header = chunk(png, "IHDR"), density = chunk(png, "pHYs");
        QCOMPARE(density.size(), 9);
        QCOMPARE(density[8], char(1)); // pixels a metre
        const double perMetre = number(density, 0);
        QVERIFY(std::abs(number(header, 0) / perMetre - 0.085) < 0.0001);
        QVERIFY(std::abs(number(header, 4) / perMetre - 0.064) < 0.0001);
        QVERIFY(std::abs(perMetre - 200 / 0.0254) < 1);
        const QByteArray svg = content(stem + QStringLiteral(".svg"));
        QVERIFY(svg.contains("width=\"85mm\" height=\"64mm\""));
        QVERIFY(svg.contains("alpha: 0.94"));
        const QString box = QString::fromLatin1(content(stem + QStringLiteral(".pdf")));
        const QRegularExpressionMatch match = QRegularExpression(QStringLiteral("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]")).match(box);
        QVERIFY(match.hasMatch());
        QVERIFY(std::abs(match.captured(1).toDouble() - 85 / 25.4 * 72) < 0.6);
        QVERIFY(std::abs(match.captured(2).toDouble() - 64 / 25.4 * 72) < 0.6);
        if (scale == QStringLiteral("1")) {
            m_first = svg;
            m_picture = QImage::fromData(png);
            return;
        }
        QCOMPARE(svg, m_first); // type and lines too
        QCOMPARE(QImage::fromData(png), m_picture);
    }

    void popplerFindsFontsAndNoJpeg_data()
    {
        QTest::addColumn<QString>("scene");
        QTest::newRow("1-D") << QStringLiteral("two-gaussians");
        QTest::newRow("2-D") << QStringLiteral("mixtures-2d");
    }
    void popplerFindsFontsAndNoJpeg()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pdffonts")).isEmpty())
            QSKIP("poppler's tools are not here");
        QFETCH(QString, scene);
        const QString path = m_folder.filePath(scene + QStringLiteral(".pdf"));
        studio(QStringLiteral("1"), {scene, QStringLiteral("--export"), path});
        const QStringList fonts = output(QStringLiteral("pdffonts"), {path}).split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(!fonts.isEmpty());
        for (const QString& line : fonts) // columns from the right: object (2), unicode, subset, embedded
            QCOMPARE(line.simplified().split(u' ').rbegin()[4], QStringLiteral("yes"));
        const QStringList pictures = output(QStringLiteral("pdfimages"), {QStringLiteral("-list"), path}).split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(!pictures.isEmpty());
        for (const QString& line : pictures)
            QCOMPARE(line.simplified().split(u' ').at(8), QStringLiteral("image"));
        QVERIFY(output(QStringLiteral("pdfinfo"), {QStringLiteral("-meta"), path}).contains(QStringLiteral("alpha: ")));
        QVERIFY(output(QStringLiteral("pdftotext"), {path, QStringLiteral("-")}).contains(QStringLiteral("generator")));
    }

    void animationsFromTheCommandLine()
    {
        const QString stem = m_folder.filePath(QStringLiteral("beta"));
        studio(QStringLiteral("1"), {QStringLiteral("--export"), stem + QStringLiteral(".png"), QStringLiteral("--animate"), QStringLiteral("beta=0.9:1.1:3"),
                                     QStringLiteral("--size"), QStringLiteral("60x30"), QStringLiteral("--panel"), QStringLiteral("distance,densities")});
        QCOMPARE(QDir(stem).entryList(QDir::Files).size(), 3);
    }

private:
    QByteArray m_first;
    QImage m_picture;
};

QTEST_GUILESS_MAIN(TestStudioExport)
#include "tst_studio_export.moc"
