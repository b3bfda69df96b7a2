// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/child_process.h"

#include "app/cli/stop_signals.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace realuid::cli
{
namespace
{

std::vector<char*> pointers(std::vector<std::string>& texts)
{
    std::vector<char*> out;
    for (std::string& text : texts)
        out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

std::vector<std::string> environmentWith(const std::map<std::string, std::string>& added)
{
    std::vector<std::string> out;
    for (char** entry = environ; *entry; ++entry) {
        const std::string text(*entry);
        if (!added.contains(text.substr(0, text.find('='))))
            out.push_back(text);
    }
    for (const auto& [key, value] : added)
        out.push_back(key + "=" + value);
    return out;
}

int waitFor(pid_t child)
{
    int status = 0;
    bool told = false;
    while (true) {
        const pid_t ended = waitpid(child, &status, WNOHANG);
        if (ended == child || (ended < 0 && errno != EINTR))
            return status;
        if (!told && StopSignals::asked()) {
            kill(child, SIGTERM);
            told = true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

} // namespace

ChildResult runBesideProgram(const std::string& name, const std::vector<std::string>& arguments,
                             const std::map<std::string, std::string>& environment, const std::filesystem::path& output)
{
    std::error_code ignored;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / name;
    if (!std::filesystem::exists(program))
        return {false, -1, "there is no " + name + " beside this program; build it with Qt 6"};
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables = environmentWith(environment);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (output.empty())
        posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
    else
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    pid_t child = 0;
    const int failed = posix_spawn(&child, program.c_str(), &actions, nullptr, pointers(words).data(), pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        return {false, -1, name + " could not be started: " + std::strerror(failed)};
    const int status = waitFor(child);
    if (!WIFEXITED(status))
        return {false, -1, name + " ended by a signal"};
    const int code = WEXITSTATUS(status);
    return code == 0 ? ChildResult{true, 0, {}} : ChildResult{false, code, name + " ended with code " + std::to_string(code)};
}

} // namespace realuid::cli
