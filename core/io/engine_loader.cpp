// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/engine_loader.h"

#include <cstdlib>
#include <filesystem>

#if defined(_WIN32)
#include <windows.h>
#else
#include <dlfcn.h>
#if defined(__linux__)
#include <climits>
#include <unistd.h>
#elif defined(__APPLE__)
#include <mach-o/dyld.h>
#endif
#endif

namespace realuid
{
namespace
{
namespace fs = std::filesystem;

#if defined(_WIN32)
constexpr char kListSeparator = ';';
const std::string kSuffix = ".dll";
#elif defined(__APPLE__)
constexpr char kListSeparator = ':';
const std::string kSuffix = ".dylib";
#else
constexpr char kListSeparator = ':';
const std::string kSuffix = ".so";
#endif

fs::path programFolder()
{
#if defined(_WIN32)
    wchar_t name[MAX_PATH];
    const DWORD length = GetModuleFileNameW(nullptr, name, MAX_PATH);
    return fs::path(std::wstring(name, length)).parent_path();
#elif defined(__APPLE__)
    char name[4096];
    std::uint32_t length = sizeof name;
    return _NSGetExecutablePath(name, &length) == 0 ? fs::path(name).parent_path() : fs::path{};
#else
    std::error_code ignored;
    return fs::read_symlink("/proc/self/exe", ignored).parent_path();
#endif
}

/// Null with a reason, or the address of the library's only function. The library is never unloaded: its threads and
/// its device context would outlive it.
realuid_engine_function open(const fs::path& library, std::string& reason)
{
#if defined(_WIN32)
    const HMODULE handle = LoadLibraryW(library.c_str());
    if (!handle) {
        reason = "error " + std::to_string(GetLastError());
        return nullptr;
    }
    return reinterpret_cast<realuid_engine_function>(GetProcAddress(handle, "realuid_engine"));
#else
    void* handle = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    void* symbol = handle ? dlsym(handle, "realuid_engine") : nullptr;
    if (!symbol) {
        const char* text = dlerror();
        reason = text ? text : "no function realuid_engine";
    }
    return reinterpret_cast<realuid_engine_function>(symbol);
#endif
}

std::vector<fs::path> candidates()
{
    std::vector<fs::path> folders;
    if (const char* list = std::getenv("REALUID_ENGINE_PATH")) {
        std::string_view rest(list);
        while (!rest.empty()) {
            const std::size_t end = rest.find(kListSeparator);
            folders.emplace_back(rest.substr(0, end));
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        }
    }
    const fs::path program = programFolder();
    folders.insert(folders.end(), {program, program / ".." / "lib"});
    std::vector<fs::path> files;
    for (const fs::path& folder : folders) {
        std::error_code ignored;
        if (fs::is_regular_file(folder, ignored))
            files.push_back(folder);
        for (const char* name : {"librealuid_engine_cuda", "librealuid_engine"})
            if (fs::path file = folder / (name + kSuffix); fs::exists(file, ignored))
                files.push_back(std::move(file));
    }
    return files;
}

/// Threads of the engine wait for each other by spinning, which on a machine that also does other work burns ten times
/// the time of the work itself. Read by libgomp when it is loaded, that is, with the engine.
void waitPolitely()
{
#if defined(__linux__)
    if (!std::getenv("OMP_WAIT_POLICY"))
        setenv("GOMP_SPINCOUNT", "1000", 0);
#endif
}

LoadedEngine load()
{
    waitPolitely();
    LoadedEngine loaded;
    for (const fs::path& file : candidates()) {
        std::string reason;
        if (const realuid_engine_function entry = open(file, reason)) {
            loaded.engine = entry(kEngineInterface);
            if (loaded.engine) {
                loaded.path = fs::weakly_canonical(file).string();
                loaded.problem = {};
                return loaded;
            }
            reason = "it belongs to another version of the program";
        }
        if (loaded.problem.empty())
            loaded.problem = {REALUID_TEXT("the engine %1 could not be loaded: %2"), {file.string(), reason}};
    }
    if (loaded.problem.empty())
        loaded.problem = {REALUID_TEXT("no engine was found beside the program; build it with LibTorch, or name its "
                                       "folder in REALUID_ENGINE_PATH")};
    return loaded;
}

} // namespace

const LoadedEngine& loadEngine()
{
    static const LoadedEngine loaded = load();
    return loaded;
}

Engine& requireEngine()
{
    const LoadedEngine& loaded = loadEngine();
    if (!loaded.engine)
        throw Error(ErrorKind::Other, loaded.problem);
    return *loaded.engine;
}

} // namespace realuid
