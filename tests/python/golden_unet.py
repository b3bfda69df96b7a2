# SPDX-License-Identifier: GPL-3.0-or-later
"""The authors' U-Net with free settings, and what golden files hold of it: checkpoints, outputs, gradients."""
from __future__ import annotations

import copy
import json
import math
from collections import OrderedDict
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

GROUPS, HEAD_WIDTH = 32, 256
NORM_WEIGHTS = ("in_layers.0.weight", "out_layers.0.weight", "norm.weight", "out.0.weight", "branch.1.weight", "branch.4.weight")


# ---------------------------------------------------------------- network

class Residual(nn.Module):
    def __init__(self, cin: int, cout: int, embedding: int):
        super().__init__()
        self.in_layers = nn.Sequential(nn.GroupNorm(GROUPS, cin), nn.SiLU(), nn.Conv2d(cin, cout, 3, padding=1))
        self.emb_layers = nn.Sequential(nn.SiLU(), nn.Linear(embedding, cout))
        self.out_layers = nn.Sequential(nn.GroupNorm(GROUPS, cout), nn.SiLU(), nn.Dropout(0.0), nn.Conv2d(cout, cout, 3, padding=1))
        self.skip_connection = nn.Identity() if cin == cout else nn.Conv2d(cin, cout, 1)

    def forward(self, x: Tensor, emb: Tensor) -> Tensor:
        return self.skip_connection(x) + self.out_layers(self.in_layers(x) + self.emb_layers(emb)[:, :, None, None])


class Attention(nn.Module):
    """qkv's channels: by head, within it queries, keys, values."""

    def __init__(self, channels: int, heads: int, head_channels: int):
        super().__init__()
        self.heads = heads if head_channels == -1 else channels // head_channels
        if channels % self.heads or (head_channels != -1 and channels % head_channels):
            raise ValueError(f"{channels} channels do not divide among the heads")
        self.norm = nn.GroupNorm(GROUPS, channels)
        self.qkv = nn.Conv1d(channels, 3 * channels, 1)
        self.proj_out = nn.Conv1d(channels, channels, 1)

    def forward(self, x: Tensor, _emb: Tensor) -> Tensor:
        flat = x.flatten(2)
        n, c, pixels = flat.shape
        q, k, v = self.qkv(self.norm(flat)).view(n * self.heads, 3, c // self.heads, pixels).unbind(1)
        scale = (c // self.heads) ** -0.25
        attention = ((q * scale).transpose(1, 2) @ (k * scale)).softmax(dim=-1)
        return (flat + self.proj_out((v @ attention.transpose(1, 2)).reshape(n, c, pixels))).view_as(x)


class Down(nn.Module):
    def __init__(self, channels: int):
        super().__init__()
        self.op = nn.Conv2d(channels, channels, 3, stride=2, padding=1)

    def forward(self, x: Tensor, _emb: Tensor) -> Tensor:
        return self.op(x)


class Up(nn.Module):
    def __init__(self, channels: int):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x: Tensor, _emb: Tensor) -> Tensor:
        return self.conv(F.interpolate(x, scale_factor=2, mode="nearest"))


class Stem(nn.Conv2d):
    def forward(self, x: Tensor, _emb: Tensor) -> Tensor:
        return super().forward(x)


class Block(nn.Sequential):
    def forward(self, x: Tensor, emb: Tensor) -> Tensor:
        for layer in self:
            x = layer(x, emb)
        return x


class UNet(nn.Module):
    """`settings`: the authors' constructor arguments, as unet.json lists them."""

    def __init__(self, settings: dict, head: bool):
        super().__init__()
        self.settings = settings
        channels, side, width = settings["dim"][0], settings["dim"][1], settings["num_channels"]
        multipliers, blocks = settings["channel_mult"], settings["num_res_blocks"]
        sides = [int(s) for s in settings["attention_resolutions"].split(",")]
        self.width, embedding = width, 4 * width

        def stage(cin: int, cout: int) -> list[nn.Module]:
            layers: list[nn.Module] = [Residual(cin, cout, embedding)]
            return layers + [self._attention(cout)] if side in sides else layers

        self.time_embed = nn.Sequential(nn.Linear(width, embedding), nn.SiLU(), nn.Linear(embedding, embedding))
        if settings["class_cond"]:
            self.label_emb = nn.Embedding(settings["num_classes"], embedding)
        c = multipliers[0] * width
        self.input_blocks, skips = nn.ModuleList([Block(Stem(channels, c, 3, padding=1))]), [c]
        for level, m in enumerate(multipliers):
            for _ in range(blocks):
                self.input_blocks.append(Block(*stage(c, m * width)))
                c = m * width
                skips.append(c)
            if level + 1 < len(multipliers):
                self.input_blocks.append(Block(Down(c)))
                skips.append(c)
                side //= 2
        self.middle_block = Block(Residual(c, c, embedding), self._attention(c), Residual(c, c, embedding))
        self.output_blocks = nn.ModuleList()
        for level, m in reversed(list(enumerate(multipliers))):
            for i in range(blocks + 1):
                layers = stage(c + skips.pop(), m * width)
                c = m * width
                if level and i == blocks:
                    layers.append(Up(c))
                    side *= 2
                self.output_blocks.append(Block(*layers))
        self.out = nn.Sequential(nn.GroupNorm(GROUPS, c), nn.SiLU(), nn.Conv2d(c, channels, 3, padding=1))
        if head:
            h = HEAD_WIDTH
            self.cls_pred_branch = nn.Sequential(nn.Conv2d(h, h, 2, stride=2), nn.GroupNorm(GROUPS, h), nn.SiLU(),
                                                 nn.Conv2d(h, h, 2, stride=2), nn.GroupNorm(GROUPS, h), nn.SiLU(), nn.Conv2d(h, 1, 1))

    def _attention(self, channels: int) -> Attention:
        return Attention(channels, self.settings["num_heads"], self.settings["num_head_channels"])

    def embed(self, t: Tensor, y: Tensor | None) -> Tensor:
        half = self.width // 2
        frequencies = torch.exp(-math.log(10000.0) * torch.arange(half, dtype=torch.float32) / half)  # in float32 always
        phase = t[:, None] * frequencies.to(t.dtype)
        emb = self.time_embed(torch.cat([phase.cos(), phase.sin()], dim=1))
        return emb if y is None else emb + self.label_emb(y)

    def middle(self, t: Tensor, x: Tensor, y: Tensor | None) -> tuple[Tensor, Tensor, list[Tensor]]:
        emb, skips = self.embed(t, y), []
        for block in self.input_blocks:
            x = block(x, emb)
            skips.append(x)
        return self.middle_block(x, emb), emb, skips

    def forward(self, t: Tensor, x: Tensor, y: Tensor | None = None) -> Tensor:
        x, emb, skips = self.middle(t, x, y)
        for block in self.output_blocks:
            x = block(torch.cat([x, skips.pop()], dim=1), emb)
        return self.out(x)

    def head_fits(self) -> bool:
        return hasattr(self, "cls_pred_branch") and self.settings["channel_mult"][-1] * self.width == HEAD_WIDTH


def settings(width: int, multipliers: list[int], blocks: int, head_channels: int, sides: str, classes: int = 0, heads: int = 4) -> dict:
    return {"dim": [3, 32, 32], "num_channels": width, "num_res_blocks": blocks, "channel_mult": multipliers, "num_heads": heads,
            "num_head_channels": head_channels, "attention_resolutions": sides, "dropout": 0.0,
            "class_cond": classes > 0, "num_classes": classes or 1000}


def randomised(net: UNet) -> UNet:
    """PyTorch's start, but nothing constant: biases, norms and what would start at zero are random too."""
    with torch.no_grad():
        for name, p in net.named_parameters():
            if p.dim() == 1:
                p.normal_(1.0 if name.endswith(NORM_WEIGHTS) else 0.0, 0.1)
    return net


# ---------------------------------------------------------------- state dictionaries

def plan_views(shapes: dict[str, tuple[int, ...]], numbers: int, ones: int, rng: torch.Generator) -> dict:
    """Where each tensor lies in a storage of `numbers` small values followed by `ones` around 1: (shape, strides, offset).

    Offsets are odd; matrices lie plain, transposed or channels last, some vectors take every second or third value.
    """
    plan = {}
    for i, (name, shape) in enumerate(shapes.items()):
        begin, end = (numbers, numbers + ones) if name.endswith(NORM_WEIGHTS) else (0, numbers)
        order = list(range(len(shape)))
        if len(shape) > 1 and i % 3 == 1:
            order = order[::-1]
        elif len(shape) == 4 and i % 3 == 2:
            order = [0, 2, 3, 1]
        strides, step = [0] * len(shape), 1 if len(shape) > 1 else 1 + i % 3
        for axis in reversed(order):
            strides[axis] = step
            step *= shape[axis]
        reach = sum((n - 1) * s for n, s in zip(shape, strides)) + 1
        room = end - begin - reach
        if room < 1:
            raise ValueError(f"{name} does not fit")
        offset = begin + int(torch.randint(0, room, (1,), generator=rng))
        plan[name] = (shape, tuple(strides), offset - (offset % 2 == 0) if offset > begin else offset)
    return plan


def pool(net: UNet, rng: torch.Generator) -> tuple[Tensor, int, int]:
    """One storage that is large enough for any tensor of the network."""
    numbers = max(p.numel() for p in net.parameters()) + 4321
    ones = 3 * max(p.numel() for name, p in net.named_parameters() if name.endswith(NORM_WEIGHTS)) + 123
    values = torch.randn(numbers + ones, generator=rng) * 0.03
    values[numbers:] = 1 + values[numbers:] / 0.3
    return values, numbers, ones


def views(storage: Tensor, plan: dict) -> OrderedDict:
    return OrderedDict((name, storage.as_strided(*where)) for name, where in plan.items())


def shapes_of(net: UNet) -> dict[str, tuple[int, ...]]:
    return {name: tuple(p.shape) for name, p in net.state_dict().items()}


def plain(state: dict) -> dict:
    return {name.removeprefix("module."): value.contiguous() for name, value in state.items()}


class Average:
    """An exponential moving average that starts away from its source, so that mixing the two up shows."""

    def __init__(self, state: dict, decay: float, rng: torch.Generator):
        self.decay = decay
        self.state = copy.deepcopy(state)
        for value in self.state.values():
            value.mul_(1 + 0.05 * torch.randn(value.shape, generator=rng))

    def update(self, state: dict) -> None:
        for name, value in self.state.items():
            value.mul_(self.decay).add_(state[name].detach(), alpha=1 - self.decay)


def adam(net: nn.Module, lr: float, beta1: float, warmup: int, maximise: bool = False):
    optimiser = torch.optim.Adam(net.parameters(), lr=lr, betas=(beta1, 0.999), maximize=maximise)
    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, lambda k: min(k, warmup) / warmup)


def clip(net: nn.Module, most: float) -> float:
    gradients = [p.grad for p in net.parameters() if p.grad is not None]
    norm = torch.sqrt(sum(g.square().sum() for g in gradients))
    for g in gradients:
        g.mul_(torch.clamp(most / (norm + 1e-6), max=1.0))
    return float(norm)


# ---------------------------------------------------------------- outputs and gradients

def network(about: dict, state: dict, dtype: torch.dtype) -> UNet:
    net = UNet(about["settings"], about["head"]).to(dtype)
    net.load_state_dict(plain(state), strict=True)
    return net


def outputs(net: UNet, inputs: dict[str, Tensor], suffix: str) -> tuple[dict[str, Tensor], dict]:
    """v, d sum(v w) / dx, the head's logits, and the norm of each parameter's gradient."""
    dtype = net.out[2].weight.dtype
    x, t, w = (inputs[k].to(dtype) for k in ("x", "t", "w"))
    x, y = x.clone().requires_grad_(True), inputs.get("y")
    v = net(t, x, y)
    (v * w).sum().backward()
    out = {"v" + suffix: v.detach(), "grad_x" + suffix: x.grad}
    norms = {name: None if p.grad is None else float(p.grad.norm()) for name, p in net.named_parameters()}
    with torch.no_grad():
        if net.head_fits():
            out["logits" + suffix] = net.cls_pred_branch(net.middle(t, x, y)[0])
        elif "head_h" in inputs:
            out["head_logits" + suffix] = net.cls_pred_branch(inputs["head_h"].to(dtype))
    return out, norms


def describe(name: str, config: dict, head: bool, state_name: str, states: dict[str, dict], inputs: dict[str, Tensor]):
    """The entry of unet.json and the tensors beside the file. states[state_name] is the main one."""
    about = {"settings": config, "head": head, "parity": name.replace(".pt", ".safetensors"), "state_dict": state_name}
    main = plain(states[state_name])
    single, norms32 = outputs(network(about, main, torch.float32), inputs, "")
    double, norms64 = outputs(network(about, main, torch.float64), inputs, "_f64")
    tensors = {**inputs, **single, **double}
    with torch.no_grad():
        for key, state in states.items():
            if key != state_name:
                other = network(about, state, torch.float32)(inputs["t"], inputs["x"], inputs.get("y"))
                tensors["v_" + (key if key in ("u", "ema_model") else "ema_" + key)] = other
    about.update(
        parameters=sum(p.numel() for p in main.values()), tensors=len(main), max_abs_v=float(single["v"].abs().max()),
        max_abs_error_f32=float((single["v"] - double["v_f64"]).abs().max()),
        max_abs_error_grad_x_f32=float((single["grad_x"] - double["grad_x_f64"]).abs().max()),
        grad_norms_f32=norms32, grad_norms_f64=norms64, shapes={k: list(p.shape) for k, p in main.items()})
    return about, {k: v.contiguous() for k, v in tensors.items()}


def inputs_for(config: dict, n: int, rng: torch.Generator, last: float | None = None) -> dict[str, Tensor]:
    out = {k: torch.randn(n, *config["dim"], generator=rng) for k in ("x", "w")}
    out["t"] = torch.rand(n, generator=rng)
    out["t"][0] = 0.0
    if last is not None:
        out["t"][-1] = last
    if config["class_cond"]:
        out["y"] = torch.randint(0, config["num_classes"], (n,), generator=rng)
        out["y"][-1] = config["num_classes"] - 1
    return out


# ---------------------------------------------------------------- the four files

def make_teacher(rng: torch.Generator) -> tuple[dict, tuple]:
    """Matrices are views and frozen, so that Adam has states of the vectors alone and the file stays small."""
    config = settings(64, [1, 2, 4], 3, 32, "16,8", classes=7, heads=2)
    net = randomised(UNet(config, True))
    storage, numbers, ones = pool(net, rng)
    plan = plan_views({k: s for k, s in shapes_of(net).items() if len(s) > 1}, numbers, ones, rng)
    net.load_state_dict({**net.state_dict(), **plain(views(storage, plan))})
    for p in net.parameters():
        p.requires_grad_(p.dim() == 1)
    vectors = {k: p for k, p in net.named_parameters() if p.dim() == 1}
    emas = {d: Average({**{k: p.detach() for k, p in vectors.items()}, "storage": storage}, float(d), rng) for d in ("0.9996", "0.998")}
    optimiser, schedule = adam(net, 3e-4, 0.9, 7)
    for _ in range(3):
        optimiser.zero_grad()
        x1, x0 = (torch.randn(2, 3, 32, 32, generator=rng) for _ in range(2))
        t, y = torch.rand(2, generator=rng), torch.randint(0, 7, (2,), generator=rng)
        tt = t.view(-1, 1, 1, 1)
        (net(t, tt * x1 + (1 - tt) * x0, y) - (x1 - x0)).square().mean().backward()
        clip(net, 1.0)
        optimiser.step()
        schedule.step()
        for ema in emas.values():
            ema.update({**vectors, "storage": storage})

    def whole(matrices: Tensor, small: dict) -> OrderedDict:
        seen = views(matrices, plan)
        return OrderedDict((k, seen[k] if k in seen else small[k].detach().clone()) for k in net.state_dict())

    states = {"net_model": whole(storage, vectors), **{d: whole(e.state["storage"], e.state) for d, e in emas.items()}}
    content = {"net_model": states["net_model"], "ema_models": {d: states[d] for d in emas}, "sched": schedule.state_dict(),
               "optim": optimiser.state_dict(), "step": 2}
    return content, describe("unet_teacher.pt", config, True, "net_model", states, inputs_for(config, 3, rng))


def make_distilled(rng: torch.Generator, distance) -> tuple[dict, tuple]:
    """Twelve real steps of Algorithm 1; `distance(...)` is the loss of either turn."""
    config = settings(64, [1], 1, 8, "32", classes=3, heads=1)
    gen, fake = randomised(UNet(config, True)), randomised(UNet(config, True))
    teacher = copy.deepcopy(gen).requires_grad_(False)
    trained = [k for k in gen.state_dict() if not k.startswith("cls_pred")]  # the head never moves: averages keep it as it is
    ema = Average({k: gen.state_dict()[k] for k in trained}, 0.9996, rng)
    optim_gen, sched_gen = adam(gen, 5e-5, 0.0, 4)
    optim_u, sched_u = adam(fake, 5e-5, 0.0, 4, maximise=True)
    for step in range(12):
        x1, x0, z = (torch.randn(2, 3, 32, 32, generator=rng) for _ in range(3))
        t, y = torch.rand(2, generator=rng), torch.randint(0, 3, (2,), generator=rng)
        turn = "generator" if step % 6 == 5 else "fake"
        net, optimiser, schedule = (gen, optim_gen, sched_gen) if turn == "generator" else (fake, optim_u, sched_u)
        optimiser.zero_grad()
        made = z + gen(torch.zeros(2), z, y)
        distance(turn, 0.9, 0.95, lambda s, x: teacher(s, x, y), lambda s, x: fake(s, x, y), t, x0,
                 made if turn == "generator" else made.detach(), x1).backward()
        clip(net, 0.7)
        optimiser.step()
        schedule.step()
        if turn == "generator":
            ema.update(gen.state_dict())
    average = OrderedDict((k, ema.state[k] if k in ema.state else v) for k, v in gen.state_dict().items())
    states = {"gen": gen.state_dict(), "u": fake.state_dict(), "0.9996": average}
    content = {"gen": states["gen"], "u": states["u"], "ema_gens": {"0.9996": average}, "sched": sched_gen.state_dict(),
               "optim_gen": optim_gen.state_dict(), "optim_u": optim_u.state_dict(), "step": 11}
    inputs = inputs_for(config, 3, rng)
    inputs["head_h"] = torch.randn(3, HEAD_WIDTH, 8, 8, generator=rng)
    return content, describe("unet_distilled.pt", config, True, "gen", states, inputs)


def untouched(lr: float, beta1: float, parameters: int) -> tuple[dict, dict]:
    """States of an optimiser and its schedule before the first update."""
    stand_in = nn.ParameterList([nn.Parameter(torch.zeros(1)) for _ in range(parameters)])
    optimiser, schedule = adam(stand_in, lr, beta1, 500)
    return optimiser.state_dict(), schedule.state_dict()


def make_shared(rng: torch.Generator) -> tuple[dict, tuple]:
    config = settings(128, [1, 2], 1, 64, "16", classes=12, heads=8)
    net = UNet(config, True)
    storage, numbers, ones = pool(net, rng)
    states = {k: views(storage, plan_views(shapes_of(net), numbers, ones, rng)) for k in ("gen", "u", "0.999", "0.5")}
    optimiser, schedule = untouched(2e-5, 0.0, len(states["gen"]))
    content = {"gen": states["gen"], "u": states["u"], "ema_gens": {k: states[k] for k in ("0.999", "0.5")}, "sched": schedule,
               "optim_gen": optimiser, "optim_u": copy.deepcopy(optimiser), "step": 70001}
    return content, describe("unet_shared.pt", config, True, "gen", states, inputs_for(config, 2, rng, last=1.0))


def make_prefix(rng: torch.Generator, heads_by_number: bool) -> tuple[dict, tuple]:
    """Two storages; the first level is the wider one, attention is in the middle block alone."""
    config = settings(96, [2, 1], 1, -1 if heads_by_number else 24, "64", heads=6)
    net = UNet(config, False)
    states = {}
    for key in ("net_model", "ema_model"):
        storage, numbers, ones = pool(net, rng)
        plan = plan_views(shapes_of(net), numbers, ones, rng)
        states[key] = OrderedDict(("module." + k, v) for k, v in views(storage, plan).items())
    optimiser, schedule = untouched(1e-4, 0.9, len(states["net_model"]))
    content = {**states, "sched": schedule, "optim": optimiser, "step": 123456}
    return content, describe("unet_prefix.pt", config, False, "net_model", states, inputs_for(config, 2, rng))


def make_unets(folder: Path, seed: int, distance, heads_by_number: bool = False) -> None:
    torch.manual_seed(seed)
    rng = torch.Generator().manual_seed(seed + 1)
    files = {}
    for name, made in (("unet_teacher.pt", lambda: make_teacher(rng)), ("unet_distilled.pt", lambda: make_distilled(rng, distance)),
                       ("unet_shared.pt", lambda: make_shared(rng)), ("unet_prefix.pt", lambda: make_prefix(rng, heads_by_number))):
        content, (files[name], tensors) = made()
        torch.save(content, folder / name)
        save_file(tensors, folder / files[name]["parity"])
    (folder / "unet.json").write_text(json.dumps({"seed": seed, "files": files}, indent=1) + "\n")


# ---------------------------------------------------------------- comparison with a set that is there

def state_of(content: dict, name: str) -> dict:
    if name in content:
        return content[name]
    return content["ema_gens" if "gen" in content else "ema_models"][name]


def share(got: Tensor, wanted: Tensor) -> float:
    return float((got.double() - wanted.double()).abs().max() / wanted.double().abs().max().clamp_min(1e-300))


def check_unets(folder: Path) -> None:
    for name, about in json.loads((folder / "unet.json").read_text())["files"].items():
        content = torch.load(folder / name, weights_only=True)
        tensors = load_file(folder / about["parity"])
        main, worst = state_of(content, about["state_dict"]), {}
        net = network(about, main, torch.float32)
        same = {k: list(p.shape) for k, p in net.state_dict().items()} == about["shapes"] and list(about["shapes"]) == list(net.state_dict())
        for suffix, dtype in (("", torch.float32), ("_f64", torch.float64)):
            got, norms = outputs(network(about, main, dtype), tensors, suffix)
            worst.update({k: share(v, tensors[k]) for k, v in got.items()})
            wanted = about["grad_norms" + (suffix or "_f32")]
            if any((norms[k] is None) != (wanted[k] is None) for k in wanted):
                raise ValueError("gradients are missing")
            counted = [k for k, g in about["grad_norms_f64"].items() if g is not None and g > 1e-6]
            worst["norms" + suffix] = max(abs(norms[k] / wanted[k] - 1) for k in counted)
        for key in tensors:
            if key.startswith("v_") and key != "v_f64":
                state = key.removeprefix("v_") if key in ("v_u", "v_ema_model") else key.removeprefix("v_ema_")
                with torch.no_grad():
                    v = network(about, state_of(content, state), torch.float32)(tensors["t"], tensors["x"], tensors.get("y"))
                worst[key] = share(v, tensors[key])
        print(name, "names, order, shapes equal" if same else "NAMES OR SHAPES DIFFER",
              " ".join(f"{k} {v:.1e}" for k, v in worst.items()), flush=True)
