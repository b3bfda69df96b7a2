// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/tensor_archive.h"

#include "core/engine/pickle_reader.h"

#include <ATen/ops/empty.h>

#include <algorithm>

namespace realuid::engine
{
namespace
{

constexpr std::uint64_t kMostPickle = 32u << 20;
constexpr std::size_t kMostDimensions = 16;

/// Refuses what starts like a pickle: a file of PyTorch before 1.6.
const std::filesystem::path& notLegacy(const std::filesystem::path& path)
{
    const RandomFile file(path);
    if (file.size() >= 2 && file.text(0, 2) == "\x80\x02")
        throw Error(ErrorKind::File, {REALUID_TEXT("was written by a PyTorch before 1.6 and is not read")}, path.string(),
                    {REALUID_TEXT("load it in Python and save it again with torch.save")});
    return path;
}

/// Elements of the view, or -1 where it does not fit: negative numbers, overflow, past the end, more than there are.
std::int64_t elementsInside(const StorageView& view)
{
    if (view.offset < 0 || view.count < 0 || view.shape.size() != view.strides.size() || view.shape.size() > kMostDimensions)
        return -1;
    std::int64_t elements = 1, last = view.offset;
    for (const std::int64_t side : view.shape) {
        if (side < 0 || __builtin_mul_overflow(elements, side, &elements))
            return -1;
    }
    if (elements == 0)
        return 0;
    for (std::size_t i = 0; i < view.shape.size(); ++i) {
        std::int64_t reach = 0;
        if (view.strides[i] < 0 || __builtin_mul_overflow(view.shape[i] - 1, view.strides[i], &reach) ||
            __builtin_add_overflow(last, reach, &last))
            return -1;
    }
    return last < view.count && elements <= view.count ? elements : -1;
}

} // namespace

TensorArchive::TensorArchive(const std::filesystem::path& path) : m_zip(notLegacy(path))
{
    constexpr std::string_view kPickle = "/data.pkl";
    for (const ZipReader::Entry& entry : m_zip.entries()) {
        const bool pickle = entry.name.size() > kPickle.size() && entry.name.ends_with(kPickle) &&
                            entry.name.find('/') == entry.name.size() - kPickle.size();
        if (pickle && !m_prefix.empty())
            throw damaged(path.string(), {REALUID_TEXT("holds more than one checkpoint")});
        if (pickle)
            m_prefix = entry.name.substr(0, entry.name.size() - kPickle.size() + 1);
    }
    if (m_prefix.empty())
        throw Error(ErrorKind::File, {REALUID_TEXT("is a zip archive, but no checkpoint: it holds no data.pkl")}, path.string(),
                    {REALUID_TEXT("take a file that torch.save wrote")});
    if (m_zip.find(m_prefix + "constants.pkl") != nullptr)
        throw Error(ErrorKind::File, {REALUID_TEXT("is a TorchScript program, no checkpoint")}, path.string(),
                    {REALUID_TEXT("take a file that torch.save wrote from state dictionaries")});
    const ZipReader::Entry* order = m_zip.find(m_prefix + "byteorder");
    if (order != nullptr) {
        std::string text(std::min<std::uint64_t>(order->size, 16), '\0');
        m_zip.file().read(order->offset, text.data(), text.size());
        if (text != "little")
            throw Error(ErrorKind::File, {REALUID_TEXT("its numbers are in big-endian order and are not read")}, path.string(),
                        {REALUID_TEXT("save it again on a little-endian machine")});
    }
}

std::string TensorArchive::pickle() const
{
    const ZipReader::Entry& entry = *m_zip.find(m_prefix + "data.pkl");
    if (entry.size > kMostPickle)
        throw damaged(m_zip.file().path().string() + " [" + entry.name + "]", {REALUID_TEXT("is larger than any checkpoint needs")});
    std::string bytes(entry.size, '\0');
    m_zip.read(entry, bytes.data());
    return bytes;
}

const ZipReader::Entry& TensorArchive::storage(const StorageView& view) const
{
    const std::string name = m_prefix + "data/" + view.key;
    const ZipReader::Entry* entry = m_zip.find(name);
    if (entry == nullptr)
        throw damaged(m_zip.file().path().string() + " [" + name + "]", {REALUID_TEXT("a tensor's storage is missing")});
    if (view.count < 0 || entry->size / at::elementSize(view.dtype) != static_cast<std::uint64_t>(view.count))
        throw damaged(m_zip.file().path().string() + " [" + name + "]", {REALUID_TEXT("a tensor's storage has another size than it says")});
    return *entry;
}

PickleTensor TensorArchive::tensor(const StorageView& view)
{
    const ZipReader::Entry& entry = storage(view);
    if (elementsInside(view) < 0)
        throw damaged(m_zip.file().path().string() + " [" + entry.name + "]",
                      {REALUID_TEXT("a tensor %1 at %2 with strides %3 reaches outside its storage of %4 values"),
                       {shapeText(view.shape), std::to_string(view.offset), shapeText(view.strides), std::to_string(view.count)}});
    return {view.dtype, view.shape, [self = shared_from_this(), view] { return self->read(view); }};
}

Tensor TensorArchive::read(const StorageView& view)
{
    const ZipReader::Entry& entry = storage(view);
    Tensor whole = m_shared[view.key];
    const bool partial = elementsInside(view) != view.count;
    if (!whole.defined()) {
        whole = at::empty({static_cast<std::int64_t>(entry.size)}, at::kByte);
        m_zip.read(entry, whole.data_ptr());
        if (partial)
            m_shared[view.key] = whole;
    }
    const auto bytes = static_cast<std::int64_t>(at::elementSize(view.dtype)) * view.count;
    const Tensor values = whole.narrow(0, 0, bytes).view(view.dtype);
    const Tensor shaped = values.as_strided(view.shape, view.strides, view.offset);
    return partial ? shaped.clone(at::MemoryFormat::Contiguous) : shaped.contiguous();
}

PickleValue readTorchFile(const std::shared_ptr<TensorArchive>& archive)
{
    return readPickle(archive->pickle(), archive->zip().file().path().string(),
                      [&](const StorageView& view) { return archive->tensor(view); });
}

} // namespace realuid::engine
