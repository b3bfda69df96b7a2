#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The game in the plane in eager PyTorch against `realuid bench --only toy`, in turn and in one run.

    python3 tests/bench/torch_game.py build/bin/realuid [rounds]

Needs PyTorch; nothing else of the project does. Both sides play RealUID (0.94, 0.96) at 5 : 1 on eight Gaussians with
networks of three hidden layers of 128 and batch 256 on all processors. PyTorch gets what helps it: fused Adam, generated and
real half in one batch, one flat gradient norm, numbers drawn by its own generators. Of each side the best round counts,
so that other programs disturb both alike."""
import json
import math
import os
import subprocess
import sys
import time

import torch
from torch import nn

ALPHA, BETA, BATCH, WIDTH, RATE = 0.94, 0.96, 256, 128, 1e-3
ANGLES = torch.arange(8) * (math.pi / 4)
MEANS, SPREAD = 2 * torch.stack([ANGLES.cos(), ANGLES.sin()], 1), 0.2**2


def network():
    layers = [nn.Linear(3, WIDTH), nn.SiLU(), nn.Linear(WIDTH, WIDTH), nn.SiLU(), nn.Linear(WIDTH, WIDTH), nn.SiLU(), nn.Linear(WIDTH, 2)]
    return nn.Sequential(*layers)


def teacher(x, t):
    variance = t * t * SPREAD + (1 - t) ** 2
    away = x.unsqueeze(1) - t.unsqueeze(1) * MEANS
    share = torch.softmax((away * away).sum(2) * (-0.5 / variance), 1)
    parts = MEANS + away * ((t * SPREAD - (1 - t)) / variance).unsqueeze(1)
    return (share.unsqueeze(2) * parts).sum(1)


class Game:
    def __init__(self):
        torch.manual_seed(1)
        self.generator, self.fake, self.average = network(), network(), network()
        self.average.load_state_dict(self.generator.state_dict())
        self.optimisers = {net: torch.optim.Adam(net.parameters(), lr=RATE, betas=(0.0, 0.999), fused=True)
                           for net in (self.generator, self.fake)}

    def field(self, net, x, t):
        return net(torch.cat([x, t], 1))

    def learn(self, net, loss):
        self.optimisers[net].zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        self.optimisers[net].step()

    def step(self, k):
        z, x0, t = torch.randn(BATCH, 2), torch.randn(BATCH, 2), torch.rand(BATCH, 1)
        if k % 6 != 5:
            real = MEANS[torch.randint(8, (BATCH,))] + 0.2 * torch.randn(BATCH, 2)
            with torch.no_grad():
                made = z + self.field(self.generator, z, torch.zeros_like(t))
            both, times = torch.cat([made, real]), torch.cat([t, t])
            noise = torch.cat([x0, x0])
            fake, target = self.field(self.fake, times * both + (1 - times) * noise, times), both - noise
            first = fake[:BATCH] - (BETA / ALPHA) * target[:BATCH]
            second = fake[BATCH:] - ((1 - BETA) / (1 - ALPHA)) * target[BATCH:]
            loss = (ALPHA * first.square().sum() + (1 - ALPHA) * second.square().sum()) / BATCH
            self.learn(self.fake, loss)
        else:
            self.fake.requires_grad_(False)
            made = z + self.field(self.generator, z, torch.zeros_like(t))
            x, target = t * made + (1 - t) * x0, made - x0
            exact, fake = teacher(x, t), self.field(self.fake, x, t)
            scaled = (BETA / ALPHA) * target
            loss = ALPHA * ((exact - scaled).square().sum() - (fake - scaled).square().sum()) / BATCH
            self.learn(self.generator, loss)
            self.fake.requires_grad_(True)
            with torch.no_grad():
                torch._foreach_lerp_(list(self.average.parameters()), list(self.generator.parameters()), 0.01)
        return loss.item()  # a run looks at every loss, or it could not stop where one is not finite


def torch_rate(seconds=3.0):
    game = Game()
    for k in range(60):
        game.step(k)
    begun, steps = time.perf_counter(), 0
    while time.perf_counter() - begun < seconds:
        for k in range(60):
            game.step(k)
        steps += 60
    return steps / (time.perf_counter() - begun)


def main():
    program, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    torch.set_num_threads(os.cpu_count())
    theirs = ours = 0.0
    for _ in range(rounds):
        theirs = max(theirs, torch_rate())
        run = subprocess.run([program, "bench", "--only", "toy", "--repeats", "5", "--json"], check=True, capture_output=True, text=True)
        rows = json.loads(run.stdout)["rows"]
        ours = max(ours, *(1e3 / row["min_ms"] for row in rows if row["name"].startswith("game in the plane")))
    print(f"PyTorch {torch.__version__}, {torch.get_num_threads()} threads: {theirs:.0f} updates/s")
    print(f"realuid: {ours:.0f} updates/s, {ours / theirs:.2f} times as many")


if __name__ == "__main__":
    main()
