// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/random_file.h"
#include "core/engine/tensor_archive.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Internals of readPickle(): the stack machine, which builds a graph of nodes (a pickle may refer to one object many
/// times, or to itself), and the conversion of that graph into plain values.
namespace realuid::engine
{

using NodeId = std::uint32_t;

struct PickleNode {
    enum class Kind { None, Truth, Whole, Real, Text, List, Tuple, Dict, OrderedDict, Name, Storage, Tensor };
    Kind kind = Kind::None;
    std::int64_t whole = 0; ///< Truth too
    double real = 0;
    std::string text;             ///< Name: "module name"
    std::vector<NodeId> items;    ///< Dict: key, value, key, value, ...
    std::unique_ptr<StorageView> storage;
    std::unique_ptr<PickleTensor> tensor;
};

class PickleMachine
{
public:
    using MakeTensor = std::function<PickleTensor(const StorageView&)>;
    PickleMachine(std::string_view bytes, std::string where, MakeTensor tensor);

    /// Runs to STOP. Returns the object on top of the stack.
    NodeId run();

    const PickleNode& node(NodeId id) const { return m_nodes[id]; }
    Error fault(Text what) const;

private:
    using Kind = PickleNode::Kind;

    bool step(); ///< one opcode; false after STOP
    bool pushPlain(unsigned char opcode);
    bool collect(unsigned char opcode);
    void global();
    void reduce();
    void build();
    void persistentId();
    void rebuildTensor(const std::vector<NodeId>& arguments);

    std::string_view take(std::uint64_t count);
    std::string_view line();
    std::uint64_t number(int width); ///< little-endian
    NodeId make(Kind kind);
    void push(NodeId id) { m_stack.push_back(id); }
    NodeId pop();
    std::vector<NodeId> popToMark();
    NodeId top(Kind first, Kind second);
    void remember(std::uint64_t index);
    void recall(std::uint64_t index);
    std::int64_t whole(NodeId id) const;
    Shape wholes(NodeId id) const;
    const std::string& text(NodeId id) const;

    std::string_view m_bytes;
    std::size_t m_at = 0;
    std::string m_where;
    MakeTensor m_makeTensor;
    std::deque<PickleNode> m_nodes;
    std::vector<NodeId> m_stack;
    std::vector<std::size_t> m_marks;
    std::unordered_map<std::uint64_t, NodeId> m_memo;
};

} // namespace realuid::engine
