// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/pickle_writer.h"

#include <bit>
#include <cassert>
#include <map>

namespace realuid::engine
{
namespace
{

const char* storageName(at::ScalarType dtype)
{
    switch (dtype) {
    case at::kFloat: return "torch\nFloatStorage\n";
    case at::kDouble: return "torch\nDoubleStorage\n";
    case at::kHalf: return "torch\nHalfStorage\n";
    case at::kBFloat16: return "torch\nBFloat16Storage\n";
    case at::kLong: return "torch\nLongStorage\n";
    case at::kInt: return "torch\nIntStorage\n";
    case at::kByte: return "torch\nByteStorage\n";
    case at::kBool: return "torch\nBoolStorage\n";
    default: assert(false && "no checkpoint of ours holds this type"); return "";
    }
}

class Writer
{
public:
    explicit Writer(WrittenPickle& out) : m_out(out) {}

    void value(const PickleValue& value)
    {
        std::visit([&](const auto& v) { write(v); }, value.value);
    }

private:
    void byte(int value) { m_out.bytes += static_cast<char>(value); }
    void number(std::uint64_t value, int width)
    {
        for (int i = 0; i < width; ++i)
            byte(static_cast<int>(value >> (8 * i) & 0xff));
    }

    void write(std::monostate) { byte('N'); }
    void write(bool value) { byte(value ? 0x88 : 0x89); }
    void write(std::int64_t value)
    {
        if (value >= 0 && value < 256) {
            byte('K');
            number(static_cast<std::uint64_t>(value), 1);
        } else if (value == static_cast<std::int32_t>(value)) {
            byte('J');
            number(static_cast<std::uint64_t>(value), 4);
        } else {
            byte(0x8a);
            byte(8);
            number(static_cast<std::uint64_t>(value), 8);
        }
    }
    void write(double value)
    {
        byte('G');
        const auto bits = std::bit_cast<std::uint64_t>(value);
        for (int shift = 56; shift >= 0; shift -= 8)
            byte(static_cast<int>(bits >> shift & 0xff));
    }
    void write(const std::string& text)
    {
        if (recall("X" + text))
            return;
        byte('X');
        number(text.size(), 4);
        m_out.bytes += text;
        remember("X" + text);
    }
    void write(const PickleList& list)
    {
        byte(']');
        items(list, 'e');
    }
    void write(const PickleTuple& tuple)
    {
        byte('(');
        for (const PickleValue& item : tuple.items)
            value(item);
        byte('t');
    }
    void write(const PickleDict& dict)
    {
        if (dict.ordered) {
            global("collections\nOrderedDict\n");
            byte(')');
            byte('R');
        } else {
            byte('}');
        }
        if (dict.items.empty())
            return;
        byte('(');
        for (const PickleItem& item : dict.items) {
            value(item.key);
            value(item.value);
        }
        byte('u');
    }
    /// _rebuild_tensor_v2(storage, offset 0, shape, strides, requires_grad False, OrderedDict())
    void write(const PickleTensor& tensor)
    {
        std::int64_t count = 1;
        Shape strides(tensor.shape.size());
        for (std::size_t i = tensor.shape.size(); i-- > 0;) {
            strides[i] = count;
            count *= tensor.shape[i];
        }
        global("torch._utils\n_rebuild_tensor_v2\n");
        byte('(');
        byte('(');
        write(std::string("storage"));
        global(storageName(tensor.dtype));
        write(std::to_string(m_out.storages.size()));
        write(std::string("cpu"));
        write(count);
        byte('t');
        byte('Q');
        write(std::int64_t{0});
        wholes(tensor.shape);
        wholes(strides);
        write(false);
        write(PickleDict{.items = {}, .ordered = true});
        byte('t');
        byte('R');
        m_out.storages.push_back(&tensor);
    }

    void wholes(const Shape& shape)
    {
        byte('(');
        for (const std::int64_t side : shape)
            write(side);
        byte('t');
    }
    void items(const PickleList& list, char append)
    {
        if (list.empty())
            return;
        byte('(');
        for (const PickleValue& item : list)
            value(item);
        byte(append);
    }
    void global(const char* name)
    {
        if (recall(std::string("c") + name))
            return;
        byte('c');
        m_out.bytes += name;
        remember(std::string("c") + name);
    }
    /// Texts and names are written once and referred to later.
    bool recall(const std::string& key)
    {
        const auto at = m_memo.find(key);
        if (at == m_memo.end())
            return false;
        byte('j');
        number(at->second, 4);
        return true;
    }
    void remember(const std::string& key)
    {
        byte('r');
        number(m_memo.size(), 4);
        m_memo.emplace(key, m_memo.size());
    }

    WrittenPickle& m_out;
    std::map<std::string, std::size_t> m_memo;
};

} // namespace

WrittenPickle writePickle(const PickleValue& value)
{
    WrittenPickle out;
    out.bytes = "\x80\x02";
    Writer(out).value(value);
    out.bytes += '.';
    return out;
}

} // namespace realuid::engine
