// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// What TensorBoard reads, encoded by hand: protocol buffers (tensorflow/core/util/event.proto, tensorboard's hparams plugin)
/// in TFRecord frames (length, masked CRC-32C of it, data, masked CRC-32C of these). Plain functions from values to bytes.
namespace realuid::tensorboard
{

/// Castagnoli's CRC-32 (RFC 3720, B.4).
std::uint32_t crc32c(std::string_view bytes);

/// A message of protocol buffers, field by field; bytes() is what stands in a file.
class Message
{
public:
    Message& integer(int field, std::int64_t value);
    Message& number(int field, double value);
    Message& real(int field, float value);
    Message& text(int field, std::string_view value); ///< bytes or a message too
    Message& message(int field, const Message& value) { return text(field, value.m_bytes); }
    const std::string& bytes() const { return m_bytes; }

private:
    void key(int field, int wire);
    void varint(std::uint64_t value);
    std::string m_bytes;
};

/// One frame of a TFRecord file.
std::string record(const Message& message);

/// Values of a Summary.
Message scalar(std::string_view tag, double value);
Message image(std::string_view tag, int width, int height, std::string_view png);
/// A value of the plugin "hparams", which keeps what it has to say in the metadata.
Message hyperParameters(std::string_view tag, const Message& content);

} // namespace realuid::tensorboard
