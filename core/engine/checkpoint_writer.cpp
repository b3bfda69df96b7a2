// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/checkpoint.h"
#include "core/engine/pickle_writer.h"
#include "core/engine/zip_writer.h"
#include "core/io/atomic_file.h"

namespace realuid::engine
{
namespace
{

PickleDict toDictionary(const StateDict& state)
{
    PickleDict out;
    out.ordered = true;
    for (const auto& [name, tensor] : state.entries)
        out.set(name, PickleTensor::of(tensor));
    return out;
}

/// The authors' keys, in their order.
PickleDict rootOf(const CheckpointContent& content)
{
    PickleDict root, emas;
    bool distilled = false;
    for (const auto& [name, state] : content.networks) {
        root.set(name, toDictionary(state));
        distilled = distilled || name == "gen";
    }
    for (const auto& [decay, state] : content.emas)
        emas.set(decay, toDictionary(state));
    root.set(distilled ? "ema_gens" : "ema_models", std::move(emas));
    root.set("sched", toValue(content.schedule));
    for (const auto& [name, state] : content.optimisers)
        root.set(name, toValue(state));
    root.set("step", content.step);
    root.set("realuid_studio", content.studio);
    return root;
}

void write(const std::filesystem::path& file, const PickleValue& root, bool overwrite)
{
    const WrittenPickle pickle = writePickle(root);
    writeAtomically(file, overwrite, [&](std::ostream& out) {
        const std::string folder = "checkpoint/"; // as torch.save names it after the file; fixed, so that names do not matter
        ZipWriter zip(out);
        zip.add(folder + "data.pkl", pickle.bytes);
        zip.add(folder + "byteorder", "little");
        for (std::size_t i = 0; i < pickle.storages.size() && out; ++i) {
            const Tensor tensor = pickle.storages[i]->read();
            zip.add(folder + "data/" + std::to_string(i), {static_cast<const char*>(tensor.data_ptr()), tensor.nbytes()});
        }
        zip.add(folder + "version", "3\n");
        zip.finish();
    });
}

} // namespace

void writeCheckpoint(const std::filesystem::path& file, const CheckpointContent& content, bool overwrite)
{
    write(file, PickleValue(rootOf(content)), overwrite);
}

void writeDictionary(const std::filesystem::path& file, const PickleDict& dictionary, bool overwrite)
{
    write(file, PickleValue(dictionary), overwrite);
}

void writeWeights(const std::filesystem::path& file, const StateDict& state, bool overwrite)
{
    write(file, PickleValue(toDictionary(state)), overwrite);
}

} // namespace realuid::engine
