"""The names of the field, as ways use them, and how they are said."""

from __future__ import annotations

# Sizes and places: one may stand where another should.
SIZES = {
    "height": "the image's height",
    "width": "the image's width",
    "channels": "the number of channels",
    "row": "the row",
    "column": "the column",
    "channel": "the channel",
    "groups": "the number of groups",
    "group": "the group",
    "group_channels": "the channels of a group",
    "group_kernels": "the kernels of a group",
    "patch_height": "the patch's height",
    "patch_width": "the patch's width",
    "kernel_height": "the kernel's height",
    "kernel_width": "the kernel's width",
    "out_height": "the output's height",
    "out_width": "the output's width",
    "strip_width": "the strip's width",
    "row_gap": "the dilation of the rows",
    "column_gap": "the dilation of the columns",
    "row_step": "the stride of the rows",
    "column_step": "the stride of the columns",
    "block": "the block",
    "t": "`t`",
    "ratio": "the ratio",
    "position": "the position",
    "n_bytes": "`n_bytes`",
    "n_operations": "`n_operations`",
    "bandwidth": "the bandwidth",
    "peak": "the peak",
    "n_kernels": "the number of kernels",
    "n_images": "the number of images",
    "stride": "the stride",
    "dilation": "the dilation",
    "padding": "the padding",
    "row_padding": "the padding of the rows",
    "column_padding": "the padding of the columns",
    "above": "the padding of the rows",
    "left": "the padding of the columns",
    "start": "the start",
    "stop": "the end",
}
# What is made of them: it may be left out.
ROLES = {
    "rows": "the rows",
    "columns": "the columns",
    "depth": "the channels",
    "pixels": "the pixels",
    "window": "the window",
    "down": "the offsets' rows",
    "across": "the offsets' columns",
    "offsets": "the offsets",
    "index": "the index",
    "flat": "the flat image",
    "gathered": "the gathered rows",
    "weights": "the kernels' matrix",
    "product": "the product",
    "total": "the sum",
    "out": "the output",
    "gradient": "the gradient",
    "share": "the share",
    "shares": "the shares",
}


def plural(name: str) -> str:
    """Say a name of many."""
    return f"{name}es" if name.endswith("s") else f"{name}s"
