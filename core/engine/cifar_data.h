// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace realuid::engine
{

/// Images and labels of one update.
struct ImageBatch {
    at::Tensor images; ///< [n, 3, side, side] float32 in [-1, 1]
    at::Tensor labels; ///< [n] int64
};

/// Images as CIFAR-10's binary version has them: records of one label byte and 3 x side x side bytes (planes red, green, blue);
/// side 32 but for folders of images and the built-in set.
/// Kept as bytes. A batch is a pure function of (seed, step): without replacement, in an order drawn anew each epoch,
/// so a run resumes from its step alone. One thread.
class CifarData
{
public:
    static constexpr std::int64_t kSide = 32;
    static constexpr std::int64_t kPixels = 3 * kSide * kSide;
    static constexpr std::int64_t kRecord = 1 + kPixels;
    static constexpr int kClasses = 10;

    /// Reads a folder's data_batch_*.bin in the order of their names; the same inside CIFAR-10's .tar.gz, which is not
    /// unpacked; one such file (test_batch.bin is read only so); a folder of PNG or JPEG images (image_folder.h), brought to
    /// `side` x `side`; "shapes", where no such file exists, is the built-in set of 10,000 pictures drawn at that side. Error (File) names file and
    /// record: no such file, nothing to read in it, a size that is no multiple of a record, a label above 9 in a record of
    /// CIFAR-10, a damaged archive or image. Error (Usage) for another side than 32 of CIFAR-10's files.
    static CifarData read(const std::filesystem::path& path, std::int64_t side = kSide);

    /// The side that read() takes without bringing pictures to another size: of a folder of images that of its first one (its
    /// shorter edge), else 32. Error (File) as read().
    static std::int64_t ownSide(const std::filesystem::path& path);

    /// Writes one file in CIFAR-10's binary format; the side must be 32. Error (Usage): more than ten classes, the file exists.
    void write(const std::filesystem::path& out, bool overwrite) const;

    /// "cifar-10", "cifar-10-archive", "images" or "shapes".
    const std::string& kind() const { return m_kind; }
    DataFacts facts() const;

    std::int64_t size() const { return static_cast<std::int64_t>(m_bytes.size()) / (1 + pixels()); }
    std::int64_t side() const { return m_side; }
    std::int64_t pixels() const { return 3 * m_side * m_side; } ///< bytes of a record after its label

    /// "sha256:..." of all records in order: tells run.json which data a run saw.
    std::string checksum() const;

    /// The `step`-th batch (from 0) of a run, each image mirrored with probability one half where `flips`.
    ImageBatch batch(std::uint64_t seed, std::int64_t step, std::int64_t n, bool flips) const { return samples(seed, step * n, n, flips); }
    /// `n` of the run's samples, from number `first` on; batches follow each other.
    ImageBatch samples(std::uint64_t seed, std::int64_t first, std::int64_t n, bool flips) const;

    /// Images first ... first + n - 1 in the data's own order, over again where there are fewer: [n, 3, side, side] in [-1, 1].
    at::Tensor images(std::int64_t first, std::int64_t n) const;

    std::int64_t largestLabel() const;

    /// Label (first byte) and pixels of one record.
    const std::uint8_t* record(std::int64_t index) const { return m_bytes.data() + index * (1 + pixels()); }

private:
    void unpack(const std::uint8_t* bytes, bool mirrored, float* pixels) const;
    const std::vector<std::uint32_t>& order(std::uint64_t seed, std::int64_t epoch) const;

    static CifarData readAny(const std::filesystem::path& path, std::int64_t side);

    std::string m_kind = "cifar-10";
    std::int64_t m_side = kSide;
    std::vector<std::string> m_names; ///< of the classes, where a folder tells them
    std::vector<std::uint8_t> m_bytes;
    /// The last order used: drawing one takes as long as shuffling all records.
    mutable std::vector<std::uint32_t> m_order;
    mutable std::uint64_t m_orderSeed = 0;
    mutable std::int64_t m_orderEpoch = -1;
};

} // namespace realuid::engine
