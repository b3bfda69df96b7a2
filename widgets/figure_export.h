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
    int columns = 1;         ///< where there are several views
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

/// Writes one or several views into one file under a temporary name, then renames it. PDF: type embedded,
/// pictures lossless. GUI thread. Throws realuid::Error where the file cannot be written.
void exportFigure(const QString& path, std::span<PlotView* const> views, const FigureOptions& options,
                  const FigureNote& note);

} // namespace realuid::widgets
