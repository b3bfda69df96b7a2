// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/launched_process.h"

#include <cstdlib>
#include <initializer_list>

namespace realuid
{
namespace
{
/// The first that is set and a number; -1 where none is.
int numberOf(std::initializer_list<const char*> variables)
{
    for (const char* variable : variables)
        if (const char* text = std::getenv(variable); text && *text >= '0' && *text <= '9')
            return std::atoi(text);
    return -1;
}
} // namespace

/// Open MPI's mpirun; MPICH's and Intel's (PMI); `srun --mpi=pmix`, which does not tell how many. SLURM's own variables are no sign: a
/// program that a batch script starts by itself has them too.
LaunchedProcess launchedProcess()
{
    const int count = numberOf({"OMPI_COMM_WORLD_SIZE", "PMI_SIZE"});
    const int rank = numberOf({"OMPI_COMM_WORLD_RANK", "PMI_RANK", "PMIX_RANK"});
    if (rank < 0 || count == 1)
        return {};
    return {true, rank};
}

} // namespace realuid
