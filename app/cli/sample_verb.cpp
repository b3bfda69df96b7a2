// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/engine_verbs.h"
#include "app/cli/stop_signals.h"
#include "core/io/engine_loader.h"

#include <memory>

namespace realuid::cli
{

void addSample(CLI::App& program, Context& context)
{
    CLI::App* verb = addVerb(program, "sample", "Draw samples from a checkpoint.", context);
    auto r = std::make_shared<SampleRequest>();
    verb->add_option("--checkpoint", r->checkpoint, "Checkpoint F[:STATE].");
    verb->add_option("--n", r->n, "Samples. Default 64.");
    verb->add_option("--seed", r->seed, "Noise follows from it, whatever the batch. Default 42.");
    verb->add_option("--class", r->label, "A class number, or all; default all classes evenly.");
    verb->add_option("--solver", r->solver, "one-step (generators); euler, heun, rk4 or rk45 (teachers). Default one-step.");
    verb->add_option("--steps", r->steps, "Intervals of t for euler, heun and rk4. Default 100.");
    verb->add_option("--batch", r->batch, "Samples at a time. Default 64.");
    verb->add_option("--head-channels", r->headChannels, "Channels of an attention head where the file does not tell. Default 64.");
    verb->add_option("--out", r->out, "A .png grid, a .npy array, or a folder for PNG files.");
    verb->add_option("--threads", r->threads, "Processor threads; 0 takes all.");
    verb->add_option("--device", r->device, "auto, cpu, cuda or cuda:K. Default auto.");
    verb->callback([&context, r] {
        r->overwrite = context.overwrite;
        const StopSignals signals;
        ConsoleProgress console(context.quiet);
        const SampleResult made = requireEngine().sample(*r, console, &StopSignals::asked);
        console.finished({});
        printResult(context, {{"n", made.n}, {"seconds", made.seconds}, {"network_evaluations", made.networkEvaluations},
                              {"state", made.state}, {"out", r->out}});
    });
}

} // namespace realuid::cli
