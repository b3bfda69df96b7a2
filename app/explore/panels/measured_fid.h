// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace realuid::studio
{

/// One of the paper's measured tables: FID of one-step samples of CIFAR-10 over (alpha, beta).
struct FidTable {
    struct Entry {
        double alpha = 1, beta = 1;
        double fid = 0; ///< NaN: did not converge
    };
    QString stage;   ///< "distilled" or "fine-tuned"
    QString setting; ///< "unconditional" or "conditional"
    std::vector<Entry> entries;
};

/// All of them and where they are from; read once from the program's resources. GUI thread.
struct MeasuredFid {
    QString source;
    std::vector<FidTable> tables;
};
const MeasuredFid& measuredFid();

} // namespace realuid::studio
