// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace realuid::engine
{

/// A regular file inside an archive.
struct TarMember {
    std::string name; ///< without folders
    std::string content;
};

/// The regular files of a tar archive (compressed with gzip or not) whose name, without folders, `wanted` takes, in the order
/// of their names. The archive is read once from front to back; nothing is unpacked to the disk, and links, devices and
/// folders are passed over. Error (File): damaged, cut short, a wrong checksum, two files of one name, more than
/// `most` bytes in all.
std::vector<TarMember> readTar(const std::filesystem::path& archive, std::uint64_t most,
                               const std::function<bool(std::string_view name)>& wanted);

} // namespace realuid::engine
