// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/pixels.h"

#include "core/engine/random_file.h"

#include <png.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

namespace realuid::engine
{
namespace
{
constexpr int kLobes = 3;

Pixels decodePng(std::string_view file, const std::string& where)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    const std::unique_ptr<png_image, void (*)(png_image*)> freed(&image, png_image_free);
    if (!png_image_begin_read_from_memory(&image, file.data(), file.size()))
        throw damaged(where, {REALUID_TEXT("the PNG is damaged: %1"), {image.message}});
    if (std::int64_t{image.width} * image.height > kMostPixels)
        throw damaged(where, {REALUID_TEXT("%1 x %2 pixels are too many"), {std::to_string(image.width), std::to_string(image.height)}});
    image.format = PNG_FORMAT_RGB;
    image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB; // which libpng takes for linear light otherwise
    const png_color white{255, 255, 255};
    Pixels out{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    out.rgb.resize(PNG_IMAGE_SIZE(image));
    if (!png_image_finish_read(&image, &white, out.rgb.data(), 0, nullptr))
        throw damaged(where, {REALUID_TEXT("the PNG is damaged: %1"), {image.message}});
    return out;
}

double lanczos(double x)
{
    if (x == 0)
        return 1;
    const double y = std::numbers::pi * x;
    return std::abs(x) < kLobes ? kLobes * std::sin(y) * std::sin(y / kLobes) / (y * y) : 0;
}

/// What one output pixel takes of a row of `from` pixels; the weights sum to one.
struct Taps {
    int first = 0;
    std::vector<double> weights;
};

std::vector<Taps> tapsOf(int from, int to)
{
    const double ratio = static_cast<double>(from) / to, stretch = std::max(ratio, 1.0), reach = kLobes * stretch;
    std::vector<Taps> out(static_cast<std::size_t>(to));
    for (int i = 0; i < to; ++i) {
        const double centre = (i + 0.5) * ratio;
        Taps& taps = out[static_cast<std::size_t>(i)];
        taps.first = std::max(0, static_cast<int>(std::floor(centre - reach)));
        const int end = std::min(from, static_cast<int>(std::ceil(centre + reach)));
        double sum = 0;
        for (int k = taps.first; k < end; ++k) {
            taps.weights.push_back(lanczos((k + 0.5 - centre) / stretch));
            sum += taps.weights.back();
        }
        for (double& weight : taps.weights)
            weight /= sum;
    }
    return out;
}
} // namespace

Pixels decodeImage(std::string_view file, const std::string& where)
{
    if (file.starts_with("\x89PNG"))
        return decodePng(file, where);
    if (file.starts_with("\xff\xd8\xff"))
        return decodeJpeg(file, where);
    throw damaged(where, {REALUID_TEXT("is neither PNG nor JPEG, whatever its name says")});
}

std::vector<std::uint8_t> squarePlanes(const Pixels& picture, int side)
{
    const int from = std::min(picture.width, picture.height);
    const int left = (picture.width - from) / 2, top = (picture.height - from) / 2;
    const std::vector<Taps> taps = tapsOf(from, side);
    const auto area = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    std::vector<std::uint8_t> planes(3 * area);
    // First along x, all rows of the square; then along y.
    std::vector<double> narrow(static_cast<std::size_t>(from) * static_cast<std::size_t>(side) * 3);
    for (int y = 0; y < from; ++y)
        for (int x = 0; x < side; ++x) {
            const Taps& t = taps[static_cast<std::size_t>(x)];
            double* out = &narrow[(static_cast<std::size_t>(y) * static_cast<std::size_t>(side) + static_cast<std::size_t>(x)) * 3];
            const std::uint8_t* in = &picture.rgb[(static_cast<std::size_t>(top + y) * static_cast<std::size_t>(picture.width) +
                                                   static_cast<std::size_t>(left + t.first)) * 3];
            for (const double weight : t.weights)
                for (std::size_t c = 0; c < 3; ++c)
                    out[c] += weight * *in++;
        }
    for (std::size_t y = 0; y < static_cast<std::size_t>(side); ++y)
        for (std::size_t x = 0; x < static_cast<std::size_t>(side); ++x)
            for (std::size_t c = 0; c < 3; ++c) {
                double sum = 0;
                for (std::size_t k = 0; k < taps[y].weights.size(); ++k)
                    sum += taps[y].weights[k] *
                           narrow[((static_cast<std::size_t>(taps[y].first) + k) * static_cast<std::size_t>(side) + x) * 3 + c];
                planes[c * area + y * static_cast<std::size_t>(side) + x] =
                    static_cast<std::uint8_t>(std::lround(std::clamp(sum, 0.0, 255.0)));
            }
    return planes;
}

} // namespace realuid::engine
