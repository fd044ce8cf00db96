"""The live notebooks' own kernel, and what its cells put out; runs in a browser."""

import numpy as np
import pyodide_kernel as kernel

outputs = []


def streamed(name, text):
    if text:  # an empty one is no output
        outputs.append({"output_type": "stream", "name": name, "text": text})


def displayed(data, metadata, transient):
    outputs.append({"output_type": "display_data", "data": data})


def resulted(count, data, metadata):
    if data:  # a figure has displayed itself, and nothing is left
        outputs.append({"output_type": "execute_result", "data": data})


kernel.stdout_stream.publish_stream_callback = streamed
kernel.stderr_stream.publish_stream_callback = streamed
shell = kernel.ipython_shell
shell.display_pub.display_data_callback = displayed
shell.displayhook.publish_execution_result = resulted


def start_anew():
    """Forget the variables of the notebook before."""
    shell.reset(new_session=True)


async def execute(source):
    """Run a cell, and return its outputs as a notebook has them."""
    outputs.clear()
    result = await kernel.kernel_instance.run(source)
    if result["status"] == "error":
        error = {key: result[key] for key in ("ename", "evalue", "traceback")}
        outputs.append({"output_type": "error"} | error)
    return outputs


if np.__version__ == "2.0.2":  # that of the tests, not that of the site
    # Where positions have 32 bits it refuses to count labels of 64; newer ones count.
    bincount = np.bincount
    np.bincount = lambda x, *a, **k: bincount(np.asarray(x, np.intp), *a, **k)
