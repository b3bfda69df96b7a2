#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole story on a small scale: a teacher on drawn shapes, distilled without and with real data, fine-tuned, measured.

    python3 tests/bench/story.py build/bin/realuid runs/story

prints the table of docs/story.md: the proxy FID (built-in features, no FID of the field) of each, over the seeds. What the folder
holds already is not made again."""
import json
import pathlib
import statistics
import subprocess
import sys

SEEDS = (1, 2, 3)
NETWORK = "--side 8 --width 32 --multipliers 1,2 --blocks 1 --attention 4 --head-channels 32 --batch 32 --dropout 0 --track-every 0".split()
TEACHER_STEPS, DISTIL_STEPS, TUNE_STEPS = 1500, 900, 200
IMAGES = 1000


class Story:
    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.kept = self.folder / "measured.json"
        self.measured = json.loads(self.kept.read_text()) if self.kept.exists() else {}

    def realuid(self, *arguments):
        done = subprocess.run([self.program, *map(str, arguments), "--quiet", "--json"], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{' '.join(map(str, arguments))}\n{done.stderr}")
        return json.loads(done.stdout)

    def train(self, verb, name, steps, *more):
        made = self.folder / name / "checkpoints" / f"step-{steps:06}.pt"
        if not made.exists():
            self.realuid(verb, "--data", "shapes", "--run", self.folder / name, "--steps", steps, "--sample-every", steps, *NETWORK, *more)
        return made

    def measure(self, checkpoint, *more):
        key = f"{checkpoint} {' '.join(map(str, more))}"
        if key not in self.measured:
            found = self.realuid("evaluate", "--checkpoint", checkpoint, "--data", "shapes", "--features", "builtin", "--n", IMAGES,
                                 "--repeats", 1, *more)
            self.measured[key] = found["fid"]["mean"]
            self.kept.write_text(json.dumps(self.measured, indent=1))
            print(key, self.measured[key], file=sys.stderr)
        return self.measured[key]

    def rows(self):
        out = {}
        teacher = self.train("teacher", "teacher", TEACHER_STEPS, "--lr", "5e-4", "--warmup", 100, "--ema-decays", "0.995")
        start = ["--teacher", teacher, "--init-fake", "teacher", "--ema-decays", "0.99"]
        for name, alpha, beta in (("data-free, (1, 1)", 1, 1), ("RealUID, (0.94, 0.96)", 0.94, 0.96)):
            for seed in SEEDS:
                made = self.train("distil", f"distilled-{alpha}-{seed}", DISTIL_STEPS, *start, "--alpha", alpha, "--beta", beta,
                                  "--seed", seed, "--lr", "3e-4", "--warmup", 50)
                out.setdefault(f"{name}, one step", []).append(self.measure(f"{made}:0.99", "--seed", seed))
                if alpha < 1:
                    tuned = self.train("distil", f"tuned-{seed}", TUNE_STEPS, *start, "--init-generator", f"{made}:0.99", "--alpha", 0.94,
                                       "--beta", 1, "--seed", seed, "--lr", "2e-5", "--warmup", 1)
                    out.setdefault("fine-tuned from it, (0.94, 1), one step", []).append(self.measure(f"{tuned}:0.99", "--seed", seed))
        for steps in (1, 10, 100):
            out[f"teacher, {steps} Euler step{'s' * (steps > 1)}"] = [
                self.measure(teacher, "--solver", "euler", "--steps", steps, "--seed", seed) for seed in SEEDS]
        return out


def main(program, folder):
    rows = Story(program, folder).rows()
    print("| | proxy FID, seeds " + ", ".join(map(str, SEEDS)) + " | mean | deviation |\n|---|---|---|---|")
    for name, values in rows.items():
        print(f"| {name} | " + ", ".join(f"{v:.3f}" for v in values) + f" | {statistics.mean(values):.3f} | {statistics.stdev(values):.3f} |")


if __name__ == "__main__":
    main(*sys.argv[1:3])
