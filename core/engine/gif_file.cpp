// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/gif_file.h"

#include "core/io/atomic_file.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace realuid::engine
{
namespace
{

constexpr std::array<int, 3> kLevels{6, 7, 6}; ///< red, green, blue: 252 colours
constexpr int kHundredths = 12, kScale = 4;
constexpr unsigned kClear = 256, kEnd = 257, kLast = 4095, kFirstWidth = 9;

int valueOf(std::size_t channel, int level) { return level * 255 / (kLevels[channel] - 1); }

void appendWord(std::string& out, unsigned value)
{
    out += static_cast<char>(value & 255);
    out += static_cast<char>(value >> 8 & 255);
}

/// Codes of growing width, lowest bits first, in blocks of at most 255 bytes.
class CodeWriter
{
public:
    void put(unsigned code, unsigned width)
    {
        m_bits |= static_cast<std::uint64_t>(code) << m_count;
        for (m_count += width; m_count >= 8; m_count -= 8, m_bits >>= 8)
            m_bytes += static_cast<char>(m_bits & 255);
    }
    std::string blocks()
    {
        if (m_count > 0)
            m_bytes += static_cast<char>(m_bits & 255);
        std::string out;
        for (std::size_t i = 0; i < m_bytes.size(); i += 255) {
            const std::string part = m_bytes.substr(i, 255);
            out += static_cast<char>(part.size());
            out += part;
        }
        return out + '\0';
    }

private:
    std::uint64_t m_bits = 0;
    unsigned m_count = 0;
    std::string m_bytes;
};

/// Lempel, Ziv and Welch's codes of a picture.
std::string compressed(const std::vector<std::uint8_t>& pixels)
{
    CodeWriter out;
    std::unordered_map<unsigned, unsigned> known; // code before and byte -> code
    unsigned width = kFirstWidth, newest = kEnd, current = pixels.front();
    out.put(kClear, width);
    for (std::size_t i = 1; i < pixels.size(); ++i) {
        const unsigned key = current << 8 | pixels[i];
        if (const auto found = known.find(key); found != known.end()) {
            current = found->second;
            continue;
        }
        out.put(current, width);
        known[key] = ++newest;
        if (newest >= 1u << width)
            ++width;
        if (newest == kLast) {
            out.put(kClear, width);
            known.clear();
            width = kFirstWidth;
            newest = kEnd;
        }
        current = pixels[i];
    }
    out.put(current, width);
    out.put(kEnd, newest + 1 >= 1u << width ? width + 1 : width); // as decoders count, who learn from the last code too
    return out.blocks();
}

/// Indices into the palette of one picture [3, height, width], each pixel kScale x kScale.
std::vector<std::uint8_t> dithered(const at::Tensor& picture)
{
    const auto height = static_cast<std::size_t>(picture.size(1)), width = static_cast<std::size_t>(picture.size(2));
    const at::Tensor values = picture.to(at::kFloat).contiguous();
    std::vector<float> left(values.data_ptr<float>(), values.data_ptr<float>() + values.numel());
    std::vector<std::uint8_t> out(height * width * kScale * kScale);
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < width; ++x) {
            int index = 0;
            for (std::size_t c = 0; c < 3; ++c) {
                float* const at = left.data() + (c * height + y) * width + x;
                const int level = std::clamp(static_cast<int>(*at * static_cast<float>(kLevels[c] - 1) / 255 + 0.5f), 0, kLevels[c] - 1);
                const float error = *at - static_cast<float>(valueOf(c, level));
                index = index * kLevels[c] + level;
                if (x + 1 < width)
                    at[1] += error * 7 / 16;
                if (y + 1 == height)
                    continue;
                if (x > 0)
                    at[width - 1] += error * 3 / 16;
                at[width] += error * 5 / 16;
                if (x + 1 < width)
                    at[width + 1] += error / 16;
            }
            for (std::size_t k = 0; k < kScale * kScale; ++k)
                out[(y * kScale + k / kScale) * width * kScale + x * kScale + k % kScale] = static_cast<std::uint8_t>(index);
        }
    return out;
}

std::string palette()
{
    std::string out(3 * 256, '\0');
    for (int i = 0; i < kLevels[0] * kLevels[1] * kLevels[2]; ++i) {
        const std::array<int, 3> level{i / (kLevels[1] * kLevels[2]), i / kLevels[2] % kLevels[1], i % kLevels[2]};
        for (std::size_t c = 0; c < 3; ++c)
            out[3 * static_cast<std::size_t>(i) + c] = static_cast<char>(valueOf(c, level[c]));
    }
    return out;
}

} // namespace

void writeGif(const std::filesystem::path& path, const at::Tensor& bytes, bool overwrite)
{
    const auto height = static_cast<unsigned>(bytes.size(2) * kScale), width = static_cast<unsigned>(bytes.size(3) * kScale);
    std::string out = "GIF89a";
    appendWord(out, width);
    appendWord(out, height);
    out += std::string("\xF7\0\0", 3) + palette(); // 256 colours for all pictures
    out += std::string("\x21\xFF\x0BNETSCAPE2.0\x03\x01\0\0\0", 19);
    for (std::int64_t i = 0; i < bytes.size(0); ++i) {
        out += std::string("\x21\xF9\x04\0", 4);
        appendWord(out, kHundredths);
        out += std::string("\0\0\x2C\0\0\0\0", 7);
        appendWord(out, width);
        appendWord(out, height);
        out += std::string("\0\x08", 2) + compressed(dithered(bytes[i]));
    }
    out += ';';
    writeAtomically(path, overwrite, out);
}

} // namespace realuid::engine
