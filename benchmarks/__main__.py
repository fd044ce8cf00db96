"""`python -m benchmarks`: first see to the environment, then run everything."""

import os

# They change BLAS as it is loaded, so they must be gone before NumPy is imported.
SETTINGS = (
    "OPENBLAS_CORETYPE",
    "OPENBLAS_L2_SIZE",
    "OPENBLAS_THREAD_TIMEOUT",
    "OPENBLAS_NUM_THREADS",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
)

if __name__ == "__main__":
    for name in SETTINGS:
        if os.environ.pop(name, None) is not None:
            print(f"{name} is set: the benchmarks run without it")
    from .run import main

    raise SystemExit(main())
