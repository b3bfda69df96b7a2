// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/image_sheet.h"

#include "core/api/error.h"
#include "core/io/atomic_file.h"

#include <ATen/ATen.h>
#include <png.h>

#include <cmath>

namespace realuid::engine
{

at::Tensor toBytes(const at::Tensor& images)
{
    return images.detach().clamp(-1, 1).mul(127.5).add(128).clamp(0, 255).to(at::kCPU, at::kByte).contiguous();
}

ImageSheet sheetOf(const at::Tensor& images, std::int64_t step, std::string label, int columns)
{
    const at::Tensor bytes = toBytes(images);
    const auto n = static_cast<int>(bytes.size(0)), side = static_cast<int>(bytes.size(2));
    ImageSheet sheet{step, std::move(label), columns > 0 ? columns : static_cast<int>(std::ceil(std::sqrt(n))), 0, side, {}};
    sheet.rows = (n + sheet.columns - 1) / sheet.columns;
    const at::Tensor grid = at::zeros({sheet.rows * sheet.columns, 3, side, side}, at::kByte);
    grid.narrow(0, 0, n).copy_(bytes);
    const at::Tensor laidOut =
        grid.reshape({sheet.rows, sheet.columns, 3, side, side}).permute({0, 3, 1, 4, 2}).contiguous();
    const auto* data = laidOut.data_ptr<std::uint8_t>();
    sheet.rgb.assign(data, data + laidOut.numel());
    return sheet;
}

void writePng(const std::filesystem::path& path, const ImageSheet& sheet, bool overwrite)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(sheet.width());
    image.height = static_cast<png_uint_32>(sheet.height());
    image.format = PNG_FORMAT_RGB;
    std::string file;
    png_alloc_size_t size = 0;
    bool good = png_image_write_to_memory(&image, nullptr, &size, 0, sheet.rgb.data(), 0, nullptr) != 0;
    file.resize(size);
    good = good && png_image_write_to_memory(&image, file.data(), &size, 0, sheet.rgb.data(), 0, nullptr) != 0;
    if (!good)
        throw Error(ErrorKind::Other, {REALUID_TEXT("the picture could not be made: %1"), {image.message}}, path.string());
    file.resize(size);
    writeAtomically(path, overwrite, file);
}

} // namespace realuid::engine
