// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/random_file.h"

#include <string_view>
#include <vector>

namespace realuid::engine
{

/// A zip archive (ZIP64 included) of uncompressed entries, which is what torch.save writes. Opening reads the directory
/// and every local header and checks that all entries lie inside the file, apart from each other, with distinct names.
/// All methods throw Error (File) that names the file and the entry.
class ZipReader
{
public:
    struct Entry {
        std::string name;
        std::uint64_t offset = 0; ///< of the data
        std::uint64_t size = 0;
        std::uint32_t crc = 0;
    };

    explicit ZipReader(const std::filesystem::path& path);

    const RandomFile& file() const { return m_file; }
    const std::vector<Entry>& entries() const { return m_entries; }
    const Entry* find(std::string_view name) const; ///< null where there is none

    /// The entry's bytes into `out` [entry.size], checked against its CRC-32.
    void read(const Entry& entry, void* out) const;
    /// The same, without keeping the bytes.
    void verify(const Entry& entry) const;

private:
    void readDirectory(std::uint64_t offset, std::uint64_t size, std::uint64_t count);
    void placeData(std::uint64_t directory);
    /// Refuses entries that overlap or share a name; leaves them sorted by name.
    void requireApart();
    void requireCrc(const Entry& entry, std::uint32_t crc) const;
    Error fault(Text what, const std::string& entry = {}) const;

    RandomFile m_file;
    std::vector<Entry> m_entries; ///< sorted by name
};

} // namespace realuid::engine
