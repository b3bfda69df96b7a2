// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/device.h"

#include "core/engine/processes.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#if defined(REALUID_HAS_CUDA)
#include <c10/cuda/CUDACachingAllocator.h>
#include <cuda_runtime_api.h>
#endif

#include <algorithm>
#include <fstream>
#include <thread>

#if __has_include(<sys/resource.h>)
#include <sys/resource.h>
#endif
#include <unistd.h>

namespace realuid::engine
{
namespace
{
int gpus() { return at::hasCUDA() ? static_cast<int>(at::detail::getCUDAHooks().getNumGPUs()) : 0; }

std::string gpuName([[maybe_unused]] int index)
{
#if defined(REALUID_HAS_CUDA)
    cudaDeviceProp properties;
    if (cudaGetDeviceProperties(&properties, index) == cudaSuccess)
        return std::string(" ") + properties.name;
#endif
    return {};
}
} // namespace

std::vector<std::string> deviceNames()
{
    std::vector<std::string> names{"cpu"};
    for (int k = 0; k < gpus(); ++k)
        names.push_back("cuda:" + std::to_string(k) + gpuName(k));
    return names;
}

at::Device deviceFor(const std::string& choice, std::vector<Fault>& faults)
{
    const int there = gpus();
    if (choice == "cpu" || (choice == "auto" && there == 0))
        return at::kCPU;
    double index = there > 0 ? Processes::all().rankHere() % there : 0;
    const bool numbered = choice.starts_with("cuda:");
    const bool known = choice == "auto" || choice == "cuda" || (numbered && parseNumber(choice.substr(5), index));
    if (known && index >= 0 && index < there)
        return {at::kCUDA, static_cast<c10::DeviceIndex>(index)};
    faults.push_back({"device", choice,
                      {REALUID_TEXT("must be auto, cpu or one of this machine's %1 GPUs (cuda:K) that the engine can use"),
                       {std::to_string(there)}}});
    return at::kCPU;
}

std::int64_t memoryOf(at::Device device)
{
#if defined(REALUID_HAS_CUDA)
    if (device.is_cuda()) {
        cudaDeviceProp properties;
        return cudaGetDeviceProperties(&properties, device.index()) == cudaSuccess ? static_cast<std::int64_t>(properties.totalGlobalMem) : 0;
    }
#endif
    if (!device.is_cpu())
        return 0;
    std::int64_t bytes = 0;
#if defined(_SC_PHYS_PAGES)
    bytes = std::int64_t{sysconf(_SC_PHYS_PAGES)} * sysconf(_SC_PAGESIZE);
#endif
    if (std::int64_t limit = 0; std::ifstream("/sys/fs/cgroup/memory.max") >> limit) // "max" where there is none
        bytes = bytes > 0 ? std::min(bytes, limit) : limit;
    return bytes;
}

std::int64_t mostHeld(at::Device device)
{
#if defined(REALUID_HAS_CUDA)
    if (device.is_cuda())
        return c10::cuda::CUDACachingAllocator::getDeviceStats(device.index()).reserved_bytes[0].peak; // of all pools
#endif
#if __has_include(<sys/resource.h>)
    rusage usage{};
    if (device.is_cpu() && getrusage(RUSAGE_SELF, &usage) == 0)
        return std::int64_t{usage.ru_maxrss} * 1024;
#endif
    return 0;
}

void checkThreads(std::int64_t asked, std::vector<Fault>& faults)
{
    constexpr std::int64_t kMost = 1024;
    if (asked < 0 || asked > kMost)
        faults.push_back({"threads", std::to_string(asked), {REALUID_TEXT("must be a whole number from 0 to %1"), {std::to_string(kMost)}}});
}

int threadsFor(std::int64_t asked)
{
    return asked > 0 ? static_cast<int>(asked) : std::max(1, static_cast<int>(std::thread::hardware_concurrency()) / Processes::all().countHere());
}

void usePrecision(const std::string& precision)
{
    at::globalContext().setAllowTF32CuBLAS(precision == "tf32");
    at::globalContext().setAllowTF32CuDNN(precision == "tf32");
}

void useThreads(int threads)
{
    if (at::get_num_threads() != threads)
        at::set_num_threads(threads);
}

} // namespace realuid::engine
