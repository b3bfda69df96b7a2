// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_folder.h"

#include "core/api/error.h"
#include "core/io/atomic_file.h"
#include "core/io/json.h"

#include <algorithm>

namespace realuid
{
namespace
{
namespace fs = std::filesystem;

std::string sixDigits(std::int64_t step)
{
    const std::string digits = std::to_string(step);
    return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

/// The step in "step-000600.pt", or -1.
std::int64_t stepOf(const fs::path& file)
{
    const std::string stem = file.stem().string();
    double number = -1;
    if (file.extension() != ".pt" || !stem.starts_with("step-") || !parseNumber(stem.substr(5), number))
        return -1;
    return static_cast<std::int64_t>(number);
}

} // namespace

RunFolder::RunFolder(fs::path root) : m_root(std::move(root)) {}

RunFolder RunFolder::create(const fs::path& root)
{
    std::error_code failed;
    if (fs::exists(root, failed) && !(fs::is_directory(root, failed) && fs::is_empty(root, failed)))
        throw Error(ErrorKind::Usage, {REALUID_TEXT("exists already and is not an empty folder")}, root.string(),
                    {REALUID_TEXT("name a new folder, or go on with that run by `realuid resume --run %1`"), {root.string()}});
    for (const char* part : {"samples", "checkpoints"}) {
        fs::create_directories(root / part, failed);
        if (failed)
            throw Error(ErrorKind::File, {REALUID_TEXT("could not be made: %1"), {failed.message()}}, root.string(),
                        {REALUID_TEXT("choose a place that you may write to")});
    }
    return RunFolder(root);
}

fs::path RunFolder::sample(std::int64_t step, const std::string& label) const
{
    return m_root / "samples" / ("step-" + sixDigits(step) + "-" + label + ".png");
}

fs::path RunFolder::checkpoint(std::int64_t step) const
{
    return m_root / "checkpoints" / ("step-" + sixDigits(step) + ".pt");
}

fs::path RunFolder::latestCheckpoint() const
{
    const fs::path pointer = m_root / "checkpoints" / "latest.json";
    if (!fs::exists(pointer))
        throw Error(ErrorKind::File, {REALUID_TEXT("holds no checkpoint to go on from")}, m_root.string(),
                    {REALUID_TEXT("check that this is a run folder; a run that saved nothing must start anew")});
    const Json json = readJson(pointer);
    const std::string name = json.is_object() && json.contains("file") && json["file"].is_string() ? json["file"].get<std::string>() : "";
    const fs::path file = m_root / "checkpoints" / fs::path(name).filename();
    if (name.empty() || !fs::is_regular_file(file))
        throw Error(ErrorKind::File, {REALUID_TEXT("does not name a checkpoint that exists")}, pointer.string(),
                    {REALUID_TEXT("write the newest checkpoint's name into it: {\"file\": \"step-000600.pt\"}")});
    return file;
}

void RunFolder::setLatest(std::int64_t step) const
{
    const Json json{{"file", checkpoint(step).filename().string()}, {"step", step}};
    writeAtomically(m_root / "checkpoints" / "latest.json", true, json.dump() + "\n");
}

void RunFolder::prune(std::int64_t keep, std::int64_t latest) const
{
    std::vector<std::pair<std::int64_t, fs::path>> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_root / "checkpoints"))
        if (const std::int64_t step = stepOf(entry.path()); step >= 0 && step <= latest)
            files.emplace_back(step, entry.path());
    std::sort(files.rbegin(), files.rend());
    for (std::size_t i = static_cast<std::size_t>(std::max<std::int64_t>(keep, 1)); i < files.size(); ++i) {
        std::error_code ignored; // an old file that stays does no harm
        fs::remove(files[i].second, ignored);
    }
}

} // namespace realuid
