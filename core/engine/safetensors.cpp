// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/safetensors.h"

#include "core/engine/random_file.h"
#include "core/io/atomic_file.h"

#include <ATen/ops/empty.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace realuid::engine
{
namespace
{

using Json = nlohmann::ordered_json;

constexpr std::array<std::pair<std::string_view, at::ScalarType>, 10> kTypes{{{"F32", at::kFloat},
                                                                             {"F64", at::kDouble},
                                                                             {"F16", at::kHalf},
                                                                             {"BF16", at::kBFloat16},
                                                                             {"I64", at::kLong},
                                                                             {"I32", at::kInt},
                                                                             {"I16", at::kShort},
                                                                             {"I8", at::kChar},
                                                                             {"U8", at::kByte},
                                                                             {"BOOL", at::kBool}}};
constexpr std::uint64_t kMostHeader = 32u << 20;
constexpr std::size_t kMostDimensions = 16;

/// The header's bytes; `begin` becomes the place of the data.
std::string header(const RandomFile& file, std::uint64_t& begin)
{
    std::array<unsigned char, 8> bytes{};
    file.read(0, bytes.data(), bytes.size());
    std::uint64_t size = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        size = size << 8 | bytes[i];
    if (size > kMostHeader || size > file.size() - bytes.size())
        throw damaged(file.path().string(), {REALUID_TEXT("is no .safetensors file: the header is longer than the file")});
    begin = bytes.size() + size;
    return file.text(bytes.size(), size);
}

/// nlohmann's parser recurses: refuse what no header needs before it is parsed, and keys that stand twice while it is.
Json parse(const std::string& text, const std::string& where)
{
    constexpr int kMostDepth = 4;
    std::vector<std::set<std::string>> keys;
    bool twice = false, deep = false;
    const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
        deep = deep || depth > kMostDepth;
        if (event == Json::parse_event_t::object_start)
            keys.emplace_back();
        else if (event == Json::parse_event_t::object_end)
            keys.pop_back();
        else if (event == Json::parse_event_t::key)
            twice = twice || !keys.back().insert(parsed.get<std::string>()).second;
        return !deep;
    };
    const Json out = Json::parse(text, watch, false);
    if (out.is_discarded() || !out.is_object() || twice || deep)
        throw damaged(where, {REALUID_TEXT("is no .safetensors file: the header is no JSON object with distinct keys")});
    return out;
}

bool isCount(const Json& value) { return value.is_number_unsigned() && value.get<std::uint64_t>() < (std::uint64_t{1} << 62); }

bool areCounts(const Json& value, std::size_t most)
{
    return value.is_array() && value.size() <= most && std::all_of(value.begin(), value.end(), isCount);
}

} // namespace

SafetensorsReader::SafetensorsReader(const std::filesystem::path& file) : m_file(file)
{
    const RandomFile source(file);
    std::uint64_t begin = 0;
    const Json json = parse(header(source, begin), file.string());
    for (const auto& [key, value] : json.items()) {
        const auto fault = [&](Text what) { return damaged(file.string() + " [" + key + "]", std::move(what)); };
        if (key == "__metadata__") {
            for (const auto& [name, text] : value.items())
                if (value.is_object() && text.is_string())
                    m_metadata[name] = text.get<std::string>();
            continue;
        }
        if (!value.is_object() || !value.contains("dtype") || !value["dtype"].is_string() || !value.contains("shape") ||
            !areCounts(value["shape"], kMostDimensions) || !value.contains("data_offsets") ||
            !areCounts(value["data_offsets"], 2) || value["data_offsets"].size() != 2)
            throw fault({REALUID_TEXT("the tensor's description is not complete")});
        const auto dtype = value["dtype"].get<std::string>();
        const auto type = std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& row) { return row.first == dtype; });
        if (type == kTypes.end())
            throw fault({REALUID_TEXT("the tensor's type \"%1\" is not known"), {dtype}});
        Entry entry{key, type->second, value["shape"].get<Shape>(), 0, 0};
        std::uint64_t bytes = at::elementSize(entry.dtype);
        for (const std::int64_t side : entry.shape)
            if (__builtin_mul_overflow(bytes, static_cast<std::uint64_t>(side), &bytes))
                throw fault({REALUID_TEXT("the tensor is too large")});
        const auto first = value["data_offsets"][0].get<std::uint64_t>(), last = value["data_offsets"][1].get<std::uint64_t>();
        if (first > last || last > source.size() - begin)
            throw fault({REALUID_TEXT("the tensor lies outside the file")});
        if (last - first != bytes)
            throw fault({REALUID_TEXT("the tensor's shape %1 does not fit its %2 bytes"), {shapeText(entry.shape), std::to_string(last - first)}});
        entry.begin = begin + first;
        entry.end = begin + last;
        m_entries.push_back(std::move(entry));
    }
    std::stable_sort(m_entries.begin(), m_entries.end(), [](const Entry& a, const Entry& b) { return a.begin < b.begin || (a.begin == b.begin && a.end < b.end); });
    std::uint64_t at = begin;
    for (const Entry& entry : m_entries) {
        if (entry.begin != at)
            throw damaged(file.string() + " [" + entry.name + "]", {REALUID_TEXT("tensors overlap or leave a gap")});
        at = entry.end;
    }
    if (at != source.size())
        throw damaged(file.string(), {REALUID_TEXT("the file is longer than its tensors")});
}

Shapes SafetensorsReader::shapes() const
{
    Shapes out;
    for (const Entry& entry : m_entries)
        out.emplace_back(entry.name, entry.shape);
    return out;
}

bool SafetensorsReader::has(const std::string& name) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.name == name; });
}

const SafetensorsReader::Entry& SafetensorsReader::entry(const std::string& name) const
{
    const auto at = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.name == name; });
    if (at == m_entries.end())
        throw Error(ErrorKind::File, {REALUID_TEXT("holds no tensor \"%1\""), {name}}, m_file.string());
    return *at;
}

at::ScalarType SafetensorsReader::dtype(const std::string& name) const { return entry(name).dtype; }

Tensor SafetensorsReader::read(const std::string& name) const
{
    const Entry& from = entry(name);
    Tensor out = at::empty(from.shape, from.dtype);
    RandomFile(m_file).read(from.begin, out.data_ptr(), from.end - from.begin);
    return out;
}

StateDict SafetensorsReader::readAll() const
{
    StateDict out;
    for (const Entry& entry : m_entries)
        out.add(entry.name, read(entry.name));
    return out;
}

void writeSafetensors(const std::filesystem::path& file, const StateDict& state,
                      const std::map<std::string, std::string>& metadata, bool overwrite)
{
    Json json = Json::object();
    if (!metadata.empty())
        json["__metadata__"] = metadata;
    std::uint64_t at = 0;
    for (const auto& [name, tensor] : state.entries) {
        const auto type = std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& row) { return row.second == tensor.scalar_type(); });
        const std::uint64_t end = at + tensor.nbytes();
        json[name] = {{"dtype", type->first}, {"shape", tensor.sizes().vec()}, {"data_offsets", {at, end}}};
        at = end;
    }
    std::string text = json.dump();
    text.resize((text.size() + 7) / 8 * 8, ' ');
    writeAtomically(file, overwrite, [&](std::ostream& out) {
        for (std::uint64_t size = text.size(), i = 0; i < 8; ++i)
            out.put(static_cast<char>(size >> (8 * i) & 0xff));
        out << text;
        for (const auto& entry : state.entries) {
            const Tensor tensor = entry.second.detach().cpu().contiguous();
            out.write(static_cast<const char*>(tensor.data_ptr()), static_cast<std::streamsize>(tensor.nbytes()));
        }
    });
}

} // namespace realuid::engine
