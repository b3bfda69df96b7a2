// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/tar_archive.h"

#include "core/engine/random_file.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace realuid::engine
{
namespace
{
constexpr std::size_t kBlock = 512, kNameSize = 100, kSizeAt = 124, kSizeWidth = 12, kSumAt = 148, kSumWidth = 8, kTypeAt = 156, kPiece = 1u << 20;
using Block = std::array<char, kBlock>;

/// Bytes in the order of the archive, decompressed; counts them against a limit.
class Stream
{
public:
    Stream(const std::filesystem::path& path, std::uint64_t most)
        : m_where(path.string()), m_left(most), m_file(gzopen(path.c_str(), "rb"), gzclose)
    {
        if (!m_file)
            throw fault({REALUID_TEXT("cannot be opened")});
    }

    Error fault(Text what) const { return damaged(m_where, std::move(what)); }

    /// False at the end of the data, before a byte.
    bool read(char* out, std::size_t count)
    {
        if (count > m_left)
            throw fault({REALUID_TEXT("holds far more than CIFAR-10 does")});
        const int got = gzread(m_file.get(), out, static_cast<unsigned>(count));
        int code = Z_OK;
        gzerror(m_file.get(), &code);
        // A gzip file that ends too soon gives what it has, and then this code.
        if (got < 0 || code == Z_BUF_ERROR || (got > 0 && static_cast<std::size_t>(got) < count))
            throw fault({code == Z_DATA_ERROR ? Text{REALUID_TEXT("the compressed data are damaged")} : Text{REALUID_TEXT("the archive is cut short")}});
        m_left -= static_cast<std::size_t>(got);
        return got > 0;
    }

    void require(char* out, std::size_t count)
    {
        if (count > 0 && !read(out, count))
            throw fault({REALUID_TEXT("the archive is cut short")});
    }

    void skip(std::uint64_t count)
    {
        Block block;
        for (; count > 0; count -= std::min<std::uint64_t>(count, kBlock))
            require(block.data(), std::min<std::uint64_t>(count, kBlock));
    }

    std::uint64_t left() const { return m_left; }

private:
    std::string m_where;
    std::uint64_t m_left;
    std::unique_ptr<gzFile_s, int (*)(gzFile)> m_file;
};

/// Octal digits, with blanks and zeros around them.
std::optional<std::uint64_t> octal(std::string_view field)
{
    std::uint64_t out = 0;
    bool any = false;
    for (const char c : field) {
        if (c == ' ' && !any)
            continue;
        if (c == ' ' || c == '\0')
            break;
        if (c < '0' || c > '7')
            return std::nullopt;
        out = out * 8 + static_cast<std::uint64_t>(c - '0');
        any = true;
    }
    return any ? std::optional(out) : std::nullopt;
}

/// The sum of the header's bytes, its own field read as blanks.
std::uint64_t sumOf(const Block& header)
{
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < kBlock; ++i)
        sum += i >= kSumAt && i < kSumAt + kSumWidth ? std::uint64_t{' '} : static_cast<unsigned char>(header[i]);
    return sum;
}

std::string nameOf(const Block& header)
{
    const std::string_view field(header.data(), kNameSize);
    const std::string_view name = field.substr(0, field.find('\0'));
    return std::string(name.substr(name.rfind('/') + 1));
}
} // namespace

std::vector<TarMember> readTar(const std::filesystem::path& archive, std::uint64_t most,
                               const std::function<bool(std::string_view name)>& wanted)
{
    Stream stream(archive, most);
    std::vector<TarMember> out;
    Block header;
    while (true) {
        stream.require(header.data(), kBlock);
        if (std::ranges::all_of(header, [](char c) { return c == '\0'; }))
            break;
        const std::string_view all(header.data(), kBlock);
        const auto size = octal(all.substr(kSizeAt, kSizeWidth)), sum = octal(all.substr(kSumAt, kSumWidth));
        if (!size || !sum || *sum != sumOf(header))
            throw stream.fault({REALUID_TEXT("is no tar archive, or a header in it is damaged")});
        if (*size > stream.left())
            throw stream.fault({REALUID_TEXT("holds far more than CIFAR-10 does")});
        const std::uint64_t padding = (kBlock - *size % kBlock) % kBlock;
        const bool regular = header[kTypeAt] == '0' || header[kTypeAt] == '\0';
        const std::string name = nameOf(header);
        if (!regular || !wanted(name)) {
            stream.skip(*size + padding);
            continue;
        }
        if (std::ranges::find(out, name, &TarMember::name) != out.end())
            throw stream.fault({REALUID_TEXT("holds two files of the name %1"), {name}});
        TarMember member{name, {}};
        // Grows with the data: what a header promises may never come.
        while (member.content.size() < *size) {
            const std::size_t at = member.content.size(), count = std::min<std::uint64_t>(*size - at, kPiece);
            member.content.resize(at + count);
            stream.require(member.content.data() + at, count);
        }
        stream.skip(padding);
        out.push_back(std::move(member));
    }
    // To the end, so that gzip's checksum over all of it is looked at.
    while (stream.read(header.data(), kBlock)) {
    }
    std::ranges::sort(out, {}, &TarMember::name);
    return out;
}

} // namespace realuid::engine
