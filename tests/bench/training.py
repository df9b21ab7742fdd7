"""Training: how long until the lecture's network knows 99 % of the graded digits, by the lecture's script and by the grader.

Both train the reference's network on the same two cores in the same run, in turn; their times are of training alone, and both
are measured on the same digits, which are warped by a secret as in grading. Run it with `make bench`; it needs MNIST.
"""

import argparse
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn
from torchvision import datasets, transforms

from cnnlab.course import Levels, catalogue
from cnnlab.grading.certifying import driver_of
from cnnlab.grading.seeding import generator
from cnnlab.messages import text
from cnnlab.networks import audit
from cnnlab.networks.certification import certify
from cnnlab.networks.digits import MEAN, STD
from cnnlab.networks.loading import load
from cnnlab.networks.location import find_place
from cnnlab.networks.measuring import BATCH
from cnnlab.networks.task import Task, prepare
from cnnlab.networks.workbench.batches import to_images
from cnnlab.networks.workbench.processor import use_threads
from cnnlab.networks.workbench.weights import give_weights
from cnnlab.sandbox.server import ForkServer
from cnnlab.sandbox.student import StudentCode, Times
from cnnlab.sandbox.support import required_layers

ROOT = Path(__file__).resolve().parents[2]
TARGETS = (0.97, 0.98, 0.985, 0.99)
Course = Iterator[tuple[float, float]]


class Network(nn.Module):
    """The lecture's."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 32, 3), nn.Conv2d(32, 64, 3)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1, self.fc2 = nn.Linear(1600, 128), nn.Linear(128, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.pool(F.relu(self.conv1(x)))
        x = self.pool(F.relu(self.conv2(x)))
        return self.fc2(F.relu(self.fc1(x.view(-1, 1600))))


def accuracy(model: nn.Module, task: Task) -> float:
    """On the graded digits."""
    model.eval()
    right = 0
    with torch.inference_mode():
        for start in range(0, len(task.graded), BATCH):
            part = slice(start, start + BATCH)
            labels = torch.from_numpy(task.digits.test.labels[part])
            right += int((model(to_images(task.graded[part])).argmax(1) == labels).sum())
    return right / len(task.graded)


def by_the_lecture(task: Task, seed: int, epochs: int, every: int = 100) -> Course:
    """The lecture's script in our words: torchvision's images one by one, batches of 64, Adam at 0.001. Yields seconds, accuracy."""
    torch.manual_seed(seed)
    transform = transforms.Compose([transforms.ToTensor(), transforms.Normalize((MEAN,), (STD,))])
    data = datasets.MNIST(find_place().root, train=True, transform=transform)
    loader = torch.utils.data.DataLoader(data, batch_size=64, shuffle=True)
    model = Network()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    spent = 0.0
    for _ in range(epochs):
        started = time.perf_counter()
        for number, (images, labels) in enumerate(loader):
            model.train()
            optimizer.zero_grad()
            F.cross_entropy(model(images), labels).backward()
            optimizer.step()
            if number % every == every - 1 or number == len(loader) - 1:
                spent += time.perf_counter() - started
                yield spent, accuracy(model, task)
                started = time.perf_counter()


def by_the_grader(task: Task, seed: int) -> Course:
    """What `cnnlab grade` does, sandbox and all: the same certification, looked at after every part."""
    course = catalogue.read_course(ROOT)
    assignment = catalogue.find(course, "assignment4")
    source = catalogue.reference_source(assignment)
    weights: list[tuple[float, dict[str, np.ndarray]]] = []
    spent = 0.0
    train = audit.train

    def watched(*arguments: object) -> tuple[dict[str, np.ndarray], float]:
        nonlocal spent
        started = time.perf_counter()
        after, loss = train(*arguments)
        spent += time.perf_counter() - started
        weights.append((spent, after))
        return after, loss

    own = lambda purpose: generator(str(seed), "bench", purpose)  # noqa: E731
    audit.train = watched
    try:
        with (
            ForkServer(assignment.imports, required_layers(), ["cnnlab.networks.workbench"]) as server,
            StudentCode(server, assignment.module, source, Times(120, 600), 2048, driver_of(assignment)) as code,
        ):
            certificate = certify(
                lambda function, *args: code.call(function, args, {}),
                replace(task, levels=Levels((0.0,), 1.0)),
                own,
                own("repeated parts"),
                lambda reply: text("{reply}", reply=reply),
            )
    finally:
        audit.train = train
    assert certificate.refusal is None, certificate.refusal
    print("        " + ", ".join(f"{name} {seconds:.1f} s" for name, seconds in certificate.seconds.items()))
    model = Network()
    for seconds, each in weights:
        give_weights(model, each)
        yield seconds, accuracy(model, task)


def reached(course: list[tuple[float, float]], target: float) -> float | None:
    """When a training first was at a target."""
    return next((seconds for seconds, found in course if found >= target), None)


def matmul_bound(images: int, batch: int = 96, repeats: int = 60) -> float:
    """Seconds that the matrix products of one epoch take by themselves, forwards and backwards, on these cores."""
    layers = [(batch * 676, 9, 32), (batch * 121, 288, 64), (batch, 1600, 128), (batch, 128, 10)]
    pairs = [(torch.randn(rows, inner), torch.randn(inner, columns)) for rows, inner, columns in layers]
    gradients = [torch.randn(rows, columns) for rows, _, columns in layers]

    def once() -> None:
        for number, ((x, weight), gradient) in enumerate(zip(pairs, gradients, strict=True)):
            torch.mm(x, weight)
            torch.mm(x.T, gradient)
            if number:  # nobody wants the gradient of the images
                torch.mm(gradient, weight.T)

    once()
    started = time.perf_counter()
    for _ in range(repeats):
        once()
    return (time.perf_counter() - started) / repeats * images / batch


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=5, help="of the lecture's script, at most")
    chosen = parser.parse_args()
    use_threads(2)
    assignment = catalogue.find(catalogue.read_course(ROOT), "assignment4")
    assert assignment.training is not None
    digits = load(find_place())
    task = prepare(
        digits, assignment.training, Levels((0.0,), 1.0), lambda purpose: generator("bench", "bench", purpose)
    )
    bound = matmul_bound(len(digits.train.images))
    print(f"data: {digits.source.value}; matrix products alone bound an epoch at {bound:.1f} s")
    for seed in range(chosen.seeds):
        grader = list(by_the_grader(task, seed))
        parts = assignment.training.parts
        speed = len(digits.train.images) / grader[parts - 1][0]
        print(
            f"seed {seed}: grader {speed:,.0f} images/s, {grader[parts - 1][0]:.1f} s an epoch = {grader[parts - 1][0] / bound:.1f} × the bound"
        )
        lecture = []
        for point in by_the_lecture(task, seed, chosen.epochs):
            lecture.append(point)
            if point[1] >= TARGETS[-1]:
                break
        print(
            f"        lecture's script {len(lecture)} × 6,400 images in {lecture[-1][0]:.1f} s, at the end {100 * lecture[-1][1]:.2f} %"
        )
        for target in TARGETS:
            ours, theirs = reached(grader, target), reached(lecture, target)
            if ours is None:
                print(f"  {100 * target:.1f} %  grader: not reached")
                continue
            shown = (
                f"{theirs:.1f} s  ratio {theirs / ours:.1f}"
                if theirs
                else f"not in {lecture[-1][0]:.0f} s  ratio > {lecture[-1][0] / ours:.1f}"
            )
            print(f"  {100 * target:.1f} %  grader {ours:.1f} s  lecture's script {shown}")


if __name__ == "__main__":
    main()
