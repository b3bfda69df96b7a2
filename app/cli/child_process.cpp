// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/child_process.h"

#include <cstring>
#include <filesystem>
#include <spawn.h>
#include <sys/wait.h>
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

} // namespace

ChildResult runBesideProgram(const std::string& name, const std::vector<std::string>& arguments,
                             const std::map<std::string, std::string>& environment)
{
    std::error_code ignored;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / name;
    if (!std::filesystem::exists(program))
        return {false, "there is no " + name + " beside this program; build it with Qt 6"};
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables = environmentWith(environment);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
    pid_t child = 0;
    const int failed = posix_spawn(&child, program.c_str(), &actions, nullptr, pointers(words).data(), pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        return {false, name + " could not be started: " + std::strerror(failed)};
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return {true, {}};
    return {false, name + (WIFEXITED(status) ? " ended with code " + std::to_string(WEXITSTATUS(status)) : " ended by a signal")};
}

} // namespace realuid::cli
