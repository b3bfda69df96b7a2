// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QImage>
#include <QString>

#include <span>
#include <utility>
#include <vector>

namespace realuid::widgets
{

class PlotView;

enum class FigureFormat { Png, Svg, Pdf };

/// A figure as a journal or a slide asks for it.
struct FigureOptions {
    double widthMm = 85;
    double heightMm = 64;
    double dpi = 300;        ///< of PNG files; SVG and PDF are drawings
    double fontPt = 8;       ///< plain text in the plots; lines and marks scale with it
    Theme theme = Theme::Light;
    bool transparent = false; ///< no background
    int columns = 0;         ///< where there are several views; 0: as the shape of the figure suggests
    bool outlines = false;   ///< SVG: type as outlines instead of text
    FigureFormat format = FigureFormat::Pdf;
};

/// What a file tells about itself: PNG text chunks, SVG title and description, PDF title.
struct FigureNote {
    QString title;
    /// In this order: {"program", "RealUID Studio 0.1.0"}, {"scene", "..."}, {"alpha", "0.94"}, {"seed", "42"} ...
    std::vector<std::pair<QString, QString>> entries;
    QString description() const; ///< "program: ...; scene: ...; ..."
};

/// The pixels of a PNG file, with its resolution set; also the preview.
QImage figureImage(std::span<PlotView* const> views, const FigureOptions& options);

/// Puts title, description and entries into the picture, as the text chunks of PNG files.
void describe(QImage& image, const FigureNote& note);

/// How many columns give `count` views the most even shape, near 4 : 3.
int figureColumns(int count, double widthMm, double heightMm);

/// The content of a file with one or several views. PDF: type embedded, pictures lossless. GUI thread.
QByteArray figureBytes(std::span<PlotView* const> views, const FigureOptions& options, const FigureNote& note);

/// Writes figureBytes() under a temporary name, then renames it. Throws realuid::Error where the file cannot be written.
void exportFigure(const QString& path, std::span<PlotView* const> views, const FigureOptions& options,
                  const FigureNote& note);

} // namespace realuid::widgets
