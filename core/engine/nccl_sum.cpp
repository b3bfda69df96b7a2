// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/nccl_sum.h"

#include <ATen/ATen.h>
#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>
#include <mpi.h>
#include <nccl.h>

#include <set>
#include <string>
#include <vector>

namespace realuid::engine
{
namespace
{
void check(ncclResult_t result) { TORCH_CHECK(result == ncclSuccess, "NCCL: ", ncclGetErrorString(result)); }

/// Made with the first sum and never destroyed: at the end of the program CUDA may be gone before it.
ncclComm_t communicator(int rank, int count)
{
    static const ncclComm_t made = [&] {
        ncclUniqueId id{};
        if (rank == 0)
            check(ncclGetUniqueId(&id));
        MPI_Bcast(&id, sizeof id, MPI_BYTE, 0, MPI_COMM_WORLD);
        ncclComm_t out = nullptr;
        check(ncclCommInitRank(&out, count, id, rank));
        return out;
    }();
    return made;
}

/// Whether each process has a GPU of its own, by what the devices themselves are called: numbers are each process's own.
bool apart(int device, int count)
{
    cudaDeviceProp properties{};
    TORCH_CHECK(cudaGetDeviceProperties(&properties, device) == cudaSuccess, "the GPU does not answer");
    std::vector<char> names(sizeof(cudaUUID_t) * static_cast<std::size_t>(count));
    MPI_Allgather(&properties.uuid, sizeof(cudaUUID_t), MPI_BYTE, names.data(), sizeof(cudaUUID_t), MPI_BYTE, MPI_COMM_WORLD);
    std::set<std::string> different;
    for (int k = 0; k < count; ++k)
        different.emplace(names.data() + sizeof(cudaUUID_t) * static_cast<std::size_t>(k), sizeof(cudaUUID_t));
    return different.size() == static_cast<std::size_t>(count);
}
} // namespace

bool sumOnGpus(const Tensor& values, int rank, int count)
{
    TORCH_CHECK(values.is_contiguous(), "only contiguous tensors are summed");
    static const bool each = apart(values.get_device(), count);
    if (!each)
        return false;
    const c10::cuda::CUDAGuard guard(values.device());
    const ncclDataType_t type = values.scalar_type() == at::kDouble ? ncclDouble : ncclFloat;
    check(ncclAllReduce(values.data_ptr(), values.data_ptr(), static_cast<std::size_t>(values.numel()), type, ncclSum,
                        communicator(rank, count), c10::cuda::getCurrentCUDAStream().stream()));
    return true;
}

} // namespace realuid::engine
