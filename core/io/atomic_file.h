// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <string_view>

namespace realuid
{

/// Writes a file so that its name holds either the old content or all of the new: to a temporary name in the same
/// folder, synced, renamed. `write` fills the stream; where it throws, or the disk is full, the temporary file is
/// removed and Error (File) says so. An existing file is replaced only with `overwrite`, else Error (Usage); a device or
/// pipe (/dev/stdout) is written to as it is.
void writeAtomically(const std::filesystem::path& path, bool overwrite,
                     const std::function<void(std::ostream&)>& write);
void writeAtomically(const std::filesystem::path& path, bool overwrite, std::string_view content);

/// The same refusals, and one where the folder is not there, before work begins whose result is to be written.
void requireWritable(const std::filesystem::path& path, bool overwrite);

/// Whether this is the name of a temporary file of writeAtomically(): what a killed process leaves behind.
bool isUnfinished(const std::filesystem::path& path);

/// A whole file. Error (File) where it cannot be read or is larger than `most` bytes.
std::string readFile(const std::filesystem::path& path, std::uintmax_t most = 64u << 20);

} // namespace realuid
