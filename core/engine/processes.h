// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/error.h"
#include "core/engine/torch_compat.h"

#include <exception>

namespace realuid::engine
{

/// The processes that make one run together, each with its part of every batch: this one alone, or those that mpirun or a batch
/// system started. All of them make the same calls in the same order, each on one thread: every method that takes part in an
/// exchange waits for the others.
class Processes
{
public:
    /// Joins the others with the first call. Error (Usage) where this one was started with others, but the engine was built
    /// without MPI.
    static Processes& all();

    Processes(const Processes&) = delete;
    Processes& operator=(const Processes&) = delete;

    int count() const { return m_count; }
    int rank() const { return m_rank; }
    bool first() const { return m_rank == 0; } ///< the one that writes files
    int countHere() const { return m_countHere; } ///< on this machine
    int rankHere() const { return m_rankHere; }

    /// Replaces `values` (contiguous, float or double, on the CPU or a GPU) by their sums over all processes, the same bits in
    /// each. On GPUs by NCCL where the engine has it.
    void sum(const Tensor& values);

    /// Whether any process has `here`.
    bool any(bool here);

    /// Runs `work` in each; where it throws in any of them, all throw.
    template <class Work>
    void together(Work&& work)
    {
        std::exception_ptr here;
        try {
            work();
        } catch (...) {
            here = std::current_exception();
        }
        const bool somewhere = any(here != nullptr);
        if (here)
            std::rethrow_exception(here);
        if (somewhere)
            anotherFailed();
    }

    /// Runs work that may fail here alone, and abandon()s the others where it does. An update that diverges does so in all of them,
    /// and all stop together.
    template <class Work>
    auto alone(Work&& work) -> decltype(work())
    {
        try {
            return work();
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::Diverged && error.kind() != ErrorKind::Stopped)
                abandon();
            throw;
        } catch (...) {
            abandon();
            throw;
        }
    }

    /// This process gives up where the others do not know it: at the end of the program they are ended too, so that none waits
    /// for ever.
    void abandon();

private:
    Processes();
    [[noreturn]] static void anotherFailed();
    int m_count = 1, m_rank = 0, m_countHere = 1, m_rankHere = 0;
};

} // namespace realuid::engine
