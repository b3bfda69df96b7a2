// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/metrics.h"

#include "core/io/atomic_file.h"
#include "core/io/json.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace realuid
{
namespace
{
constexpr auto kFlushEvery = std::chrono::seconds(1);
constexpr const char* kChanged = "changed";
constexpr std::uintmax_t kLargest = std::uintmax_t{4} << 30;

Json lineJson(const UpdateRecord& r)
{
    return {{"step", r.step},
            {"kind", name(r.player)},
            {"loss", toJson(Value(r.loss))},
            {"grad_norm", toJson(Value(r.gradNorm))},
            {"lr", r.lr},
            {"images_per_s", r.imagesPerSecond}};
}

UpdateRecord recordOf(const Json& json, const std::string& where)
{
    UpdateRecord r;
    std::vector<Fault> faults;
    const auto number = [&](const char* key, double& out) {
        Value value;
        if (json.contains(key) && fromJson(json.at(key), key, Value(0.0), value, faults))
            out = std::get<double>(value);
    };
    Value step, kind;
    const bool good = json.is_object() && json.contains("step") && json.contains("kind") &&
                      fromJson(json["step"], "step", Value(std::int64_t{}), step, faults) &&
                      fromJson(json["kind"], "kind", Value(std::string{}), kind, faults);
    if (!good)
        throw Error(ErrorKind::File, {REALUID_TEXT("is not a line of metrics")}, where);
    r.step = std::get<std::int64_t>(step);
    const std::string& player = std::get<std::string>(kind);
    r.player = player == "generator" ? Player::Generator : player == "teacher" ? Player::Teacher : Player::Fake;
    number("loss", r.loss);
    number("grad_norm", r.gradNorm);
    number("lr", r.lr);
    number("images_per_s", r.imagesPerSecond);
    return r;
}

bool isChange(const Json& json) { return json.is_object() && json.value("kind", Json()) == kChanged; }

/// Calls visit(line, offset of its end) for each whole line.
template <class F>
void eachLine(std::string_view text, F visit)
{
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', begin)) {
        visit(text.substr(begin, end - begin), end + 1);
        begin = end + 1;
    }
}

/// The length of the part that belongs to steps up to `step`.
std::size_t lengthUpTo(std::string_view text, std::int64_t step, const std::string& where)
{
    std::size_t length = 0;
    eachLine(text, [&](std::string_view line, std::size_t end) {
        const Json json = parseJson(line, where);
        const std::int64_t at = isChange(json) ? json.value("step", std::int64_t{0}) : recordOf(json, where).step;
        if (at <= step)
            length = end;
    });
    return length;
}

} // namespace

std::vector<UpdateRecord> readMetrics(const std::filesystem::path& path)
{
    std::vector<UpdateRecord> records;
    std::int64_t number = 0;
    eachLine(readFile(path, kLargest), [&](std::string_view line, std::size_t) {
        const std::string where = path.string() + ":" + std::to_string(++number);
        if (const Json json = parseJson(line, where); !isChange(json))
            records.push_back(recordOf(json, where));
    });
    return records;
}

MetricsWriter::MetricsWriter(const RunFolder& folder, std::int64_t fromStep) : m_path(folder.metrics())
{
    if (std::filesystem::exists(m_path)) {
        const std::string text = readFile(m_path, kLargest);
        std::filesystem::resize_file(m_path, lengthUpTo(text, fromStep, m_path.string()));
    }
    m_file = std::fopen(m_path.string().c_str(), "ab");
    if (!m_file)
        throw Error(ErrorKind::File, {REALUID_TEXT("could not be written: %1"), {std::strerror(errno)}},
                    m_path.string(), {REALUID_TEXT("choose a place that you may write to")});
}

MetricsWriter::~MetricsWriter()
{
    if (m_file)
        std::fclose(m_file);
}

void MetricsWriter::updated(const UpdateRecord& record) { write(lineJson(record)); }

void MetricsWriter::changed(const std::vector<ChangedParameter>& what, std::int64_t step)
{
    Json line{{"step", step}, {"kind", kChanged}};
    for (const ChangedParameter& change : what)
        line["parameters"][change.id] = {{"from", change.from}, {"to", change.to}};
    write(line);
}

void MetricsWriter::write(const Json& json)
{
    const std::string line = json.dump() + "\n";
    const bool good = std::fwrite(line.data(), 1, line.size(), m_file) == line.size();
    const auto now = std::chrono::steady_clock::now();
    if (!good || now - m_flushed > kFlushEvery) {
        m_flushed = now;
        flush();
    }
}

void MetricsWriter::finished(const Outcome&) { flush(); }

void MetricsWriter::flush()
{
    if (std::fflush(m_file) != 0 || std::ferror(m_file)) {
        const std::string reason = std::strerror(errno);
        std::clearerr(m_file);
        throw Error(ErrorKind::File, {REALUID_TEXT("could not be written: %1"), {reason}}, m_path.string(),
                    {REALUID_TEXT("make room on the disk, then go on with `realuid resume`")});
    }
}

} // namespace realuid
