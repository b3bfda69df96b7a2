// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure_export.h"

#include "core/api/error.h"
#include "widgets/outline_device.h"
#include "widgets/plot_view.h"
#include "widgets/qcp.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace realuid::widgets
{
namespace
{

constexpr double kMmPerInch = 25.4;
constexpr int kPdfDpi = 1200;    // the grid that coordinates are rounded to
constexpr int kSvgPerMm = 100;   // the same for the size that the file states
constexpr double kGap = 12;      // between several views, units

// The canvas in the views' units: its type is `fontPt` points high on paper.
QSizeF canvasSize(const FigureOptions& options)
{
    const double unitsPerMm = 72 / kMmPerInch * kFigureType / options.fontPt;
    return {options.widthMm * unitsPerMm, options.heightMm * unitsPerMm};
}

void paintAll(QCPPainter& painter, std::span<PlotView* const> views, const FigureOptions& options)
{
    const QSizeF canvas = canvasSize(options);
    if (!options.transparent)
        painter.fillRect(QRectF(QPointF(), canvas), surfaces(options.theme).card);
    const int count = static_cast<int>(views.size());
    const int wanted = options.columns > 0 ? options.columns : figureColumns(count, options.widthMm, options.heightMm);
    const int columns = std::clamp(wanted, 1, std::max(1, count));
    const int rows = std::max(1, (count + columns - 1) / columns);
    const double width = (canvas.width() - (columns - 1) * kGap) / columns, height = (canvas.height() - (rows - 1) * kGap) / rows;
    for (int i = 0; i < count; ++i) {
        painter.save();
        painter.translate(i % columns * (width + kGap), i / columns * (height + kGap));
        const QSize whole(std::max(1, static_cast<int>(width)), std::max(1, static_cast<int>(height)));
        painter.scale(width / whole.width(), height / whole.height()); // views take whole units
        views[static_cast<std::size_t>(i)]->paintFigure(painter, whole, options.theme, options.transparent);
        painter.restore();
    }
}

void paintOnto(QPaintDevice& device, double scaleX, double scaleY, bool vector, std::span<PlotView* const> views, const FigureOptions& options)
{
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmVectorized, vector);
    painter.setMode(QCPPainter::pmNonCosmetic);
    painter.setMode(QCPPainter::pmNoCaching); // labels kept for the screen have its resolution
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::LosslessImageRendering);
    painter.scale(scaleX, scaleY);
    paintAll(painter, views, options);
}

void writePng(QIODevice& file, std::span<PlotView* const> views, const FigureOptions& options, const FigureNote& note)
{
    QImage image = figureImage(views, options);
    describe(image, note);
    QImageWriter(&file, "png").write(image);
}

void writeSvg(QIODevice& file, std::span<PlotView* const> views, const FigureOptions& options, const FigureNote& note)
{
    const QSizeF canvas = canvasSize(options);
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setResolution(static_cast<int>(kMmPerInch * kSvgPerMm));
    svg.setSize(QSize(qRound(options.widthMm * kSvgPerMm), qRound(options.heightMm * kSvgPerMm)));
    svg.setViewBox(QRectF(QPointF(), canvas));
    svg.setTitle(note.title.toHtmlEscaped()); // Qt writes both as they are
    svg.setDescription(note.description().toHtmlEscaped());
    if (!options.outlines)
        return paintOnto(svg, 1, 1, true, views, options);
    QPainter out(&svg);
    OutlineDevice outlines(out);
    paintOnto(outlines, 1, 1, true, views, options);
}

QByteArray xmp(const FigureNote& note)
{
    return QStringLiteral("<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                          "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
                          "xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title><rdf:Alt><rdf:li xml:lang='x-default'>%1</rdf:li>"
                          "</rdf:Alt></dc:title><dc:description><rdf:Alt><rdf:li xml:lang='x-default'>%2</rdf:li></rdf:Alt>"
                          "</dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>")
        .arg(note.title.toHtmlEscaped(), note.description().toHtmlEscaped())
        .toUtf8();
}

void writePdf(QIODevice& file, std::span<PlotView* const> views, const FigureOptions& options, const FigureNote& note)
{
    const QSizeF canvas = canvasSize(options);
    QPdfWriter pdf(&file);
    pdf.setResolution(kPdfDpi);
    pdf.setPageSize(QPageSize(QSizeF(options.widthMm, options.heightMm), QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
    pdf.setPageMargins(QMarginsF());
    pdf.setTitle(note.title);
    pdf.setCreator(note.entries.empty() ? QString() : note.entries.front().second);
    pdf.setDocumentXmpMetadata(xmp(note));
    paintOnto(pdf, options.widthMm / kMmPerInch * kPdfDpi / canvas.width(), options.heightMm / kMmPerInch * kPdfDpi / canvas.height(),
              true, views, options);
}

[[noreturn]] void refuse(const QSaveFile& file, const QString& path)
{
    throw Error(ErrorKind::File, {REALUID_TEXT("The figure could not be written: %1"), {file.errorString().toStdString()}},
                path.toStdString(), {REALUID_TEXT("Choose a folder that exists and that you may write to.")});
}

} // namespace

QString FigureNote::description() const
{
    QStringList parts;
    for (const auto& [key, value] : entries)
        parts << key + QStringLiteral(": ") + value;
    return parts.join(QStringLiteral("; "));
}

QImage figureImage(std::span<PlotView* const> views, const FigureOptions& options)
{
    const auto pixels = [&](double mm) { return std::max(1, qRound(mm / kMmPerInch * options.dpi)); };
    QImage image(pixels(options.widthMm), pixels(options.heightMm),
                 options.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(options.dpi / kMmPerInch * 1000));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.fill(options.transparent ? QColor(Qt::transparent) : surfaces(options.theme).card);
    const QSizeF canvas = canvasSize(options);
    paintOnto(image, image.width() / canvas.width(), image.height() / canvas.height(), false, views, options);
    return image;
}

void describe(QImage& image, const FigureNote& note)
{
    image.setText(QStringLiteral("Title"), note.title);
    image.setText(QStringLiteral("Description"), note.description());
    for (const auto& [key, value] : note.entries)
        image.setText(key, value);
}

int figureColumns(int count, double widthMm, double heightMm)
{
    constexpr double kShape = 4.0 / 3;
    int best = 1;
    double least = INFINITY;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns, empty = rows * columns - count;
        const double off = std::abs(std::log(widthMm / columns / (heightMm / rows) / kShape)) + 0.5 * empty / count;
        if (off < least) {
            least = off;
            best = columns;
        }
    }
    return best;
}

QByteArray figureBytes(std::span<PlotView* const> views, const FigureOptions& options, const FigureNote& note)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    switch (options.format) {
    case FigureFormat::Png:
        writePng(buffer, views, options, note);
        break;
    case FigureFormat::Svg:
        writeSvg(buffer, views, options, note);
        break;
    case FigureFormat::Pdf:
        writePdf(buffer, views, options, note);
        break;
    }
    return buffer.data();
}

void exportFigure(const QString& path, std::span<PlotView* const> views, const FigureOptions& options, const FigureNote& note)
{
    const QByteArray bytes = figureBytes(views, options, note);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        refuse(file, path);
    file.write(bytes);
    if (!file.commit())
        refuse(file, path);
}

} // namespace realuid::widgets
