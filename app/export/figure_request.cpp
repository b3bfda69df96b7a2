// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure_request.h"

#include "core/api/parameter.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace realuid::studio
{
namespace
{
constexpr Range kMm{10, 2000}, kDpi{30, 2400}, kPt{3, 72}, kFrames{2, 2000};
constexpr double kMostPixels = 60e6;
constexpr double kMmAnInch = 25.4;

void require(const char* field, double value, const Range& range, std::vector<Fault>& faults)
{
    if (!range.contains(value))
        faults.push_back({field, numberText(value), {REALUID_TEXT("must be %1"), {range.text()}}});
}

void checkAnimation(const FigureRequest& request, std::vector<Fault>& faults)
{
    const AnimationRange& range = *request.animation;
    require("animate", range.frames, kFrames, faults);
    if (!std::isfinite(range.from) || !std::isfinite(range.to) || range.from == range.to)
        faults.push_back({"animate", numberText(range.from) + ":" + numberText(range.to), {REALUID_TEXT("must have two different ends")}});
    const auto moving = [&](const QString& path) { return runs(path, request); };
    if (!request.paths.isEmpty() && std::none_of(request.paths.begin(), request.paths.end(), moving))
        faults.push_back({"animate", range.axis.toStdString(), {REALUID_TEXT("needs a file that can run: .gif, .png, .mp4 or .webm")}});
}

} // namespace

QString suffixOf(const QString& path) { return QFileInfo(path).suffix().toLower(); }

bool runs(const QString& path, const FigureRequest& request)
{
    static const QStringList always{QStringLiteral("gif"), QStringLiteral("mp4"), QStringLiteral("webm")};
    const QString suffix = suffixOf(path);
    return always.contains(suffix) || (request.animation && suffix == QStringLiteral("png"));
}

std::optional<AnimationRange> parseAnimation(const QString& text)
{
    AnimationRange range;
    range.axis = text.section(u'=', 0, 0);
    if (range.axis != QStringLiteral("t")) { // the weights, as far as alpha goes and as far beyond as beta may
        range.from = 0.8;
        range.to = range.axis == QStringLiteral("alpha") ? 1 : 1.2;
    }
    if (!text.contains(u'='))
        return range;
    const QStringList parts = text.section(u'=', 1).split(u':');
    double frames = range.frames;
    if (parts.size() < 2 || parts.size() > 3 || !parseNumber(parts[0].toStdString(), range.from) || !parseNumber(parts[1].toStdString(), range.to) ||
        (parts.size() == 3 && !parseNumber(parts[2].toStdString(), frames)) || frames != std::floor(frames) || std::abs(frames) > 1e6)
        return std::nullopt;
    range.frames = static_cast<int>(frames);
    return range;
}

std::vector<Fault> check(const FigureRequest& request)
{
    static const QStringList suffixes{QStringLiteral("pdf"), QStringLiteral("svg"), QStringLiteral("png"),
                                      QStringLiteral("gif"), QStringLiteral("mp4"), QStringLiteral("webm")};
    std::vector<Fault> faults;
    for (const QString& path : request.paths)
        if (!suffixes.contains(suffixOf(path)))
            faults.push_back({"export", path.toStdString(), {REALUID_TEXT("must end in .pdf, .svg, .png, .gif, .mp4 or .webm")}});
    if (request.paths.isEmpty())
        faults.push_back({"export", {}, {REALUID_TEXT("needs a file")}});
    require("size", request.options.widthMm, kMm, faults);
    require("size", request.options.heightMm, kMm, faults);
    require("dpi", request.options.dpi, kDpi, faults);
    require("font", request.options.fontPt, kPt, faults);
    if (request.animation)
        checkAnimation(request, faults);
    const double inches = request.options.widthMm * request.options.heightMm / (kMmAnInch * kMmAnInch);
    if (faults.empty() && inches * request.options.dpi * request.options.dpi > kMostPixels)
        faults.push_back({"dpi", numberText(request.options.dpi), {REALUID_TEXT("makes more than 60 million pixels; take a smaller size or resolution")}});
    return faults;
}

} // namespace realuid::studio
