// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/evaluation_log.h"

#include "core/io/atomic_file.h"
#include "core/io/json.h"

#include <fstream>
#include <sstream>

namespace realuid
{
namespace
{

/// The lines of steps up to `step`; a torn last line is left out.
std::string linesUpTo(const std::string& text, std::int64_t step, const std::string& where)
{
    std::string kept;
    std::istringstream in(text.substr(0, text.rfind('\n') + 1));
    for (std::string line; std::getline(in, line);) {
        const Json json = parseJson(line, where);
        if (!json.is_object() || !json.contains("step") || !json["step"].is_number_integer())
            throw Error(ErrorKind::File, {REALUID_TEXT("is not a line of evaluations")}, where, {REALUID_TEXT("delete that line")});
        if (json["step"].get<std::int64_t>() <= step)
            kept += line + '\n';
    }
    return kept;
}

} // namespace

EvaluationLog::EvaluationLog(const RunFolder& folder, std::int64_t fromStep) : m_path(folder.evaluations())
{
    if (!std::filesystem::exists(m_path))
        return;
    const std::string text = readFile(m_path);
    if (const std::string kept = linesUpTo(text, fromStep, m_path.string()); kept != text)
        writeAtomically(m_path, true, kept);
}

void EvaluationLog::tracked(const TrackRecord& record)
{
    const std::string ema = record.label.starts_with("ema") ? record.label.substr(3) : record.label;
    const Json line{{"step", record.step}, {"ema", ema}, {"proxy_fid", toJson(Value(record.proxyFid))}, {"best", record.best}};
    std::ofstream file(m_path, std::ios::app | std::ios::binary);
    file << line.dump() << '\n' << std::flush;
    if (!file)
        throw Error(ErrorKind::File, {REALUID_TEXT("could not be written")}, m_path.string(),
                    {REALUID_TEXT("make room on the disk, then go on with `realuid resume`")});
}

} // namespace realuid
