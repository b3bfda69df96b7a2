// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/fault.h"
#include "core/engine/cifar_data.h"
#include "core/engine/torch_compat.h"

#include <optional>

namespace realuid::engine
{

/// x0 of a run from images to images: for each image x1 of the data, one that belongs to it (a data coupling, Definition 5).
///   grey     its brightness (0.299 red + 0.587 green + 0.114 blue) in all three channels
///   low:K    means over K x K pixels, as large as before
///   images   the image of the same name (sub-folder and name without extension) in another folder; where the data are no folder,
///            the one at the same place
class SourceImages
{
public:
    /// `source` as in RunRequest. Error (File) where the folder's images are not those of `data`, or as SourceImages' data cannot
    /// be read; (Usage) for a K that does not divide the side.
    static SourceImages read(const std::string& source, const std::filesystem::path& data, std::int64_t side);

    const std::string& kind() const { return m_kind; } ///< "grey", "low:4" or "images"
    /// Of a folder's images; empty where they are made.
    std::string checksum() const { return m_folder ? m_folder->checksum() : std::string(); }

    /// Those that belong to `real`, which are the run's samples from number `first` on (CifarData::samples()).
    Tensor of(const ImageBatch& real, std::uint64_t seed, std::int64_t first, bool flips) const;

private:
    std::string m_kind;
    std::optional<CifarData> m_folder;
};

/// What `kind` makes of images [n, 3, side, side]; "images" leaves them as they are.
Tensor sourceOf(const std::string& kind, const Tensor& images);

/// A fault of "source" where it is a word (madeSource()) and does not suit images of that side.
std::vector<Fault> checkSource(const std::string& source, std::int64_t side);

} // namespace realuid::engine
