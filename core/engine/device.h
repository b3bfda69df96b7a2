// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/fault.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

namespace realuid::engine
{

/// "cpu", "cuda:0 NVIDIA H200", ...: all that tensors can live on.
std::vector<std::string> deviceNames();

/// auto (a GPU where there is one), cpu, cuda or cuda:K. Processes of one run on one machine take its GPUs in turn, unless a K is
/// named. A device that is not there becomes a fault, and the CPU is returned.
at::Device deviceFor(const std::string& choice, std::vector<Fault>& faults);

/// Bytes of the device's memory (of this process's share, where a control group sets one); 0 where it cannot be told.
std::int64_t memoryOf(at::Device device);

/// The most bytes that this process has held there so far (on a GPU: that LibTorch has taken); 0 where it cannot be told.
std::int64_t mostHeld(at::Device device);

/// A fault for a number of threads that no run may have either.
void checkThreads(std::int64_t asked, std::vector<Fault>& faults);

/// Of a run: 0 stands for all processors that the process may use, shared by the processes of one run on one machine.
int threadsFor(std::int64_t asked);

/// Makes LibTorch and what lies below it use so many on the calling thread from now on.
void useThreads(int threads);

/// Whether float32 products on GPUs may round their factors to TF32, from now on in the whole process: only for "tf32".
void usePrecision(const std::string& precision);

} // namespace realuid::engine
