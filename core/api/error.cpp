// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"

namespace realuid
{
namespace
{

std::string sentence(const std::string& where, const std::string& what, const std::string& remedy)
{
    std::string out = where.empty() ? what : where + ": " + what;
    if (!remedy.empty())
        out += "; " + remedy;
    return out;
}

std::string listed(const std::vector<Fault>& faults)
{
    std::string out;
    for (const Fault& fault : faults)
        out += (out.empty() ? "" : "; ") + fault.english();
    return out;
}

} // namespace

Error::Error(ErrorKind kind, Text what, std::string where, Text remedy)
    : std::runtime_error(sentence(where, what.english(), remedy.english())), m_kind(kind), m_text(std::move(what)),
      m_where(std::move(where)), m_remedy(std::move(remedy))
{
}

Error Error::listing(ErrorKind kind, std::vector<Fault> faults, std::string where)
{
    Error error(kind, Text{sentence(where, listed(faults), {})});
    error.m_text = {};
    error.m_where = std::move(where);
    error.m_faults = std::move(faults);
    return error;
}

} // namespace realuid
