// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/zip_writer.h"

#include <zlib.h>

#include <algorithm>

namespace realuid::engine
{
namespace
{

constexpr std::uint64_t kAlignment = 64, kAllOnes = 0xffffffff, kLocalSize = 30;

class Record
{
public:
    Record& u(std::uint64_t value, int width)
    {
        for (int i = 0; i < width; ++i)
            m_bytes += static_cast<char>(value >> (8 * i) & 0xff);
        return *this;
    }
    /// "All ones" where it does not fit: the ZIP64 field says it.
    Record& u32OrOnes(std::uint64_t value) { return u(std::min(value, kAllOnes), 4); }
    Record& text(std::string_view value)
    {
        m_bytes += value;
        return *this;
    }
    const std::string& bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

/// Version, flags (names are UTF-8), method 0, time 0, 1980-01-01.
void common(Record& record, bool large) { record.u(large ? 45 : 20, 2).u(0x800, 2).u(0, 2).u(0, 2).u(0x21, 2); }

} // namespace

void ZipWriter::write(std::string_view bytes)
{
    m_out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    m_at += bytes.size();
}

void ZipWriter::add(const std::string& name, std::string_view data)
{
    const auto crc = static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(data.data()), data.size()));
    const Entry entry{name, data.size(), m_at, crc};
    const bool large = entry.size >= kAllOnes;
    Record extra;
    if (large)
        extra.u(1, 2).u(16, 2).u(entry.size, 8).u(entry.size, 8);
    const std::uint64_t begin = m_at + kLocalSize + name.size() + extra.bytes().size() + 4;
    const std::uint64_t padding = (kAlignment - begin % kAlignment) % kAlignment;
    extra.u(0x4246, 2).u(padding, 2).text(std::string(padding, 'Z')); // "FB", the field that PyTorch pads with
    Record header;
    header.u(0x04034b50, 4);
    common(header, large);
    header.u(crc, 4).u32OrOnes(large ? kAllOnes : entry.size).u32OrOnes(large ? kAllOnes : entry.size);
    header.u(name.size(), 2).u(extra.bytes().size(), 2).text(name).text(extra.bytes());
    write(header.bytes());
    write(data);
    m_entries.push_back(entry);
}

void ZipWriter::finish()
{
    const std::uint64_t directory = m_at;
    for (const Entry& entry : m_entries) {
        Record extra;
        if (entry.size >= kAllOnes)
            extra.u(entry.size, 8).u(entry.size, 8);
        if (entry.offset >= kAllOnes)
            extra.u(entry.offset, 8);
        const std::size_t size = extra.bytes().size();
        Record record;
        record.u(0x02014b50, 4).u(size > 0 ? 45 : 20, 2);
        common(record, size > 0);
        record.u(entry.crc, 4).u32OrOnes(entry.size).u32OrOnes(entry.size).u(entry.name.size(), 2).u(size > 0 ? size + 4 : 0, 2);
        record.u(0, 2).u(0, 2).u(0, 2).u(0, 4).u32OrOnes(entry.offset).text(entry.name);
        if (size > 0)
            record.u(1, 2).u(size, 2).text(extra.bytes());
        write(record.bytes());
    }
    writeEnd(directory, m_at - directory);
}

void ZipWriter::writeEnd(std::uint64_t directory, std::uint64_t size)
{
    const std::uint64_t count = m_entries.size();
    if (directory >= kAllOnes || count >= 0xffff) {
        const std::uint64_t at = m_at;
        Record end64;
        end64.u(0x06064b50, 4).u(44, 8).u(45, 2).u(45, 2).u(0, 4).u(0, 4).u(count, 8).u(count, 8).u(size, 8).u(directory, 8);
        end64.u(0x07064b50, 4).u(0, 4).u(at, 8).u(1, 4);
        write(end64.bytes());
    }
    Record end;
    end.u(0x06054b50, 4).u(0, 2).u(0, 2).u(std::min<std::uint64_t>(count, 0xffff), 2).u(std::min<std::uint64_t>(count, 0xffff), 2);
    end.u32OrOnes(size).u32OrOnes(directory).u(0, 2);
    write(end.bytes());
}

} // namespace realuid::engine
