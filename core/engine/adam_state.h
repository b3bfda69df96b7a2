// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/pickle_value.h"

namespace realuid::engine
{

/// One optimiser as Python's torch.optim.Adam.state_dict() saves it.
struct AdamState {
    struct Moments {
        std::int64_t index = 0; ///< of the parameter, in the authors' order (the discriminator head counted)
        double step = 0;        ///< updates of this parameter
        Tensor mean, square;    ///< exp_avg, exp_avg_sq in the parameter's shape
    };
    std::vector<Moments> moments;     ///< by index; parameters that never had a gradient are left out
    std::int64_t parameters = 0;      ///< of the network, all of them
    double lr = 0, initialLr = 0, beta1 = 0, beta2 = 0.999, eps = 1e-8;
    double weightDecay = 0;
    bool decoupled = false; ///< AdamW
    bool maximize = false;
};

/// A LambdaLR schedule with one base rate, as PyTorch saves it.
struct ScheduleState {
    double baseLr = 0, lastLr = 0;
    std::int64_t lastEpoch = 0; ///< rates set so far
};

PickleValue toValue(const AdamState& state);
PickleValue toValue(const ScheduleState& state);

/// Error (File, `where`) where `value` is not what PyTorch saves. Tensors are read here.
AdamState adamState(const PickleValue& value, const std::string& where);
ScheduleState scheduleState(const PickleValue& value, const std::string& where);

} // namespace realuid::engine
