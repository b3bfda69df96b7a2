// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/sample_output.h"

#include "core/api/error.h"
#include "core/engine/gif_file.h"
#include "core/engine/image_sheet.h"
#include "core/io/npy.h"

#include <ATen/ATen.h>

#include <vector>

namespace realuid::engine
{
namespace fs = std::filesystem;
namespace
{

void writeArray(const fs::path& path, const at::Tensor& images, bool overwrite)
{
    const at::Tensor data = images.to(at::kCPU, at::kFloat).contiguous();
    const std::vector<std::size_t> shape(data.sizes().begin(), data.sizes().end());
    writeNpy(path, std::span<const float>(data.data_ptr<float>(), static_cast<std::size_t>(data.numel())), shape, overwrite);
}

/// "000012.png"
std::string numbered(std::int64_t i)
{
    const std::string digits = std::to_string(i);
    return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits + ".png";
}

void writeFolder(const fs::path& folder, const at::Tensor& images, const std::string& label, bool overwrite)
{
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        throw Error(ErrorKind::File, {REALUID_TEXT("the folder cannot be made: %1"), {failed.message()}}, folder.string(),
                    {REALUID_TEXT("choose a place that you may write to")});
    for (std::int64_t i = 0; i < images.size(0); ++i)
        writePng(folder / numbered(i), sheetOf(images.narrow(0, i, 1), 0, label), overwrite);
    for (std::int64_t i = images.size(0); fs::remove(folder / numbered(i), failed); ++i) {
    } // what was replaced may have been more
}

} // namespace

SampleOutput::SampleOutput(fs::path out, bool overwrite) : m_out(std::move(out)), m_overwrite(overwrite)
{
    std::error_code ignored;
    const bool there = fs::is_directory(m_out, ignored) ? !fs::is_empty(m_out, ignored) : fs::is_regular_file(m_out, ignored);
    if (there && !overwrite)
        throw Error(ErrorKind::Usage, {REALUID_TEXT("exists already")}, m_out.string(),
                    {REALUID_TEXT("choose another name or pass --overwrite")});
}

void SampleOutput::write(const at::Tensor& images, const std::string& label, const Rows& rows) const
{
    if (m_out.extension() == ".png")
        writePng(m_out, sheetOf(rows.images.defined() ? rows.images : images, 0, label, rows.columns), m_overwrite);
    else if (m_out.extension() == ".gif")
        writeGif(m_out, toBytes(images), m_overwrite);
    else if (m_out.extension() == ".npy")
        writeArray(m_out, images, m_overwrite);
    else
        writeFolder(m_out, images, label, m_overwrite);
}

} // namespace realuid::engine
