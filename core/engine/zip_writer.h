// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace realuid::engine
{

/// Writes an uncompressed zip archive entry by entry, each entry's data at a multiple of 64 bytes as torch.save places
/// them. Equal entries make equal bytes (all carry the first day of zip's calendar). ZIP64 where sizes need it.
/// Failures show in the stream's state.
class ZipWriter
{
public:
    explicit ZipWriter(std::ostream& out) : m_out(out) {}
    void add(const std::string& name, std::string_view data);
    void finish(); ///< the directory; call once, last

private:
    struct Entry {
        std::string name;
        std::uint64_t size = 0, offset = 0;
        std::uint32_t crc = 0;
    };
    void write(std::string_view bytes);
    void writeEnd(std::uint64_t directory, std::uint64_t size);

    std::ostream& m_out;
    std::uint64_t m_at = 0;
    std::vector<Entry> m_entries;
};

} // namespace realuid::engine
