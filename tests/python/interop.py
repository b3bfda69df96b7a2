#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checkpoints, weights and logs in both directions between realuid and Python.

    python3 tests/python/interop.py build/bin/realuid

trains two tiny networks with the program and opens what it wrote with PyTorch (weights_only, strict, Adam and LambdaLR
states), the safetensors package and TensorBoard; then writes checkpoints with PyTorch and has the program sample them, which
must give the pictures that PyTorch computes. Needs torch, numpy, safetensors, tensorboard. Prints a line a check; exit code 1
where one fails."""
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy
import safetensors.torch
import torch
from tensorboard.backend.event_processing import event_accumulator

from golden_unet import UNet, settings

WIDTH, CLASSES, SIDE = 64, 10, 16
SMALL = (f"--data shapes --side {SIDE} --width {WIDTH} --multipliers 1,4 --blocks 1 --attention 8 --head-channels 32 --batch 4 "
         "--warmup 2 --lr 1e-3 --ema-decays 0.9,0.99 --sample-every 3 --samples 4 --track-every 0 --dropout 0 --seed 5").split()
failed = 0


def check(what, good, detail=""):
    global failed
    failed += not good
    print(("ok      " if good else "FAILED  ") + what + (f": {detail}" if detail != "" else ""))


def network():
    own = settings(WIDTH, [1, 4], 1, 32, "8", CLASSES)
    return UNet({**own, "dim": [3, SIDE, SIDE]}, head=True)


class Program:
    def __init__(self, path, folder):
        self.path, self.folder = str(pathlib.Path(path).resolve()), folder

    def __call__(self, *arguments):
        done = subprocess.run([self.path, *map(str, arguments), "--quiet"], cwd=self.folder, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"realuid {' '.join(map(str, arguments))}\n{done.stderr}")
        return done.stdout


def optimiser(parameters, state, schedule, beta1=0.0):
    """Whether PyTorch takes both states and makes an update with them."""
    adam = torch.optim.Adam(parameters, lr=1.0, betas=(0.5, 0.5))
    rate = torch.optim.lr_scheduler.LambdaLR(adam, lambda k: min(k, 2) / 2)
    adam.load_state_dict(state)
    rate.load_state_dict(schedule)
    for parameter in adam.param_groups[0]["params"]:
        parameter.grad = torch.zeros_like(parameter)
    adam.step()
    rate.step()
    group = adam.param_groups[0]
    return group["betas"] == (beta1, 0.999) and group["lr"] == 1e-3 and all(k in group for k in ("eps", "weight_decay", "amsgrad"))


def read_checkpoints(folder):
    teacher = torch.load(folder / "teacher/checkpoints/step-000006.pt", weights_only=True)
    net = network()
    check("torch.load(weights_only=True) of a teacher", set(teacher) == {"net_model", "ema_models", "sched", "optim", "step", "realuid_studio"}, sorted(teacher))
    net.load_state_dict(teacher["net_model"], strict=True)
    check("order of its tensors is PyTorch's", list(teacher["net_model"]) == list(net.state_dict()))
    for decay, state in teacher["ema_models"].items():
        network().load_state_dict(state, strict=True)
        check(f"EMA {decay} loads strictly and is another network", any(not torch.equal(state[k], teacher["net_model"][k]) for k in state))
    check("Adam and LambdaLR of a teacher", optimiser(net.parameters(), teacher["optim"], teacher["sched"], beta1=0.9))
    distilled = torch.load(folder / "distilled/checkpoints/step-000006.pt", weights_only=True)
    check("torch.load of a distilled file", {"gen", "u", "ema_gens", "sched", "optim_gen", "optim_u", "step"} <= set(distilled), sorted(distilled))
    for key, optim in (("gen", "optim_gen"), ("u", "optim_u")):
        net = network()
        net.load_state_dict(distilled[key], strict=True)
        check(f"{key} loads strictly, its Adam too", optimiser(net.parameters(), distilled[optim], distilled["sched"]))


def pictures(program, reference, *more):
    program("sample", "--checkpoint", reference, "--n", 6, "--seed", 3, "--class", 4, "--out", "out.npy", "--overwrite", *more)
    return torch.from_numpy(numpy.load(program.folder / "out.npy"))


def write_checkpoints(program):
    """A generator that answers 0 draws its noise, which no Python knows otherwise."""
    torch.manual_seed(1)
    net, other = network(), network()
    for parameter in list(net.parameters()) + list(other.parameters()):
        torch.nn.init.normal_(parameter, std=0.05)
    still = network()
    torch.nn.init.zeros_(still.out[2].weight)
    torch.nn.init.zeros_(still.out[2].bias)
    adam = torch.optim.Adam(net.parameters(), lr=1e-4, betas=(0.0, 0.999))
    rate = torch.optim.lr_scheduler.LambdaLR(adam, lambda k: 1)
    base = {"sched": rate.state_dict(), "optim_gen": adam.state_dict(), "optim_u": adam.state_dict(), "step": 12}
    folder = program.folder
    torch.save({"gen": still.state_dict(), "u": net.state_dict(), "ema_gens": {"0.999": still.state_dict()}, **base}, folder / "still.pt")
    torch.save({"gen": other.state_dict(), "u": net.state_dict(), "ema_gens": {"0.999": net.state_dict()}, **base}, folder / "python.pt")
    torch.save({"net_model": {f"module.{k}": v for k, v in net.state_dict().items()}, "ema_model": net.state_dict(), "step": 1}, folder / "cfm.pt")
    safetensors.torch.save_file(net.state_dict(), folder / "python.safetensors")
    about = ("--head-channels", 32, "--side", SIDE)
    z = pictures(program, "still.pt", *about)
    check("noise is a standard normal", abs(z.mean()) < 0.1 and abs(z.std() - 1) < 0.1, f"mean {z.mean():.3f}, deviation {z.std():.3f}")
    labels = torch.full((6,), 4)
    with torch.no_grad():
        wanted = {name: z + model.eval()(torch.zeros(6), z, labels) for name, model in (("net", net), ("other", other))}
    for reference, name in (("python.pt", "net"), ("python.pt:gen", "other"), ("cfm.pt", "net"), ("python.safetensors", "net")):
        got = pictures(program, reference, "--solver", "one-step", *about)
        error = ((got - wanted[name]).abs().max() / wanted[name].abs().max()).item()
        check(f"one step of {reference}, written by Python", error < 1e-5, f"relative difference {error:.1e}")
    with torch.no_grad():
        x = z.clone()
        for k in range(5):
            x = x + net(torch.full((6,), k / 5), x, labels) / 5
    error = ((pictures(program, "cfm.pt", "--solver", "euler", "--steps", 5, *about) - x).abs().max() / x.abs().max()).item()
    check("five Euler steps of a TorchCFM file", error < 1e-5, f"relative difference {error:.1e}")


def weights(program):
    folder = program.folder
    teacher = torch.load(folder / "teacher/checkpoints/step-000006.pt", weights_only=True)
    program("convert", "teacher/checkpoints/step-000006.pt", "ours.safetensors", "--keep", "0.9")
    ours = safetensors.torch.load_file(folder / "ours.safetensors")
    check("safetensors package reads ours", all(torch.equal(ours[k], v) for k, v in teacher["ema_models"]["0.9"].items()) and len(ours) == len(teacher["net_model"]))
    program("convert", "python.safetensors", "back.pt")
    back = torch.load(folder / "back.pt", weights_only=True)
    theirs = safetensors.torch.load_file(folder / "python.safetensors")
    check("convert of a file of the package", set(back) == set(theirs) and all(torch.equal(back[k], v) for k, v in theirs.items()))


def events(folder):
    reader = event_accumulator.EventAccumulator(str(folder), size_guidance={"scalars": 0, "images": 0})
    reader.Reload()
    lines = [json.loads(line) for line in (folder / "metrics.jsonl").read_text().splitlines()]
    for kind in ("fake", "generator"):
        wanted = [(m["step"], m["loss"]) for m in lines if m["kind"] == kind]
        got = [(e.step, e.value) for e in reader.Scalars(f"loss/{kind}")]
        check(f"TensorBoard's loss/{kind} is that of metrics.jsonl",
              len(wanted) == len(got) and all(a[0] == b[0] and abs(a[1] - b[1]) <= 1e-6 * abs(a[1]) for a, b in zip(wanted, got)), f"{len(got)} points")
    tags = reader.Tags()
    check("TensorBoard's images", bool(tags["images"]) and reader.Images(tags["images"][0])[0].encoded_image_string[:4] == b"\x89PNG", tags["images"])
    check("TensorBoard's hyper-parameters", "_hparams_/session_start_info" in reader.summary_metadata)


def main(path):
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        program = Program(path, folder)
        program("teacher", "--run", "teacher", "--steps", 6, "--classes", CLASSES, "--discriminator-head", "true", *SMALL)
        program("distil", "--run", "distilled", "--teacher", "teacher/checkpoints/step-000006.pt", "--steps", 3, "--fake-steps", 2, *SMALL)
        program("resume", "--run", "distilled", "--steps", 6)
        read_checkpoints(folder)
        write_checkpoints(program)
        weights(program)
        events(folder / "distilled")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else __doc__)
