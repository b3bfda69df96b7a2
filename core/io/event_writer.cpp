// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/event_writer.h"

#include "core/io/atomic_file.h"
#include "core/io/event_file.h"
#include "core/io/json.h"

#include <algorithm>
#include <ctime>

namespace realuid
{
namespace fs = std::filesystem;
using tensorboard::Message;
namespace
{
constexpr auto kFlushEvery = std::chrono::seconds(1);
constexpr const char* kPrefix = "events.out.tfevents.";
constexpr int kStarted = 1;               // SessionLog.status
constexpr int kSuccess = 1, kFailure = 2; // of the plugin hparams

double seconds() { return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count(); }

Message event(std::int64_t step) { return Message().number(1, seconds()).integer(2, step); }

/// The time in the name of the folder's newest events; 0 where there are none.
std::int64_t newestStamp(const fs::path& folder)
{
    std::int64_t newest = 0;
    std::error_code absent;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, absent)) {
        const std::string name = entry.path().filename().string();
        double there = 0;
        if (name.starts_with(kPrefix) && parseNumber(name.substr(std::string_view(kPrefix).size(), 10), there))
            newest = std::max(newest, static_cast<std::int64_t>(there));
    }
    return newest;
}

/// Later than all others of the folder, because TensorBoard reads them in the order of their names.
fs::path newFile(const fs::path& folder, std::int64_t newest)
{
    return folder / (kPrefix + std::to_string(std::max<std::int64_t>(std::time(nullptr), newest + 1)) + ".realuid");
}

/// google.protobuf.Value
Message valueOf(const Json& json)
{
    if (json.is_boolean())
        return Message().integer(4, json.get<bool>() ? 1 : 0);
    if (json.is_number())
        return Message().number(2, json.get<double>());
    return Message().text(3, json.is_string() ? json.get<std::string>() : json.dump());
}

/// Of api.proto's DataType.
int typeOf(const Json& json) { return json.is_boolean() ? 2 : json.is_number() ? 3 : 1; }

} // namespace

EventWriter::EventWriter(const RunFolder& folder, std::int64_t fromStep, Observer& listener) : m_folder(folder), m_listener(listener)
{
    const std::int64_t newest = newestStamp(folder.root());
    m_file.open(newFile(folder.root(), newest), std::ios::binary);
    m_file << record(Message().number(1, seconds()).text(3, "brain.Event:2"));
    if (newest > 0) // what has the next step and later ones is forgotten
        m_file << record(event(fromStep + 1).message(7, Message().integer(1, kStarted)));
    if (fromStep == 0)
        tellParameters();
    m_file.flush();
}

void EventWriter::tellParameters()
{
    if (!fs::exists(m_folder.runJson()))
        return;
    const Json parameters = readJson(m_folder.runJson()).value("parameters", Json::object());
    Message experiment, session;
    experiment.number(3, seconds());
    for (const auto& [id, value] : parameters.items()) {
        experiment.message(4, Message().text(1, id).integer(4, typeOf(value)));
        session.message(1, Message().text(1, id).message(2, valueOf(value)));
    }
    for (const char* tag : {"loss/teacher", "loss/fake", "loss/generator"})
        experiment.message(5, Message().message(1, Message().text(2, tag)));
    session.number(5, seconds());
    Message summary;
    summary.message(1, tensorboard::hyperParameters("_hparams_/experiment", Message().message(2, experiment)));
    summary.message(1, tensorboard::hyperParameters("_hparams_/session_start_info", Message().message(3, session)));
    m_file << record(event(0).message(5, summary));
}

void EventWriter::updated(const UpdateRecord& r)
{
    const std::string player = name(r.player);
    Message summary;
    summary.message(1, tensorboard::scalar("loss/" + player, r.loss));
    summary.message(1, tensorboard::scalar("grad_norm/" + player, r.gradNorm));
    summary.message(1, tensorboard::scalar("lr/" + player, r.lr));
    summary.message(1, tensorboard::scalar("images_per_s", r.imagesPerSecond));
    m_file << record(event(r.step).message(5, summary));
    if (const auto now = std::chrono::steady_clock::now(); now - m_flushed > kFlushEvery) {
        m_flushed = now;
        m_file.flush();
    }
}

void EventWriter::sampled(const ImageSheet& sheet)
{
    const fs::path file = m_folder.sample(sheet.step, sheet.label);
    if (!fs::exists(file)) { // no reason to end the run
        m_listener.noted({REALUID_TEXT("%1 is gone: TensorBoard will not show it"), {file.string()}});
        return;
    }
    const std::string png = readFile(file);
    const Message picture = tensorboard::image("samples/" + sheet.label, sheet.width(), sheet.height(), png);
    m_file << record(event(sheet.step).message(5, Message().message(1, picture)));
}

void EventWriter::tracked(const TrackRecord& r)
{
    m_file << record(event(r.step).message(5, Message().message(1, tensorboard::scalar("proxy_fid/" + r.label, r.proxyFid))));
}

void EventWriter::finished(const Outcome& outcome)
{
    const int status = outcome.kind == Outcome::Kind::Finished ? kSuccess : kFailure;
    if (outcome.kind != Outcome::Kind::Stopped) { // a stopped run goes on
        const Message end = Message().integer(1, status).number(2, seconds());
        const Message value = tensorboard::hyperParameters("_hparams_/session_end_info", Message().message(4, end));
        m_file << record(event(outcome.step).message(5, Message().message(1, value)));
    }
    m_file.flush();
}

} // namespace realuid
