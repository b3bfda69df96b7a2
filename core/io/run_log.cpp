// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_log.h"

#include "core/api/text.h"

#include <ctime>

namespace realuid
{
namespace
{

std::string now()
{
    const std::time_t seconds = std::time(nullptr);
    char text[32];
    const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", std::gmtime(&seconds));
    return std::string(text, length);
}

bool endsAmidALine(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return file.seekg(-1, std::ios::end) && file.get() != '\n';
}

} // namespace

RunLog::RunLog(const RunFolder& folder, std::int64_t fromStep) : m_file(folder.log(), std::ios::app)
{
    if (endsAmidALine(folder.log()))
        m_file << '\n'; // of a process that was killed
    write(fromStep == 0 ? "started" : "went on from step " + std::to_string(fromStep));
}

void RunLog::saved(const std::string& checkpoint, std::int64_t step)
{
    write("saved " + checkpoint + " at step " + std::to_string(step));
}

void RunLog::tracked(const TrackRecord& r)
{
    write("proxy FID of " + r.label + " at step " + std::to_string(r.step) + ": " + numberText(r.proxyFid) + (r.best ? ", its best" : ""));
}

void RunLog::changed(const std::vector<ChangedParameter>& what, std::int64_t step)
{
    std::string line = "changed after step " + std::to_string(step) + ":";
    for (const ChangedParameter& change : what)
        line += (&change == what.data() ? " " : ", ") + change.id + " from " + change.from + " to " + change.to;
    write(line);
}

void RunLog::noted(const Text& text) { write(text.english()); }

void RunLog::paused(bool on) { write(on ? "paused" : "went on"); }

void RunLog::finished(const Outcome& outcome)
{
    const char* words[] = {"finished", "stopped", "diverged", "failed"};
    write(std::string(words[static_cast<int>(outcome.kind)]) + " at step " + std::to_string(outcome.step) +
          (outcome.reason.empty() ? "" : ": " + outcome.reason));
}

void RunLog::write(const std::string& line) { m_file << now() << "  " << line << std::endl; }

} // namespace realuid
