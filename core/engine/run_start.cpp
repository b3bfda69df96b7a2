// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/run_start.h"

#include "core/api/error.h"
#include "core/engine/device.h"
#include "core/engine/distillation.h"
#include "core/engine/engine_info.h"
#include "core/engine/matching_path.h"
#include "core/engine/network_file.h"
#include "core/engine/processes.h"
#include "core/engine/run_changes.h"
#include "core/engine/teacher_training.h"
#include "core/io/atomic_file.h"
#include "core/io/run_json.h"

#include <limits>
#include <optional>

namespace realuid::engine
{
namespace fs = std::filesystem;
namespace
{

void require(const std::string& value, const char* field, std::vector<Fault>& faults)
{
    if (value.empty())
        faults.push_back({field, {}, {REALUID_TEXT("must be given")}});
}

/// What goes with images as x0, and what only with them.
std::vector<Fault> checkSource(const RunRequest& request)
{
    const TrainingParameters& p = request.training;
    std::vector<Fault> faults = engine::checkSource(request.source, p.side);
    const bool sourced = !request.source.empty(), bridge = p.path == "bridge";
    if (sourced && p.path != "linear" && p.path != "trigonometric" && !bridge)
        faults.push_back({"path", p.path, {REALUID_TEXT("must be linear, trigonometric or bridge where x0 is an image: the others begin with noise of their own")}});
    if (!sourced && p.condition)
        faults.push_back({"condition", "true", {REALUID_TEXT("needs images as x0: give a source")}});
    if (!sourced && p.sourceNoise > 0)
        faults.push_back({"source_noise", numberText(p.sourceNoise), {REALUID_TEXT("needs images as x0: give a source")}});
    if (request.kind == RunKind::Distil && request.loss.kind == "dmd" && (sourced || bridge))
        faults.push_back({"loss", "dmd", {REALUID_TEXT("needs scores, which fields tell where x0 is independent noise and the path adds none")}});
    return faults;
}

/// Everything that can be said about the request before a file is opened.
std::vector<Fault> check(const RunRequest& request)
{
    std::vector<Fault> faults = realuid::check(request.training);
    const auto append = [&](const std::vector<Fault>& more) { faults.insert(faults.end(), more.begin(), more.end()); };
    require(request.data, "data", faults);
    append(checkPath(request.training.path, request.training.target, request.kind == RunKind::Distil));
    append(checkSource(request));
    if (request.kind == RunKind::Distil) {
        append(realuid::check(request.loss));
        require(request.teacher, "teacher", faults);
        require(request.initFake, "init_fake", faults);
    }
    return faults;
}

UNetGeometry wantedGeometry(const TrainingParameters& p)
{
    UNetGeometry g;
    g.width = p.width;
    g.multipliers = p.multipliers;
    g.blocks = p.blocks;
    g.attentionLevels = attentionLevels(p.attention, p.side, p.multipliers.size());
    g.headChannels = p.headChannels;
    g.classes = p.classes;
    g.inputChannels = p.condition ? 2 * g.channels : g.channels;
    if (p.discriminatorHead)
        g.criticWidth = g.levelWidth(g.multipliers.size() - 1);
    return g;
}

/// What both ways of starting share: data, device and threads.
RunParts readParts(const RunRequest& request, int threads)
{
    std::vector<Fault> faults;
    const at::Device device = deviceFor(request.training.device, faults);
    if (const int count = Processes::all().count(); request.training.batch % count != 0)
        faults.push_back({"batch", std::to_string(request.training.batch),
                          {REALUID_TEXT("must be a multiple of the %1 processes that share it"), {std::to_string(count)}}});
    if (anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    useThreads(threads);
    RunParts parts{request, {}, RunFolder(request.directory), CifarData::read(request.data, request.training.side), {}, device, threads};
    if (!request.source.empty())
        parts.source = SourceImages::read(request.source, request.data, request.training.side);
    return parts;
}

void checkLabels(const CifarData& data, std::int64_t classes)
{
    if (classes > 0 && data.largestLabel() >= classes)
        throw Error::listing(ErrorKind::Usage, {{"classes", std::to_string(classes),
                                                 {REALUID_TEXT("must be more than the data's largest label, %1"),
                                                  {std::to_string(data.largestLabel())}}}});
}

/// The network with a head that learns, where the run has adversarial terms. One fault where it has no head that would fit.
UNet withCritic(UNet fake, const TrainingParameters& p)
{
    if (p.ganCritic == 0)
        return fake;
    UNetGeometry g = fake.geometry();
    const bool large = levelSide(p.side, static_cast<std::int64_t>(g.multipliers.size()) - 1) >= 4; // it is quartered
    if (!g.criticFits() || !large)
        throw Error::listing(ErrorKind::Usage,
                             {{"gan_critic", numberText(p.ganCritic),
                               g.criticWidth == 0
                                   ? Text{REALUID_TEXT("needs a discriminator head, which the fake model's network has not: take a teacher "
                                                       "that was trained with discriminator_head, or 0")}
                                   : Text{REALUID_TEXT("needs a discriminator head that fits: this one takes %1 channels, the middle block "
                                                       "has %2, and its side must be at least 4"),
                                          {std::to_string(g.criticWidth), std::to_string(g.levelWidth(g.multipliers.size() - 1))}}}});
    g.criticLearns = true;
    UNet out(g, fake.parameters().dtype(), fake.parameters().device());
    out.parameters().load(fake.parameters().stateDict(), "fake");
    return out;
}

/// The run must go on with what the teacher was trained on.
void requireAlike(const NetworkFile& teacher, const RunRequest& request)
{
    const TrainingParameters& p = request.training;
    const std::string source = request.source.empty() || madeSource(request.source) ? request.source : "images";
    const TrainedOn own{p.side, p.path, p.target, p.bridgeNoise, source, p.condition}, trained = teacher.trainedOn.value_or(own);
    std::vector<Fault> faults;
    const auto same = [&](const char* field, const std::string& is, const std::string& must) {
        if (is != must)
            faults.push_back({field, is, {REALUID_TEXT("must be %1, as of the teacher"), {must}}});
    };
    same("side", std::to_string(p.side), std::to_string(trained.side));
    same("path", p.path, trained.path);
    same("target", p.target, trained.target);
    if (p.path == "bridge")
        same("bridge_noise", numberText(p.bridgeNoise), numberText(trained.bridgeNoise));
    const auto named = [](const std::string& kind) { return kind.empty() ? std::string("noise") : kind; };
    same("source", named(source), named(trained.source));
    const auto word = [](bool yes) { return yes ? "true" : "false"; };
    same("condition", word(p.condition), word(teacher.network.geometry().inputChannels > teacher.network.geometry().channels));
    if (faults.empty() && !fitsSide(teacher.network.geometry(), p.side))
        faults.push_back({"side", std::to_string(p.side),
                          {REALUID_TEXT("does not fit the teacher's network, which halves it %1 times"),
                           {std::to_string(teacher.network.geometry().multipliers.size() - 1)}}});
    if (!faults.empty())
        throw Error::listing(ErrorKind::Usage, std::move(faults));
}

/// Generator and fake model take what the teacher takes.
void requireConditionedAlike(const NetworkFile& read, const UNetGeometry& teacher)
{
    const UNetGeometry& g = read.network.geometry();
    const Text help{REALUID_TEXT("all three networks must be conditioned alike")};
    if (g.classes != teacher.classes)
        throw Error(ErrorKind::File, {REALUID_TEXT("has %1 classes, the teacher %2"), {std::to_string(g.classes), std::to_string(teacher.classes)}},
                    read.file, help);
    if (g.inputChannels != teacher.inputChannels)
        throw Error(ErrorKind::File, {REALUID_TEXT("takes %1 channels, the teacher %2"),
                                      {std::to_string(g.inputChannels), std::to_string(teacher.inputChannels)}},
                    read.file, help);
}

/// The normalized objective has no direction where teacher and fake model agree: neither player would ever move.
void requireApart(const RunRequest& request, const UNet& teacher, const UNet& fake)
{
    if (request.loss.kind == "normalized" && fake.geometry() == teacher.geometry() &&
        fake.parameters().everything().equal(teacher.parameters().everything()))
        throw Error::listing(ErrorKind::Usage, {{"init_fake", request.initFake,
                                                 {REALUID_TEXT("must be another network than the teacher, such as random: where both fields are equal "
                                                               "the normalized objective has no direction")}}});
}

Distillation::Networks readNetworks(const RunRequest& request, at::Device device, Observer& observer, Json& about)
{
    const TrainingParameters& p = request.training;
    NetworkFile teacher = readNetwork(request.teacher, p.headChannels, device, observer);
    requireAlike(teacher, request);
    about["teacher"] = {{"file", teacher.file}, {"state", teacher.state}, {"checksum", weightsChecksum(teacher.network)}};
    const auto other = [&](const std::string& reference) {
        NetworkFile read = readNetwork(reference, p.headChannels, device, observer);
        requireConditionedAlike(read, teacher.network.geometry());
        return std::move(read.network);
    };
    UNet generator = request.initGenerator.empty() ? teacher.network.clone() : other(request.initGenerator);
    UNet fake = request.initFake == "random" || request.initFake == "teacher" ? teacher.network.clone()
                                                                              : other(request.initFake);
    if (request.initFake == "random")
        fake.initialise(static_cast<std::uint64_t>(p.seed));
    requireApart(request, teacher.network, fake);
    return {std::move(teacher.network), std::move(generator), withCritic(std::move(fake), p)};
}

Json aboutRun(const RunParts& parts)
{
    const EngineInfo info = engineInfo();
    Json about{{"torch", info.torchVersion},
            {"instruction_set", info.instructionSet},
            {"device", parts.device.str()},
            {"threads", parts.threads},
            {"processes", Processes::all().count()},
            {"data", {{"kind", parts.data.kind()}, {"records", parts.data.size()}, {"checksum", parts.data.checksum()}}}};
    if (parts.source && !parts.source->checksum().empty())
        about["source"] = {{"checksum", parts.source->checksum()}};
    return about;
}

/// The request with what the networks' files decide: a distillation takes the teacher's geometry, and data-free is alpha = beta = 1.
RunRequest resolved(const RunRequest& request, const UNetGeometry& g)
{
    RunRequest out = request;
    if (out.loss.kind == "uid")
        out.loss.alpha = out.loss.beta = 1;
    TrainingParameters& p = out.training;
    p.width = g.width;
    p.multipliers = g.multipliers;
    p.blocks = g.blocks;
    p.attention.clear();
    for (const std::int64_t level : g.attentionLevels)
        p.attention.push_back(levelSide(p.side, level));
    p.headChannels = g.headChannels;
    p.classes = g.classes;
    p.discriminatorHead = g.criticWidth > 0;
    return anyFault(realuid::check(p)) ? request : out; // a foreign network may be none that could be asked for
}

/// The last thing before a run begins, so that nothing is written where anything is wrong.
void createFolder(const RunRequest& given, const Json& about, ImageTraining& training)
{
    if (!Processes::all().first())
        return;
    const RunFolder folder = RunFolder::create(given.directory);
    Json json = runJson(training.request(), about);
    json["given"] = runJson(given, {})["parameters"];
    writeAtomically(folder.runJson(), false, json.dump(2) + "\n");
    training.hold(std::make_unique<RunLock>(folder));
}

void requireSame(const Json& json, const char* key, const std::string& checksum, const std::string& file)
{
    const Json& engine = json["engine"];
    const std::string begun = engine.contains(key) && engine[key].is_object() ? engine[key].value("checksum", checksum) : checksum;
    const bool comparable = begun.substr(0, begun.find(':')) == checksum.substr(0, checksum.find(':')); // older runs have a CRC-32
    if (comparable && begun != checksum)
        throw Error(ErrorKind::File, {REALUID_TEXT("is not what the run began with (%1, now %2)"), {begun, checksum}},
                    file, {REALUID_TEXT("put the old file back, or start a new run")});
}

UNet emptyLike(const CheckpointReader& reader, const std::string& state, const char* headKey, at::Device device, bool criticLearns = false)
{
    const PickleValue* head = reader.studio() ? reader.studio()->find(headKey) : nullptr;
    const std::int64_t channels = head ? head->integer().value_or(0) : 0;
    UNetGeometry geometry = geometryOf(reader.shapes(state), channels, reader.file().string());
    geometry.criticLearns = criticLearns;
    if (channels <= 0 || anyFault(realuid::engine::check(geometry)))
        throw Error(ErrorKind::File, {REALUID_TEXT("does not tell a network that could be trained on")}, reader.file().string(),
                    {REALUID_TEXT("resume from a checkpoint that RealUID Studio wrote")});
    return UNet(geometry, at::kFloat, device);
}

/// A run that begins, and run.json's key "engine".
struct Begun {
    std::unique_ptr<ImageTraining> training;
    Json about;
};

Begun fromTheStart(RunParts parts, Observer& observer)
{
    Json about = aboutRun(parts);
    const RunRequest& request = parts.request;
    if (request.kind == RunKind::Distil) {
        Distillation::Networks networks = readNetworks(request, parts.device, observer, about);
        checkLabels(parts.data, networks.teacher.geometry().classes);
        about["geometry"] = geometryJson(networks.generator.geometry());
        parts.request = resolved(request, networks.generator.geometry());
        if (parts.request.training.classes > 1 && parts.data.largestLabel() == 0)
            observer.noted({REALUID_TEXT("all images are of class 0; the networks know %1 classes"), {std::to_string(parts.request.training.classes)}});
        return {std::make_unique<Distillation>(std::move(parts), std::move(networks)), about};
    }
    const UNetGeometry geometry = wantedGeometry(request.training);
    if (std::vector<Fault> faults = engine::check(geometry); anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    checkLabels(parts.data, geometry.classes);
    UNet network(geometry, at::kFloat, parts.device);
    network.initialise(static_cast<std::uint64_t>(request.training.seed));
    about["geometry"] = geometryJson(geometry);
    return {std::make_unique<TeacherTraining>(std::move(parts), std::move(network)), about};
}

std::unique_ptr<ImageTraining> fromCheckpoint(RunParts parts, const CheckpointReader& reader, const Json& json, Observer& observer)
{
    if (parts.request.kind == RunKind::Teacher) {
        auto training = std::make_unique<TeacherTraining>(std::move(parts),
                                                          emptyLike(reader, "net_model", "head_channels", parts.device));
        training->restore(reader);
        return training;
    }
    const at::Device device = parts.device;
    const bool criticLearns = parts.request.training.ganCritic > 0;
    NetworkFile teacher = readNetwork(parts.request.teacher, parts.request.training.headChannels, device, observer);
    requireSame(json, "teacher", weightsChecksum(teacher.network), teacher.file);
    auto training = std::make_unique<Distillation>(
        std::move(parts), Distillation::Networks{std::move(teacher.network), emptyLike(reader, "gen", "head_channels", device),
                                                 emptyLike(reader, "u", "fake_head_channels", device, criticLearns)});
    training->restore(reader);
    return training;
}

} // namespace

std::unique_ptr<Training> startRun(const RunRequest& request, Observer& observer)
{
    Processes& all = Processes::all();
    Begun begun;
    all.together([&] {
        std::vector<Fault> faults = check(request);
        require(request.directory, "run", faults);
        if (anyFault(faults))
            throw Error::listing(ErrorKind::Usage, std::move(faults));
        RunFolder::requireNew(request.directory);
        begun = fromTheStart(readParts(request, threadsFor(request.training.threads)), observer);
    });
    all.together([&] { createFolder(request, begun.about, *begun.training); });
    return std::move(begun.training);
}

std::unique_ptr<ImageTraining> startInMemory(RunRequest request, Observer& observer)
{
    if (std::vector<Fault> faults = check(request); anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    if (!request.directory.empty())
        RunFolder::requireNew(request.directory);
    request.directory.clear();
    TrainingParameters& p = request.training;
    p.sampleEvery = p.saveEvery = std::numeric_limits<std::int64_t>::max();
    p.trackEvery = p.milestoneEvery = 0;
    return fromTheStart(readParts(request, threadsFor(p.threads)), observer).training;
}

namespace
{
std::unique_ptr<Training> resumeHere(const std::string& directory, const ParameterTexts& changes, Observer& observer)
{
    const RunFolder folder(directory);
    const Json json = readJson(folder.runJson());
    auto lock = Processes::all().first() ? std::make_unique<RunLock>(folder) : nullptr;
    RunRequest request = runRequestFromJson(json, folder.runJson().string());
    request.directory = directory;
    if (std::vector<Fault> faults = check(request); anyFault(faults))
        throw Error::listing(ErrorKind::File, std::move(faults), folder.runJson().string());
    std::optional<CheckpointReader> reader;
    if (folder.hasCheckpoint()) {
        reader.emplace(folder.latestCheckpoint());
        request = requestAt(*reader, std::move(request));
    }
    std::vector<ChangedParameter> changed = apply(changes, reader ? *reader->step() : 0, request);
    const Json about = json.value("engine", Json::object());
    const std::int64_t asked = request.training.threads;
    RunParts parts = readParts(request, threadsFor(asked != 0 ? asked : about.value("threads", asked)));
    parts.changes = std::move(changed);
    requireSame(json, "data", parts.data.checksum(), request.data);
    if (parts.source && !parts.source->checksum().empty())
        requireSame(json, "source", parts.source->checksum(), request.source);
    if (Processes::all().first())
        folder.removeLeftovers();
    if (reader) {
        auto training = fromCheckpoint(std::move(parts), *reader, json, observer);
        training->hold(std::move(lock));
        return training;
    }
    Begun begun = fromTheStart(std::move(parts), observer);
    if (begun.about.contains("teacher"))
        requireSame(json, "teacher", begun.about["teacher"]["checksum"], begun.about["teacher"]["file"]);
    begun.training->hold(std::move(lock));
    return std::move(begun.training);
}
} // namespace

std::unique_ptr<Training> resumeRun(const std::string& directory, const ParameterTexts& changes, Observer& observer)
{
    std::unique_ptr<Training> training;
    Processes::all().together([&] { training = resumeHere(directory, changes, observer); });
    return training;
}

} // namespace realuid::engine
