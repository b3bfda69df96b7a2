// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/fault.h"
#include "widgets/figure_export.h"

#include <QStringList>

#include <optional>

namespace realuid::studio
{

enum class DataFormat { None, Csv, Npy };

/// What runs in an animation; both ends are shown.
struct AnimationRange {
    QString axis = QStringLiteral("t");
    double from = 0;
    double to = 1;
    int frames = 60; ///< each shows for kFrameMs

    double value(int frame) const { return frames > 1 ? from + (to - from) * frame / (frames - 1) : from; }
};
inline constexpr int kFrameMs = 50;

/// What `--export` or the dialog asks for.
struct FigureRequest {
    /// .pdf, .svg, .png, .gif, .mp4 or .webm, one file each; with `animation` NAME.png becomes the folder NAME of pictures.
    QStringList paths;
    QStringList panels; ///< ids; empty: those that the source has chosen
    widgets::FigureOptions options;
    std::optional<AnimationRange> animation; ///< .gif, .mp4 and .webm run over t without it
    DataFormat data = DataFormat::None;      ///< beside the first path
    bool overwrite = false;
};

/// The ending in lower case.
QString suffixOf(const QString& path);
/// True for .gif, .mp4, .webm and, in an animation, .png.
bool runs(const QString& path, const FigureRequest& request);

/// "t", "alpha=0.8:1.2:41".
std::optional<AnimationRange> parseAnimation(const QString& text);

/// Faults of the request: suffixes, size, resolution, type, frames; empty where it can be made. Whether the source has
/// the panels and the axis is known only when it is written.
std::vector<Fault> check(const FigureRequest& request);

} // namespace realuid::studio
