// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cifar_data.h"

#include "core/api/error.h"
#include "core/api/philox.h"
#include "core/engine/checksum.h"
#include "core/engine/image_folder.h"
#include "core/engine/random_file.h"
#include "core/engine/shapes_data.h"
#include "core/engine/tar_archive.h"
#include "core/io/atomic_file.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <numeric>

namespace realuid::engine
{
namespace fs = std::filesystem;
namespace
{
constexpr const char* kBuiltIn = "shapes";
constexpr std::int64_t kDrawn = 10000;
constexpr std::uint64_t kDrawnSeed = 42;
constexpr std::uintmax_t kLargestFile = std::uintmax_t{4} << 30;
constexpr std::uint64_t kLargestArchive = std::uint64_t{512} << 20; // CIFAR-10 unpacks to 176 MiB

bool isBatch(std::string_view name) { return name.starts_with("data_batch_") && name.ends_with(".bin"); }

std::vector<fs::path> batchesIn(const fs::path& folder)
{
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (isBatch(entry.path().filename().string()))
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

void append(const std::string& where, std::string_view content, std::vector<std::uint8_t>& bytes)
{
    const auto size = static_cast<std::int64_t>(content.size());
    if (size == 0 || size % CifarData::kRecord != 0)
        throw Error(ErrorKind::File,
                    {REALUID_TEXT("%1 bytes are not a whole number of records of %2 bytes"),
                     {std::to_string(size), std::to_string(CifarData::kRecord)}},
                    where, {REALUID_TEXT("take CIFAR-10's binary version, and fetch the file again if it is cut short")});
    for (std::int64_t r = 0; r < size / CifarData::kRecord; ++r) {
        const int label = static_cast<unsigned char>(content[static_cast<std::size_t>(r * CifarData::kRecord)]);
        if (label >= CifarData::kClasses)
            throw Error(ErrorKind::File,
                        {REALUID_TEXT("record %1 has label %2; labels are 0 to 9"), {std::to_string(r), std::to_string(label)}},
                        where, {REALUID_TEXT("take CIFAR-10's binary version (CIFAR-100 is laid out differently)")});
    }
    bytes.insert(bytes.end(), content.begin(), content.end());
}

/// By its first bytes or, where it is too short to have some, by its name.
bool isArchive(const fs::path& path)
{
    const RandomFile file(path);
    const std::string head = file.text(0, std::min<std::uint64_t>(file.size(), 6));
    if (head.starts_with("\xfd" "7zXZ") || head.starts_with("PK\x03\x04") || head.starts_with("BZh"))
        throw Error(ErrorKind::File, {REALUID_TEXT("is an archive of a kind that is not read")}, path.string(),
                    {REALUID_TEXT("unpack it and name the folder; only CIFAR-10's own .tar.gz is read as it is")});
    const std::string name = path.filename().string();
    return head.starts_with("\x1f\x8b") || name.ends_with(".tar") || name.ends_with(".tar.gz") || name.ends_with(".tgz");
}

void appendArchive(const fs::path& path, std::vector<std::uint8_t>& bytes)
{
    const std::vector<TarMember> members = readTar(path, kLargestArchive, isBatch);
    if (members.empty())
        throw Error(ErrorKind::File, {REALUID_TEXT("the archive holds no data_batch_*.bin")}, path.string(),
                    {REALUID_TEXT("take cifar-10-binary.tar.gz, not the versions for Python or Matlab")});
    for (const TarMember& member : members)
        append(path.string() + " [" + member.name + "]", member.content, bytes);
}
} // namespace

CifarData CifarData::read(const fs::path& path, std::int64_t side)
{
    CifarData data = readAny(path, side);
    if (data.side() != side)
        throw Error(ErrorKind::Usage, {REALUID_TEXT("has images of side %1, not %2"), {std::to_string(data.side()), std::to_string(side)}},
                    path.string(), {REALUID_TEXT("other sides than 32 come from folders of images and the built-in shapes")});
    return data;
}

std::int64_t CifarData::ownSide(const fs::path& path)
{
    std::error_code ignored;
    if (!fs::is_directory(path, ignored) || !batchesIn(path).empty())
        return kSide;
    const ImageFolder images(path);
    return images.empty() ? kSide : images.firstSide();
}

CifarData CifarData::readAny(const fs::path& path, std::int64_t side)
{
    CifarData data;
    if (path == kBuiltIn && !fs::exists(path)) {
        data.m_kind = kBuiltIn;
        data.m_side = side;
        const std::int64_t bytes = 1 + data.pixels();
        data.m_bytes.resize(static_cast<std::size_t>(kDrawn * bytes));
        for (std::int64_t i = 0; i < kDrawn; ++i)
            drawShape(kDrawnSeed, i, data.m_bytes.data() + i * bytes, static_cast<int>(side));
        return data;
    }
    if (!fs::exists(path))
        throw Error(ErrorKind::File, {REALUID_TEXT("the data set does not exist")}, path.string(),
                    {REALUID_TEXT("name a folder with CIFAR-10's data_batch_*.bin or with images, its .tar.gz, one .bin file, or shapes for the built-in set")});
    if (!fs::is_directory(path)) {
        if (isArchive(path)) {
            data.m_kind = "cifar-10-archive";
            appendArchive(path, data.m_bytes);
        } else {
            append(path.string(), readFile(path, kLargestFile), data.m_bytes);
        }
        return data;
    }
    for (const fs::path& file : batchesIn(path))
        append(file.string(), readFile(file, kLargestFile), data.m_bytes);
    if (data.size() > 0)
        return data;
    const ImageFolder images(path);
    if (images.empty())
        throw Error(ErrorKind::File, {REALUID_TEXT("the folder holds no data_batch_*.bin and no PNG or JPEG images")}, path.string(),
                    {REALUID_TEXT("name the folder whose sub-folders are the classes, a .bin file itself, or draw a set with `realuid data shapes`")});
    data.m_kind = "images";
    data.m_names = images.classes();
    data.m_side = side;
    data.m_bytes = images.records(static_cast<int>(side));
    return data;
}

void CifarData::write(const fs::path& out, bool overwrite) const
{
    if (largestLabel() >= kClasses)
        throw Error(ErrorKind::Usage, {REALUID_TEXT("%1 classes; CIFAR-10's format holds labels 0 to 9"), {std::to_string(largestLabel() + 1)}},
                    out.string(), {REALUID_TEXT("import fewer classes, or name the folder itself where data are asked for")});
    writeAtomically(out, overwrite, std::string_view(reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()));
}

DataFacts CifarData::facts() const
{
    DataFacts facts{m_kind, size(), m_side, checksum(), {}};
    for (std::int64_t label = 0; label <= largestLabel(); ++label) {
        const auto at = static_cast<std::size_t>(label);
        facts.classes.push_back({at < m_names.size() ? m_names[at] : std::to_string(label), 0});
    }
    for (std::int64_t i = 0; i < size(); ++i)
        ++facts.classes[record(i)[0]].records;
    return facts;
}

std::string CifarData::checksum() const { return engine::checksum(m_bytes.data(), m_bytes.size()); }

std::int64_t CifarData::largestLabel() const
{
    std::int64_t largest = 0;
    for (std::int64_t i = 0; i < size(); ++i)
        largest = std::max<std::int64_t>(largest, record(i)[0]);
    return largest;
}

const std::vector<std::uint32_t>& CifarData::order(std::uint64_t seed, std::int64_t epoch) const
{
    if (m_orderEpoch == epoch && m_orderSeed == seed)
        return m_order;
    m_order.resize(static_cast<std::size_t>(size()));
    std::iota(m_order.begin(), m_order.end(), 0u);
    const RandomStream stream{seed, Purpose::Order, static_cast<std::uint32_t>(epoch), 0};
    PhiloxBlock words{};
    for (std::size_t left = m_order.size(), drawn = 0; left > 1; --left, ++drawn) {
        if (drawn % 4 == 0)
            words = stream.block(static_cast<std::uint32_t>(drawn / 4));
        const std::size_t pick = (std::uint64_t{words[drawn % 4]} * left) >> 32;
        std::swap(m_order[left - 1], m_order[pick]);
    }
    m_orderSeed = seed;
    m_orderEpoch = epoch;
    return m_order;
}

ImageBatch CifarData::samples(std::uint64_t seed, std::int64_t first, std::int64_t n, bool flips) const
{
    ImageBatch out{at::empty({n, 3, m_side, m_side}, at::kFloat), at::empty({n}, at::kLong)};
    float* pixels = out.images.data_ptr<float>();
    std::int64_t* labels = out.labels.data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < n; ++i) {
        const std::int64_t sample = first + i;
        const std::uint8_t* bytes = record(order(seed, sample / size())[static_cast<std::size_t>(sample % size())]);
        labels[i] = bytes[0];
        const RandomStream stream{seed, Purpose::Flip, 0, static_cast<std::uint64_t>(sample)};
        unpack(bytes + 1, flips && (stream.block(0)[0] & 1u), pixels + i * this->pixels());
    }
    return out;
}

at::Tensor CifarData::images(std::int64_t first, std::int64_t n) const
{
    const at::Tensor out = at::empty({n, 3, m_side, m_side}, at::kFloat);
    for (std::int64_t i = 0; i < n; ++i)
        unpack(record((first + i) % size()) + 1, false, out.data_ptr<float>() + i * pixels());
    return out;
}

/// To [-1, 1].
void CifarData::unpack(const std::uint8_t* bytes, bool mirrored, float* pixels) const
{
    for (std::int64_t row = 0; row < 3 * m_side; ++row)
        for (std::int64_t x = 0; x < m_side; ++x)
            *pixels++ = static_cast<float>(bytes[row * m_side + (mirrored ? m_side - 1 - x : x)]) / 127.5f - 1;
}

} // namespace realuid::engine
