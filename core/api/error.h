// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/fault.h"
#include "core/api/text.h"

#include <stdexcept>
#include <string>
#include <vector>

namespace realuid
{

/// What went wrong, as the command line's exit code tells it.
enum class ErrorKind {
    Other = 1,    ///< anything without a code of its own (no engine, no memory)
    Usage = 2,    ///< parameters or options; nothing was started
    File = 3,     ///< a file is missing, damaged, hostile, of the wrong kind or could not be written
    Diverged = 4, ///< a loss or gradient stopped being finite; the last good state is kept
    Stopped = 5,  ///< stopped by request; the state is saved
};

/// The one exception of the product: what happened, where (a file, a key's path), and what to do about it.
/// Thrown for files and devices; user parameters are checked by check() instead, which returns all faults.
class Error : public std::runtime_error
{
public:
    Error(ErrorKind kind, Text what, std::string where = {}, Text remedy = {});

    /// Faults of parameters or of a scene read from `where`, as one error that lists them all.
    static Error listing(ErrorKind kind, std::vector<Fault> faults, std::string where = {});

    ErrorKind kind() const { return m_kind; }
    const Text& text() const { return m_text; }
    const std::string& where() const { return m_where; }
    const Text& remedy() const { return m_remedy; }
    const std::vector<Fault>& faults() const { return m_faults; }

private:
    ErrorKind m_kind;
    Text m_text;
    std::string m_where;
    Text m_remedy;
    std::vector<Fault> m_faults;
};

} // namespace realuid
