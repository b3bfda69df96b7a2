<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>realuid</name>
    <message>
        <source>the distance is infinite at t = %1: with weight 1 on generated data and beta other than alpha it divides by the generated density, whose tails are too thin for the real data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the distance is larger than any number that can be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logarithm of the density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>velocity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variance of the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimal fake model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logarithm of the distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logarithm of generated over real density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must end in .csv or .npy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 columns, but the scene has %2 coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a column for each coordinate: x, or x,y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one that `realuid field --help` lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be real, generated or teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or grid must be given, and not both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must stay in [0, 1]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes more than 50 million values; take a coarser grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have one dimension; in two, use field --quantity distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the demo&apos;s scene is not among the presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another name by --out, or pass --overwrite to replace an earlier demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a place that you may write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be from:to:count with a whole count from 1 to %1, such as -3:3:100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have %1 axes for this scene, separated by a comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most %1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be numbers in [0, 1], separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be from:to with 0 &lt;= from &lt; to &lt;= 1, such as 0.02:0.98</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown verb %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`realuid help` lists the verbs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result could not be written to standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where densities and fields are drawn: 0 is noise, 1 is data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the generator&apos;s Gaussian.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the generator&apos;s Gaussian.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of the whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the generator&apos;s mixture; moves all components together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width of the whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the generator&apos;s mixture; stretches all components about the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean along x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the generator as a whole, without a change of its shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean along y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root mean square of the standard deviations along x and y; stretches the generator about its mean without a change of its shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β &gt; α: real points that the generator misses pull on it; its own errors weigh less than without data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β &lt; α: real points that the generator misses pull on it; its own errors weigh more than their targets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covers missed modes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unstable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>γ = 1 with β ≠ 1: on real data that the generator misses the distance is divided by a density near 0 and grows without bound. Take γ below 1 or β = 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α = 1 with β ≠ 1: on real data that the generator misses the distance is divided by a density near 0 and grows without bound. Take α below 1 or β = 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data-free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where the generator already has samples is there anything to learn. Modes that it misses are never seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real data without a pull.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α = β = 1: real data enter the quadratic term only. Where the generator has no mass the distance is 0: missed modes stay missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real data without effect on missed modes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α = β &lt; 1: real data stand in the formulas, but where the generator has no mass the distance is 0. Missed modes stay missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no scene called %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimal fake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Densities and fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density of $x_t$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance $l(t, x)$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance $l(t, x, y)$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the animation could not be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must end in .pdf, .svg, .png or .gif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes more than 60 million pixels; take a smaller size or resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another name or add --overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be two numbers like 170x90, in millimetres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is one file too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see realuid-studio --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a folder; a checkpoint file is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exists already; a run never overwrites another, choose a new folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the start:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready, with a warning:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start makes the run folder and begins. The window stays usable meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes a moment; parameters can be set already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore works without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading teacher and data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α, β, learning rate and fake updates may be changed; they act from the next update on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue, or make single updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update in progress ends, then the state is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints and samples lie in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped and saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on later with: realuid resume --run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diverged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last good state is kept. Take a smaller learning rate, or α nearer to β.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a positive number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be %1 finite numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a %1 x %1 matrix of finite numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be symmetric and positive definite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must hold at least one component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have 1 or 2 coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The min-max game: uid (Theorem 1), realuid (Theorem 2), general (Definition 3) or normalized (Appendix A.4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight of generated data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of generated samples in the fake model&apos;s loss (Definition 2); the rest, 1 − alpha, goes to real data. 1 is data-free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight of its targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales the targets of generated samples by beta/alpha and those of real samples by (1 − beta)/(1 − alpha) (Definition 2). beta = alpha keeps both targets as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight of the quadratic term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General RealUID only (Definition 3): quadratic weights gamma and 1 − gamma in place of alpha and 1 − alpha.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General RealUID only: standard takes d = f* − f, beta takes d = beta (f* − f).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is unstable with beta = %1: the distance grows without bound on real data that the generator misses; take alpha below 1 or beta = 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is above 1, outside the range that the paper studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be numbers separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be whole numbers separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have as many coordinates as real, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two Gaussians, 1-D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two mixtures, 1-D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two Gaussians, 2-D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two mixtures, 2-D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates of either player to make in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fake updates a generator update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fake updates before each generator update; 5 makes the authors&apos; 5 : 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples in an update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam&apos;s rate after the warm-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates over which each optimiser&apos;s rate grows from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first moment&apos;s decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam&apos;s memory of gradients; the authors distil with 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second moment&apos;s decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam&apos;s memory of squared gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest norm of all gradients together; larger ones are scaled down to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EMA decays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving averages of the generator, one for each decay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the first level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level multipliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of each level as a multiple of the network&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocks a level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual blocks in each level of the encoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sides of the levels that have attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels a head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of each attention head; checkpoints of others do not tell it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels the network is conditioned on; 0 is unconditional.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of activations that residual blocks drop while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>horizontal flips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror real images at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates between two checkpoints; one is written at the end in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoints kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest so many stay; older ones are deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates between two sample grids on the same noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples in a grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures in each sample grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every random number of the run follows from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads; 0 takes all. Bit-equal results need the same number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto takes a GPU where the engine finds one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be auto, cpu, cuda or cuda:K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a multiple of 32, the groups of a norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must hold at least one number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must divide the channels of each level, here %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make room on the disk or choose another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a file in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another name or pass --overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a folder, not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is larger than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not the kind of file that belongs here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check its permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 cells instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give every line as many numbers as the header has names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write numbers as 0.5 or 1e-3, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no row of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a header line such as x,y and a line of numbers for each point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine %1 could not be loaded: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no engine was found beside the program; build it with LibTorch, or name its folder in REALUID_ENGINE_PATH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not JSON at line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mend it there or take another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a number that is out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a known key; known are %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a line of metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make room on the disk, then go on with `realuid resume`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exists already and is not an empty folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a new folder, or go on with that run by `realuid resume --run %1`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no checkpoint to go on from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check that this is a run folder; a run that saved nothing must start anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not name a checkpoint that exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the newest checkpoint&apos;s name into it: {&quot;file&quot;: &quot;step-000600.pt&quot;}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object, { ... }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a matrix, a list of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a row of a square matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 1; a newer program wrote this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a scene link, or a part of it is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy it again as a whole; it starts with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure could not be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::studio::ExploreMeaning</name>
    <message>
        <source>What you see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fake model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integral of the distance over x and over t from %1 to %2, and its estimated error: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance, all $t$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at $t$ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integral of the distance over x at this time, and its estimated error: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales the targets of generated samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimal fake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::studio::ExplorePage</name>
    <message>
        <source>Scene not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> — edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the scene as text that can be pasted into a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the scene whose link is in the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is shown as PDF, SVG or PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scene was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenes (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scene was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no scene.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::studio::ExploreSettings</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UID, data-free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RealUID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General RealUID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mixture of %1 Gaussians, moved and stretched as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One Gaussian, moved and stretched as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change objective</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::studio::Legend</name>
    <message>
        <source>Colours: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::studio::MainWindow</name>
    <message>
        <source>RealUID Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed forms: fields and distances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil a generator, or train a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open scene…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save scene as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the scene as it was opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projector theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::studio::Page</name>
    <message>
        <source>What one sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::studio::RunForm</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil a generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints (*.pt *.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change kind of run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::studio::SceneDocument</name>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::studio::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt + its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slider: one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slider: a tenth of a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift + arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slider: ten steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page up, page down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slider: its ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slider: back to the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card: fill the window and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its button, Escape</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::studio::TrainPage</name>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two players</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The losses of both players appear here once a run goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>need not fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first samples appear after the first “sample every” updates, or at once with Sample now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one update, then pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a checkpoint from which the run resumes exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and end the run; it can be resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command line that makes the same run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose turn it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fake model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first samples…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started, seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first update…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fake model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at update %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fake updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EMA </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved at update %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same noise throughout · update %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> / s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window and end the run?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is saved first and can be resumed with: realuid resume --run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::widgets::Card</name>
    <message>
        <source>Fill the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::widgets::CurveView</name>
    <message>
        <source>update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::widgets::DensityView</name>
    <message>
        <source>density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::widgets::ExportDialog</name>
    <message>
        <source>Column, 85 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page width, 170 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide, 16 : 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG (pixels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG (drawing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (drawing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light, for print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dpi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ype size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fi&amp;le</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::widgets::ImageGrid</name>
    <message>
        <source>No samples yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 samples after update %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::widgets::Notice</name>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fault</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::widgets::PageRail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::widgets::ParameterEditor</name>
    <message>
        <source>Range: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::widgets::PlotView</name>
    <message>
        <source>computing …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>realuid::widgets::TimeBar</name>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step by 0.01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time t, noise at 0, data at 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time t: 0 is noise, 1 is data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
