"""`python -m benchmarks [--all] [--avx2]`: see to the environment, then run."""

import argparse
import os

# They change NumPy, BLAS and PyTorch as these are loaded, so before that they must be
# gone, or there.
SETTINGS = (
    "OPENBLAS_L2_SIZE",
    "OPENBLAS_THREAD_TIMEOUT",
    "OPENBLAS_NUM_THREADS",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
)
AVX2 = {
    "OPENBLAS_CORETYPE": "Haswell",
    "ONEDNN_MAX_CPU_ISA": "AVX2",
    "ATEN_CPU_CAPABILITY": "avx2",
    "MKL_ENABLE_INSTRUCTIONS": "AVX2",
    "NPY_DISABLE_CPU_FEATURES": "X86_V4 AVX512_ICL AVX512_SPR",
}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--all", action="store_true", help="measure everything, and write the results"
    )
    parser.add_argument(
        "--avx2", action="store_true", help="as on a processor without AVX-512"
    )
    options = parser.parse_args()
    for name in (*SETTINGS, *AVX2):
        if os.environ.pop(name, None) is not None:
            print(f"{name} is set: the benchmarks run without it")
    if options.avx2:
        os.environ.update(AVX2)
    from .run import main

    raise SystemExit(main(everything=options.all, avx2=options.avx2))
