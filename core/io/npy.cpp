// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy.h"

#include "core/io/atomic_file.h"

#include <bit>

namespace realuid
{
namespace
{

/// Magic, version, length and a dictionary, padded so that the data begins at a multiple of 64 bytes.
std::string header(std::span<const std::size_t> shape)
{
    std::string dictionary = "{'descr': '<f8', 'fortran_order': False, 'shape': (";
    for (const std::size_t extent : shape)
        dictionary += std::to_string(extent) + ",";
    dictionary += "), }";
    constexpr std::size_t kPrefix = 10;
    dictionary.resize((kPrefix + dictionary.size() + 1 + 63) / 64 * 64 - kPrefix - 1, ' ');
    dictionary += '\n';
    std::string out("\x93NUMPY\x01\x00", 8);
    out += static_cast<char>(dictionary.size() & 0xFF);
    out += static_cast<char>(dictionary.size() >> 8);
    return out + dictionary;
}

} // namespace

void writeNpy(const std::filesystem::path& path, std::span<const double> values, std::span<const std::size_t> shape,
              bool overwrite)
{
    static_assert(std::endian::native == std::endian::little);
    writeAtomically(path, overwrite, [&](std::ostream& out) {
        out << header(shape);
        out.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(values.size_bytes()));
    });
}

} // namespace realuid
