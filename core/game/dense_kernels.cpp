// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/dense_kernels.h"

namespace realuid::game
{

#define REALUID_DENSE_TABLE(level)                                                                                     \
    {                                                                                                                  \
        dense::level::forward, dense::level::pullBack, dense::level::accumulate, dense::level::accumulateRows,         \
            dense::level::addAndSquare, dense::level::squares, dense::level::adam, dense::level::moveTowards           \
    }

template <class Real>
const DenseKernels<Real>& denseKernels(InstructionSet set)
{
    static constexpr DenseKernels<Real> base = REALUID_DENSE_TABLE(base);
#ifdef REALUID_X86_LEVELS
    static constexpr DenseKernels<Real> v3 = REALUID_DENSE_TABLE(v3);
    static constexpr DenseKernels<Real> v4 = REALUID_DENSE_TABLE(v4);
    return set == InstructionSet::V4 ? v4 : set == InstructionSet::V3 ? v3 : base;
#else
    (void)set;
    return base;
#endif
}
template const DenseKernels<float>& denseKernels<float>(InstructionSet);
template const DenseKernels<double>& denseKernels<double>(InstructionSet);

const CloudKernels& cloudKernels(InstructionSet set)
{
    static constexpr CloudKernels base{dense::base::cloudMean, dense::base::pairDistances};
#ifdef REALUID_X86_LEVELS
    static constexpr CloudKernels v3{dense::v3::cloudMean, dense::v3::pairDistances};
    static constexpr CloudKernels v4{dense::v4::cloudMean, dense::v4::pairDistances};
    return set == InstructionSet::V4 ? v4 : set == InstructionSet::V3 ? v3 : base;
#else
    (void)set;
    return base;
#endif
}

} // namespace realuid::game
