// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/pickle_value.h"
#include "core/engine/zip_reader.h"

#include <map>
#include <memory>

namespace realuid::engine
{

/// A view of a storage as Python's _rebuild_tensor_v2 describes it; sizes and strides in elements.
struct StorageView {
    std::string key;
    at::ScalarType dtype = at::kFloat;
    std::int64_t count = 0; ///< elements of the whole storage
    std::int64_t offset = 0;
    Shape shape, strides;
};

/// The storages of a file that torch.save wrote (1.6 or later). Tensors are read when asked for; a storage that several
/// tensors share is kept until the archive goes.
class TensorArchive : public std::enable_shared_from_this<TensorArchive>
{
public:
    /// Error (File) where the file is no such archive, with the remedy for the kinds that people meet: files of PyTorch
    /// before 1.6, TorchScript programs, big-endian files.
    explicit TensorArchive(const std::filesystem::path& path);

    const ZipReader& zip() const { return m_zip; }
    std::string pickle() const; ///< the bytes of data.pkl

    /// A tensor that is read later. Error (File) where the view reaches outside its storage or the storage is missing.
    PickleTensor tensor(const StorageView& view);

private:
    Tensor read(const StorageView& view);
    const ZipReader::Entry& storage(const StorageView& view) const;

    ZipReader m_zip;
    std::string m_prefix;
    std::map<std::string, Tensor> m_shared; ///< whole storages, as bytes
};

/// The whole tree of a file that torch.save wrote, tensors unread.
PickleValue readTorchFile(const std::shared_ptr<TensorArchive>& archive);

} // namespace realuid::engine
