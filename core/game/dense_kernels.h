// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/instruction_set.h"
#include "core/game/dense_kernels_impl.h"

#include <new>
#include <vector>

namespace realuid::game
{

/// The kernels of one level of instructions, for float or double.
template <class Real>
struct DenseKernels {
    void (*forward)(const dense::Product<Real>&, const Real* bias, dense::Activation, Real* slope);
    void (*pullBack)(const dense::Product<Real>&, const Real* slope);
    void (*accumulate)(const dense::Product<Real>&);
    void (*accumulateRows)(const Real* values, long row, int rows, int columns, Real* out);
    double (*addAndSquare)(const Real* from, Real* to, long n);
    double (*squares)(const Real* values, long n);
    void (*adam)(const dense::AdamFactors&, Real* weights, Real* first, Real* second, const Real* gradient, long n);
    void (*moveTowards)(Real* average, const Real* weights, double decay, long n);
};
template <class Real>
const DenseKernels<Real>& denseKernels(InstructionSet set);

struct CloudKernels {
    decltype(dense::base::cloudMean)* mean;
    decltype(dense::base::pairDistances)* pairDistances;
};
const CloudKernels& cloudKernels(InstructionSet set);

/// Memory that begins on a cache line, so that vectors lie within one.
template <class T>
struct LineAllocator {
    using value_type = T;
    static constexpr std::align_val_t kLine{64};
    LineAllocator() = default;
    template <class U>
    LineAllocator(const LineAllocator<U>&)
    {
    }
    T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), kLine)); }
    void deallocate(T* p, std::size_t) { ::operator delete(p, kLine); }
    bool operator==(const LineAllocator&) const { return true; }
};
template <class T>
using Buffer = std::vector<T, LineAllocator<T>>;

} // namespace realuid::game
