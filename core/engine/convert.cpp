// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/convert.h"

#include "core/api/error.h"
#include "core/engine/checkpoint.h"
#include "core/engine/safetensors.h"

namespace realuid::engine
{
namespace
{

void checkName(const std::filesystem::path& out)
{
    if (out.extension() != ".pt" && out.extension() != ".safetensors")
        throw Error::listing(ErrorKind::Usage, {{"out", out.string(), {REALUID_TEXT("must end in .pt or .safetensors")}}});
}

std::map<std::string, std::string> texts(const LoadedState& loaded)
{
    const CheckpointReader reader(loaded.file);
    std::map<std::string, std::string> out = toldOfTraining(reader);
    out["format"] = "pt";
    out["state"] = loaded.state;
    if (loaded.headChannels)
        out["head_channels"] = std::to_string(*loaded.headChannels);
    if (const auto step = reader.step())
        out["step"] = std::to_string(*step);
    return out;
}

/// A plain state dictionary has no place for more than weights.
void tellWhatIsLost(const LoadedState& loaded, const std::string& out, Observer& observer)
{
    if (loaded.trainedOn && *loaded.trainedOn != TrainedOn{})
        observer.noted({REALUID_TEXT("%1 holds weights alone, and will be taken for a network of linear velocities at 32 x 32: a .safetensors file also tells side, "
                                     "path, target and source"),
                        {out}});
}

} // namespace

std::int64_t convertWeights(const std::string& in, const std::string& out, const std::string& keep, bool overwrite,
                            Observer& observer)
{
    checkName(out);
    const LoadedState loaded = loadState(keep.empty() ? in : in + ":" + keep);
    if (!loaded.named)
        observer.noted({REALUID_TEXT("%1: takes the weights of state %2"), {loaded.file.string(), loaded.state}});
    if (std::filesystem::path(out).extension() == ".safetensors") {
        writeSafetensors(out, loaded.tensors, texts(loaded), overwrite);
    } else {
        writeWeights(out, loaded.tensors, overwrite);
        tellWhatIsLost(loaded, out, observer);
    }
    return static_cast<std::int64_t>(loaded.tensors.entries.size());
}

} // namespace realuid::engine
