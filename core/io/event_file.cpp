// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/event_file.h"

#include <array>
#include <bit>

namespace realuid::tensorboard
{
namespace
{
constexpr int kVarint = 0, kFixed64 = 1, kLength = 2, kFixed32 = 5;
constexpr int kRgb = 3, kFloat = 1; // Image.colorspace, DataType

constexpr std::array<std::uint32_t, 256> crcTable()
{
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ ((value & 1u) ? 0x82F63B78u : 0u);
        table[i] = value;
    }
    return table;
}

template <class T>
void appendLittleEndian(std::string& out, T value)
{
    for (std::size_t i = 0; i < sizeof value; ++i)
        out += static_cast<char>((value >> (8 * i)) & 0xFFu);
}

/// As TFRecord masks a checksum, so that checksums of data that hold checksums stay good.
std::uint32_t masked(std::string_view bytes)
{
    const std::uint32_t crc = crc32c(bytes);
    return std::rotr(crc, 15) + 0xA282EAD8u;
}
} // namespace

std::uint32_t crc32c(std::string_view bytes)
{
    static constexpr std::array<std::uint32_t, 256> table = crcTable();
    std::uint32_t crc = 0xFFFFFFFFu;
    for (const char byte : bytes)
        crc = (crc >> 8) ^ table[(crc ^ static_cast<unsigned char>(byte)) & 0xFFu];
    return ~crc;
}

void Message::key(int field, int wire) { varint(static_cast<std::uint64_t>(field) << 3 | static_cast<std::uint64_t>(wire)); }

void Message::varint(std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        m_bytes += static_cast<char>((value & 0x7F) | 0x80);
    m_bytes += static_cast<char>(value);
}

Message& Message::integer(int field, std::int64_t value)
{
    key(field, kVarint);
    varint(static_cast<std::uint64_t>(value));
    return *this;
}

Message& Message::number(int field, double value)
{
    key(field, kFixed64);
    appendLittleEndian(m_bytes, std::bit_cast<std::uint64_t>(value));
    return *this;
}

Message& Message::real(int field, float value)
{
    key(field, kFixed32);
    appendLittleEndian(m_bytes, std::bit_cast<std::uint32_t>(value));
    return *this;
}

Message& Message::text(int field, std::string_view value)
{
    key(field, kLength);
    varint(value.size());
    m_bytes += value;
    return *this;
}

std::string record(const Message& message)
{
    std::string out, length;
    appendLittleEndian(length, static_cast<std::uint64_t>(message.bytes().size()));
    out = length;
    appendLittleEndian(out, masked(length));
    out += message.bytes();
    appendLittleEndian(out, masked(message.bytes()));
    return out;
}

Message scalar(std::string_view tag, double value) { return Message().text(1, tag).real(2, static_cast<float>(value)); }

Message image(std::string_view tag, int width, int height, std::string_view png)
{
    const Message picture = Message().integer(1, height).integer(2, width).integer(3, kRgb).text(4, png);
    return Message().text(1, tag).message(4, picture);
}

Message hyperParameters(std::string_view tag, const Message& content)
{
    const Message plugin = Message().text(1, "hparams").text(2, content.bytes());
    const Message shape = Message().message(2, Message().integer(1, 1));
    const Message nothing = Message().integer(1, kFloat).message(2, shape).real(5, 0); // the plugin wants a tensor
    return Message().text(1, tag).message(8, nothing).message(9, Message().message(1, plugin));
}

} // namespace realuid::tensorboard
