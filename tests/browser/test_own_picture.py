"""Kernels on the reader's own picture, in a real browser, held against Python."""

import re
import tempfile
from pathlib import Path

import numpy as np
import pytest
from scipy.signal import correlate2d

import xcorr_helpers as xh
from tests.browser import accessibility, draw_page, phone
from tests.support import pictures
from tools import browser

ROOT = "#own-picture"
PROBLEM = f"{ROOT} .xp-problem"
READY = "() => document.querySelector('#own-picture[aria-busy=false]')"
WHITE = 255
FEW = range(3)
MANY = pytest.param(range(3, 60), marks=pytest.mark.thorough)

# Of each table of the lens its numbers, notes and lit cells, in the kernel's order.
LENS = """() => Object.fromEntries(
  [...document.querySelectorAll("#own-picture [data-panel]")].map((panel) => [
    panel.dataset.panel,
    [...panel.querySelectorAll(".xp-cell")].map((cell) => ({
      number: Number(cell.querySelector("b").textContent),
      note: Number(cell.querySelector("small")?.textContent),
      lit: cell.matches(".lit"),
      padding: cell.matches(".padding"),
      place: [cell.parentElement.ariaRowIndex, cell.ariaColIndex].map(Number),
    })).sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1]),
  ]))"""
# The flat positions that are marked on the picture.
SEEN = """() => {
  const canvas = document.querySelector(".op-cover");
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  return [...data.keys()].filter((k) => k % 4 === 3 && data[k]).map((k) => (k - 3) / 4);
}"""
PIXELS = """(selector) => {
  const canvas = document.querySelector(selector);
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  return [height, width, [...data]];
}"""
OPEN = """(address) => new Promise((resolve) => {
  addEventListener("hashchange", () => setTimeout(resolve), { once: true });
  location.hash = address;
})"""


@pytest.fixture
def opened(home, context):
    """Open the page at an address; what goes wrong on it fails the test."""
    visits = []

    def open_at(address="", *, base=home, **options):
        url = f"{base}/book/kernels.html{address and '#'}{address}"
        visits.append(browser.Visit(context, url, base, **options))
        visits[-1].page.wait_for_function(READY)
        return visits[-1].page

    yield open_at
    problems = [problem for visit in visits for problem in visit.problems]
    for visit in visits:
        visit.page.close()
    assert problems == []


def choose(page, content, name="mine.png"):
    """Choose a file, and wait until the page has read it or said why not."""
    page.evaluate("() => { document.querySelector('.op-told').textContent = ''; }")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        page.set_input_files(f"{ROOT} [name=file]", path)
        wait_until_read(page)


def wait_until_read(page):
    page.wait_for_function(
        "() => document.querySelector('#own-picture .op-told').textContent"
        " || document.querySelector('#own-picture .xp-problem').textContent"
    )
    page.wait_for_function(READY)


def saved(page, name, folder):
    """Save an array by its button, and load it."""
    with page.expect_download() as download:
        page.locator(f'[data-save="{name}"]').click()
    assert download.value.suggested_filename == f"{name}.npy"
    download.value.save_as(folder / f"{name}.npy")
    return np.load(folder / f"{name}.npy")


def in_python(page, folder, monkeypatch):
    """Run the page's own lines beside the pixels that it gave."""
    monkeypatch.chdir(folder)
    names = {}
    exec(page.locator(".op-python").text_content(), names)
    return names


def random_step(rng):
    height, width = (int(size) for size in rng.integers(1, 8, 2))
    kernel = rng.integers(-9, 10, (height, width))
    if rng.random() < 0.3:
        kernel = kernel / 4
    stride, dilation = rng.integers(1, 4, (2, 2))
    padding = rng.integers(0, 4, 2)
    divisor = int(rng.choice([1, 1, 9, -4]))
    return kernel, tuple(stride), tuple(padding), tuple(dilation), divisor


def address_of_steps(steps):
    parts = []
    for k, (kernel, stride, padding, dilation, divisor) in enumerate(steps, start=1):
        numbers = ",".join(f"{value:g}" for value in [*kernel.shape, *kernel.ravel()])
        parts.append(f"k{k}={numbers}&v{k}={divisor}")
        for name, (down, across) in zip("spd", (stride, padding, dilation)):
            parts.append(f"{name}{k}={down},{across}")
    return "&".join(parts)


def by_scipy(plane, step):
    kernel, stride, (above, before), (down, across), divisor = step
    spread = np.zeros((np.array(kernel.shape) - 1) * (down, across) + 1)
    spread[::down, ::across] = kernel
    padded = np.pad(plane, ((above, above), (before, before)))
    whole = correlate2d(padded, spread, mode="valid")
    return whole[:: stride[0], :: stride[1]] / divisor


def seen_by(shapes, steps, placement):
    """Return what a placement has read: its window, and the pixels of the picture."""
    seen, window = {placement}, None
    for shape, (kernel, stride, padding, dilation, _) in reversed(
        list(zip(shapes, steps))
    ):
        height, width = np.array(shape) + 2 * np.array(padding)
        index = xh.correlation_indices(
            (height, width), kernel.shape, stride=stride, dilation=dilation
        )
        window = index[placement] if window is None else window
        rows, columns = np.divmod(np.unique(index[sorted(seen)]), width)
        rows, columns = rows - padding[0], columns - padding[1]
        inside = (rows >= 0) & (rows < shape[0])
        inside &= (columns >= 0) & (columns < shape[1])
        seen = {int(p) for p in (rows * shape[1] + columns)[inside]}
    return window, seen


def grey_of(pixels):
    return (pixels.astype(int) @ [299, 587, 114] + 500) // 1000


def shown_as(result, shown):
    """Return the bytes that are shown, in the words of the page."""
    if shown == "overflow":
        return np.floor(result).astype(np.int64).astype(np.uint8)
    if shown == "absolute":
        result = np.abs(result)
    return np.clip(np.floor(result + 0.5), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("numbers", [FEW, MANY], ids=["few", "many"])
def test_random_pictures_and_kernels(numbers, opened, tmp_path, monkeypatch):
    page = opened()
    for number in numbers:
        rng = np.random.default_rng(number)
        height, width = (int(size) for size in rng.integers(24, 60, 2))
        pixels = rng.integers(0, 256, (height, width, 3), dtype=np.uint8)
        steps = [random_step(rng) for _ in range(1 + number % 3)]
        shapes, planes = [(height, width)], [grey_of(pixels)]
        colour = bool(number % 2)
        if colour:
            planes = list(np.moveaxis(pixels, 2, 0))
        for k, step in enumerate(steps):
            try:
                planes = [by_scipy(plane, step) for plane in planes]
            except ValueError:
                planes = [np.empty((0, 0))]
            if 0 in planes[0].shape or planes[0].size < 4:
                steps = steps[:k]
                break
            shapes.append(planes[0].shape)
        if not steps:
            continue
        expected = pixels_planes(pixels, colour, steps)
        row, column = (int(rng.integers(size)) for size in expected.shape[:2])
        shown = ["clip", "absolute", "overflow"][number % 3]
        channel = int(rng.integers(3)) if colour else 0
        address = (
            f"{address_of_steps(steps)}&at={row},{column}&show={shown}"
            f"&colour={int(colour)}&channel={channel}"
        )
        choose(page, pictures.png(pixels))
        page.evaluate(OPEN, address)
        page.wait_for_function(READY)
        where = f"{number}: {address}"
        assert page.locator(PROBLEM).inner_text() == "", where
        np.testing.assert_array_equal(saved(page, "pixels", tmp_path), pixels)
        result = saved(page, "result", tmp_path)
        np.testing.assert_allclose(result, expected, rtol=0, atol=1e-8, err_msg=where)
        names = in_python(page, tmp_path, monkeypatch)
        np.testing.assert_allclose(names["result"], result, rtol=0, atol=1e-8)
        # The page's own numbers: a last digit may lie on the other side of a whole one.
        bytes_shown = np.broadcast_to(shown_as(result, shown), (*result.shape[:2], 3))
        assert canvas(page, ".op-after").tolist() == bytes_shown.tolist(), where
        if all(divisor in (1, -4) for *_, divisor in steps):
            np.testing.assert_array_equal(names["shown"], shown_as(result, shown))
        placement = row * expected.shape[1] + column
        window, seen = seen_by(shapes, steps, placement)
        assert set(page.evaluate(SEEN)) == seen, where
        check_lens(page, steps, window, result[row, column, channel])


def pixels_planes(pixels, colour, steps):
    planes = np.moveaxis(pixels, 2, 0) if colour else [grey_of(pixels)]
    for step in steps:
        planes = [by_scipy(plane, step) for plane in planes]
    return np.stack(planes, axis=-1)


def canvas(page, selector):
    height, width, data = page.evaluate(PIXELS, selector)
    return np.reshape(data, (height, width, 4))[:, :, :3]


def check_lens(page, steps, window, value):
    """Check the tables under the pictures, and what each cell lights in the others."""
    kernel, *_, divisor = steps[-1]
    lens = page.evaluate(LENS)
    assert [cell["note"] for cell in lens["window"]] == window.tolist()
    assert [cell["number"] for cell in lens["kernel"]] == kernel.ravel().tolist()
    numbers = np.array([cell["number"] for cell in lens["window"]])
    products = np.array([cell["number"] for cell in lens["products"]])
    np.testing.assert_allclose(products, numbers * kernel.ravel(), rtol=1e-6)
    np.testing.assert_allclose(products.sum() / divisor, value, rtol=1e-4, atol=1e-2)
    sentence = page.locator(f"{ROOT} .xp-sentence").inner_text()
    assert sentence.count("×") == kernel.size
    for m in range(kernel.size):
        page.locator(f'{ROOT} .xp-term[data-entry="{m}"]').dispatch_event(
            "pointerover", {"bubbles": True}
        )
        lit = page.evaluate(LENS)
        for name, cells in lit.items():
            assert [k for k, cell in enumerate(cells) if cell["lit"]] == [m], name


# ---- What is dropped.


def a_picture(height=7, width=11, channels=3, seed=0):
    rng = np.random.default_rng(seed)
    return rng.integers(0, 256, (height, width, channels), dtype=np.uint8)


def read_back(opened_page, content, folder):
    choose(opened_page, content)
    assert opened_page.locator(PROBLEM).inner_text() == ""
    return saved(opened_page, "pixels", folder)


def test_files_of_every_kind_are_read_as_said(opened, tmp_path):
    page = opened("k1=1,1,1")
    colour, grey = a_picture(), a_picture(channels=1)
    three = np.repeat(grey, 3, axis=2)
    gamma = pictures.chunk(b"gAMA", (100_000).to_bytes(4, "big"))
    for name, content, expected in [
        ("colour", pictures.png(colour), colour),
        ("grey", pictures.png(grey), three),
        ("with a gamma that is to be left alone", pictures.png(colour, gamma), colour),
        ("animated", pictures.animated(colour, a_picture(seed=1)), colour),
        ("a pixel", pictures.png(colour[:1, :1]), colour[:1, :1]),
        ("a row", pictures.png(colour[:1]), colour[:1]),
        ("turned", pictures.turned(colour, 6), np.rot90(colour, -1)),
        ("upside down", pictures.turned(colour, 3), colour[::-1, ::-1]),
    ]:
        found = read_back(page, content, tmp_path)
        np.testing.assert_array_equal(found, expected, err_msg=name)


def test_what_is_transparent_lies_over_white(opened, tmp_path):
    page = opened()
    pixels = a_picture(40, 60, channels=4)
    pixels[:8, :, 3], pixels[8:16, :, 3] = 0, 255
    found = read_back(page, pictures.png(pixels), tmp_path).astype(int)
    share = pixels[:, :, 3:] / 255
    over_white = pixels[:, :, :3] * share + WHITE * (1 - share)
    assert np.abs(found - over_white).max() <= 1.5  # the nearest byte, or one beside it
    assert (found[:8] == WHITE).all()
    np.testing.assert_array_equal(found[8:16], pixels[8:16, :, :3])


@pytest.mark.parametrize(
    "shape",
    [
        (600, 700),
        (3, 1500),
        pytest.param((3000, 4000), marks=pytest.mark.thorough),
    ],
    ids=str,
)
def test_large_ones_are_reduced_by_the_means_of_areas(shape, opened, tmp_path, report):
    page = opened("k1=1,1,1")
    pixels = a_picture(*shape)
    found = read_back(page, pictures.png(pixels), tmp_path)
    assert max(found.shape) == 512
    expected = pictures.area_means(pixels, found.shape)
    assert np.abs(found - expected).max() <= 0.5 + 1e-6
    assert " x ".join(map(str, shape)) in page.locator(f"{ROOT} .op-told").inner_text()


def test_what_is_no_picture_is_refused_in_words(opened, tmp_path):
    page = opened("k1=1,1,1")
    good = pictures.png(a_picture())
    before = read_back(page, good, tmp_path)
    for content in (
        b"",
        b"hello",
        good[:40],
        b"<svg xmlns='none'></svg>",
        b"\0" * 5000,
    ):
        choose(page, content, "notes.png")
        said = page.locator(PROBLEM).inner_text()
        assert said == "notes.png is no picture that this browser can read."
        np.testing.assert_array_equal(saved(page, "pixels", tmp_path), before)


def test_a_picture_too_small_for_the_kernel_gets_one_that_fits(opened):
    page = opened("k1=wide+blur")
    choose(page, pictures.png(a_picture(1, 1)))
    said = page.locator(PROBLEM).inner_text()
    assert "The kernel must fit" in said and said.endswith("Here is one that fits.")
    assert page.locator(f"{ROOT} [name=padding]").input_value() == "1"
    assert "1 x 1 numbers" in page.locator(".op-range").inner_text()


GIVE = """([how, bytes]) => {
  const file = new File([new Uint8Array(bytes)], "mine.png", { type: "image/png" });
  const data = new DataTransfer();
  data.items.add(file);
  const event = how === "drop"
    ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })
    : new ClipboardEvent("paste", { clipboardData: data, bubbles: true });
  document.body.dispatchEvent(event);
  return how !== "drop" || event.defaultPrevented;
}"""


@pytest.mark.parametrize("how", ["drop", "paste"])
def test_a_picture_is_dropped_or_pasted(how, opened, tmp_path):
    page = opened()
    pixels = a_picture(9, 13)
    assert page.evaluate(GIVE, [how, list(pictures.png(pixels))])
    page.get_by_text("Your picture: 9 x 13 pixels.").wait_for()
    page.wait_for_function(READY)
    np.testing.assert_array_equal(saved(page, "pixels", tmp_path), pixels)


def test_bundled_pictures_are_those_of_the_data(opened, tmp_path):
    page = opened()
    cat = np.rint(xh.load_cifar10().images[0] * 255)
    five = np.rint(xh.load_mnist().images[0] * 255)
    np.testing.assert_array_equal(saved(page, "pixels", tmp_path), cat)
    page.locator(".op-bundled").get_by_text("a five", exact=True).click()
    page.wait_for_function(READY)
    pixels = saved(page, "pixels", tmp_path)
    np.testing.assert_array_equal(pixels, np.repeat(five[..., None], 3, axis=2))


def test_chapter_8s_kernels_are_those_of_its_training(opened):
    kernels = draw_page.stored()[0]["kernels"]
    page = opened(f"k1=chapter+8,+kernel+{len(kernels) - 1}")
    shown = [cell["number"] for cell in page.evaluate(LENS)["kernel"]]
    assert shown == np.rint(1000 * kernels[-1].ravel()).tolist()
    names = page.locator("[name=kernel] option").all_inner_texts()
    assert sum(name.startswith("chapter 8, kernel ") for name in names) == len(kernels)


# ---- Settings.


def address(page):
    page.evaluate("() => new Promise((done) => setTimeout(done, 250))")
    return page.url.partition("#")[2]


def test_a_link_keeps_the_settings_and_never_the_picture(opened):
    asked = "k1=soft+blur&s1=2&k2=2,3,1,-2,0.5,0,0,7&v2=3&p2=1,2&step=1&colour=1"
    page = opened(asked + "&channel=2&show=clip&at=3,5&picture=frog")
    page.locator(".op-after").press("ArrowRight")
    after = address(page)
    again = opened(after)
    for shown in (page, again):
        assert "3,6" in after and "picture=frog" in after
        assert shown.locator("[name=row]").input_value() == "3"
        assert shown.locator("[name=column]").input_value() == "6"
        assert shown.locator("[name=stride]").input_value() == "2"
        assert shown.locator(".op-chain button").all_inner_texts() == [
            "1: soft blur",
            "2: your own",
        ]
    assert address(again) == after
    choose(page, pictures.png(a_picture(60, 70)))
    mine = address(page)
    assert mine == after.replace("picture=frog&", "").replace("&picture=frog", "")
    assert "Your picture" not in opened(mine).locator(".op-told").inner_text()


@pytest.mark.parametrize(
    "wrong",
    [
        "k1=no+such",
        "k1=2,2,1",
        "k1=2,2,1,2,3,x",
        "k1=9,9,1",
        "s1=0",
        "p1=1,2,3",
        "show=loud",
        "picture=mine",
        "at=x",
        "k1=1,1,1&v1=0",
        "step=4",
    ],
)
def test_an_impossible_address_is_refused_in_words(wrong, opened):
    page = opened(wrong)
    assert (
        page.locator(PROBLEM)
        .inner_text()
        .endswith("Here is the plain example instead.")
    )
    assert "30 x 30 numbers" in page.locator(".op-range").inner_text()


def test_with_the_keyboard_alone(opened):
    page = opened()
    focused = "() => document.activeElement.matches('.op-after')"
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(focused):
            break
    else:
        pytest.fail("the Tab key does not lead to the result")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    row, column = (page.locator(f"[name={n}]").input_value() for n in ("row", "column"))
    assert (row, column) == ("9", "0")
    said = page.locator(".op-live").inner_text()
    assert said.startswith("Row 9, column 0. result[9, 0] = ")
    # A number of the kernel, changed where it stands in the lens.
    page.locator('[data-panel="kernel"] [tabindex="0"]').focus()
    page.keyboard.press("5")
    assert page.evaluate("document.activeElement.dataset.number") == "0"
    page.wait_for_function(READY)
    page.keyboard.press("Tab")
    page.keyboard.press("x")
    assert (
        page.locator(PROBLEM).inner_text().startswith("A number of the kernel must be")
    )
    page.keyboard.press("Tab")
    page.wait_for_function(f"() => !document.querySelector('{PROBLEM}').textContent")


def test_kernels_are_added_and_removed(opened):
    page = opened("k1=blur")
    page.get_by_text("Add a kernel after it").click()
    page.locator("[name=kernel]").select_option("sharpen")
    page.wait_for_function(READY)
    texts = page.locator(".op-chain button").all_inner_texts()
    assert texts == ["1: blur", "2: sharpen"]
    assert "within 5 x 5" in page.locator(".op-seen").inner_text()
    page.locator(".op-chain button").first.click()
    page.wait_for_function(READY)
    assert "within 3 x 3" in page.locator(".op-seen").inner_text()
    page.get_by_text("Remove this kernel").click()
    page.wait_for_function(READY)
    assert page.locator(".op-chain button").all_text_contents() == ["1: sharpen"]


def test_the_lens_follows_what_is_pointed_at_and_stays_where_it_is_pressed(opened):
    page = opened("k1=blur&picture=a+five&at=0,0")
    place = page.locator(f"{ROOT} [name=row], {ROOT} [name=column]")
    values = "all => all.map((one) => one.value).join()"

    def shows(wanted):
        page.wait_for_function(
            "([selector, wanted]) => [...document.querySelectorAll(selector)]"
            ".map((one) => one.value).join() === wanted",
            arg=[f"{ROOT} [name=row], {ROOT} [name=column]", wanted],
        )

    for canvas in (".op-after", ".op-before"):
        page.locator(canvas).scroll_into_view_if_needed()
        box = page.locator(canvas).bounding_box()
        before = place.evaluate_all(values)
        middle = box["x"] + box["width"] / 2 + 1, box["y"] + box["height"] / 4 + 1
        page.mouse.move(*middle)
        shows("6,13")
        page.mouse.move(5, 5)
        shows(before)
        page.mouse.click(*middle)
        page.mouse.move(5, 5)
        shows("6,13")
        page.locator(canvas).press("Home")
        shows("6,0")


def test_too_many_bytes_are_refused_before_they_are_read(opened):
    said = opened().evaluate(
        "() => xcorrPicture.fromFile({ name: 'a.png', size: 60000001 })"
        ".catch((error) => error.message)"
    )
    assert said == "a.png has more than 60 million bytes."


def test_from_disk_it_works_as_well(book_html, opened, tmp_path):
    page = opened(base=book_html.resolve().as_uri())
    pixels = a_picture()
    np.testing.assert_array_equal(
        read_back(page, pictures.png(pixels), tmp_path), pixels
    )
    assert saved(page, "result", tmp_path).shape == (5, 9, 1)


@pytest.mark.parametrize("width", browser.HEIGHTS)
def test_axe_finds_nothing(width, opened):
    page = opened("k1=blur&k2=edges&colour=1&show=clip", width=width)
    narrow = width == min(browser.HEIGHTS)
    assert accessibility.violations(page, thorough=False) == []
    spare = "() => innerWidth - document.documentElement.scrollWidth"
    assert page.evaluate(spare) >= 0, "the page scrolls sideways"
    if narrow:
        assert phone.problems(page) == []


# ---- How long it takes: printed, and judged by nobody.

LONGEST = """() => new Promise((done) => {
  const root = document.getElementById("own-picture");
  const input = root.querySelector("[name=divisor]");
  let [last, longest] = [performance.now(), 0];
  const beat = new MessageChannel();
  let going = true;
  beat.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (going) beat.port2.postMessage(0);
  };
  beat.port2.postMessage(0);
  input.value = Number(input.value) + 1;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  const wait = () => {
    if (root.ariaBusy !== "false") { setTimeout(wait, 5); return; }
    going = false;
    done([Number(root.dataset.milliseconds), longest]);
  };
  wait();
})"""


@pytest.mark.parametrize("colour", [0, 1], ids=["grey", "each channel"])
def test_the_largest_picture_is_timed(colour, opened, report):
    page = opened(f"k1=wide+blur&p1=3&colour={colour}")
    choose(page, pictures.png(a_picture(512, 512)))
    assert re.match("512 x 512", page.locator(".op-range").inner_text())
    runs = sorted(page.evaluate(LONGEST) for _ in range(5))
    time, pause = runs[2]
    what = "each channel" if colour else "grey"
    report(
        f"own picture, 512 x 512 with 7 x 7, {what}: {time:.0f} ms, "
        f"the longest without an answer {pause:.0f} ms"
    )
