// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_lock.h"

#include "core/api/error.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace realuid
{

RunLock::RunLock(const RunFolder& folder) : m_descriptor(open(folder.runJson().c_str(), O_RDONLY | O_CLOEXEC))
{
    // File systems without locks let everybody in.
    if (m_descriptor < 0 || flock(m_descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
        return;
    close(m_descriptor);
    throw Error(ErrorKind::Usage, {REALUID_TEXT("another process is writing this run")}, folder.root().string(),
                {REALUID_TEXT("wait until it has ended, or stop it")});
}

RunLock::~RunLock()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

} // namespace realuid
