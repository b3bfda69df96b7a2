// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/toy_state.h"

#include "core/api/error.h"
#include "core/io/atomic_file.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace realuid::cli
{
namespace
{
namespace fs = std::filesystem;
constexpr std::string_view kMagic = "RUIDGAM1";

fs::path stoppedFile(const RunFolder& folder) { return folder.root() / "checkpoints" / "stopped.game"; }

bool judged(const game::GameState<float>& state) { return !state.critic.weights.empty(); }

template <class State>
auto counts(State& s)
{
    std::vector out{&s.step, &s.phase, &s.fake.updates, &s.generator.updates};
    if (judged(s))
        out.push_back(&s.critic.updates);
    return out;
}

template <class State>
auto buffers(State& s)
{
    std::vector out{&s.fake.weights, &s.fake.first, &s.fake.second, &s.generator.weights, &s.generator.first, &s.generator.second, &s.average};
    if (judged(s))
        out.insert(out.end(), {&s.critic.weights, &s.critic.first, &s.critic.second});
    return out;
}
} // namespace

void writeStopped(const RunFolder& folder, const game::GameState<float>& state)
{
    writeAtomically(stoppedFile(folder), true, [&](std::ostream& out) {
        out << kMagic;
        for (const std::int64_t* count : counts(state))
            out.write(reinterpret_cast<const char*>(count), sizeof *count);
        for (const auto* buffer : buffers(state))
            out.write(reinterpret_cast<const char*>(buffer->data()), static_cast<std::streamsize>(buffer->size() * sizeof(float)));
    });
}

void requireStopped(const RunFolder& folder)
{
    std::error_code ignored;
    if (!fs::exists(stoppedFile(folder), ignored))
        throw Error(ErrorKind::Usage, {REALUID_TEXT("the run was not stopped before its end")}, folder.root().string(),
                    {REALUID_TEXT("name the folder of a toy run that was stopped")});
}

void readStopped(const RunFolder& folder, game::GameState<float>& state)
{
    requireStopped(folder);
    const fs::path file = stoppedFile(folder);
    const std::string bytes = readFile(file);
    std::size_t wanted = kMagic.size() + counts(state).size() * sizeof(std::int64_t);
    for (const auto* buffer : buffers(state))
        wanted += buffer->size() * sizeof(float);
    const Error broken(ErrorKind::File, {REALUID_TEXT("is not the state of this game")}, file.string(),
                       {REALUID_TEXT("begin the run anew: the same seed leads to the same end")});
    if (bytes.size() != wanted || bytes.compare(0, kMagic.size(), kMagic) != 0)
        throw broken;
    const char* from = bytes.data() + kMagic.size();
    const auto take = [&from](void* to, std::size_t size) {
        std::memcpy(to, from, size);
        from += size;
    };
    for (std::int64_t* count : counts(state)) {
        take(count, sizeof *count);
        if (*count < 0)
            throw broken;
    }
    for (auto* buffer : buffers(state)) {
        take(buffer->data(), buffer->size() * sizeof(float));
        if (!std::all_of(buffer->begin(), buffer->end(), [](float v) { return std::isfinite(v); }))
            throw broken;
    }
}

void forgetStopped(const RunFolder& folder)
{
    std::error_code ignored;
    fs::remove(stoppedFile(folder), ignored);
}

} // namespace realuid::cli
