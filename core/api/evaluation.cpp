// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/evaluation.h"

#include <cmath>
#include <numeric>

namespace realuid
{

double Repeated::mean() const
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double Repeated::sd() const
{
    if (values.size() < 2)
        return 0;
    const double centre = mean();
    double squares = 0;
    for (const double value : values)
        squares += (value - centre) * (value - centre);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

} // namespace realuid
