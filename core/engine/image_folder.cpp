// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/image_folder.h"

#include "core/api/error.h"
#include "core/engine/pixels.h"
#include "core/io/atomic_file.h"

#include <algorithm>

namespace realuid::engine
{
namespace fs = std::filesystem;
namespace
{
constexpr std::size_t kMostClasses = 256;

/// By name; pipes and folders, whatever their names, are none.
bool isImage(const fs::path& path)
{
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored))
        return false;
    std::string end = path.extension().string();
    std::ranges::transform(end, end.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return end == ".png" || end == ".jpg" || end == ".jpeg";
}

/// In the order of their names; hidden ones left out.
std::vector<fs::path> listed(const fs::path& folder)
{
    std::vector<fs::path> out;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (!entry.path().filename().string().starts_with("."))
            out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}
} // namespace

ImageFolder::ImageFolder(const fs::path& folder)
{
    std::vector<fs::path> below;
    std::error_code ignored;
    for (const fs::path& path : listed(folder)) {
        if (fs::is_directory(path, ignored))
            below.push_back(path);
        else if (isImage(path))
            m_files.push_back({path, 0});
    }
    const bool plain = !m_files.empty();
    for (const fs::path& sub : below) {
        std::vector<fs::path> images = listed(sub);
        std::erase_if(images, [](const fs::path& path) { return !isImage(path); });
        if (images.empty())
            continue;
        if (plain)
            throw Error(ErrorKind::File, {REALUID_TEXT("holds images of its own and a sub-folder with images, %1"), {sub.filename().string()}},
                        folder.string(), {REALUID_TEXT("put each image into the sub-folder of its class, or all into one folder")});
        if (m_classes.size() == kMostClasses)
            throw Error(ErrorKind::File, {REALUID_TEXT("has more than %1 classes"), {std::to_string(kMostClasses)}}, folder.string(),
                        {REALUID_TEXT("put the images into one folder, without classes")});
        for (const fs::path& image : images)
            m_files.push_back({image, static_cast<std::uint8_t>(m_classes.size())});
        m_classes.push_back(sub.filename().string());
    }
}

std::vector<std::string> ImageFolder::names() const
{
    std::vector<std::string> out;
    for (const File& file : m_files)
        out.push_back((m_classes.empty() ? "" : m_classes[file.label] + "/") + file.path.stem().string());
    return out;
}

std::int64_t ImageFolder::firstSide() const
{
    const fs::path& path = m_files.front().path;
    const Pixels first = decodeImage(readFile(path), path.string());
    return std::min(first.width, first.height);
}

std::vector<std::uint8_t> ImageFolder::records(int side) const
{
    const std::size_t record = 1 + 3 * static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    std::vector<std::uint8_t> out;
    out.reserve(m_files.size() * record);
    for (const File& file : m_files) {
        const std::vector<std::uint8_t> planes = squarePlanes(decodeImage(readFile(file.path), file.path.string()), side);
        out.push_back(file.label);
        out.insert(out.end(), planes.begin(), planes.end());
    }
    return out;
}

} // namespace realuid::engine
