// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/structure/tree_rules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <regex>
#include <set>
#include <string_view>

namespace realuid::structure
{
namespace
{

/// A folder of sources and what it may know: other folders, headers and libraries from outside.
struct Layer {
    std::string_view folder;
    std::vector<std::string_view> knows;
    const char* headers;
    const char* libraries;
};

// Longer folders first: the first that a path begins with is its layer.
const std::vector<Layer>& layers()
{
    static const std::vector<Layer> all = {
        {"core/api", {}, "[a-z_0-9]+", "Threads::Threads"},
        {"core/io", {"core/api"}, "[a-z_0-9]+|nlohmann/.*|(sys/|mach-o/)?[a-z_]+\\.h", "nlohmann_json::.*|dl|Threads::Threads"},
        {"core/game", {"core/api"}, "[a-z_0-9]+|Eigen/.*", "Eigen3::Eigen|Threads::Threads"},
        {"core/engine", {"core/api", "core/io"}, "(?!Q[A-Z]|Qt|qcustomplot|CLI/|Eigen/).*", "(?!Qt|QCustomPlot|CLI11|Eigen3).*"},
        {"analytic", {"core/api"}, "[a-z_0-9]+|Eigen/.*|immintrin\\.h", "Eigen3::Eigen|Threads::Threads"},
        {"widgets", {"core/api"}, "[a-z_0-9]+|(Q[A-Z]|Qt).*|qcustomplot\\.h|sys/resource\\.h", "Qt6::.*|QCustomPlotQt6::.*"},
        {"app/cli",
         {"core/api", "core/io", "core/game", "analytic"},
         "(?!Q[A-Z]|Qt|qcustomplot|torch/|ATen/|c10/).*",
         "(?!Qt|QCustomPlot|torch|c10|realuid).*"},
        {"app",
         {"core/api", "core/io", "core/game", "analytic", "widgets"},
         "[a-z_0-9]+|(Q[A-Z]|Qt).*|(sys/|mach-o/)?[a-z_]+\\.h",
         "Qt6::.*|GIF::GIF|Threads::Threads|dl"},
        {"tests/engine", {"core", "analytic", "tests"}, ".*", ".*"},
        {"tests", {"core/api", "core/io", "core/game", "analytic", "widgets", "app"}, "(?!torch/|ATen/|c10/).*", "(?!torch|c10).*"},
    };
    return all;
}

bool isIn(std::string_view path, std::string_view folder)
{
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

const Layer* layerOf(std::string_view path)
{
    const auto it = std::ranges::find_if(layers(), [&](const Layer& layer) { return isIn(path, layer.folder); });
    return it == layers().end() ? nullptr : &*it;
}

/// Whether a file of `layer` may use what lies at `path` of the repository.
bool mayKnow(const Layer& layer, std::string_view path)
{
    return layerOf(path) == &layer ||
           std::ranges::any_of(layer.knows, [&](std::string_view folder) { return isIn(path, folder); });
}

bool endsWithAny(std::string_view path, std::initializer_list<std::string_view> ends)
{
    return std::ranges::any_of(ends, [&](std::string_view end) { return path.ends_with(end); });
}

bool isScript(std::string_view path)
{
    return path == "realuid" || path == ".ci/run" || path.ends_with(".sh");
}

bool isSource(std::string_view path)
{
    return endsWithAny(path, {".h", ".cpp", ".cu", ".cuh", ".cmake", "CMakeLists.txt"}) || isScript(path);
}

std::string includeFault(const Layer& layer, bool quoted, const std::string& name)
{
    if (!quoted)
        return std::regex_match(name, std::regex(layer.headers)) ? "" : "a header that its layer may not use";
    if (name.ends_with(".moc") || name.starts_with("moc_"))
        return "";
    if (layerOf(name) == nullptr)
        return "includes of the project are written from its root";
    return mayKnow(layer, name) ? "" : "a layer that it may not know";
}

} // namespace

std::vector<std::string> includeViolations(const SourceTree& tree)
{
    static const std::regex pattern(R"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+))", std::regex::multiline);
    std::vector<std::string> found;
    for (const SourceFile& file : tree) {
        const Layer* layer = layerOf(file.path);
        if (layer == nullptr || !endsWithAny(file.path, {".h", ".cpp", ".cu", ".cuh"}))
            continue;
        for (std::sregex_iterator it(file.text.begin(), file.text.end(), pattern), end; it != end; ++it) {
            const std::string fault = includeFault(*layer, (*it)[1] == "\"", (*it)[2]);
            if (!fault.empty())
                found.push_back(file.path + ": includes " + (*it)[2].str() + ", " + fault);
        }
    }
    return found;
}

std::vector<std::string> linkViolations(const std::vector<TargetLinks>& targets)
{
    static const std::regex wrapper(R"(\$<(?:LINK_ONLY|BUILD_INTERFACE|BUILD_LOCAL_INTERFACE):(.*)>)");
    std::map<std::string, std::string> folders;
    for (const TargetLinks& row : targets)
        folders[row.target] = row.folder;
    std::vector<std::string> found;
    for (const TargetLinks& row : targets) {
        const Layer* layer = layerOf(row.folder);
        if (layer == nullptr)
            continue;
        for (const std::string& link : row.links) {
            const std::string name = std::regex_replace(link, wrapper, "$1");
            const auto ours = folders.find(name);
            if (name.empty() || name.starts_with("::@") || (ours != folders.end() && ours->second.empty()))
                continue;
            const bool allowed = ours != folders.end() ? mayKnow(*layer, ours->second)
                                                       : std::regex_match(name, std::regex(layer->libraries));
            if (!allowed)
                found.push_back(row.folder + ": target " + row.target + " links " + name);
        }
    }
    return found;
}

std::vector<std::string> licenceViolations(const SourceTree& tree)
{
    std::vector<std::string> found;
    for (const SourceFile& file : tree) {
        const std::size_t first = file.text.find('\n');
        const std::size_t second = first == std::string::npos ? first : file.text.find('\n', first + 1);
        const std::string_view head = std::string_view(file.text).substr(0, second);
        if (isSource(file.path) && head.find("SPDX-License-Identifier: GPL-3.0-or-later") == head.npos)
            found.push_back(file.path + ": no SPDX line");
    }
    return found;
}

std::vector<std::string> lengthViolations(const SourceTree& tree)
{
    std::vector<std::string> found;
    for (const SourceFile& file : tree) {
        const auto lines = std::ranges::count(file.text, '\n');
        if ((isSource(file.path) || file.path.ends_with(".md")) && lines > 600)
            found.push_back(file.path + ": " + std::to_string(lines) + " lines");
    }
    return found;
}

std::vector<std::string> topLevelViolations(const SourceTree& tree)
{
    static const std::set<std::string> agreed = {
        "CMakeLists.txt", "CMakePresets.json", "app",       "core",    "analytic", "widgets",       "resources",   "tests",
        "translations",   "docs",              "README.md", "LICENSE", "realuid",  ".clang-format", ".clang-tidy", ".ci",
        ".gitignore"};
    std::set<std::string> present;
    for (const SourceFile& file : tree)
        present.insert(file.path.substr(0, file.path.find('/')));
    std::vector<std::string> found;
    for (const std::string& name : present) {
        if (!agreed.contains(name))
            found.push_back(name + ": does not belong on the top level");
    }
    for (const std::string& name : agreed) {
        if (!present.contains(name))
            found.push_back(name + ": is missing on the top level");
    }
    return found;
}

std::vector<std::string> machinePathViolations(const SourceTree& tree)
{
    // Put together, so that this file passes too.
    const std::array folders = {std::string("/wo") + "rk/", std::string("/ro") + "ot/", std::string("/ho") + "me/"};
    std::vector<std::string> found;
    for (const SourceFile& file : tree) {
        for (const std::string& folder : folders) {
            for (auto at = file.text.find(folder); at != std::string::npos; at = file.text.find(folder, at + 1)) {
                const char before = at == 0 ? ' ' : file.text[at - 1];
                if (std::isalnum(static_cast<unsigned char>(before)) == 0 && before != '_' && before != '.')
                    found.push_back(file.path + ": names " + folder);
            }
        }
    }
    return found;
}

} // namespace realuid::structure
