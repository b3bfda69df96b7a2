// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/video_writer.h"

#include "core/api/error.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <filesystem>

namespace realuid::studio
{
namespace
{
constexpr int kPatienceMs = 30000; ///< for ffmpeg to start, to take a picture, or to end

/// ffmpeg, ended when this goes out of scope.
class Encoder
{
public:
    ~Encoder()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished(kPatienceMs);
    }

    void start(const QString& program, const QStringList& arguments)
    {
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.start(program, arguments);
        if (!m_process.waitForStarted(kPatienceMs))
            fail();
    }

    void take(const QImage& picture)
    {
        const QImage plain = picture.convertToFormat(QImage::Format_RGB888);
        for (int y = 0; y < plain.height(); ++y)
            m_process.write(reinterpret_cast<const char*>(plain.constScanLine(y)), 3LL * plain.width());
        while (m_process.bytesToWrite() > 0)
            if (!m_process.waitForBytesWritten(kPatienceMs))
                fail();
    }

    void finish()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(kPatienceMs) || m_process.exitStatus() != QProcess::NormalExit || m_process.exitCode() != 0)
            fail();
    }

private:
    [[noreturn]] void fail()
    {
        m_process.waitForFinished(100); // its last words
        const QString words = QString::fromLocal8Bit(m_process.readAllStandardError()).trimmed().section(u'\n', -3);
        throw Error(ErrorKind::Other, {REALUID_TEXT("ffmpeg could not make the film: %1"), {(words.isEmpty() ? m_process.errorString() : words).toStdString()}},
                    {}, {REALUID_TEXT("export a .gif or a sequence of .png instead")});
    }

    QProcess m_process;
};

QStringList arguments(const QString& to, const QSize& size, int delayMs, const widgets::FigureNote& note)
{
    const auto text = [](const QString& key, const QString& value) { return QStringList{QStringLiteral("-metadata"), key + u'=' + value}; };
    QStringList out{QStringLiteral("-y"), QStringLiteral("-loglevel"), QStringLiteral("error"),
                    QStringLiteral("-f"), QStringLiteral("rawvideo"), QStringLiteral("-pix_fmt"), QStringLiteral("rgb24"),
                    QStringLiteral("-s"), QStringLiteral("%1x%2").arg(size.width()).arg(size.height()),
                    QStringLiteral("-r"), QStringLiteral("1000/%1").arg(delayMs), QStringLiteral("-i"), QStringLiteral("-"),
                    QStringLiteral("-an"), QStringLiteral("-vf"), QStringLiteral("pad=ceil(iw/2)*2:ceil(ih/2)*2:0:0:white,scale=out_color_matrix=bt709:out_range=tv"),
                    QStringLiteral("-colorspace"), QStringLiteral("bt709"), QStringLiteral("-color_primaries"), QStringLiteral("bt709"),
                    QStringLiteral("-color_trc"), QStringLiteral("bt709"), QStringLiteral("-color_range"), QStringLiteral("tv"),
                    QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p")};
    if (to.endsWith(QStringLiteral(".webm")))
        out << QStringLiteral("-c:v") << QStringLiteral("libvpx-vp9") << QStringLiteral("-b:v") << QStringLiteral("0") << QStringLiteral("-crf") << QStringLiteral("24");
    else
        out << QStringLiteral("-c:v") << QStringLiteral("libx264") << QStringLiteral("-crf") << QStringLiteral("18") << QStringLiteral("-movflags") << QStringLiteral("+faststart");
    return out + text(QStringLiteral("title"), note.title) + text(QStringLiteral("comment"), note.description()) + QStringList{to};
}

} // namespace

QString ffmpegProgram() { return QStandardPaths::findExecutable(QStringLiteral("ffmpeg")); }

void writeVideo(const QString& path, bool overwrite, int count, int delayMs, const widgets::FigureNote& note,
                const std::function<QImage(int)>& frame)
{
    const QString program = ffmpegProgram();
    if (program.isEmpty())
        throw Error(ErrorKind::Other, {REALUID_TEXT("films need the program ffmpeg, which is not on the PATH")}, path.toStdString(),
                    {REALUID_TEXT("install ffmpeg, or export a .gif or a sequence of .png")});
    if (QFileInfo::exists(path) && !overwrite)
        throw Error(ErrorKind::Usage, {REALUID_TEXT("exists already")}, path.toStdString(),
                    {REALUID_TEXT("choose another name or add --overwrite")});
    QTemporaryDir parts(path + QStringLiteral(".part-XXXXXX")); // removes itself
    if (!parts.isValid())
        throw Error(ErrorKind::File, {REALUID_TEXT("could not be written: %1"), {parts.errorString().toStdString()}}, path.toStdString(),
                    {REALUID_TEXT("choose a folder that exists and that you may write to")});
    const QString part = parts.filePath(QStringLiteral("film.") + QFileInfo(path).suffix().toLower());
    Encoder encoder;
    QSize size;
    for (int i = 0; i < count; ++i) {
        const QImage picture = frame(i);
        if (i == 0) {
            size = picture.size();
            encoder.start(program, arguments(part, size, delayMs, note));
        }
        encoder.take(picture);
    }
    encoder.finish();
    std::error_code failed;
    std::filesystem::rename(part.toStdString(), path.toStdString(), failed); // replaces what is there
    if (failed)
        throw Error(ErrorKind::File, {REALUID_TEXT("could not be written")}, path.toStdString(),
                    {REALUID_TEXT("make room on the disk or choose another place")});
}

} // namespace realuid::studio
