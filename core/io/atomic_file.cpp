// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomic_file.h"

#include "core/api/error.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#if defined(_WIN32)
#include <io.h>
#include <process.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace realuid
{
namespace
{
namespace fs = std::filesystem;
constexpr const char* kUnfinished = ".part"; // and the number of the process

/// Makes sure that what was written is on the disk, not only in the system's memory, before the name points to it.
bool syncToDisk(const fs::path& path)
{
#if defined(_WIN32)
    (void)path;
    return true;
#else
    const int file = ::open(path.c_str(), O_RDONLY);
    if (file < 0)
        return false;
    const bool good = ::fsync(file) == 0 || errno == EINVAL; // some file systems have nothing to sync
    ::close(file);
    return good;
#endif
}

std::string processNumber()
{
#if defined(_WIN32)
    return std::to_string(_getpid());
#else
    return std::to_string(::getpid());
#endif
}

[[noreturn]] void refuse(const fs::path& path, const std::string& reason)
{
    throw Error(ErrorKind::File, {REALUID_TEXT("could not be written: %1"), {reason}}, path.string(),
                {REALUID_TEXT("make room on the disk or choose another place")});
}

std::string lastReason() { return errno != 0 ? std::strerror(errno) : "the disk refused"; }

/// Removes the temporary file unless it was renamed.
class Temporary
{
public:
    explicit Temporary(fs::path path) : m_path(std::move(path)) {}
    ~Temporary()
    {
        std::error_code ignored;
        if (!m_kept)
            fs::remove(m_path, ignored);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    const fs::path& path() const { return m_path; }
    void keep() { m_kept = true; }

private:
    fs::path m_path;
    bool m_kept = false;
};

/// Lets `write` fill the file `to`; what fails is told of `path`, the name that the user knows.
void stream(const fs::path& to, const fs::path& path, const std::function<void(std::ostream&)>& write)
{
    errno = 0;
    std::ofstream out(to, std::ios::binary | std::ios::trunc);
    if (!out)
        refuse(path, lastReason());
    write(out);
    out.close();
    if (!out)
        refuse(path, lastReason());
}

/// A device or pipe.
bool isStream(const fs::file_status& status) { return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status); }

void requireFree(const fs::path& path, const fs::file_status& status, bool overwrite)
{
    if (fs::is_directory(status))
        throw Error(ErrorKind::Usage, {REALUID_TEXT("is a folder")}, path.string(), {REALUID_TEXT("name a file in it")});
    if (!overwrite && fs::exists(status) && !isStream(status))
        throw Error(ErrorKind::Usage, {REALUID_TEXT("exists already")}, path.string(), {REALUID_TEXT("choose another name or pass --overwrite")});
}

} // namespace

void requireWritable(const fs::path& path, bool overwrite)
{
    std::error_code ignored;
    requireFree(path, fs::status(path, ignored), overwrite);
    if (!fs::is_directory(fs::absolute(path).parent_path(), ignored))
        throw Error(ErrorKind::Usage, {REALUID_TEXT("its folder does not exist")}, path.string(), {REALUID_TEXT("make the folder, or choose another name")});
}

void writeAtomically(const fs::path& path, bool overwrite, const std::function<void(std::ostream&)>& write)
{
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    requireFree(path, status, overwrite);
    if (isStream(status)) {
        stream(path, path, write); // nothing is replaced, and its name must stay
        return;
    }
    Temporary temporary(path.string() + kUnfinished + processNumber());
    stream(temporary.path(), path, write);
    errno = 0;
    if (!syncToDisk(temporary.path()))
        refuse(path, lastReason());
    std::error_code failed;
    fs::rename(temporary.path(), path, failed);
    if (failed)
        refuse(path, failed.message());
    temporary.keep();
    syncToDisk(path.has_parent_path() ? path.parent_path() : fs::path("."));
}

bool isUnfinished(const fs::path& path)
{
    const std::string end = path.extension().string();
    const std::size_t length = std::strlen(kUnfinished);
    return end.size() > length && end.starts_with(kUnfinished) && end.find_first_not_of("0123456789", length) == std::string::npos;
}

void writeAtomically(const fs::path& path, bool overwrite, std::string_view content)
{
    writeAtomically(path, overwrite, [content](std::ostream& out) {
        out.write(content.data(), static_cast<std::streamsize>(content.size()));
    });
}

std::string readFile(const fs::path& path, std::uintmax_t most)
{
    std::error_code failed;
    if (!fs::exists(path, failed))
        throw Error(ErrorKind::File, {REALUID_TEXT("does not exist")}, path.string(), {REALUID_TEXT("check the path")});
    if (fs::is_directory(path, failed))
        throw Error(ErrorKind::File, {REALUID_TEXT("is a folder, not a file")}, path.string(),
                    {REALUID_TEXT("name a file in it")});
    std::ifstream in(path, std::ios::binary);
    std::string content;
    char buffer[1 << 16];
    while (in.read(buffer, sizeof buffer) || in.gcount() > 0) {
        content.append(buffer, static_cast<std::size_t>(in.gcount()));
        if (content.size() > most)
            throw Error(ErrorKind::File, {REALUID_TEXT("is larger than %1 bytes"), {std::to_string(most)}},
                        path.string(), {REALUID_TEXT("this is not the kind of file that belongs here")});
    }
    if (in.bad() || (!in.eof() && !in))
        throw Error(ErrorKind::File, {REALUID_TEXT("cannot be read")}, path.string(),
                    {REALUID_TEXT("check its permissions")});
    return content;
}

} // namespace realuid
