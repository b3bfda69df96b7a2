// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/adam_state.h"
#include "core/engine/pickle_value.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>

/// Checkpoints with the authors' key names, read and written without Python (`docs/formats.md`).
namespace realuid::engine
{

/// What a checkpoint is, by its keys:
///   Teacher    net_model, ema_models {decay}, sched, optim, step
///   Distilled  gen, u, ema_gens {decay}, sched, optim_gen, optim_u, step
///   TorchCfm   net_model, ema_model, ... with "module." before names
///   Tensors    a .safetensors file, or a .pt that is itself one state dict; its state is called "weights"
enum class CheckpointKind { Teacher, Distilled, TorchCfm, Tensors };
const char* name(CheckpointKind kind); ///< "teacher", "distilled", "torchcfm", "safetensors"

/// A checkpoint that is open for reading. Opening reads the directory and the pickle, no weights; a restricted reader
/// that never executes anything and checks every offset, size, count and depth. All methods throw Error (File).
class CheckpointReader
{
public:
    explicit CheckpointReader(const std::filesystem::path& file);

    const std::filesystem::path& file() const { return m_file; }
    CheckpointKind kind() const { return m_kind; }
    std::optional<std::int64_t> step() const;

    /// "net_model", "gen", "u", "ema_model", and EMAs by their decay ("0.999"), in the file's order.
    const std::vector<std::string>& states() const { return m_states; }
    const std::vector<std::string>& emas() const { return m_emas; }

    /// The average that a best-ema*.pt was kept for; else a distilled file's "0.999", else "gen"; a teacher's "0.999" or only EMA, else "net_model"; TorchCFM's "ema_model".
    std::string defaultState() const;

    /// Names and shapes of a state, "module." taken off; no weights are read.
    Shapes shapes(const std::string& state) const;
    StateDict read(const std::string& state) const;

    bool has(const std::string& key) const { return m_root.find(key) != nullptr; }
    AdamState optimiser(const std::string& key) const;    ///< "optim", "optim_gen", "optim_u"
    ScheduleState schedule() const;                       ///< "sched"
    const PickleDict* studio() const;                     ///< `realuid_studio`, null in files of others
    const PickleDict& root() const { return m_root; }

private:
    const PickleDict& stateDictionary(const std::string& state) const;

    std::filesystem::path m_file;
    CheckpointKind m_kind = CheckpointKind::Teacher;
    PickleDict m_root;
    std::vector<std::string> m_states, m_emas;
};

/// All that a checkpoint of ours holds. Tensors may be views of live memory: writing copies nothing but one storage.
struct CheckpointContent {
    std::vector<std::pair<std::string, StateDict>> networks;   ///< net_model, or gen and u
    std::vector<std::pair<std::string, StateDict>> emas;       ///< by decay, "0.999"
    std::vector<std::pair<std::string, AdamState>> optimisers; ///< optim, or optim_gen and optim_u
    ScheduleState schedule;
    std::int64_t step = 0;
    PickleDict studio; ///< what exact resumption needs and PyTorch's own parts do not hold
};

/// Writes what Python's torch.load(weights_only=True) reads: uncompressed zip, one storage a tensor, 64-byte aligned.
/// Equal content makes equal bytes. Atomic (core/io/atomic_file.h). Error (Other) where the disk refuses.
void writeCheckpoint(const std::filesystem::path& file, const CheckpointContent& content, bool overwrite);

/// Any dictionary of numbers, texts and tensors, likewise.
void writeDictionary(const std::filesystem::path& file, const PickleDict& dictionary, bool overwrite);

/// One network's weights alone, as torch.save(network.state_dict(), file) lays them out.
void writeWeights(const std::filesystem::path& file, const StateDict& state, bool overwrite);

/// `F:STATE` as the user typed it. A path may hold colons: the whole text is a file where there is one of that name.
struct StateReference {
    std::filesystem::path file;
    std::string state; ///< empty where none was named
};
StateReference parseStateReference(const std::string& text);

/// What its networks were trained on; files of ours tell it.
struct TrainedOn {
    std::int64_t side = 32; ///< of the images, in pixels
    std::string path = "linear", target = "velocity";
    double bridgeNoise = 0.5;
    std::string source; ///< x0: "grey", "low:4" or "images"; empty where it is noise
    bool condition = false;
    double sourceNoise = 0;
    bool operator==(const TrainedOn&) const = default;
};

/// One state's weights, found by F[:STATE].
struct LoadedState {
    StateDict tensors;
    std::filesystem::path file;
    std::string state; ///< the one named, or the default: print it
    bool named = false;
    std::optional<std::int64_t> headChannels; ///< where a file of ours tells it
    std::optional<TrainedOn> trainedOn;       ///< likewise
};

/// The channels of an attention head, where a file of ours tells them.
std::optional<std::int64_t> headChannelsOf(const CheckpointReader& reader);
/// The texts "parameters" (of the run, as JSON) and "source" of a file of ours, where it has them.
std::map<std::string, std::string> toldOfTraining(const CheckpointReader& reader);
/// What they say.
std::optional<TrainedOn> trainedOn(const CheckpointReader& reader);

/// Error (File) where there is no such file or state; it lists the states that there are.
LoadedState loadState(const std::string& reference);

} // namespace realuid::engine
