// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/random_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace realuid::engine
{

RandomFile::RandomFile(const std::filesystem::path& path) : m_path(path)
{
    // Not blocking: a pipe of that name is refused below instead of waited for.
    m_descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat info = {};
    if (m_descriptor < 0 || ::fstat(m_descriptor, &info) != 0) {
        const int reason = errno;
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        throw Error(ErrorKind::File, {REALUID_TEXT("cannot be opened: %1"), {std::strerror(reason)}}, path.string(),
                    {REALUID_TEXT("check the name and the permissions")});
    }
    if (!S_ISREG(info.st_mode)) {
        ::close(m_descriptor);
        throw Error(ErrorKind::File, {REALUID_TEXT("is no file")}, path.string(), {REALUID_TEXT("check the name")});
    }
    m_size = static_cast<std::uint64_t>(info.st_size);
}

RandomFile::~RandomFile() { ::close(m_descriptor); }

void RandomFile::read(std::uint64_t offset, void* out, std::uint64_t count) const
{
    if (offset > m_size || count > m_size - offset)
        throw damaged(m_path.string(), {REALUID_TEXT("ends too early")});
    constexpr std::uint64_t kMostAtOnce = 1u << 30;
    auto* to = static_cast<char*>(out);
    while (count > 0) {
        const ssize_t got = ::pread(m_descriptor, to, std::min(count, kMostAtOnce), static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            throw damaged(m_path.string(), {REALUID_TEXT("cannot be read: %1"), {got < 0 ? std::strerror(errno) : "it became shorter"}});
        to += got;
        offset += static_cast<std::uint64_t>(got);
        count -= static_cast<std::uint64_t>(got);
    }
}

std::string RandomFile::text(std::uint64_t offset, std::uint64_t count) const
{
    if (offset > m_size || count > m_size - offset)
        throw damaged(m_path.string(), {REALUID_TEXT("ends too early")});
    std::string out(count, '\0');
    read(offset, out.data(), count);
    return out;
}

Error damaged(const std::string& where, Text what)
{
    return Error(ErrorKind::File, std::move(what), where, {REALUID_TEXT("fetch or save the file again")});
}

} // namespace realuid::engine
