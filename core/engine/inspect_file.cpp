// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/inspect_file.h"

#include "core/engine/checkpoint.h"
#include "core/engine/random_file.h"
#include "core/engine/tensor_archive.h"
#include "core/engine/unet_geometry.h"

namespace realuid::engine
{
namespace
{

std::string listText(const std::vector<std::int64_t>& values)
{
    std::string out;
    for (const std::int64_t value : values)
        out += (out.empty() ? "" : ",") + std::to_string(value);
    return out;
}

void describe(const UNetGeometry& g, Inspection& to)
{
    to.geometry = {{"width", std::to_string(g.width)},
                   {"multipliers", listText(g.multipliers)},
                   {"blocks", std::to_string(g.blocks)},
                   {"attention_levels", listText(g.attentionLevels)},
                   {"head_channels", std::to_string(g.headChannels)},
                   {"classes", std::to_string(g.classes)},
                   {"channels", std::to_string(g.channels)},
                   {"input_channels", std::to_string(g.inputChannels)},
                   {"discriminator_head", g.criticWidth == 0 ? "no" : g.criticFits() ? "yes" : "unusable"}};
    if (g.criticWidth > 0 && !g.criticFits())
        to.problems.push_back({REALUID_TEXT("the discriminator head takes %1 channels, the middle block gives %2: it can be kept, not used"),
                               {std::to_string(g.criticWidth), std::to_string(g.levelWidth(g.multipliers.size() - 1))}});
}

} // namespace

Inspection inspectTensorFile(const std::filesystem::path& file)
{
    const CheckpointReader reader(file);
    const bool safetensors = file.extension() == ".safetensors";
    if (!safetensors) {
        const ZipReader zip(file);
        for (const ZipReader::Entry& entry : zip.entries())
            zip.verify(entry);
    }
    Inspection out;
    out.kind = name(reader.kind());
    out.step = reader.step();
    out.states = reader.states();
    out.emas = reader.emas();
    const std::string state = reader.defaultState();
    const Shapes shapes = reader.shapes(state);
    out.tensors = static_cast<std::int64_t>(shapes.size());
    for (const auto& entry : shapes) {
        std::int64_t count = 1;
        for (const std::int64_t side : entry.second)
            count *= side;
        out.parameters += count;
    }
    for (const std::string& each : reader.states())
        if (const std::string bad = firstNotFinite(reader.read(each)); !bad.empty())
            out.problems.push_back({REALUID_TEXT("state \"%1\" holds values that are not finite, first in %2"), {each, bad}});
    const std::optional<std::int64_t> told = headChannelsOf(reader);
    try {
        describe(geometryOf(shapes, told.value_or(0), file.string()), out);
        if (!told)
            out.problems.push_back({REALUID_TEXT("the weights do not tell the channels of an attention head: %1 is a guess"), {out.geometry[4].second}});
    } catch (const Error& error) { // readable tensors, but not of a U-Net: that is an answer, not a failure
        out.problems.push_back({"%1", {error.what()}});
    }
    return out;
}

bool looksLikeTensorFile(const std::filesystem::path& file)
{
    const std::string extension = file.extension().string();
    if (extension == ".pt" || extension == ".pth" || extension == ".safetensors")
        return true;
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed))
        return false;
    const RandomFile source(file);
    const std::string head = source.text(0, std::min<std::uint64_t>(source.size(), 4));
    return head.starts_with("PK\x03\x04") || head.starts_with("\x80\x02");
}

} // namespace realuid::engine
