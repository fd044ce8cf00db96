"""One epoch of chapter 8's training: by this package, and by PyTorch as it comes.

The same network from the same start on the same batches, in float64, by plain steps
with momentum. Chapter 8 also rounds each step to a grid; neither does so here. Their
losses must agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from xcorr_helpers import (
    correlate,
    correlate_kernel_gradient,
    correlation_indices,
    load_mnist,
)

from .contenders import CORRELATE, PYTORCH
from .measure import alternate, summary
from .ways import tensors

N_IMAGES, BATCH, KERNELS, CLASSES = 4_000, 50, 9, 10
FEATURES = 12 * 12 * KERNELS
STEP, MOMENTUM = 0.08, 0.9
EPOCHS = 5
Learn = Callable[[], list[float]]  # one epoch, from wherever the last one ended


def training_times() -> dict[str, float]:
    """Return the median seconds of an epoch, PyTorch's in its faster format."""
    import torch

    with torch.inference_mode(False):
        epochs = contenders()
        for learn in epochs.values():
            learn()
        times = alternate(epochs, dict.fromkeys(epochs, EPOCHS))
    ours, *theirs = (summary(times[name])["median"] for name in epochs)
    return {"ours": ours, "PyTorch": min(theirs)}


def training_disagreements() -> list[str]:
    """Compare the losses of an epoch, batch by batch."""
    import torch

    with torch.inference_mode(False):
        ours, *theirs = ((name, learn()) for name, learn in contenders().items())
    return [
        f"training: the losses of {name} are not those of {ours[0]}"
        for name, losses in theirs
        if not np.allclose(losses, ours[1], rtol=1e-6, atol=0)
    ]


def contenders() -> dict[str, Learn]:
    planar, last = (contender.name for contender in PYTORCH)
    return {
        CORRELATE.name: _ours(),
        planar: _pytorch(channels_last=False),
        last: _pytorch(channels_last=True),
    }


def start() -> dict[str, np.ndarray]:
    """Make parameters as chapter 8 begins."""
    rng = np.random.default_rng(0)
    return {
        "kernels": rng.standard_normal((KERNELS, 5, 5, 1)) * np.sqrt(2 / 25),
        "kernel_bias": np.zeros(KERNELS),
        "weights": rng.standard_normal((FEATURES, CLASSES)) / np.sqrt(FEATURES),
        "bias": np.zeros(CLASSES),
    }


def batches() -> Iterator[tuple[np.ndarray, np.ndarray]]:
    mnist = load_mnist(source="sample")
    order = np.random.default_rng(8).permutation(N_IMAGES)
    for batch in np.split(order, N_IMAGES // BATCH):
        yield mnist.images[batch, :, :, None], mnist.labels[batch].astype(np.int64)


def _ours() -> Learn:
    parameters, steps = start(), list(batches())
    velocity = {name: np.zeros_like(value) for name, value in parameters.items()}

    def learn() -> list[float]:
        losses = []
        for images, labels in steps:
            loss, slopes = loss_and_slopes(parameters, images, labels)
            for name, slope in slopes.items():
                velocity[name] = MOMENTUM * velocity[name] - STEP * slope
                parameters[name] = parameters[name] + velocity[name]
            losses.append(loss)
        return losses

    return learn


def loss_and_slopes(
    parameters: dict[str, np.ndarray], images: np.ndarray, labels: np.ndarray
) -> tuple[float, dict[str, np.ndarray]]:
    """Go forward and back through chapter 8's network, by its own functions."""
    kernels, n = parameters["kernels"], len(images)
    maps = correlate(images, kernels) + parameters["kernel_bias"]
    index = correlation_indices((24, 24), (2, 2), stride=2)
    windows = np.maximum(maps, 0).reshape(n, 24 * 24, KERNELS)[:, index]
    winners = windows.argmax(axis=2)
    features = windows.max(axis=2).reshape(n, -1)
    scores = features @ parameters["weights"] + parameters["bias"]

    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares = powers / powers.sum(axis=1, keepdims=True)
    right = np.arange(n), labels
    to_scores = shares.copy()
    to_scores[right] -= 1
    to_scores /= n

    to_features = to_scores @ parameters["weights"].T
    image, _, feature = np.ogrid[:n, :1, :KERNELS]
    to_maps = np.zeros((n, 24 * 24, KERNELS))
    positions = index[np.arange(len(index))[:, None], winners]
    to_maps[image, positions, feature] = to_features.reshape(winners.shape)
    to_maps = to_maps.reshape(maps.shape) * (maps > 0)
    return -np.log(shares[right]).mean(), {
        "kernels": correlate_kernel_gradient(to_maps, images, kernels.shape[1:]),
        "kernel_bias": to_maps.sum(axis=(0, 1, 2)),
        "weights": features.T @ to_scores,
        "bias": to_scores.sum(axis=0),
    }


def _pytorch(channels_last: bool) -> Learn:
    import torch
    from torch import nn

    order = torch.channels_last if channels_last else torch.contiguous_format
    first, last = nn.Conv2d(1, KERNELS, 5), nn.Linear(FEATURES, CLASSES)
    network = nn.Sequential(first, nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), last)
    network = network.double().to(memory_format=order)
    values = {name: torch.from_numpy(value) for name, value in start().items()}
    # Flattened with channels first, where chapter 8 has them last.
    weights = values["weights"].reshape(12, 12, KERNELS, CLASSES).permute(3, 2, 0, 1)
    with torch.no_grad():
        first.weight.copy_(values["kernels"].permute(0, 3, 1, 2))
        first.bias.copy_(values["kernel_bias"])
        last.weight.copy_(weights.reshape(CLASSES, -1))
        last.bias.copy_(values["bias"])
    steps = [
        (*tensors(channels_last, images), torch.from_numpy(labels))
        for images, labels in batches()
    ]
    optimizer = torch.optim.SGD(network.parameters(), lr=STEP, momentum=MOMENTUM)
    loss_of = nn.CrossEntropyLoss()

    def learn() -> list[float]:
        losses = []
        for images, labels in steps:
            optimizer.zero_grad()
            loss = loss_of(network(images), labels)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        return losses

    return learn
