// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/pickle_reader.h"

#include "core/engine/pickle_machine.h"

#include <set>

namespace realuid::engine
{
namespace
{

using Kind = PickleNode::Kind;

constexpr int kMostDepth = 32;
/// Values and characters of the whole tree: an object that is referred to a thousand times counts a thousand times, so
/// that a small file cannot unfold into a large tree.
constexpr std::size_t kMostWeight = 64u << 20;

class Conversion
{
public:
    explicit Conversion(const PickleMachine& machine) : m_machine(machine) {}

    PickleValue value(NodeId id, int depth)
    {
        const PickleNode& node = m_machine.node(id);
        spend(sizeof(PickleValue) + node.text.size());
        if (depth > kMostDepth)
            throw m_machine.fault({REALUID_TEXT("is nested more deeply than any checkpoint")});
        switch (node.kind) {
        case Kind::None: return {};
        case Kind::Truth: return node.whole != 0;
        case Kind::Whole: return node.whole;
        case Kind::Real: return node.real;
        case Kind::Text: return node.text;
        case Kind::List: return list(node, depth);
        case Kind::Tuple: return PickleTuple{list(node, depth)};
        case Kind::Dict:
        case Kind::OrderedDict: return dict(node, depth);
        case Kind::Tensor: spend(kTensorWeight); return *node.tensor;
        case Kind::Name:
        case Kind::Storage: break;
        }
        throw m_machine.fault({REALUID_TEXT("holds a bare \"%1\", which is no value"), {node.text}});
    }

private:
    static constexpr std::size_t kTensorWeight = 256;

    void spend(std::size_t weight)
    {
        m_weight += weight;
        if (m_weight > kMostWeight)
            throw m_machine.fault({REALUID_TEXT("holds more values than any checkpoint needs")});
    }

    PickleList list(const PickleNode& node, int depth)
    {
        PickleList out;
        for (const NodeId item : node.items)
            out.push_back(value(item, depth + 1));
        return out;
    }

    PickleDict dict(const PickleNode& node, int depth)
    {
        PickleDict out;
        out.ordered = node.kind == Kind::OrderedDict;
        std::set<std::string, std::less<>> names;
        for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
            PickleValue key = value(node.items[i], depth + 1);
            if (key.list() != nullptr || key.dict() != nullptr || key.tensor() != nullptr)
                throw m_machine.fault({REALUID_TEXT("a dictionary's key is neither text nor number")});
            if (key.text() != nullptr && !names.insert(*key.text()).second)
                throw m_machine.fault({REALUID_TEXT("the key \"%1\" stands twice in a dictionary"), {*key.text()}});
            out.items.push_back({std::move(key), value(node.items[i + 1], depth + 1)});
        }
        return out;
    }

    const PickleMachine& m_machine;
    std::size_t m_weight = 0;
};

} // namespace

PickleValue readPickle(std::string_view bytes, const std::string& where,
                       const std::function<PickleTensor(const StorageView&)>& tensor)
{
    PickleMachine machine(bytes, where, tensor);
    const NodeId root = machine.run();
    return Conversion(machine).value(root, 0);
}

} // namespace realuid::engine
