// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/error.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace realuid::engine
{

/// A regular file, open for reading at any place. Reads go past the stream buffers straight to where they are wanted.
/// All methods throw Error (File).
class RandomFile
{
public:
    explicit RandomFile(const std::filesystem::path& path);
    ~RandomFile();
    RandomFile(const RandomFile&) = delete;
    RandomFile& operator=(const RandomFile&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::uint64_t size() const { return m_size; }
    void read(std::uint64_t offset, void* out, std::uint64_t count) const;
    std::string text(std::uint64_t offset, std::uint64_t count) const;

private:
    std::filesystem::path m_path;
    int m_descriptor = -1;
    std::uint64_t m_size = 0;
};

/// The error of a file that is not what its kind must be: `what` went wrong at `path` (or at a place inside it).
Error damaged(const std::string& where, Text what);

} // namespace realuid::engine
