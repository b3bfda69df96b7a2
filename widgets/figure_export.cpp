// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure_export.h"

#include "core/api/error.h"
#include "widgets/plot_view.h"
#include "widgets/qcp.h"

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
    const int columns = std::clamp(options.columns, 1, std::max(1, count));
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
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::LosslessImageRendering);
    painter.scale(scaleX, scaleY);
    paintAll(painter, views, options);
}

void writePng(QIODevice& file, std::span<PlotView* const> views, const FigureOptions& options, const FigureNote& note)
{
    QImage image = figureImage(views, options);
    image.setText(QStringLiteral("Title"), note.title);
    image.setText(QStringLiteral("Description"), note.description());
    for (const auto& [key, value] : note.entries)
        image.setText(key, value);
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
    paintOnto(svg, 1, 1, true, views, options);
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

void exportFigure(const QString& path, std::span<PlotView* const> views, const FigureOptions& options, const FigureNote& note)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        refuse(file, path);
    switch (options.format) {
    case FigureFormat::Png:
        writePng(file, views, options, note);
        break;
    case FigureFormat::Svg:
        writeSvg(file, views, options, note);
        break;
    case FigureFormat::Pdf:
        writePdf(file, views, options, note);
        break;
    }
    if (!file.commit())
        refuse(file, path);
}

} // namespace realuid::widgets
