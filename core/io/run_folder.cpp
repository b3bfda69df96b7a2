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

double bytesOf(const fs::path& file)
{
    std::error_code absent;
    const std::uintmax_t bytes = fs::file_size(file, absent);
    return absent ? 0 : static_cast<double>(bytes);
}

double bytesIn(const fs::path& folder)
{
    double bytes = 0;
    std::error_code absent;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, absent))
        bytes += bytesOf(entry.path());
    return bytes;
}

/// Returns the bytes that were freed. An old file that stays does no harm.
double removeFile(const fs::path& file)
{
    const double bytes = bytesOf(file);
    std::error_code ignored;
    return fs::remove(file, ignored) ? bytes : 0;
}

/// An empty folder, one that holds only such, or a file that was never finished.
bool holdsNothing(const fs::path& path)
{
    std::error_code failed;
    if (!fs::is_directory(path, failed))
        return isUnfinished(path);
    for (const fs::directory_entry& entry : fs::directory_iterator(path, failed))
        if (!holdsNothing(entry.path()))
            return false;
    return !failed;
}

} // namespace

RunFolder::RunFolder(fs::path root) : m_root(std::move(root)) {}

void RunFolder::requireNew(const fs::path& root)
{
    std::error_code ignored;
    if (fs::exists(root, ignored) && !(fs::is_directory(root, ignored) && holdsNothing(root)))
        throw Error(ErrorKind::Usage, {REALUID_TEXT("exists already and is not an empty folder")}, root.string(),
                    {REALUID_TEXT("name a new folder, or go on with that run by `realuid resume --run %1`"), {root.string()}});
}

RunFolder RunFolder::create(const fs::path& root)
{
    requireNew(root);
    std::error_code failed;
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

fs::path RunFolder::bestCheckpoint(const std::string& label) const { return m_root / "checkpoints" / ("best-" + label + ".pt"); }

fs::path RunFolder::divergedBatch(std::int64_t step) const { return m_root / ("diverged-step-" + sixDigits(step) + ".pt"); }

/// By step, the newest first.
std::vector<std::pair<std::int64_t, fs::path>> RunFolder::checkpoints() const
{
    std::vector<std::pair<std::int64_t, fs::path>> files;
    std::error_code absent;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_root / "checkpoints", absent))
        if (const std::int64_t step = stepOf(entry.path()); step >= 0)
            files.emplace_back(step, entry.path());
    std::sort(files.rbegin(), files.rend());
    return files;
}

bool RunFolder::hasCheckpoint() const { return fs::exists(m_root / "checkpoints" / "latest.json") || !checkpoints().empty(); }

fs::path RunFolder::latestCheckpoint() const
{
    const fs::path pointer = m_root / "checkpoints" / "latest.json";
    if (!fs::exists(pointer)) {
        const auto files = checkpoints();
        if (!files.empty())
            return files.front().second;
        throw Error(ErrorKind::File, {REALUID_TEXT("holds no checkpoint to go on from")}, m_root.string(),
                    {REALUID_TEXT("check that this is a run folder")});
    }
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

std::optional<fs::path> RunFolder::goBackBefore(std::int64_t step) const
{
    for (const auto& [at, file] : checkpoints())
        if (at < step) {
            setLatest(at);
            return file;
        }
    return std::nullopt;
}

double RunFolder::prune(const KeepRule& rule, std::int64_t latest) const
{
    std::vector<std::pair<std::int64_t, fs::path>> files = checkpoints(); // the newest first
    std::erase_if(files, [latest](const auto& file) { return file.first > latest; });
    const auto milestone = [&](std::int64_t step) { return rule.milestoneEvery > 0 && step > 0 && step % rule.milestoneEvery == 0; };
    std::vector<fs::path> ordinary, milestones; // that may go for the budget
    for (std::size_t i = 1; i < files.size(); ++i) {
        if (milestone(files[i].first))
            milestones.push_back(files[i].second);
        else if (static_cast<std::int64_t>(i) < rule.newest)
            ordinary.push_back(files[i].second);
        else
            removeFile(files[i].second);
    }
    double above = rule.budget > 0 ? bytesIn(m_root / "checkpoints") - rule.budget : 0;
    for (std::vector<fs::path>* group : {&ordinary, &milestones})
        for (; above > 0 && !group->empty(); group->pop_back())
            above -= removeFile(group->back());
    return std::max(above, 0.0);
}

void RunFolder::removeLeftovers() const
{
    std::error_code ignored;
    for (const fs::path& folder : {m_root, m_root / "samples", m_root / "checkpoints"}) {
        std::vector<fs::path> leftovers;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored))
            if (isUnfinished(entry.path()))
                leftovers.push_back(entry.path());
        for (const fs::path& file : leftovers)
            fs::remove(file, ignored);
    }
}

} // namespace realuid
