// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/engine_verbs.h"
#include "app/cli/sampler_options.h"
#include "app/cli/stop_signals.h"
#include "core/io/engine_loader.h"

namespace realuid::cli
{
namespace
{

struct SampleOptions {
    SampleRequest request;

    explicit SampleOptions(CLI::App& verb)
    {
        addSamplerOptions(verb, request);
        verb.add_option("--n", request.n, "Samples. Default 64.");
        verb.add_option("--class", request.label, "A class number, or all, with a row of the grid for each; default all classes evenly.");
        verb.add_option("--out", request.out, "A .png grid, a .npy array, a .gif, or a folder for PNG files.");
    }
};

struct InterpolateOptions {
    SampleRequest request;

    explicit InterpolateOptions(CLI::App& verb)
    {
        addSamplerOptions(verb, request);
        verb.add_option("--seeds", request.between, "Seeds, at least two, separated by commas: from the first sample of each to that of the next.")
            ->delimiter(',')
            ->required();
        verb.add_option("--frames", request.frames, "Pictures from a seed to the next, both included. Default 16.");
        verb.add_option("--class", request.label, "A class number. Default 0, where the network knows classes.");
        verb.add_option("--out", request.out, "A .png sheet with a row from seed to seed, a .gif, a .npy array, or a folder for PNG files.");
    }
};

template <class Options>
void work(const Options& options, const Context& context)
{
    SampleRequest request = options.request;
    request.overwrite = context.overwrite;
    const StopSignals signals;
    ConsoleProgress console(context.quiet);
    const SampleResult made = requireEngine().sample(request, console, &StopSignals::asked);
    console.finished({});
    printResult(context, {{"n", made.n}, {"seconds", made.seconds}, {"network_evaluations", made.networkEvaluations}, {"batch", made.batch},
                          {"state", made.state}, {"out", request.out}});
}

} // namespace

void addSample(CLI::App& program, Context& context)
{
    addVerbWith<SampleOptions>(program, context, "sample", "Draw samples from a checkpoint.", work<SampleOptions>);
}

void addInterpolate(CLI::App& program, Context& context)
{
    addVerbWith<InterpolateOptions>(program, context, "interpolate", "Samples of a checkpoint on the way from seed to seed.",
                                    work<InterpolateOptions>);
}

} // namespace realuid::cli
