// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sampler_options.h"

namespace realuid::cli
{

void addSamplerOptions(CLI::App& verb, SamplerSettings& s)
{
    verb.add_option("--checkpoint", s.checkpoint, "Checkpoint F[:STATE] that samples are drawn from.");
    verb.add_option("--seed", s.seed, "Noise follows from it and a sample's number, whatever the batch. Default 42.");
    verb.add_option("--solver", s.solver, "one-step (generators); euler, heun, rk4 or rk45 (teachers). Default one-step.");
    verb.add_option("--steps", s.steps, "Intervals of t for euler, heun and rk4. Default 100.");
    verb.add_option("--source", s.source, "Of networks that begin with images: data as --data takes them. Sample i begins with image i, or what the network's source made of it.");
    verb.add_option("--batch", s.batch, "Samples at a time; 0 takes 64, or as many as half of the memory holds. Default 0.");
    verb.add_option("--head-channels", s.headChannels, "Channels of an attention head where the file does not tell. Default 64.");
    verb.add_option("--side", s.side, "Side of the images in pixels where the file does not tell. Default 32.");
    verb.add_option("--threads", s.threads, "Processor threads; 0 takes all.");
    verb.add_option("--device", s.device, "auto, cpu, cuda or cuda:K. Default auto.");
}

} // namespace realuid::cli
