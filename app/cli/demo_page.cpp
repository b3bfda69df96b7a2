// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/demo_page.h"

#include <cstdio>

namespace realuid::cli
{
namespace
{

constexpr double kHalfWidth = 3; ///< of the drawn square, in units of the plane
constexpr int kPixels = 320;

std::string fixed(double value, int digits)
{
    char text[48];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::string scatter(const std::string& title, const std::vector<std::vector<double>>& points, const std::string& color)
{
    const std::string side = std::to_string(kPixels);
    std::string out = fill("<figure><svg viewBox='0 0 %1 %1' width='%1' height='%1' role='img' aria-label='%2'><rect width='%1' "
                           "height='%1' fill='#fff' stroke='#E0E3E8'/>",
                           {side, title});
    const double scale = kPixels / (2 * kHalfWidth);
    for (const std::vector<double>& p : points)
        out += fill("<circle cx='%1' cy='%2' r='1.4' fill='%3' fill-opacity='.55'/>",
                    {fixed((p[0] + kHalfWidth) * scale, 1), fixed((kHalfWidth - p[1]) * scale, 1), color});
    return out + fill("</svg><figcaption>%1</figcaption></figure>\n", {title});
}

std::string pictures(const std::vector<DemoFigure>& figures, const std::string& style)
{
    std::string out;
    for (const DemoFigure& figure : figures) {
        const char* inside = figure.file.ends_with(".pdf") ? "<p class='file'>%1</p>" : "<img src='%1' alt='%2' style='%3'>";
        out += fill("<figure><a href='%1'>", {figure.file}) + fill(inside, {figure.file, figure.caption, style}) +
               fill("</a><figcaption>%1</figcaption></figure>\n", {figure.caption});
    }
    return out;
}

std::string planePart(const DemoFindings& f)
{
    const PlaneResult& plane = f.plane;
    if (plane.after.empty())
        return {};
    const auto updates = static_cast<double>(plane.updates.size());
    return fill("<h2>A mixture in the plane, distilled</h2>\n<p>Small networks played RealUID with α = %1, β = %2 against the "
                "mixture's exact field: %3 updates in %4 s (%5 a second). ",
                {numberText(f.loss.alpha), numberText(f.loss.beta), fixed(updates, 0), fixed(plane.seconds, 1),
                 fixed(plane.seconds > 0 ? updates / plane.seconds : 0, 0)}) +
           fill("Sliced 2-Wasserstein distance to the real samples %1 before, %2 after; %3 modes covered. The learned fake "
                "model differs from its closed form for these samples by %4 % (root mean square, relative).</p>\n<div class='row'>",
                {fixed(plane.distanceBefore, 3), fixed(plane.distanceAfter, 3), std::to_string(plane.modesCovered),
                 fixed(100 * f.fieldError, 1)}) +
           scatter("Generator before", plane.before, "#D55E00") + scatter("Generator after", plane.after, "#D55E00") +
           scatter("Real data", f.real, "#0072B2") + "</div>\n";
}

} // namespace

std::string demoPage(const DemoFindings& f)
{
    std::string page = "<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'>" + std::string(kDemoTitle) +
                       "\n<style>body{font-family:sans-serif;max-width:1080px;margin:32px auto;padding:0 16px;color:#23272E}"
                       ".row{display:flex;flex-wrap:wrap;gap:16px}figure{margin:0}figcaption{color:#5F6773;padding:4px 0}"
                       ".file{padding:24px;border:1px solid #E0E3E8}img{max-width:100%}</style></head><body>\n"
                       "<h1>RealUID, a guided demonstration</h1>\n";
    page += planePart(f);
    page += fill("<h2>Two mixtures in closed form</h2>\n<p>The RealUID distance between the same mixture and the "
                 "scene's generator, over all of space and t from 0.02 to 0.98: %1 ± %2.</p>\n<div class='row'>",
                 {fixed(f.closedFormDistance, 6), numberText(f.closedFormError)}) +
            pictures(f.figures, "width:480px") + "</div>\n";
    if (!f.sheets.empty())
        page += "<h2>Images</h2>\n<p>A small flow matching teacher on drawn shapes, then a one-step generator distilled "
                "from it. Both were trained for seconds: this shows the machinery, not its quality.</p>\n<div class='row'>" +
                pictures(f.sheets, "width:320px;image-rendering:pixelated") + "</div>\n";
    if (!f.checkpoint.empty())
        page += fill("<p>The trained checkpoint: <a href='%1'>%1</a>. Draw more from it by <code>realuid sample "
                     "--checkpoint %1 --out grid.png</code>.</p>\n",
                     {f.checkpoint});
    for (const std::string& missing : f.missing)
        page += "<p><b>Left out:</b> " + missing + "</p>\n";
    return page + "</body></html>\n";
}

} // namespace realuid::cli
