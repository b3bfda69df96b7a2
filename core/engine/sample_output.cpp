// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/sample_output.h"

#include "core/api/error.h"
#include "core/engine/image_sheet.h"
#include "core/io/atomic_file.h"

#include <ATen/ATen.h>

#include <ostream>

namespace realuid::engine
{
namespace fs = std::filesystem;
namespace
{

void writeNpy(const fs::path& path, const at::Tensor& images, bool overwrite)
{
    const at::Tensor data = images.to(at::kCPU, at::kFloat).contiguous();
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (";
    for (const std::int64_t size : data.sizes())
        header += std::to_string(size) + ", ";
    header += "), }";
    constexpr std::size_t kPrefix = 10;
    header.resize((kPrefix + header.size() + 1 + 63) / 64 * 64 - kPrefix, ' ');
    header.back() = '\n';
    writeAtomically(path, overwrite, [&](std::ostream& out) {
        out.write("\x93NUMPY\x01\x00", 8);
        out.put(static_cast<char>(header.size() & 0xff)).put(static_cast<char>(header.size() >> 8));
        out << header;
        out.write(static_cast<const char*>(data.data_ptr()), static_cast<std::streamsize>(data.nbytes()));
    });
}

void writeFolder(const fs::path& folder, const at::Tensor& images, const std::string& label, bool overwrite)
{
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        throw Error(ErrorKind::File, {REALUID_TEXT("the folder cannot be made: %1"), {failed.message()}}, folder.string(),
                    {REALUID_TEXT("choose a place that you may write to")});
    for (std::int64_t i = 0; i < images.size(0); ++i) {
        const std::string digits = std::to_string(i);
        const std::string name = std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits + ".png";
        writePng(folder / name, sheetOf(images.narrow(0, i, 1), 0, label), overwrite);
    }
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

void SampleOutput::write(const at::Tensor& images, const std::string& label) const
{
    if (m_out.extension() == ".png")
        writePng(m_out, sheetOf(images, 0, label), m_overwrite);
    else if (m_out.extension() == ".npy")
        writeNpy(m_out, images, m_overwrite);
    else
        writeFolder(m_out, images, label, m_overwrite);
}

} // namespace realuid::engine
