#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The distance surface in vectorised NumPy against `realuid bench --only surface`, in turn and in one run.

    python3 tests/bench/numpy_surface.py build/bin/realuid [rounds]

Needs NumPy; nothing else of the project does. Both sides compute l(t, x) = N^2 / (alpha P + (1 - alpha) Q) on 512 x 512
points for the same scenes, in double precision, from logarithms, for any alpha and beta. NumPy goes
two ways: on whole arrays, as such code is written, and tuned by hand, in blocks of rows that stay in the cache, spread
over a thread for each processor. Of each side the best round counts: the one that other programs disturbed least."""
import concurrent.futures
import json
import os
import subprocess
import sys
import time

import numpy as np

ALPHA, BETA = 0.94, 0.96
GAUSSIANS = ([(1, 1.6, 0.35**2)], [(1, -0.9, 0.6**2)])
MIXTURES = ([(1 + 0.2 * k, -3 + 1.5 * k, 0.09 + 0.02 * k) for k in range(5)],
            [(1 + 0.1 * k, -2.5 + 1.3 * k, 0.2 + 0.02 * k) for k in range(5)])
T, X = np.linspace(0, 1, 512)[:, None], np.linspace(-4, 4, 512)[None, :]


def density_and_field(components, t, x):
    total = sum(weight for weight, _, _ in components)
    logs, fields = [], []
    for weight, mean, variance in components:
        v = t * t * variance + (1 - t) ** 2
        away = x - t * mean
        logs.append(np.log(weight / total) - 0.5 * np.log(2 * np.pi * v) - away * away * (0.5 / v))
        fields.append(mean + away * ((t * variance - (1 - t)) / v))
    if len(logs) == 1:
        return logs[0], fields[0]
    most = np.maximum.reduce(logs)
    shares = [np.exp(log - most) for log in logs]
    whole = sum(shares)
    return most + np.log(whole), sum(s * f for s, f in zip(shares, fields)) / whole


def surface(scene, t):
    log_q, teacher = density_and_field(scene[0], t, X)
    log_p, generated = density_and_field(scene[1], t, X)
    most = np.maximum(log_p, log_q)
    p, q = np.exp(log_p - most), np.exp(log_q - most)
    n = (ALPHA * p + (BETA - ALPHA) * q) * teacher - BETA * p * generated
    return n * n / (ALPHA * p + (1 - ALPHA) * q) * np.exp(most)


def best_ms(work, seconds=0.4):
    """The mean over batches of 50 ms or more, since clocks of virtual machines tick in milliseconds; the least of them."""
    work()
    end, best = time.perf_counter() + seconds, float("inf")
    while time.perf_counter() < end:
        begun, runs = time.perf_counter(), 0
        while time.perf_counter() - begun < 0.05:
            work()
            runs += 1
        best = min(best, (time.perf_counter() - begun) / runs * 1e3)
    return best


def main():
    program, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    blocks = np.array_split(T, 32)
    kinds = {"Gaussians": GAUSSIANS, "mixtures of 5": MIXTURES}
    whole, tuned, own = (dict.fromkeys(kinds, float("inf")) for _ in range(3))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in range(rounds):
            for kind, scene in kinds.items():
                whole[kind] = min(whole[kind], best_ms(lambda: surface(scene, T)))
                tuned[kind] = min(tuned[kind], best_ms(lambda: list(pool.map(lambda t: surface(scene, t), blocks))))
            run = subprocess.run([program, "bench", "--only", "surface", "--repeats", "9", "--json"], check=True,
                                 capture_output=True, text=True)
            for row in json.loads(run.stdout)["rows"]:
                for kind in kinds:
                    if row["name"].endswith(kind):
                        own[kind] = min(own[kind], row["min_ms"])
    print(f"{'512 x 512':15} {'NumPy, whole arrays':>26} {'NumPy, blocks on threads':>26} {'realuid':>12}")
    for kind in kinds:
        cells = [f"{ms:7.2f} ms = {ms / own[kind]:5.1f} x" for ms in (whole[kind], tuned[kind])]
        print(f"{kind:15} {cells[0]:>26} {cells[1]:>26} {own[kind]:9.2f} ms")


if __name__ == "__main__":
    main()
