// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/nccl_sum.h"

#include <ATen/ATen.h>
#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>
#include <mpi.h>
#include <nccl.h>

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
} // namespace

void sumOnGpus(const Tensor& values, int rank, int count)
{
    TORCH_CHECK(values.is_contiguous(), "only contiguous tensors are summed");
    const c10::cuda::CUDAGuard guard(values.device());
    const ncclDataType_t type = values.scalar_type() == at::kDouble ? ncclDouble : ncclFloat;
    check(ncclAllReduce(values.data_ptr(), values.data_ptr(), static_cast<std::size_t>(values.numel()), type, ncclSum,
                        communicator(rank, count), c10::cuda::getCurrentCUDAStream().stream()));
}

} // namespace realuid::engine
