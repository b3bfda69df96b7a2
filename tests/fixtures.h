// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>

#include <cstdlib>
#include <filesystem>

/// Golden data is optional: it lies in $REALUID_FIXTURES, else beside the checkout. Returns the file, or an empty path.
inline std::filesystem::path fixture(const std::string& name)
{
    const char* set = std::getenv("REALUID_FIXTURES");
    const std::filesystem::path folder = set ? std::filesystem::path(set)
                                             : std::filesystem::path(REALUID_SOURCE_DIR) / ".." / "shared" / "fixtures";
    return std::filesystem::exists(folder / name) ? folder / name : std::filesystem::path{};
}

/// In a test function: defines `variable`, the path, or skips with a line that says what is missing.
#define REALUID_FIXTURE(variable, name)                                                                                \
    const std::filesystem::path variable = fixture(name);                                                              \
    if (variable.empty())                                                                                               \
    QSKIP("golden data not found: set REALUID_FIXTURES to the folder that holds " name)
