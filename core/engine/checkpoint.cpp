// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/checkpoint.h"

#include "core/api/error.h"
#include "core/engine/safetensors.h"
#include "core/engine/tensor_archive.h"
#include "core/io/run_json.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace realuid::engine
{
namespace
{

constexpr std::string_view kPrefix = "module.";
constexpr const char* kWeights = "weights";

bool isSafetensors(const std::filesystem::path& file) { return file.extension() == ".safetensors"; }

/// A .safetensors file in the form of a .pt that is itself one state dict.
PickleDict safetensorsRoot(const std::filesystem::path& file)
{
    const auto reader = std::make_shared<SafetensorsReader>(file);
    PickleDict root;
    for (const auto& [name, shape] : reader->shapes())
        root.set(name, PickleTensor{reader->dtype(name), shape, [reader, key = name] { return reader->read(key); }});
    return root;
}

bool isStateDictionary(const PickleValue* value)
{
    return value != nullptr && value->dict() != nullptr && !value->dict()->items.empty() &&
           std::all_of(value->dict()->items.begin(), value->dict()->items.end(),
                       [](const PickleItem& item) { return item.key.text() != nullptr && item.value.tensor() != nullptr; });
}

std::string keyText(const PickleValue& key)
{
    return key.text() != nullptr ? *key.text() : numberText(key.number().value_or(std::nan("")));
}

/// Names without "module." where all of them have it.
std::vector<std::pair<std::string, const PickleTensor*>> tensors(const PickleDict& state)
{
    const bool prefixed = std::all_of(state.items.begin(), state.items.end(),
                                      [](const PickleItem& item) { return item.key.text()->starts_with(kPrefix); });
    std::vector<std::pair<std::string, const PickleTensor*>> out;
    for (const PickleItem& item : state.items)
        out.emplace_back(item.key.text()->substr(prefixed ? kPrefix.size() : 0), item.value.tensor());
    return out;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string out;
    for (const std::string& name : names)
        out += (out.empty() ? "" : ", ") + name;
    return out;
}

} // namespace

const char* name(CheckpointKind kind)
{
    switch (kind) {
    case CheckpointKind::Teacher: return "teacher";
    case CheckpointKind::Distilled: return "distilled";
    case CheckpointKind::TorchCfm: return "torchcfm";
    case CheckpointKind::Tensors: break;
    }
    return "safetensors";
}

CheckpointReader::CheckpointReader(const std::filesystem::path& file) : m_file(file)
{
    if (isSafetensors(file)) {
        m_root = safetensorsRoot(file);
    } else {
        PickleValue root = readTorchFile(std::make_shared<TensorArchive>(file));
        if (auto* dict = std::get_if<PickleDict>(&root.value))
            m_root = std::move(*dict);
    }
    for (const char* key : {"net_model", "gen", "u", "ema_model"})
        if (isStateDictionary(m_root.find(key)))
            m_states.push_back(key);
    const bool distilled = has("gen");
    const PickleValue* emas = m_root.find(distilled ? "ema_gens" : "ema_models");
    if (emas != nullptr && emas->dict() != nullptr)
        for (const PickleItem& item : emas->dict()->items)
            if (isStateDictionary(&item.value))
                m_emas.push_back(keyText(item.key));
    m_states.insert(m_states.end(), m_emas.begin(), m_emas.end());
    m_kind = distilled ? CheckpointKind::Distilled : has("ema_model") ? CheckpointKind::TorchCfm : CheckpointKind::Teacher;
    if (m_states.empty()) {
        PickleValue whole(m_root);
        if (!isStateDictionary(&whole))
            throw Error(ErrorKind::File, {REALUID_TEXT("holds no network: neither net_model nor gen nor tensors")}, file.string(),
                        {REALUID_TEXT("take a teacher or distilled checkpoint of RealUID or TorchCFM")});
        m_kind = CheckpointKind::Tensors;
        m_states.push_back(kWeights);
    }
}

std::optional<std::int64_t> CheckpointReader::step() const
{
    const PickleValue* step = m_kind == CheckpointKind::Tensors ? nullptr : m_root.find("step");
    return step != nullptr ? step->integer() : std::nullopt;
}

std::string CheckpointReader::defaultState() const
{
    if (m_kind == CheckpointKind::Tensors)
        return kWeights;
    const auto has = [&](const std::vector<std::string>& in, const char* what) { return std::find(in.begin(), in.end(), what) != in.end(); };
    if (const PickleValue* best = studio() ? studio()->find("best") : nullptr; best && best->text() && has(m_emas, best->text()->c_str()))
        return *best->text(); // kept for this average's sake
    if (has(m_emas, "0.999"))
        return "0.999";
    if (m_kind != CheckpointKind::Distilled && m_emas.size() == 1)
        return m_emas.front();
    for (const char* state : {"ema_model", "gen", "net_model"})
        if (has(m_states, state))
            return state;
    return m_states.front();
}

const PickleDict& CheckpointReader::stateDictionary(const std::string& state) const
{
    const bool known = std::find(m_states.begin(), m_states.end(), state) != m_states.end();
    if (!known)
        throw Error(ErrorKind::File, {REALUID_TEXT("has no state \"%1\""), {state}}, m_file.string(),
                    {REALUID_TEXT("take one of: %1"), {joined(m_states)}});
    if (m_kind == CheckpointKind::Tensors)
        return m_root;
    if (const PickleValue* value = m_root.find(state); isStateDictionary(value))
        return *value->dict();
    const PickleDict& emas = *m_root.find(m_kind == CheckpointKind::Distilled ? "ema_gens" : "ema_models")->dict();
    const auto at = std::find_if(emas.items.begin(), emas.items.end(), [&](const PickleItem& item) { return keyText(item.key) == state; });
    return *at->value.dict();
}

Shapes CheckpointReader::shapes(const std::string& state) const
{
    Shapes out;
    for (const auto& [key, tensor] : tensors(stateDictionary(state)))
        out.emplace_back(key, tensor->shape);
    return out;
}

StateDict CheckpointReader::read(const std::string& state) const
{
    const auto all = tensors(stateDictionary(state));
    // Tensors may share a storage, but a small file must not unfold into a large network.
    constexpr std::uintmax_t kMostUnfolding = 64, kAlwaysFine = 64u << 20;
    std::uintmax_t bytes = 0;
    for (const auto& entry : all) {
        std::uintmax_t count = at::elementSize(entry.second->dtype);
        for (const std::int64_t side : entry.second->shape)
            count *= static_cast<std::uintmax_t>(side);
        bytes += count;
    }
    if (bytes > kAlwaysFine && bytes / kMostUnfolding > std::filesystem::file_size(m_file))
        throw Error(ErrorKind::File, {REALUID_TEXT("state \"%1\" is far larger than the file"), {state}}, m_file.string(),
                    {REALUID_TEXT("fetch or save the file again")});
    StateDict out;
    for (const auto& [key, tensor] : all)
        out.add(key, tensor->read());
    return out;
}

AdamState CheckpointReader::optimiser(const std::string& key) const
{
    const PickleValue* value = m_root.find(key);
    return adamState(value != nullptr ? *value : PickleValue(), m_file.string() + " [" + key + "]");
}

ScheduleState CheckpointReader::schedule() const
{
    const PickleValue* value = m_root.find("sched");
    return scheduleState(value != nullptr ? *value : PickleValue(), m_file.string() + " [sched]");
}

const PickleDict* CheckpointReader::studio() const
{
    const PickleValue* value = m_root.find("realuid_studio");
    return value != nullptr ? value->dict() : nullptr;
}

StateReference parseStateReference(const std::string& text)
{
    const std::size_t colon = text.rfind(':');
    std::error_code ignored;
    if (colon == std::string::npos || std::filesystem::exists(text, ignored) || !std::filesystem::exists(text.substr(0, colon), ignored))
        return {text, {}};
    return {text.substr(0, colon), text.substr(colon + 1)};
}

/// realuid_studio's "head_channels" in a .pt, the text of that name in a .safetensors file.
std::optional<std::int64_t> headChannelsOf(const CheckpointReader& reader)
{
    if (isSafetensors(reader.file())) {
        const auto texts = SafetensorsReader(reader.file()).metadata();
        const auto found = texts.find("head_channels");
        double channels = 0;
        const bool told = found != texts.end() && parseNumber(found->second, channels) && channels >= 1 && channels <= 65536;
        return told ? std::optional(static_cast<std::int64_t>(channels)) : std::nullopt;
    }
    const PickleDict* studio = reader.studio();
    const PickleValue* channels = studio != nullptr ? studio->find("head_channels") : nullptr;
    return channels != nullptr ? channels->integer() : std::nullopt;
}

std::map<std::string, std::string> toldOfTraining(const CheckpointReader& reader)
{
    std::map<std::string, std::string> out;
    const auto texts = isSafetensors(reader.file()) ? SafetensorsReader(reader.file()).metadata() : std::map<std::string, std::string>();
    for (const char* key : {"parameters", "source"}) {
        const PickleValue* value = reader.studio() != nullptr ? reader.studio()->find(key) : nullptr;
        if (value != nullptr && value->text())
            out[key] = *value->text();
        else if (const auto found = texts.find(key); found != texts.end())
            out[key] = found->second;
    }
    return out;
}

std::optional<TrainedOn> trainedOn(const CheckpointReader& reader)
{
    const auto told = toldOfTraining(reader);
    if (!told.contains("parameters"))
        return std::nullopt;
    Loss loss;
    TrainingParameters parameters;
    std::vector<Fault> faults;
    readParameters(parseJson(told.at("parameters"), reader.file().string()), loss, parameters, faults);
    if (anyFault(faults) || anyFault(check(parameters)))
        return std::nullopt;
    return TrainedOn{parameters.side,  parameters.path,      parameters.target, parameters.bridgeNoise, told.contains("source") ? told.at("source") : std::string(),
                     parameters.condition, parameters.sourceNoise};
}

LoadedState loadState(const std::string& reference)
{
    const StateReference parsed = parseStateReference(reference);
    const CheckpointReader reader(parsed.file);
    LoadedState out;
    out.file = parsed.file;
    out.named = !parsed.state.empty();
    out.state = out.named ? parsed.state : reader.defaultState();
    out.tensors = reader.read(out.state);
    out.headChannels = headChannelsOf(reader);
    out.trainedOn = trainedOn(reader);
    return out;
}

} // namespace realuid::engine
