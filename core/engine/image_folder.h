// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace realuid::engine
{

/// PNG and JPEG files of a folder, in the order of their names: those of each sub-folder are a class (labels 0, 1, ... in the
/// order of the sub-folders' names; empty ones do not count), or those of the folder itself, all with label 0.
class ImageFolder
{
public:
    /// Lists only. Error (File): pictures both in the folder and below it, more than 256 classes.
    explicit ImageFolder(const std::filesystem::path& folder);

    bool empty() const { return m_files.empty(); }
    std::vector<std::string> names() const; ///< "class/name" or "name", without the extension
    std::vector<std::string> classes() const { return m_classes; } ///< names; none where the folder has no classes

    /// The shorter edge of the first picture, pixels. Error (File) names it where it is damaged. Not of an empty folder.
    std::int64_t firstSide() const;

    /// Records of a label byte and the planes red, green, blue of `side` x `side` pixels (squarePlanes()), one a picture.
    /// Error (File) names the picture.
    std::vector<std::uint8_t> records(int side) const;

private:
    struct File {
        std::filesystem::path path;
        std::uint8_t label;
    };
    std::vector<File> m_files;
    std::vector<std::string> m_classes;
};

} // namespace realuid::engine
