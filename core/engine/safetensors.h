// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/state_dict.h"

#include <filesystem>
#include <map>

namespace realuid::engine
{

/// A .safetensors file, open for reading: 8 bytes header length, JSON header, tensors back to back. Opening checks the
/// length, the JSON, every dtype, shape and offset (no overlap, no gap, nothing past the end), reading is tensor by tensor.
/// All methods throw Error (File).
class SafetensorsReader
{
public:
    explicit SafetensorsReader(const std::filesystem::path& file);

    Shapes shapes() const; ///< in the order of the data
    bool has(const std::string& name) const;
    Tensor read(const std::string& name) const; ///< on the CPU
    at::ScalarType dtype(const std::string& name) const;
    StateDict readAll() const;

    /// The header's "__metadata__": texts.
    const std::map<std::string, std::string>& metadata() const { return m_metadata; }

private:
    struct Entry {
        std::string name;
        at::ScalarType dtype = at::kFloat;
        Shape shape;
        std::uint64_t begin = 0, end = 0; ///< in the file
    };
    const Entry& entry(const std::string& name) const;

    std::filesystem::path m_file;
    std::vector<Entry> m_entries;
    std::map<std::string, std::string> m_metadata;
};

/// Atomic; Error (Other) where the disk refuses.
void writeSafetensors(const std::filesystem::path& file, const StateDict& state,
                      const std::map<std::string, std::string>& metadata, bool overwrite);

} // namespace realuid::engine
