"""A setting of the index explorer, and what every panel must show for it, in NumPy."""

import numpy as np

import xcorr_helpers as xh

MOST_CELLS = 400  # in one panel: to read them all takes time


class Setting:
    """A setting of the explorer, and what every panel must show for it, in NumPy."""

    def __init__(self, view, *, h, w, c, kh, kw, k, g, shown, s, p, d, rng):
        self.view = view
        self.sizes = {
            "h": h,
            "w": w,
            "c": c,
            "kh": kh,
            "kw": kw,
            "k": k,
            "g": g,
            "s": s,
            "p": p,
            "d": d,
            "shown": shown,
        }
        self.knobs = {"stride": s, "dilation": d}
        self.groups, self.padding, self.shown = g, p, shown
        self.image = rng.integers(-9, 10, (h, w, c))
        self.kernels = rng.integers(-9, 10, (k, kh, kw, c // g))
        self.kernel = self.kernels[shown]
        self.padded = np.pad(self.image, [(p[0], p[0]), (p[1], p[1]), (0, 0)])
        box = (kh, kw, c)
        self.out_shape = xh.output_shape(self.padded.shape, box, **self.knobs)
        self.gradients = rng.integers(-9, 10, (k, *self.out_shape))
        self.gradient = self.gradients[shown]
        index = xh.correlation_indices(self.padded.shape, box, **self.knobs)
        self.offsets = index[:, 0]
        # A kernel reads the channels of its group alone.
        of_group = slice(
            shown // (k // g) * (c // g), (shown // (k // g) + 1) * (c // g)
        )
        self.index = index.reshape(-1, kh * kw, c)[:, :, of_group]
        self.index = self.index.reshape(len(index), -1)

    def address(self):
        sizes = self.sizes | (self.small() if self.view == "transposed" else {})
        parts = [f"{name}={listed(value)}" for name, value in sizes.items()]
        parts += [
            f"{name}={listed(values.ravel())}"
            for name, values in (
                ("image", self.image),
                ("kernel", self.kernels),
                ("gradient", self.gradients),
            )
        ]
        return "&".join([*parts, f"view={self.view}"])

    def arrays(self):
        """Return each panel's numbers as they stand on the page, channels apart."""
        panels = {
            "kernel": side_by_side(self.kernel),
            "window": self.index[:1],
            "offsets": self.offsets[:, None],
            "index": self.index,
        }
        if self.view == "scatter":
            products = self.gradient.reshape(-1, 1) * self.kernel.ravel()
            panels["outputGradient"] = self.gradient
            panels["scattered"] = products
            panels["inputGradient"] = side_by_side(self.input_gradient())
            return panels
        if self.view == "transposed":
            panels["transposedImage"] = self.gradient
            panels["scattered"] = self.gradient.reshape(-1, 1) * self.kernel.ravel()
            panels["transposedOutput"] = self.grown()[:, :, 0]
            return panels
        panels["image"] = side_by_side(self.padded)
        panels["output"] = xh.correlate(
            self.image[None],
            self.kernels,
            padding=self.padding,
            groups=self.groups,
            **self.knobs,
        )[0, :, :, self.shown]
        if self.view == "gather":
            panels["gathered"] = self.padded.ravel()[self.index]
        else:
            panels["toeplitz"] = self.toeplitz()
        return panels

    def small(self):
        """Return the size of the image that grows to this, and its output padding."""
        knobs = [self.sizes["d"], self.sizes["s"]]
        more = [
            (room - (size - 1) * gap - 1) % step
            for room, size, gap, step in zip(
                self.padded.shape, self.kernel.shape, *knobs
            )
        ]
        return dict(zip("hw", self.out_shape)) | {"op": more}

    def grown(self, **padding):
        """Return what the package makes of the small image."""
        return xh.correlate_transposed(
            self.gradient[None, :, :, None],
            self.kernels,
            output_padding=self.small()["op"],
            **self.knobs,
            **padding,
        )[0]

    def input_gradient(self):
        """Return the gradient with its border, which the padding gets."""
        only = np.zeros((1, *self.out_shape, len(self.kernels)))
        only[0, :, :, self.shown] = self.gradient
        inside = xh.correlate_input_gradient(
            only, self.kernels, self.padded.shape, groups=self.groups, **self.knobs
        )
        return inside[0]

    def toeplitz(self):
        matrix = np.zeros((len(self.index), self.padded.size), int)
        np.add.at(
            matrix,
            (np.arange(len(self.index))[:, None], self.index),
            np.broadcast_to(self.kernel.ravel(), self.index.shape),
        )
        return matrix

    def lit(self, panel, row, column):
        """Return the cells that light up in each panel for one cell of a panel."""
        n, m = np.indices(self.index.shape)
        part = entries_at(self, panel, row, column, n, m)
        positions, placements, values = self.index[part], n[part], m[part]
        kernel_place = {
            (i, j + ch * (self.sizes["kw"] + 1))
            for i, j, ch in zip(*np.unravel_index(values, self.kernel.shape))
        }
        image_place = {
            (i, j + ch * (self.padded.shape[1] + 1))
            for i, j, ch in zip(*np.unravel_index(positions, self.padded.shape))
        }
        output_place = set(zip(*np.unravel_index(placements, self.out_shape)))
        entries = set(zip(placements, values))
        return {
            "kernel": kernel_place,
            "image": image_place,
            "inputGradient": image_place,
            "transposedOutput": image_place,
            "output": output_place,
            "outputGradient": output_place,
            "transposedImage": output_place,
            "window": {(0, value) for value in values},
            "offsets": {(placement, 0) for placement in placements},
            "index": entries,
            "gathered": entries,
            "scattered": entries,
            "toeplitz": set(zip(placements, positions)),
        }


def entries_at(setting, panel, row, column, n, m):
    """Mark the entries of the index matrix that a cell of a panel has a part in."""
    if panel in ("index", "gathered", "scattered"):
        return (n == row) & (m == column)
    if panel == "window":
        return m == column
    if panel == "offsets":
        return n == row
    if panel == "toeplitz":
        return (n == row) & (setting.index == column)
    if panel in ("output", "outputGradient", "transposedImage"):
        return n == row * setting.out_shape[1] + column
    array = setting.kernel if panel == "kernel" else setting.padded
    channel, within = divmod(column, array.shape[1] + 1)
    place = np.ravel_multi_index((row, within, channel), array.shape)
    return m == place if panel == "kernel" else setting.index == place


def side_by_side(array):
    """Set the channels of (height, width, channels) side by side, a gap between."""
    gap = np.ma.masked_all((array.shape[0], 1), int)
    parts = []
    for channel in np.moveaxis(array, 2, 0):
        parts += [np.ma.asarray(channel), gap]
    return np.ma.concatenate(parts[:-1], axis=1)


def listed(value):
    return ",".join(map(str, np.atleast_1d(value)))


def random_setting(rng, view):
    """Draw a setting that is possible, with at most `MOST_CELLS` in any panel."""

    def pair(least, most):
        return tuple(int(number) for number in rng.integers(least, most, 2))

    while True:
        (h, w), (kh, kw) = pair(2, 9), pair(1, 5)
        s, p, d = pair(1, 4), pair(0, 3), pair(1, 4)
        k, c = pair(1, 5)
        groups = [g for g in range(1, 5) if k % g == 0 and c % g == 0]
        if view == "transposed":  # one channel in, one out
            k, c, groups = 1, 1, [1]
        g, shown = int(rng.choice(groups)), int(rng.integers(k))
        spans = [(size - 1) * gap + 1 for size, gap in zip((kh, kw), d)]
        room = [size + 2 * border for size, border in zip((h, w), p)]
        if any(span > size for span, size in zip(spans, room)):
            continue
        setting = Setting(
            h=h,
            w=w,
            c=c,
            kh=kh,
            kw=kw,
            k=k,
            g=g,
            view=view,
            shown=shown,
            s=s,
            p=p,
            d=d,
            rng=rng,
        )
        if max(array.size for array in setting.arrays().values()) <= MOST_CELLS:
            return setting


def as_text(array):
    filled = np.ma.asarray(array)
    return {
        place: str(value)
        for place, value in np.ndenumerate(filled.data)
        if not np.ma.getmaskarray(filled)[place]
    }
