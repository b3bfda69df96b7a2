// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/zip_reader.h"

#include <zlib.h>

#include <algorithm>

namespace realuid::engine
{
namespace
{

constexpr std::uint32_t kEnd = 0x06054b50, kEnd64 = 0x06064b50, kLocator64 = 0x07064b50, kCentral = 0x02014b50,
                        kLocal = 0x04034b50;
constexpr std::uint64_t kEndSize = 22, kLocator64Size = 20, kEnd64Size = 56, kCentralSize = 46, kLocalSize = 30;
constexpr std::uint64_t kMostDirectory = 64u << 20;

/// Little-endian fields of a record; the caller has checked that they lie inside.
class Record
{
public:
    explicit Record(std::string_view bytes) : m_bytes(bytes) {}
    std::uint64_t u(std::size_t at, std::size_t width) const
    {
        std::uint64_t out = 0;
        for (std::size_t i = width; i-- > 0;)
            out = out << 8 | static_cast<unsigned char>(m_bytes[at + i]);
        return out;
    }
    std::uint16_t u16(std::size_t at) const { return static_cast<std::uint16_t>(u(at, 2)); }
    std::uint32_t u32(std::size_t at) const { return static_cast<std::uint32_t>(u(at, 4)); }
    std::uint64_t u64(std::size_t at) const { return u(at, 8); }

private:
    std::string_view m_bytes;
};

/// ZIP64: the fields that say "all ones" stand in extra field 1, in this order. False where they are missing.
bool takeExtra64(std::string_view extra, const std::vector<std::uint64_t*>& fields)
{
    while (extra.size() >= 4) {
        const Record head(extra);
        const std::size_t size = head.u16(2);
        if (size > extra.size() - 4)
            return false;
        if (head.u16(0) == 1) {
            if (size < fields.size() * 8)
                return false;
            for (std::size_t i = 0; i < fields.size(); ++i)
                *fields[i] = head.u64(4 + 8 * i);
            return true;
        }
        extra.remove_prefix(4 + size);
    }
    return false;
}

} // namespace

Error ZipReader::fault(Text what, const std::string& entry) const
{
    return damaged(m_file.path().string() + (entry.empty() ? "" : " [" + entry + "]"), std::move(what));
}

ZipReader::ZipReader(const std::filesystem::path& path) : m_file(path)
{
    const std::uint64_t tailSize = std::min<std::uint64_t>(m_file.size(), kEndSize + 0xffff);
    const std::string tail = m_file.text(m_file.size() - tailSize, tailSize);
    std::size_t at = tail.size();
    for (std::size_t i = tail.size() < kEndSize ? 0 : tail.size() - kEndSize + 1; i-- > 0;) {
        const Record record(std::string_view(tail).substr(i));
        if (record.u32(0) == kEnd && i + kEndSize + record.u16(20) == tail.size()) {
            at = i;
            break;
        }
    }
    if (at == tail.size())
        throw fault({REALUID_TEXT("is no zip archive, or its end is missing")});
    const Record end(std::string_view(tail).substr(at));
    const std::uint64_t endOffset = m_file.size() - tail.size() + at;
    std::uint64_t disks = end.u32(4), count = end.u16(10), size = end.u32(12), offset = end.u32(16), limit = endOffset;
    if (endOffset >= kLocator64Size + kEnd64Size) {
        const std::string locator = m_file.text(endOffset - kLocator64Size, kLocator64Size);
        if (Record(locator).u32(0) == kLocator64) {
            limit = Record(locator).u64(8);
            if (limit > endOffset - kLocator64Size - kEnd64Size)
                throw fault({REALUID_TEXT("the directory of the archive is damaged")});
            const std::string end64 = m_file.text(limit, kEnd64Size);
            const Record record(end64);
            disks |= record.u32(0) == kEnd64 ? record.u64(16) : 1;
            count = record.u64(32);
            size = record.u64(40);
            offset = record.u64(48);
        }
    }
    if (disks != 0 || size > limit || offset > limit - size || count > size / kCentralSize || size > kMostDirectory)
        throw fault({REALUID_TEXT("the directory of the archive is damaged")});
    readDirectory(offset, size, count);
    placeData(offset);
    requireApart();
}

void ZipReader::readDirectory(std::uint64_t offset, std::uint64_t size, std::uint64_t count)
{
    const std::string bytes = m_file.text(offset, size);
    std::string_view rest = bytes;
    for (; count > 0; --count) {
        const Record record(rest);
        const bool whole = rest.size() >= kCentralSize && record.u32(0) == kCentral;
        const std::size_t nameSize = whole ? record.u16(28) : 0, extraSize = whole ? record.u16(30) : 0;
        const std::size_t length = whole ? kCentralSize + nameSize + extraSize + record.u16(32) : 0;
        if (!whole || length > rest.size())
            throw fault({REALUID_TEXT("the directory of the archive is damaged")});
        Entry entry;
        entry.name = rest.substr(kCentralSize, nameSize);
        entry.crc = record.u32(16);
        entry.size = record.u32(24);
        entry.offset = record.u32(42); // of the local header, for now
        std::uint64_t stored = record.u32(20);
        std::vector<std::uint64_t*> large;
        for (std::uint64_t* field : {&entry.size, &stored, &entry.offset})
            if (*field == 0xffffffff)
                large.push_back(field);
        if (!large.empty() && !takeExtra64(rest.substr(kCentralSize + nameSize, extraSize), large))
            throw fault({REALUID_TEXT("the directory of the archive is damaged")}, entry.name);
        if ((record.u16(8) & 1) != 0)
            throw fault({REALUID_TEXT("the entry is encrypted")}, entry.name);
        if (record.u16(10) != 0 || stored != entry.size)
            throw Error(ErrorKind::File, {REALUID_TEXT("the entry is compressed, which torch.save never does")},
                        m_file.path().string() + " [" + entry.name + "]", {REALUID_TEXT("save it again with torch.save")});
        m_entries.push_back(std::move(entry));
        rest.remove_prefix(length);
    }
}

void ZipReader::placeData(std::uint64_t directory)
{
    for (Entry& entry : m_entries) {
        if (entry.offset > directory || directory - entry.offset < kLocalSize)
            throw fault({REALUID_TEXT("the entry lies outside the file")}, entry.name);
        const std::string local = m_file.text(entry.offset, kLocalSize);
        const Record record(local);
        const std::uint64_t header = kLocalSize + record.u16(26) + record.u16(28);
        if (record.u32(0) != kLocal || record.u16(26) != entry.name.size() || header > directory - entry.offset ||
            m_file.text(entry.offset + kLocalSize, entry.name.size()) != entry.name)
            throw fault({REALUID_TEXT("the entry's header is damaged")}, entry.name);
        entry.offset += header;
        if (entry.size > directory - entry.offset)
            throw fault({REALUID_TEXT("the entry lies outside the file")}, entry.name);
    }
}

void ZipReader::requireApart()
{
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry& a, const Entry& b) { return a.offset < b.offset; });
    for (std::size_t i = 1; i < m_entries.size(); ++i)
        if (m_entries[i - 1].offset + m_entries[i - 1].size > m_entries[i].offset)
            throw fault({REALUID_TEXT("entries of the archive overlap")}, m_entries[i].name);
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    for (std::size_t i = 1; i < m_entries.size(); ++i)
        if (m_entries[i - 1].name == m_entries[i].name)
            throw fault({REALUID_TEXT("two entries have the same name")}, m_entries[i].name);
}

const ZipReader::Entry* ZipReader::find(std::string_view name) const
{
    // Hostile files have millions of entries and as many tensors: a search from the front would not end.
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), name,
                                     [](const Entry& e, std::string_view wanted) { return e.name < wanted; });
    return at == m_entries.end() || at->name != name ? nullptr : &*at;
}

void ZipReader::requireCrc(const Entry& entry, std::uint32_t crc) const
{
    if (crc != entry.crc)
        throw fault({REALUID_TEXT("the checksum is wrong: the data are damaged")}, entry.name);
}

void ZipReader::read(const Entry& entry, void* out) const
{
    m_file.read(entry.offset, out, entry.size);
    requireCrc(entry, static_cast<std::uint32_t>(crc32_z(0, static_cast<const Bytef*>(out), entry.size)));
}

void ZipReader::verify(const Entry& entry) const
{
    std::vector<Bytef> buffer(std::min<std::uint64_t>(entry.size, 1u << 20));
    uLong crc = 0;
    for (std::uint64_t done = 0; done < entry.size;) {
        const std::uint64_t count = std::min<std::uint64_t>(buffer.size(), entry.size - done);
        m_file.read(entry.offset + done, buffer.data(), count);
        crc = crc32_z(crc, buffer.data(), count);
        done += count;
    }
    requireCrc(entry, static_cast<std::uint32_t>(crc));
}

} // namespace realuid::engine
