#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a second set of golden data: the file names and keys of the first, other seeds, widths and coefficients.

    golden_set.py OUT SEED [--from FOLDER]     makes a set; fields, distances, damaged files are copied from FOLDER
    golden_set.py --check FOLDER               recomputes a set that is there from its inputs and prints the largest errors

Needs torch, numpy, scipy and safetensors. For REALUID_FIXTURES=OUT ./realuid test -L golden.
"""
from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy
import scipy.linalg
import scipy.special
import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from golden_unet import check_unets, clip, make_unets, share

COPIED = ("fields.json", "distances.json", "inception_stub.pt", "inception_stub.safetensors", "unet_full_size.json", "bad", "bad_files.json")


def write_json(path: Path, value) -> None:
    path.write_text(json.dumps(value, indent=1) + "\n")


def save(path: Path, tensors: dict[str, Tensor]) -> None:
    save_file({k: v.detach().clone().contiguous() for k, v in tensors.items()}, path)


# ---------------------------------------------------------------- losses

def product(a: Tensor, b: Tensor) -> Tensor:
    """Sum over an item, mean over the batch."""
    return (a * b).sum() / a.shape[0]


def square(a: Tensor) -> Tensor:
    return product(a, a)


def direction(teacher: Tensor, fake: Tensor) -> Tensor:
    d = teacher - fake
    return d / d.flatten(1).norm(dim=1).view(-1, *[1] * (d.dim() - 1))


def on_generated(c: dict, turn: str, teacher: Tensor, fake: Tensor, u: Tensor) -> Tensor:
    """The part of a loss on generated points, in the sign the fake model maximises."""
    kind, a, b = c["loss"], c["alpha"], c["beta"]
    if kind in ("dist_loss", "limit_alpha1"):
        own = -a * square(fake - b / a * u)
        return own if turn == "fake" else a * square(teacher - b / a * u) + own
    rest = a * teacher - b * u
    if kind == "normalized":
        return product(direction(teacher, fake), rest)
    d = (b if c.get("parameterization") == "beta" else 1) * (teacher - fake)
    weight = c["gamma"] if kind == "general" else a
    if kind == "sid" and turn == "generator":
        weight *= 2 * c["alpha_sid"]
    return -weight * square(d) + 2 * product(d, rest)


def on_real(c: dict, teacher: Tensor, fake: Tensor, u: Tensor) -> Tensor:
    kind, a, b = c["loss"], c["alpha"], c["beta"]
    if kind == "limit_alpha1":
        return 2 * (1 - b) * product(fake, u)
    if kind == "dist_loss":
        return -(1 - a) * square(fake - (1 - b) / (1 - a) * u)
    rest = (1 - a) * teacher - (1 - b) * (teacher if c.get("real_target") == "teacher" else u)
    if kind == "normalized":
        return product(direction(teacher, fake), rest)
    d = (b if c.get("parameterization") == "beta" else 1) * (teacher - fake)
    return -(1 - (c["gamma"] if kind == "general" else a)) * square(d) + 2 * product(d, rest)


def uses_real(c: dict) -> bool:
    return not (c["loss"] == "dist_loss" and c["alpha"] == 1.0)


def between(t: Tensor, x0: Tensor, x1: Tensor) -> Tensor:
    t = t.view(-1, *[1] * (x0.dim() - 1))
    return t * x1 + (1 - t) * x0


def distance(turn: str, alpha: float, beta: float, teacher, fake, t: Tensor, x0: Tensor, x1_gen: Tensor, x1_real: Tensor) -> Tensor:
    """RealUID with networks teacher(t, x), fake(t, x): the fake turn maximises it, the generator's minimises."""
    c = {"loss": "dist_loss", "alpha": alpha, "beta": beta}
    at_gen = between(t, x0, x1_gen)
    out = on_generated(c, turn, teacher(t, at_gen) if turn == "generator" else at_gen, fake(t, at_gen), x1_gen - x0)
    if turn == "fake" and uses_real(c):
        out = out + on_real(c, at_gen, fake(t, between(t, x0, x1_real)), x1_real - x0)
    return out


def adversarial(turn: str, logits: dict[str, Tensor]) -> Tensor:
    if turn == "generator":
        return next(F.softplus(-v).mean() for v in logits.values())
    return -sum((F.softplus(-v) if "real" in k else F.softplus(v)).mean() for k, v in logits.items())


def linear_field(tensors: dict[str, Tensor], who: str, t: Tensor, x: Tensor) -> Tensor:
    return tensors[who + "_A"] * x + tensors[who + "_b"] * t.view(-1, 1, 1, 1) + tensors[who + "_c"]


def evaluate(c: dict, tensors: dict[str, Tensor]) -> tuple[float, dict[str, Tensor]]:
    """Value and gradients of a case, by automatic differentiation."""
    turn = c["name"].rsplit("/", 1)[1].removesuffix("_2x2")
    if c["loss"] == "GANloss":
        size = "_2x2" if c["name"].endswith("_2x2") else ""
        by = {k + size: tensors[k + size].clone().requires_grad_() for k in ("logits_gen", "logits_real")[: 1 + (turn == "fake")]}
        value = adversarial(turn, by)
    elif turn == "fake":
        by = {k: tensors[k].clone().requires_grad_() for k in ("fake_gen", "fake_real")[: 1 + uses_real(c)]}
        value = on_generated(c, turn, tensors["teacher_gen"], by["fake_gen"], tensors["x1_gen"] - tensors["x0"])
        if "fake_real" in by:
            value = value + on_real(c, tensors["teacher_real"], by["fake_real"], tensors["x1_real"] - tensors["x0"])
    else:
        by = {"x1_gen": tensors["x1_gen"].clone().requires_grad_()}
        t, x1, x0 = tensors["t"], by["x1_gen"], tensors["x0"]
        xt = between(t, x0, x1)
        value = on_generated(c, turn, linear_field(tensors, "teacher", t, xt), linear_field(tensors, "fake", t, xt), x1 - x0)
    value.backward()
    return float(value.detach()), {k: v.grad for k, v in by.items()}


def loss_cases() -> list[dict]:
    pairs = [(1.0, 1.0), (0.9, 0.95), (0.97, 0.91), (0.8, 0.8), (0.75, 0.85), (1.0, 0.93), (1.0, 1.05)]
    found = []

    def both(name: str, source: str, loss: str, **more) -> None:
        for turn in ("fake", "generator"):
            found.append({"name": f"{name}/{turn}", "source": source, "loss": loss, **more})

    for a, b in pairs:
        both(f"dist_loss/a{a}_b{b}", "official", "dist_loss", alpha=a, beta=b)
        for form in ("standard", "beta"):
            both(f"general_dist_loss/{form}/a{a}_b{b}", "official", "general_dist_loss", alpha=a, beta=b, gamma_ignored=0.6, parameterization=form)
    for size in ("", "_2x2"):
        found += [{"name": f"GANloss/{turn}{size}", "source": "official", "loss": "GANloss"} for turn in ("generator", "fake")]
    for a, b, g in ((0.9, 0.95, 0.7), (0.97, 0.91, 0.97), (0.8, 0.8, 1.0), (1.0, 1.0, 0.65), (0.75, 0.85, 0.4)):
        for target in ("sampled", "teacher"):
            more = "_teacher_target" if target == "teacher" else ""
            both(f"general/a{a}_b{b}_g{g}{more}", "own", "general", alpha=a, beta=b, gamma=g, real_target=target)
    for a, b in pairs[:5]:
        for s in (0.5, 0.9, 1.3):
            both(f"sid/a{a}_b{b}_sid{s}", "own", "sid", alpha=a, beta=b, alpha_sid=s)
    for a, b in pairs[:6]:
        both(f"normalized/a{a}_b{b}", "own", "normalized", alpha=a, beta=b)
    for b in (0.85, 0.93, 1.0, 1.07):
        both(f"limit_alpha1/b{b}", "own", "limit_alpha1", alpha=1.0, beta=b)
    return found


def make_losses(folder: Path, seed: int) -> None:
    rng = torch.Generator().manual_seed(seed)
    batch, shape = 6, (3, 5, 7)

    def normal(*size: int) -> Tensor:
        return torch.randn(*size, generator=rng, dtype=torch.float64)

    tensors = {"x0": normal(batch, *shape), "x1_gen": 0.8 * normal(batch, *shape), "x1_real": 0.2 + normal(batch, *shape),
               "t": torch.rand(batch, generator=rng, dtype=torch.float64)}
    for who in ("teacher", "fake"):
        for part in "Abc":
            tensors[f"{who}_{part}"] = 0.6 * normal(*shape)
    for where in ("gen", "real"):
        tensors["xt_" + where] = between(tensors["t"], tensors["x0"], tensors["x1_" + where])
        for who in ("teacher", "fake"):
            tensors[f"{who}_{where}"] = linear_field(tensors, who, tensors["t"], tensors["xt_" + where])
    for size, side in (("", 1), ("_2x2", 2)):
        for where in ("gen", "real"):
            tensors[f"logits_{where}{size}"] = 2 * normal(batch, 1, side, side)
    cases = []
    for c in loss_cases():
        value, gradients = evaluate(c, tensors)
        fake = "/fake" in c["name"]
        names = {k: f"grad/{c['name']}/{k}" for k in gradients}
        tensors.update({names[k]: g for k, g in gradients.items()})
        head = {k: c[k] for k in ("name", "source", "loss")}
        cases.append({**head, "value": value, "gradients": names, "turn": "fake" if fake else "generator",
                      "sign": "to be maximised" if fake else "to be minimised", **{k: v for k, v in c.items() if k not in head}})
    save(folder / "losses.safetensors", tensors)
    write_json(folder / "losses.json", {
        "seed": seed, "reduction": f"sum over pixels, mean over the batch of {batch}", "field": "f(t,x) = A*x + b*t + c, elementwise",
        "fake_official_sign": "the authors maximise: negate for a minimised loss", "cases": cases})


def check_losses(folder: Path) -> None:
    tensors, worst = load_file(folder / "losses.safetensors"), {}
    cases = json.loads((folder / "losses.json").read_text())["cases"]
    for c in cases:
        value, gradients = evaluate(c, tensors)
        if set(gradients) != set(c["gradients"]):
            raise ValueError(f"{c['name']}: other gradients")
        errors = [abs(value / c["value"] - 1)]
        for k, g in gradients.items():
            wanted = tensors[c["gradients"][k]]
            errors.append(share(g, wanted) if wanted.any() else float(g.abs().max()))
        was = worst.setdefault(c["loss"], [0.0, 0.0])
        worst[c["loss"]] = [max(was[0], errors[0]), max(was[1], *errors[1:])]
    print(f"losses: {len(cases)} cases; value, gradient:", ", ".join(f"{k} {v[0]:.1e} {v[1]:.1e}" for k, v in worst.items()))


# ---------------------------------------------------------------- the run in two dimensions

class Plane(nn.Module):
    def __init__(self, hidden: int):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(3, hidden), nn.SiLU(), nn.Linear(hidden, hidden), nn.SiLU(), nn.Linear(hidden, 2)).double()

    def forward(self, t: Tensor, x: Tensor) -> Tensor:
        return self.net(torch.cat([x, t.view(-1, 1)], dim=1))


class Adam:
    """Written out: bias-corrected, epsilon outside the root, the k-th update with rate lr min(k, warmup) / warmup."""

    def __init__(self, net: nn.Module, lr: float, warmup: int):
        self.parameters, self.lr, self.warmup, self.k = list(net.parameters()), lr, warmup, 0
        self.mean, self.square = ([torch.zeros_like(p) for p in self.parameters] for _ in range(2))

    @torch.no_grad()
    def step(self, sign: float) -> float:
        rate, self.k = self.lr * min(self.k, self.warmup) / self.warmup, self.k + 1
        for p, mean, square_ in zip(self.parameters, self.mean, self.square):
            g = sign * p.grad
            mean.copy_(g)  # beta1 = 0
            square_.mul_(0.999).add_(0.001 * g * g)
            p -= rate * mean / ((square_ / (1 - 0.999 ** self.k)).sqrt() + 1e-8)
        return rate


def play(s: dict, tensors: dict[str, Tensor]) -> tuple[list[dict], dict[str, Tensor]]:
    """Algorithm 1 from init/ and the drawn numbers in `tensors`."""
    nets = {who: Plane(s["hidden"]) for who in ("teacher", "generator", "fake")}
    for who, net in nets.items():
        net.load_state_dict({k.removeprefix(f"init/{who}/"): v for k, v in tensors.items() if k.startswith(f"init/{who}/")})
    nets["teacher"].requires_grad_(False)
    adams = {who: Adam(nets[who], s["lr"], s["warmup"]) for who in ("fake", "generator")}
    averages = {d: {k: v.clone() for k, v in nets["generator"].state_dict().items()} for d in s["ema"]}
    steps = []
    for k in range(s["steps"]):
        x1_real, x0, t, z = (tensors[f"step{k:02d}/{name}"] for name in ("x1_real", "x0", "t", "z"))
        turn = "generator" if k % s["every"] == s["every"] - 1 else "fake"
        net = nets[turn]
        for n in nets.values():
            n.zero_grad(set_to_none=True)
        made = z + nets["generator"](torch.zeros_like(t), z)
        loss = distance(turn, s["alpha"], s["beta"], nets["teacher"], nets["fake"], t, x0,
                        made if turn == "generator" else made.detach(), x1_real)
        loss.backward()
        norm = clip(net, s["clip"])
        rate = adams[turn].step(-1.0 if turn == "fake" else 1.0)
        if turn == "generator":
            for d, state in averages.items():
                for name, value in net.state_dict().items():
                    state[name].mul_(d).add_((1 - d) * value)
        size = torch.sqrt(sum(p.detach().square().sum() for p in net.parameters()))
        steps.append({"step": k, "turn": turn, "loss": float(loss.detach()), "grad_norm": norm, "lr": rate, "param_norm": float(size)})
    final = {f"final/{who}/{k}": v for who in ("fake", "generator") for k, v in nets[who].state_dict().items()}
    final.update({f"final/ema_{d}/{k}": v for d, state in averages.items() for k, v in state.items()})
    for key, who in (("optim_gen", "generator"), ("optim_u", "fake")):
        for i, (mean, square_) in enumerate(zip(adams[who].mean, adams[who].square)):
            final.update({f"final/{key}/{i}/exp_avg": mean, f"final/{key}/{i}/exp_avg_sq": square_})
    return steps, final


def make_toy_run(folder: Path, seed: int) -> None:
    torch.manual_seed(seed)
    s = {"seed": seed, "alpha": 0.85, "beta": 0.92, "steps": 35, "every": 5, "batch": 13, "lr": 0.002, "warmup": 4, "clip": 2.5,
         "ema": [0.9996, 0.95, 0.5], "hidden": 40}
    tensors = {}
    for who in ("teacher", "generator", "fake"):
        net = Plane(s["hidden"])
        tensors.update({f"init/{who}/{k}": v for k, v in net.state_dict().items()})
    for k in range(s["steps"]):
        normal = [torch.randn(s["batch"], 2, dtype=torch.float64) for _ in range(3)]
        tensors.update({f"step{k:02d}/x1_real": 1.5 + 0.4 * normal[0], f"step{k:02d}/x0": normal[1], f"step{k:02d}/z": normal[2],
                        f"step{k:02d}/t": torch.rand(s["batch"], dtype=torch.float64)})
    steps, final = play(s, tensors)
    save(folder / "toy_run.safetensors", {**tensors, **final})
    write_json(folder / "toy_run.json", {"settings": s, "steps": steps, "clip_epsilon": 1e-06, "adam_epsilon": 1e-08})


def check_toy_run(folder: Path) -> None:
    about, tensors = json.loads((folder / "toy_run.json").read_text()), load_file(folder / "toy_run.safetensors")
    steps, final = play(about["settings"], tensors)
    if set(final) != {k for k in tensors if k.startswith("final/")}:
        raise ValueError("toy run: other final tensors")
    worst = {k: max(abs(got[k] - wanted[k]) for got, wanted in zip(steps, about["steps"], strict=True))
             for k in ("loss", "grad_norm", "lr", "param_norm")}
    worst["final"] = max(share(v, tensors[k]) for k, v in final.items())
    print("toy run:", "turns equal" if [a["turn"] for a in steps] == [a["turn"] for a in about["steps"]] else "TURNS DIFFER",
          " ".join(f"{k} {v:.1e}" for k, v in worst.items()))


# ---------------------------------------------------------------- metrics

def frechet(x: numpy.ndarray, y: numpy.ndarray) -> dict:
    a, b = numpy.cov(x, rowvar=False), numpy.cov(y, rowvar=False)
    rest = ((x.mean(0) - y.mean(0)) ** 2).sum() + numpy.trace(a) + numpy.trace(b)
    root = numpy.asarray(scipy.linalg.sqrtm(a @ b))
    centred = [(v - v.mean(0)) / numpy.sqrt(len(v) - 1) for v in (x, y)]
    cross = numpy.linalg.svd(centred[0] @ centred[1].T, compute_uv=False).sum()
    return {"sqrtm": float(rest - 2 * numpy.trace(root).real), "svd": float(rest - 2 * cross),
            "finite": bool(numpy.isfinite(root).all()), "imag": float(numpy.abs(numpy.imag(root)).max())}


def kernel_distance(x: numpy.ndarray, y: numpy.ndarray) -> float:
    def kernel(a: numpy.ndarray, b: numpy.ndarray) -> numpy.ndarray:
        return (a @ b.T / a.shape[1] + 1) ** 3

    def within(a: numpy.ndarray) -> float:
        k = kernel(a, a)
        return (k.sum() - numpy.trace(k)) / (len(a) * (len(a) - 1))

    return float(within(x) + within(y) - 2 * kernel(x, y).mean())


def apart(x: numpy.ndarray, y: numpy.ndarray) -> numpy.ndarray:
    return numpy.sqrt(((x[:, None] - y[None]) ** 2).sum(-1))


def radii(x: numpy.ndarray, k: int) -> numpy.ndarray:
    return numpy.sort(apart(x, x), axis=1)[:, k]  # the first is the point itself


def precision_recall(x: numpy.ndarray, y: numpy.ndarray, k: int) -> tuple[float, float, float]:
    """Precision, recall, and how near to a sphere a point comes."""
    d, rx, ry = apart(x, y), radii(x, k), radii(y, k)
    margin = min(numpy.abs(d - rx[:, None]).min(), numpy.abs(d - ry[None]).min())
    return float((d <= rx[:, None]).any(0).mean()), float((d <= ry[None]).any(1).mean()), float(margin)


def inception_scores(logits: numpy.ndarray, splits: int) -> numpy.ndarray:
    logs = logits - scipy.special.logsumexp(logits, axis=1, keepdims=True)
    out = []
    for part in numpy.split(logs, splits):
        mean = numpy.exp(part).mean(0, keepdims=True)
        out.append(numpy.exp((numpy.exp(part) * (part - numpy.log(mean))).sum(1).mean()))
    return numpy.array(out)


def measure(seed: int, tensors: dict[str, numpy.ndarray], few: int, k: int) -> dict:
    real, generated, logits = tensors["real"], tensors["generated"], tensors["logits"]
    rows = list(zip(tensors["kid_index_real"], tensors["kid_index_generated"]))
    whole, cut, same = frechet(real, generated), frechet(real[:few], generated[:few]), frechet(real, real)
    subsets = [kernel_distance(real[i], generated[j]) for i, j in rows]
    precision, recall, margin = precision_recall(real, generated, k)
    ten = inception_scores(logits, 10)
    piece = precision_recall(real[:60], generated[:60], k)
    return {
        "seed": seed,
        "shapes": {"real": list(real.shape), "generated": list(generated.shape), "few": [few, real.shape[1]]},
        "fid": {"value": whole["sqrtm"], "by_singular_values": whole["svd"], "sqrtm_finite": whole["finite"],
                "sqrtm_max_imag": whole["imag"], "identical_sets": same["sqrtm"]},
        "fid_rank_deficient": {"value": cut["svd"], "scipy_sqrtm": cut["sqrtm"], "sqrtm_finite": cut["finite"], "sqrtm_max_imag": cut["imag"],
                               "note": "compare with value; scipy's sqrtm of a singular product is only good to about 1e-5"},
        "kid": {"full_unbiased": kernel_distance(real, generated), "subset_mean": float(numpy.mean(subsets)), "subsets": len(rows),
                "subset_size": len(rows[0][0]), "subset_values": subsets, "kernel": "(x.y/d + 1)^3"},
        "precision_recall": {"k": k, "precision": precision, "recall": recall, "smallest_margin": margin},
        "inception_score": {"splits1": float(inception_scores(logits, 1)[0]), "splits10_mean": float(ten.mean()),
                            "splits10_std_population": float(ten.std())},
        "piece": {"kid_real30_gen25": kernel_distance(real[:30], generated[:25]), "precision_60": piece[0], "recall_60": piece[1]}}


def make_metrics(folder: Path, seed: int) -> None:
    rng = numpy.random.default_rng(seed)
    features, few, k = 48, 30, 5
    mixing = rng.normal(size=(features, features)) / 8 + numpy.eye(features)
    tensors = {"real": numpy.maximum(rng.normal(size=(360, features)) @ mixing, -0.3),
               "generated": numpy.maximum(0.15 + rng.normal(size=(280, features)) @ mixing * 0.9, -0.3),
               "logits": 2.2 * rng.normal(size=(420, 7))}
    for who in ("real", "generated"):
        n = len(tensors[who])
        tensors["kid_index_" + who] = numpy.stack([rng.choice(n, 70, replace=False) for _ in range(6)])
        tensors["radius_" + who] = radii(tensors[who], k)
    about = measure(seed, tensors, few, k)
    if about["precision_recall"]["smallest_margin"] < 1e-9:
        raise ValueError("a point lies on a sphere: take another seed")
    write_json(folder / "metrics.json", about)
    save(folder / "metrics.safetensors", {name: torch.from_numpy(value) for name, value in tensors.items()})


def check_metrics(folder: Path) -> None:
    about, tensors = json.loads((folder / "metrics.json").read_text()), load_file(folder / "metrics.safetensors")
    values = {name: value.numpy() for name, value in tensors.items()}
    k = about["precision_recall"]["k"]
    got = measure(about["seed"], values, about["shapes"]["few"][0], k)
    for group in ("fid", "fid_rank_deficient", "kid", "precision_recall", "inception_score", "piece"):
        pairs = [(name, got[group][name], wanted) for name, wanted in about[group].items() if name not in ("note", "kernel", "identical_sets")]
        errors = {name: float(numpy.abs(numpy.subtract(a, b, dtype=float)).max() / max(numpy.abs(b).max(), 1e-6)) for name, a, b in pairs}
        print(f"metrics, {group}:", " ".join(f"{name} {e:.1e}" for name, e in errors.items()))
    print("metrics, radii:", " ".join(f"{numpy.abs(radii(values[w], k) - values['radius_' + w]).max():.1e}" for w in ("real", "generated")))


# ---------------------------------------------------------------- program

def copy_rest(source: Path, to: Path) -> None:
    for name in COPIED:
        if (source / name).is_dir():
            shutil.copytree(source / name, to / name, dirs_exist_ok=True, copy_function=shutil.copyfile)
        elif (source / name).exists():
            shutil.copyfile(source / name, to / name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="folder to make, or with --check to read")
    parser.add_argument("seed", type=int, nargs="?", default=77)
    parser.add_argument("--check", action="store_true", help="recompute what the folder holds")
    parser.add_argument("--from", dest="source", type=Path, help="a set from which the files are copied that are not made here")
    parser.add_argument("--heads-by-number", action="store_true", help="unet_prefix.pt states num_heads, num_head_channels is -1")
    o = parser.parse_args()
    torch.set_num_threads(1)
    if o.check:
        for check in (check_unets, check_losses, check_toy_run, check_metrics):
            check(o.out)
        return
    o.out.mkdir(parents=True, exist_ok=True)
    make_unets(o.out, o.seed, distance, o.heads_by_number)
    make_losses(o.out, o.seed + 1000)
    make_toy_run(o.out, o.seed + 2000)
    make_metrics(o.out, o.seed + 3000)
    if o.source:
        copy_rest(o.source, o.out)
    for path in o.out.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


if __name__ == "__main__":
    main()
