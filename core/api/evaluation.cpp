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

namespace
{
std::string asText(std::int64_t value) { return std::to_string(value); }
std::string asText(const std::string& value) { return value; }
} // namespace

std::vector<Fault> differences(const EvaluationProtocol& now, const EvaluationProtocol& before)
{
    std::vector<std::string> there;
    EvaluationProtocol::each(before, [&](const char*, const auto& value) { there.push_back(asText(value)); });
    std::vector<Fault> faults;
    std::size_t i = 0;
    EvaluationProtocol::each(now, [&](const char* name, const auto& value) {
        if (const std::string& other = there[i++]; other != asText(value))
            faults.push_back({std::string("protocol.") + name, asText(value), {REALUID_TEXT("was %1 there: the records cannot be compared"), {other}}});
    });
    return faults;
}

} // namespace realuid
