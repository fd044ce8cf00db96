"""The appendix on many machines: its functions, in threads and on a small cluster."""

import ast
import math
import os
import re
import socket
import subprocess
import sys
import time
import tracemalloc
import uuid
from pathlib import Path

import dask
import numpy as np
import psutil  # comes with distributed
import pytest
from dask.distributed import Client, LocalCluster, wait

from tools import built_book
from xcorr_helpers import correlate, correlate_kernel_gradient, output_shape

NAME = "book/many_machines"
N_IMAGES = 10_000
BLOCK = 100
KERNELS = np.arange(24).reshape(4, 2, 3, 1) * 7 % 11 - 5
ALL_MAPS = N_IMAGES * 27 * 26 * 4 * 8  # bytes


def definitions():
    """Run the page's imports and functions, and nothing else of it."""
    cells = [c["source"] for c in built_book.cells(NAME) if c["cell_type"] == "code"]
    source = "\n".join(map("".join, cells))
    wanted = ast.Import | ast.ImportFrom | ast.FunctionDef
    body = [node for node in ast.parse(source).body if isinstance(node, wanted)]
    page = {"__name__": "the_page"}  # not importable, so its functions must travel
    exec(compile(ast.Module(body, []), "the page", "exec"), page)
    return page


PAGE = definitions()
read, lazy_images, lazy_maps = PAGE["read"], PAGE["lazy_images"], PAGE["lazy_maps"]
statistics, stop_tracing = PAGE["statistics"], PAGE["stop_tracing"]


@pytest.fixture(scope="module")
def images():
    return np.random.default_rng(0).integers(0, 256, (N_IMAGES, 28, 28, 1), np.uint8)


@pytest.fixture(scope="module")
def path(images, tmp_path_factory):
    path = tmp_path_factory.mktemp("many") / "images.idx3-ubyte"
    header = np.array([0x0803, *images.shape[:3]], ">u4")
    path.write_bytes(header.tobytes() + images.tobytes())
    return str(path)


@pytest.fixture(scope="module")
def expected(images):
    return statistics(correlate(images, KERNELS))  # of a plain array


@pytest.fixture(scope="module")
def client():
    """A cluster of two worker processes, reached by the two lines of the page."""
    prose = built_book.markdown(NAME)
    (lines,) = re.findall(r"```python\n(.*?)```", prose, re.DOTALL)
    assert len(lines.splitlines()) == 2
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        scope = {}
        exec(
            lines.replace("tcp://scheduler-address:8786", cluster.scheduler_address),
            scope,
        )
        with scope["client"] as client:
            yield client


def maps_of(path, n_images=N_IMAGES, block=BLOCK):
    return lazy_maps(lazy_images(path, (n_images, 28, 28, 1), block), KERNELS)


def check(answers, expected):
    for answer, right in zip(answers, expected, strict=True):
        # Sums of whole numbers are exact in any order; a deviation is not.
        np.testing.assert_allclose(answer, right, rtol=1e-9)
    for number in (0, 2, 3):
        np.testing.assert_array_equal(answers[number], expected[number])


# ---- In threads.


def in_threads(answers):
    with dask.config.set(scheduler="threads", num_workers=2):
        return dask.compute(*answers)


def test_nothing_is_read_before_it_is_asked_for(tmp_path):
    answers = statistics(maps_of(str(tmp_path / "missing")))
    with pytest.raises(FileNotFoundError):
        in_threads(answers)


def test_a_block_reads_only_its_part(path, images):
    lazy = lazy_images(path, images.shape, BLOCK)
    last, _ = in_threads([lazy.blocks[-1], lazy.blocks[0]])  # and imports what it needs
    np.testing.assert_array_equal(last, images[-BLOCK:])
    tracemalloc.start()
    try:
        in_threads([lazy.blocks[-1]])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < images.nbytes / 10


SLOWER = [pytest.param(block, marks=pytest.mark.weekly) for block in (100, N_IMAGES)]


@pytest.mark.parametrize("block", [300, *SLOWER])  # 300 leaves a smaller last one
@pytest.mark.thorough
def test_threads_give_the_same_answer(path, expected, block):
    check(in_threads(statistics(maps_of(path, block=block))), expected)


@pytest.mark.thorough
def test_each_block_is_made_once(path, monkeypatch):
    sizes = []

    def counted(images, kernels):
        sizes.append(len(images))
        return correlate(images, kernels)

    monkeypatch.setitem(PAGE, "correlate", counted)
    answers = statistics(maps_of(path))
    sizes.clear()  # of what Dask tries on empty arrays
    in_threads(answers)
    assert sizes == [BLOCK] * (N_IMAGES // BLOCK)


@pytest.mark.parametrize(
    ("stride", "dilation", "cut"), [(1, 1, 13), (1, 4, 14), (2, 3, 14), (3, 3, 15)]
)
def test_parts_lend_rows(monkeypatch, path, images, stride, dilation, cut):
    monkeypatch.setitem(PAGE, "kernels", KERNELS)
    steps = {"stride": stride, "dilation": dilation}
    lazy = lazy_images(path, (200, 28, 28, 1), BLOCK)
    rows, _ = output_shape((28, 28), KERNELS.shape[1:3], **steps)
    above = -(-cut // stride)
    parts = PAGE["by_parts"](lazy, (cut, 28 - cut), (above, rows - above), **steps)
    expected = correlate(images[:200], KERNELS, **steps)
    assert parts.shape == expected.shape
    np.testing.assert_array_equal(in_threads([parts])[0], expected)


def test_the_gradient_is_a_sum_over_blocks(path, images):
    lazy = lazy_images(path, (250, 28, 28, 1), BLOCK)  # the last one is smaller
    gradients = lazy_maps(lazy, KERNELS)
    gradient = PAGE["kernel_gradient"](gradients, lazy, KERNELS.shape[1:])
    right = correlate_kernel_gradient(
        correlate(images[:250], KERNELS), images[:250], KERNELS.shape[1:]
    )
    np.testing.assert_array_equal(in_threads([gradient])[0], right)


@pytest.mark.weekly
def test_memory_is_that_of_blocks_not_of_images(path, report):
    def peak(**options):
        tracemalloc.start()
        try:
            in_threads(statistics(maps_of(path, **options)))
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(n_images=BLOCK)  # what is imported at the first use does not count
    few, many, large = peak(n_images=N_IMAGES // 4), peak(), peak(block=4 * BLOCK)
    megabytes = [f"{size / 1e6:.1f} MB" for size in (few, many, large)]
    report(f"peak in two threads: a quarter, all, all in larger blocks: {megabytes}")
    assert many < 2 * few  # a quarter of the images, in blocks as large
    assert many < ALL_MAPS / 5
    assert large > 1.5 * many


# ---- On a cluster.


def executed(dask_worker):
    return dask_worker.state.executed_count


def peaks_during(client, work):
    client.run(tracemalloc.start)
    work()
    return list(client.run(stop_tracing).values())


@pytest.mark.thorough
def test_two_processes_give_the_same_answer(client, path, expected):
    before = client.run(executed)
    check(dask.compute(*statistics(maps_of(path))), expected)
    after = client.run(executed)
    assert len(after) == 2
    assert all(after[worker] > before[worker] for worker in after), "a worker was idle"


@pytest.mark.weekly
def test_peak_memory_of_each_worker_stays_bounded(client, path, report):
    def reduced(**options):
        dask.compute(*statistics(maps_of(path, **options)))

    def all_held():
        wait(maps_of(path).persist())

    reduced(n_images=4 * BLOCK)  # what is imported at the first use does not count
    peaks = peaks_during(client, reduced)
    held = peaks_during(client, all_held)
    for name, values in {"reduced": peaks, "all maps held": held}.items():
        report(f"peak of each worker, {name}: {[f'{v / 1e6:.1f} MB' for v in values]}")
    assert max(peaks) < ALL_MAPS / 5
    assert sum(held) > ALL_MAPS, "the measure does not see what is held"


def slowly(block, calls):
    """Pass a block on, after a while in which things can go wrong; count the calls."""
    (Path(calls) / uuid.uuid4().hex).touch()
    time.sleep(0.1)
    return block


@pytest.mark.thorough
def test_a_worker_killed_half_way_loses_nothing(client, path, expected, tmp_path):
    client.wait_for_workers(2)
    blocks = lazy_images(path, (N_IMAGES, 28, 28, 1), 2 * BLOCK)
    blocks = blocks.map_blocks(slowly, calls=str(tmp_path), dtype=blocks.dtype)
    futures = client.compute(statistics(lazy_maps(blocks, KERNELS)))
    n_blocks = math.ceil(N_IMAGES / (2 * BLOCK))
    while len(list(tmp_path.iterdir())) < n_blocks // 3:
        assert not any(future.done() for future in futures), "it ended too early"
        time.sleep(0.01)

    processes = client.run(os.getpid)
    victim = max(processes, key=lambda worker: len(client.has_what()[worker]))
    assert client.has_what()[victim], "it has nothing to lose"
    assert not any(future.done() for future in futures), "it was not half-way"
    psutil.Process(processes[victim]).kill()

    check(client.gather(futures), expected)
    assert len(list(tmp_path.iterdir())) > n_blocks, "nothing was made again"
    client.wait_for_workers(2)
    assert processes[victim] not in client.run(os.getpid).values()


@pytest.mark.weekly
def test_scheduler_and_workers_start_as_the_page_says(path, expected):
    (lines,) = re.findall(r"```sh\n(.*?)```", built_book.markdown(NAME), re.DOTALL)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
    lines = lines.replace("scheduler-address", "127.0.0.1").replace("8786", port)
    commands = [line.split() for line in lines.splitlines()]
    assert [command[:2] for command in commands] == [
        ["dask", "scheduler"],
        ["dask", "worker"],
    ]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    quiet["env"] = {k: v for k, v in os.environ.items() if "NUM_THREADS" not in k}
    started = [
        subprocess.Popen([sys.executable, "-m", *command], **quiet)
        for command in commands
    ]
    try:
        with Client(f"tcp://127.0.0.1:{port}", timeout=60) as client:
            client.wait_for_workers(2, timeout=60)
            check(dask.compute(*statistics(maps_of(path))), expected)
            assert set(client.run(PAGE["threads_of_products"]).values()) == {1}
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(60)
