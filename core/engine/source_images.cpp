// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/source_images.h"

#include "core/api/error.h"
#include "core/engine/image_folder.h"
#include "core/io/run_json.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <charconv>

namespace realuid::engine
{
namespace fs = std::filesystem;
namespace
{
constexpr std::string_view kLow = "low:";

/// K of low:K; 0 where it is none.
std::int64_t lowFactor(const std::string& source)
{
    std::int64_t factor = 0;
    if (source.starts_with(kLow))
        std::from_chars(source.data() + kLow.size(), source.data() + source.size(), factor);
    return factor;
}

/// Both folders must name the same images; else the first that is in one alone.
void requirePairs(const fs::path& source, const fs::path& data)
{
    const std::vector<std::string> sources = ImageFolder(source).names(), images = ImageFolder(data).names();
    const auto [a, b] = std::mismatch(sources.begin(), sources.end(), images.begin(), images.end());
    if (a == sources.end() && b == images.end())
        return;
    const std::string name = a == sources.end() || (b != images.end() && *b < *a) ? *b : *a;
    throw Error(ErrorKind::File, {REALUID_TEXT("does not hold the same images as the data: %1 is in one of them alone"), {name}}, source.string(),
                {REALUID_TEXT("give each image of the data a source of the same name, in a sub-folder of the same name")});
}
} // namespace

std::vector<Fault> checkSource(const std::string& source, std::int64_t side)
{
    const std::int64_t factor = lowFactor(source);
    if (source.starts_with(kLow) && (factor < 2 || side % factor != 0 || source != std::string(kLow) + std::to_string(factor)))
        return {{"source", source, {REALUID_TEXT("must be low:K with a whole number K of at least 2 that divides the side, %1"), {std::to_string(side)}}}};
    return {};
}

Tensor sourceOf(const std::string& kind, const Tensor& images)
{
    if (kind == "grey") {
        const Tensor shares = at::tensor({0.299, 0.587, 0.114}, images.options()).view({1, 3, 1, 1});
        return (images * shares).sum(1, true).expand_as(images).contiguous();
    }
    if (const std::int64_t k = lowFactor(kind); k > 0) {
        const Tensor small = at::avg_pool2d(images, {k, k});
        return small.repeat_interleave(k, 2).repeat_interleave(k, 3);
    }
    return images;
}

SourceImages SourceImages::read(const std::string& source, const fs::path& data, std::int64_t side)
{
    SourceImages out;
    if (std::vector<Fault> faults = checkSource(source, side); !faults.empty())
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    out.m_kind = madeSource(source) ? source : "images";
    if (madeSource(source))
        return out;
    out.m_folder = CifarData::read(source, side);
    const CifarData images = CifarData::read(data, side);
    if (out.m_folder->kind() == "images" && images.kind() == "images")
        requirePairs(source, data);
    else if (out.m_folder->size() != images.size())
        throw Error(ErrorKind::File, {REALUID_TEXT("has %1 images, the data %2"), {std::to_string(out.m_folder->size()), std::to_string(images.size())}},
                    source, {REALUID_TEXT("give each image of the data a source")});
    return out;
}

Tensor SourceImages::of(const ImageBatch& real, std::uint64_t seed, std::int64_t first, bool flips) const
{
    return m_folder ? m_folder->samples(seed, first, real.images.size(0), flips).images : sourceOf(m_kind, real.images);
}

} // namespace realuid::engine
