// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/processes.h"

#include "core/api/error.h"
#include "core/io/launched_process.h"

#include <ATen/ATen.h>

#include <atomic>
#include <cstdlib>

#if defined(REALUID_HAS_MPI)
#include <mpi.h>
#endif
#if defined(REALUID_HAS_NCCL)
#include "core/engine/nccl_sum.h"
#endif

namespace realuid::engine
{
namespace
{
std::atomic<bool> abandoned = false;

#if defined(REALUID_HAS_MPI)
void leave()
{
    if (abandoned)
        MPI_Abort(MPI_COMM_WORLD, static_cast<int>(ErrorKind::Other));
    MPI_Finalize();
}

/// One process adds up and tells all, so that rounding is the same everywhere.
void sumOnHost(const Tensor& values)
{
    TORCH_CHECK(values.is_contiguous() && values.numel() <= std::numeric_limits<int>::max(), "only contiguous tensors below 2^31 numbers are summed");
    const MPI_Datatype type = values.scalar_type() == at::kDouble ? MPI_DOUBLE : MPI_FLOAT;
    TORCH_CHECK(type == MPI_DOUBLE || values.scalar_type() == at::kFloat, "only float and double are summed");
    const int n = static_cast<int>(values.numel());
    int rank = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Reduce(rank == 0 ? MPI_IN_PLACE : values.data_ptr(), values.data_ptr(), n, type, MPI_SUM, 0, MPI_COMM_WORLD);
    MPI_Bcast(values.data_ptr(), n, type, 0, MPI_COMM_WORLD);
}
#endif
} // namespace

Processes& Processes::all()
{
    static Processes processes;
    return processes;
}

Processes::Processes()
{
    if (!launchedProcess().together)
        return;
#if defined(REALUID_HAS_MPI)
    int threads = 0;
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_SERIALIZED, &threads);
    std::atexit(leave);
    MPI_Comm_size(MPI_COMM_WORLD, &m_count);
    MPI_Comm_rank(MPI_COMM_WORLD, &m_rank);
    MPI_Comm here = MPI_COMM_NULL;
    MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, m_rank, MPI_INFO_NULL, &here);
    MPI_Comm_size(here, &m_countHere);
    MPI_Comm_rank(here, &m_rankHere);
    MPI_Comm_free(&here);
#else
    throw Error(ErrorKind::Usage, {REALUID_TEXT("this engine was built without MPI: it cannot share a run with other processes")}, {},
                {REALUID_TEXT("install Open MPI (Debian: libopenmpi-dev) and build again, or start one process alone")});
#endif
}

void Processes::sum([[maybe_unused]] const Tensor& values)
{
    if (m_count == 1)
        return;
#if defined(REALUID_HAS_NCCL)
    if (values.is_cuda() && sumOnGpus(values, m_rank, m_count))
        return;
#endif
#if defined(REALUID_HAS_MPI)
    if (values.is_cpu())
        return sumOnHost(values);
    const Tensor host = values.cpu();
    sumOnHost(host);
    values.copy_(host);
#endif
}

bool Processes::any(bool here)
{
#if defined(REALUID_HAS_MPI)
    if (m_count > 1) {
        int value = here ? 1 : 0;
        MPI_Allreduce(MPI_IN_PLACE, &value, 1, MPI_INT, MPI_MAX, MPI_COMM_WORLD);
        return value != 0;
    }
#endif
    return here;
}

void Processes::anotherFailed() { throw Error(ErrorKind::Other, {REALUID_TEXT("another process of this run failed; its message says why")}); }

void Processes::abandon() { abandoned = m_count > 1; }

} // namespace realuid::engine
