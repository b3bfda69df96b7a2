// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/translate_errors.h"

#include "core/api/error.h"

#include <c10/util/Exception.h>

#include <new>

namespace realuid::engine
{
namespace
{

[[noreturn]] void outOfMemory()
{
    throw Error(ErrorKind::Other, {REALUID_TEXT("not enough memory")}, {},
                {REALUID_TEXT("take a smaller batch or width, or close other programs")});
}

std::string withoutTrace(const std::string& what)
{
    const std::size_t trace = what.find("\nException raised from");
    return what.substr(0, trace == std::string::npos ? what.find('\n') : trace);
}

bool saysOutOfMemory(const std::string& what)
{
    return what.find("out of memory") != std::string::npos || what.find("can't allocate memory") != std::string::npos;
}

} // namespace

void rethrowAsError()
{
    try {
        throw;
    } catch (const Error&) {
        throw;
    } catch (const std::bad_alloc&) {
        outOfMemory();
    } catch (const c10::Error& error) {
        const std::string what = error.what_without_backtrace();
        if (saysOutOfMemory(what))
            outOfMemory();
        throw Error(ErrorKind::Other, {REALUID_TEXT("LibTorch: %1"), {withoutTrace(what)}});
    } catch (const std::exception& error) {
        const std::string what = error.what();
        if (saysOutOfMemory(what))
            outOfMemory();
        throw Error(ErrorKind::Other, {REALUID_TEXT("the engine failed: %1"), {withoutTrace(what)}});
    } catch (...) {
        throw Error(ErrorKind::Other, {REALUID_TEXT("the engine failed for an unknown reason")});
    }
}

} // namespace realuid::engine
