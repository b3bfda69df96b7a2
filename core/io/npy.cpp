// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy.h"

#include "core/api/error.h"
#include "core/io/atomic_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>
#include <fstream>
#include <string>
#include <string_view>

namespace realuid
{
namespace
{
static_assert(std::endian::native == std::endian::little);

constexpr std::string_view kMagic("\x93NUMPY", 6);

/// Magic, version, length and a dictionary, padded so that the data begins at a multiple of 64 bytes.
std::string header(std::string_view description, std::span<const std::size_t> shape)
{
    std::string dictionary = "{'descr': " + std::string(description) + ", 'fortran_order': False, 'shape': (";
    for (const std::size_t extent : shape)
        dictionary += std::to_string(extent) + ",";
    dictionary += "), }";
    constexpr std::size_t kPrefix = 10;
    dictionary.resize((kPrefix + dictionary.size() + 1 + 63) / 64 * 64 - kPrefix - 1, ' ');
    dictionary += '\n';
    std::string out(kMagic);
    out += std::string("\x01\x00", 2);
    out += static_cast<char>(dictionary.size() & 0xFF);
    out += static_cast<char>(dictionary.size() >> 8);
    return out + dictionary;
}

template <class Number>
void write(const std::filesystem::path& path, std::string_view description, std::span<const Number> values,
           std::span<const std::size_t> shape, bool overwrite)
{
    writeAtomically(path, overwrite, [&](std::ostream& out) {
        out << header(description, shape);
        out.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(values.size_bytes()));
    });
}

class Reader
{
public:
    explicit Reader(const std::filesystem::path& path) : m_path(path), m_in(path, std::ios::binary)
    {
        std::error_code failed;
        m_size = std::filesystem::file_size(path, failed);
        if (!m_in || failed)
            fail({REALUID_TEXT("there is no such file")});
    }

    NpyArray read()
    {
        const std::string dictionary = readHeader();
        const std::string type = between(dictionary, "'descr':", "'", "'");
        const bool byColumns = trimmed(dictionary, "'fortran_order':").starts_with("True");
        NpyArray array;
        array.shape = shapeOf(between(dictionary, "'shape':", "(", ")"));
        const std::size_t count = countOf(array.shape);
        array.values = values(type, count);
        if (byColumns)
            array.values = byRows(array);
        return array;
    }

private:
    [[noreturn]] void fail(Text what) const
    {
        throw Error(ErrorKind::File, std::move(what), m_path.string(), {REALUID_TEXT("write it with numpy.save, as float32 or float64")});
    }

    std::string take(std::size_t bytes)
    {
        if (bytes > m_size)
            fail({REALUID_TEXT("the file ends too early")});
        std::string out(bytes, '\0');
        if (!m_in.read(out.data(), static_cast<std::streamsize>(bytes)))
            fail({REALUID_TEXT("the file ends too early")});
        return out;
    }

    std::string readHeader()
    {
        if (m_size < 10 || take(kMagic.size()) != kMagic)
            fail({REALUID_TEXT("is no NumPy array")});
        const std::string version = take(2);
        if (version[0] < 1 || version[0] > 3)
            fail({REALUID_TEXT("has NumPy's file format %1, which is not known"), {std::to_string(version[0])}});
        const std::string length = take(version[0] == 1 ? 2 : 4);
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < length.size(); ++i)
            bytes |= static_cast<std::size_t>(static_cast<unsigned char>(length[i])) << (8 * i);
        return take(bytes);
    }

    std::string trimmed(const std::string& dictionary, std::string_view key) const
    {
        const std::size_t at = dictionary.find(key);
        if (at == std::string::npos)
            fail({REALUID_TEXT("has a damaged header")});
        const std::size_t begin = dictionary.find_first_not_of(' ', at + key.size());
        return begin == std::string::npos ? std::string() : dictionary.substr(begin);
    }

    std::string between(const std::string& dictionary, std::string_view key, std::string_view open, std::string_view close) const
    {
        const std::string rest = trimmed(dictionary, key);
        const std::size_t end = rest.find(close, open.size());
        if (!rest.starts_with(open) || end == std::string::npos)
            fail({REALUID_TEXT("holds no plain numbers")});
        return rest.substr(open.size(), end - open.size());
    }

    std::vector<std::size_t> shapeOf(std::string_view text) const
    {
        std::vector<std::size_t> shape;
        while (!text.empty()) {
            const std::size_t comma = std::min(text.find(','), text.size());
            std::string_view part = text.substr(0, comma);
            text.remove_prefix(std::min(comma + 1, text.size()));
            while (part.starts_with(' '))
                part.remove_prefix(1);
            if (part.empty())
                continue;
            std::size_t extent = 0;
            const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), extent);
            if (error != std::errc{} || end != part.data() + part.size())
                fail({REALUID_TEXT("has a damaged header")});
            shape.push_back(extent);
        }
        return shape;
    }

    std::size_t countOf(const std::vector<std::size_t>& shape) const
    {
        std::size_t count = 1;
        for (const std::size_t extent : shape) {
            if (extent != 0 && count > m_size / extent)
                fail({REALUID_TEXT("has a damaged header")});
            count *= extent;
        }
        return count;
    }

    template <class Number>
    std::vector<double> numbers(std::size_t count)
    {
        const std::uintmax_t left = m_size - static_cast<std::uintmax_t>(m_in.tellg());
        if (count > left / sizeof(Number) || left != count * sizeof(Number))
            fail({REALUID_TEXT("holds %1 bytes of numbers where its header says %2 numbers"), {std::to_string(left), std::to_string(count)}});
        std::vector<double> values(count);
        std::array<Number, 4096> chunk;
        for (std::size_t done = 0; done < count;) {
            const std::size_t n = std::min(chunk.size(), count - done);
            m_in.read(reinterpret_cast<char*>(chunk.data()), static_cast<std::streamsize>(n * sizeof(Number)));
            std::copy_n(chunk.begin(), n, values.begin() + static_cast<std::ptrdiff_t>(done));
            done += n;
        }
        if (!m_in)
            fail({REALUID_TEXT("the file ends too early")});
        return values;
    }

    std::vector<double> values(const std::string& type, std::size_t count)
    {
        if (type == "<f8")
            return numbers<double>(count);
        if (type == "<f4")
            return numbers<float>(count);
        if (type == "|u1")
            return numbers<std::uint8_t>(count);
        if (type == "<i4")
            return numbers<std::int32_t>(count);
        if (type == "<i8")
            return numbers<std::int64_t>(count);
        fail({REALUID_TEXT("holds numbers of the type %1, which is not read"), {type}});
    }

    static std::vector<double> byRows(const NpyArray& array)
    {
        std::vector<double> out(array.values.size());
        std::vector<std::size_t> index(array.shape.size(), 0);
        for (const double value : array.values) {
            std::size_t at = 0;
            for (std::size_t axis = 0; axis < index.size(); ++axis)
                at = at * array.shape[axis] + index[axis];
            out[at] = value;
            for (std::size_t axis = 0; axis < index.size() && ++index[axis] == array.shape[axis]; ++axis)
                index[axis] = 0;
        }
        return out;
    }

    std::filesystem::path m_path;
    std::ifstream m_in;
    std::uintmax_t m_size = 0;
};

} // namespace

void writeNpy(const std::filesystem::path& path, std::span<const double> values, std::span<const std::size_t> shape,
              bool overwrite)
{
    write(path, "'<f8'", values, shape, overwrite);
}

void writeNpyRecords(const std::filesystem::path& path, std::span<const std::string> names, std::span<const double> values,
                     bool overwrite)
{
    std::string fields = "[";
    for (const std::string& name : names)
        fields += "('" + name + "', '<f8'), ";
    const std::size_t rows = names.empty() ? 0 : values.size() / names.size();
    write(path, fields + "]", values, std::span(&rows, 1), overwrite);
}

void writeNpy(const std::filesystem::path& path, std::span<const float> values, std::span<const std::size_t> shape,
              bool overwrite)
{
    write(path, "'<f4'", values, shape, overwrite);
}

NpyArray readNpy(const std::filesystem::path& path) { return Reader(path).read(); }

} // namespace realuid
