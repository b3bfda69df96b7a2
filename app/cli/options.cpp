// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include "app/cli/output.h"
#include "core/api/error.h"

namespace realuid::cli
{

void ParameterOptions::addOption(CLI::App& verb, const ParameterInfo& info, const std::string& defaultText)
{
    const std::string id(info.id);
    std::string help(info.meaning);
    if (!info.range.text().empty())
        help += " Must be " + info.range.text() + ".";
    help += " Default " + (defaultText.empty() ? std::string("none") : defaultText) + ".";
    verb.add_option_function<std::string>(
            "--" + kebabCase(id),
            [this, id](const std::string& text) { m_typed[id] = text; }, help)
        ->type_name(info.unit.empty() ? "" : std::string(info.unit));
}

void requireSound(const std::vector<Fault>& faults, bool quiet)
{
    std::vector<Fault> fatal;
    for (const Fault& fault : faults) {
        if (fault.severity == Severity::Fault)
            fatal.push_back(fault);
        else if (!quiet)
            printRemark("warning: " + fault.english());
    }
    if (!fatal.empty())
        throw Error::listing(ErrorKind::Usage, fatal);
}

} // namespace realuid::cli
