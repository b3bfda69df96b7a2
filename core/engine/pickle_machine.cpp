// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/pickle_machine.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace realuid::engine
{
namespace
{

constexpr std::size_t kMostNodes = 1u << 20;

/// Storage types and what they hold; all other names are functions and classes below.
constexpr std::array<std::pair<std::string_view, at::ScalarType>, 10> kStorages{{
    {"torch FloatStorage", at::kFloat},
    {"torch DoubleStorage", at::kDouble},
    {"torch HalfStorage", at::kHalf},
    {"torch BFloat16Storage", at::kBFloat16},
    {"torch LongStorage", at::kLong},
    {"torch IntStorage", at::kInt},
    {"torch ShortStorage", at::kShort},
    {"torch CharStorage", at::kChar},
    {"torch ByteStorage", at::kByte},
    {"torch BoolStorage", at::kBool},
}};
constexpr std::string_view kOrderedDict = "collections OrderedDict", kRebuildTensor = "torch._utils _rebuild_tensor_v2",
                           kRebuildParameter = "torch._utils _rebuild_parameter";

bool known(std::string_view name)
{
    return name == kOrderedDict || name == kRebuildTensor || name == kRebuildParameter ||
           std::any_of(kStorages.begin(), kStorages.end(), [&](const auto& row) { return row.first == name; });
}

} // namespace

PickleMachine::PickleMachine(std::string_view bytes, std::string where, MakeTensor tensor)
    : m_bytes(bytes), m_where(std::move(where)), m_makeTensor(std::move(tensor))
{
}

Error PickleMachine::fault(Text what) const
{
    return damaged(m_where + " [data.pkl, byte " + std::to_string(m_at) + "]", std::move(what));
}

NodeId PickleMachine::run()
{
    if (number(1) != 0x80 || number(1) != 2)
        throw fault({REALUID_TEXT("is no pickle of protocol 2")});
    while (step()) {
    }
    return pop();
}

bool PickleMachine::step()
{
    const auto opcode = static_cast<unsigned char>(number(1));
    switch (opcode) {
    case '.': return false;
    case '(': m_marks.push_back(m_stack.size()); break;
    case 'c': global(); break;
    case 'R': reduce(); break;
    case 'b': build(); break;
    case 'Q': persistentId(); break;
    case 'q': remember(number(1)); break;
    case 'r': remember(number(4)); break;
    case 'h': recall(number(1)); break;
    case 'j': recall(number(4)); break;
    default:
        if (!pushPlain(opcode) && !collect(opcode))
            throw fault({REALUID_TEXT("opcode %1 is not one that checkpoints hold; nothing was executed"), {std::to_string(opcode)}});
    }
    return true;
}

/// Opcodes that push one scalar or an empty collection.
bool PickleMachine::pushPlain(unsigned char opcode)
{
    const auto pushWhole = [&](Kind kind, std::int64_t value) {
        const NodeId id = make(kind);
        m_nodes[id].whole = value;
        push(id);
    };
    switch (opcode) {
    case 'N': push(make(Kind::None)); return true;
    case 0x88: pushWhole(Kind::Truth, 1); return true;
    case 0x89: pushWhole(Kind::Truth, 0); return true;
    case 'K': pushWhole(Kind::Whole, static_cast<std::int64_t>(number(1))); return true;
    case 'M': pushWhole(Kind::Whole, static_cast<std::int64_t>(number(2))); return true;
    case 'J': pushWhole(Kind::Whole, static_cast<std::int32_t>(static_cast<std::uint32_t>(number(4)))); return true;
    case 0x8a: {
        const auto width = static_cast<int>(number(1));
        if (width > 8)
            throw fault({REALUID_TEXT("a whole number is too large")});
        const std::uint64_t bits = number(width);
        const int unused = 64 - 8 * width;
        pushWhole(Kind::Whole, width == 0 ? 0 : static_cast<std::int64_t>(bits << unused) >> unused);
        return true;
    }
    case 'G': {
        const NodeId id = make(Kind::Real);
        std::uint64_t bits = 0;
        for (const char byte : take(8))
            bits = bits << 8 | static_cast<unsigned char>(byte);
        m_nodes[id].real = std::bit_cast<double>(bits);
        push(id);
        return true;
    }
    case 'X':
    case 'U': {
        const NodeId id = make(Kind::Text);
        m_nodes[id].text = take(number(opcode == 'X' ? 4 : 1));
        push(id);
        return true;
    }
    case ']': push(make(Kind::List)); return true;
    case ')': push(make(Kind::Tuple)); return true;
    case '}': push(make(Kind::Dict)); return true;
    default: return false;
    }
}

/// Opcodes that gather what lies on the stack.
bool PickleMachine::collect(unsigned char opcode)
{
    std::vector<NodeId> items;
    switch (opcode) {
    case 't':
    case 'e':
    case 'u': items = popToMark(); break;
    case 0x87: items.push_back(pop()); [[fallthrough]];
    case 0x86:
    case 's': items.push_back(pop()); [[fallthrough]];
    case 0x85:
    case 'a':
        items.push_back(pop());
        std::reverse(items.begin(), items.end());
        break;
    default: return false;
    }
    if (opcode == 't' || (opcode >= 0x85 && opcode <= 0x87)) {
        const NodeId id = make(Kind::Tuple);
        m_nodes[id].items = std::move(items);
        push(id);
        return true;
    }
    const bool list = opcode == 'a' || opcode == 'e';
    if (!list && items.size() % 2 != 0)
        throw fault({REALUID_TEXT("a dictionary has a key without a value")});
    PickleNode& target = m_nodes[list ? top(Kind::List, Kind::List) : top(Kind::Dict, Kind::OrderedDict)];
    target.items.insert(target.items.end(), items.begin(), items.end());
    return true;
}

void PickleMachine::global()
{
    std::string name(line());
    name += " ";
    name += line();
    if (!known(name))
        throw Error(ErrorKind::File, {REALUID_TEXT("asks for \"%1\", which no checkpoint needs; nothing was executed"), {name}},
                    m_where, {REALUID_TEXT("do not open it with other software unless you trust where it is from")});
    const NodeId id = make(Kind::Name);
    m_nodes[id].text = std::move(name);
    push(id);
}

void PickleMachine::reduce()
{
    const NodeId argumentsId = pop(), functionId = pop();
    if (m_nodes[argumentsId].kind != Kind::Tuple || m_nodes[functionId].kind != Kind::Name)
        throw fault({REALUID_TEXT("calls what is no function")});
    const std::vector<NodeId>& arguments = m_nodes[argumentsId].items;
    const std::string& function = m_nodes[functionId].text;
    if (function == kOrderedDict && arguments.empty()) {
        push(make(Kind::OrderedDict));
    } else if (function == kRebuildTensor && arguments.size() >= 6 && arguments.size() <= 7) {
        rebuildTensor(arguments);
    } else if (function == kRebuildParameter && arguments.size() == 3 && m_nodes[arguments[0]].kind == Kind::Tensor) {
        push(arguments[0]);
    } else {
        throw fault({REALUID_TEXT("calls \"%1\" in a way that no checkpoint does"), {function}});
    }
}

/// Sets attributes of an OrderedDict (`_metadata` of a state dict), which hold versions of modules: left out.
void PickleMachine::build()
{
    const NodeId state = pop();
    if (m_nodes[state].kind != Kind::Dict)
        throw fault({REALUID_TEXT("sets the attributes of an object in a way that no checkpoint does")});
    top(Kind::OrderedDict, Kind::OrderedDict);
}

/// ('storage', type, key, location, number of elements)
void PickleMachine::persistentId()
{
    const NodeId id = pop();
    const std::vector<NodeId>& parts = m_nodes[id].items;
    if (m_nodes[id].kind != Kind::Tuple || parts.size() != 5 || text(parts[0]) != "storage" || m_nodes[parts[1]].kind != Kind::Name)
        throw fault({REALUID_TEXT("refers to something that is no storage")});
    const auto type = std::find_if(kStorages.begin(), kStorages.end(), [&](const auto& row) { return row.first == m_nodes[parts[1]].text; });
    if (type == kStorages.end())
        throw fault({REALUID_TEXT("refers to something that is no storage")});
    auto view = std::make_unique<StorageView>();
    view->key = text(parts[2]);
    view->dtype = type->second;
    view->count = whole(parts[4]);
    const NodeId storage = make(Kind::Storage);
    m_nodes[storage].storage = std::move(view);
    push(storage);
}

/// (storage, offset, shape, strides, requires_grad, hooks[, metadata])
void PickleMachine::rebuildTensor(const std::vector<NodeId>& arguments)
{
    if (m_nodes[arguments[0]].kind != Kind::Storage)
        throw fault({REALUID_TEXT("a tensor has no storage")});
    StorageView view = *m_nodes[arguments[0]].storage;
    view.offset = whole(arguments[1]);
    view.shape = wholes(arguments[2]);
    view.strides = wholes(arguments[3]);
    const NodeId id = make(Kind::Tensor);
    m_nodes[id].tensor = std::make_unique<PickleTensor>(m_makeTensor(view));
    push(id);
}

std::string_view PickleMachine::take(std::uint64_t count)
{
    if (count > m_bytes.size() - m_at)
        throw fault({REALUID_TEXT("ends too early")});
    const std::string_view out = m_bytes.substr(m_at, count);
    m_at += count;
    return out;
}

std::string_view PickleMachine::line()
{
    constexpr std::size_t kMostName = 256;
    const std::size_t end = m_bytes.substr(m_at, kMostName).find('\n');
    if (end == std::string_view::npos)
        throw fault({REALUID_TEXT("ends too early")});
    const std::string_view out = take(end);
    take(1);
    return out;
}

std::uint64_t PickleMachine::number(int width)
{
    std::uint64_t out = 0;
    int shift = 0;
    for (const char byte : take(static_cast<std::uint64_t>(width))) {
        out |= static_cast<std::uint64_t>(static_cast<unsigned char>(byte)) << shift;
        shift += 8;
    }
    return out;
}

NodeId PickleMachine::make(Kind kind)
{
    if (m_nodes.size() >= kMostNodes)
        throw fault({REALUID_TEXT("holds more values than any checkpoint needs")});
    m_nodes.emplace_back().kind = kind;
    return static_cast<NodeId>(m_nodes.size() - 1);
}

NodeId PickleMachine::pop()
{
    const std::size_t bottom = m_marks.empty() ? 0 : m_marks.back();
    if (m_stack.size() <= bottom)
        throw fault({REALUID_TEXT("takes more from its stack than there is")});
    const NodeId id = m_stack.back();
    m_stack.pop_back();
    return id;
}

std::vector<NodeId> PickleMachine::popToMark()
{
    if (m_marks.empty())
        throw fault({REALUID_TEXT("takes more from its stack than there is")});
    const auto from = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    std::vector<NodeId> out(from, m_stack.end());
    m_stack.erase(from, m_stack.end());
    m_marks.pop_back();
    return out;
}

NodeId PickleMachine::top(Kind first, Kind second)
{
    const NodeId id = pop();
    push(id);
    if (m_nodes[id].kind != first && m_nodes[id].kind != second)
        throw fault({REALUID_TEXT("adds to what is no collection of that kind")});
    return id;
}

void PickleMachine::remember(std::uint64_t index)
{
    const NodeId id = pop();
    push(id);
    m_memo[index] = id;
}

void PickleMachine::recall(std::uint64_t index)
{
    const auto at = m_memo.find(index);
    if (at == m_memo.end())
        throw fault({REALUID_TEXT("refers to a value that is not there")});
    push(at->second);
}

std::int64_t PickleMachine::whole(NodeId id) const
{
    if (m_nodes[id].kind != Kind::Whole)
        throw fault({REALUID_TEXT("a size or place of a tensor is no whole number")});
    return m_nodes[id].whole;
}

Shape PickleMachine::wholes(NodeId id) const
{
    constexpr std::size_t kMostDimensions = 16;
    if (m_nodes[id].kind != Kind::Tuple || m_nodes[id].items.size() > kMostDimensions)
        throw fault({REALUID_TEXT("a shape of a tensor is no tuple of whole numbers")});
    Shape out;
    for (const NodeId item : m_nodes[id].items)
        out.push_back(whole(item));
    return out;
}

const std::string& PickleMachine::text(NodeId id) const
{
    if (m_nodes[id].kind != Kind::Text)
        throw fault({REALUID_TEXT("a storage's name is no text")});
    return m_nodes[id].text;
}

} // namespace realuid::engine
