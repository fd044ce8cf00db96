"""Wrong methods, splits, sources, dtypes and names, in groups as in `wrong_numbers`."""

import numpy as np

from xcorr_helpers import correlate, load_cifar10, load_mnist, sample_path

LOADERS = (load_mnist, load_cifar10)

LONG = np.dtype(np.longdouble)
NO_LONG = [(LONG, TypeError, str(LONG))] if np.float64 != LONG else []  # on Windows

GROUPS = [
    (
        [correlate],
        "method",
        'method must be "auto", "index" or "strips", got {}',
        [
            (None, ValueError, "None"),
            (True, ValueError, "True"),
            (1.0, ValueError, "1.0"),
            (float("nan"), ValueError, "nan"),
            ("fft", ValueError, "'fft'"),
            ("Auto", ValueError, "'Auto'"),
            (b"auto", ValueError, "b'auto'"),
            (["auto"], ValueError, "['auto']"),
            ({"auto"}, ValueError, "{'auto'}"),
            (np.array("auto"), ValueError, "array('auto', dtype='<U4')"),
            (
                np.array(["auto", "index"]),
                ValueError,
                "array(['auto', 'index'], dtype='<U5')",
            ),
        ],
    ),
    (
        LOADERS,
        "split",
        'split must be "train" or "test", not {}',
        [
            (None, ValueError, "None"),
            (True, ValueError, "True"),
            (1.0, ValueError, "1.0"),
            (float("nan"), ValueError, "nan"),
            ("Train", ValueError, "'Train'"),
            ("validation", ValueError, "'validation'"),
            ("", ValueError, "''"),
            (b"train", ValueError, "b'train'"),
            (["train"], ValueError, "['train']"),
            ({"train": 1}, ValueError, "{'train': 1}"),
            (np.array(["train"]), ValueError, "array(['train'], dtype='<U5')"),
        ],
    ),
    (
        LOADERS,
        "source",
        'source must be "sample" or "kaggle", not {}',
        [  # None asks the environment
            (True, ValueError, "True"),
            (1.0, ValueError, "1.0"),
            (float("nan"), ValueError, "nan"),
            ("web", ValueError, "'web'"),
            ("Kaggle", ValueError, "'Kaggle'"),
            ("", ValueError, "''"),
            (b"sample", ValueError, "b'sample'"),
            (["sample"], ValueError, "['sample']"),
            ({"sample"}, ValueError, "{'sample'}"),
            (np.array(["sample"]), ValueError, "array(['sample'], dtype='<U6')"),
        ],
    ),
    (
        LOADERS,
        "dtype",
        "dtype must be float32 or float64, not {}",
        [
            (None, TypeError, "None"),  # which NumPy would read as float64
            (True, TypeError, "True"),
            (64, TypeError, "64"),
            (1.0, TypeError, "1.0"),
            (float("nan"), TypeError, "nan"),
            ("decimal", TypeError, "'decimal'"),
            ("uint8", TypeError, "uint8"),
            (np.uint8, TypeError, "uint8"),
            (bool, TypeError, "bool"),
            (int, TypeError, str(np.dtype(int))),
            (np.float16, TypeError, "float16"),
            *NO_LONG,
            (complex, TypeError, "complex128"),
            (object, TypeError, "object"),
            (str, TypeError, str(np.dtype(str))),
            (
                np.dtype(float).newbyteorder(),
                TypeError,
                str(np.dtype(float).newbyteorder()),
            ),
            ("f4,f4", TypeError, str(np.dtype("f4,f4"))),
            ("f4,,", TypeError, "'f4,,'"),  # a SyntaxError to NumPy
            (("f4", -1), TypeError, "('f4', -1)"),  # a ValueError
            (["f8"], TypeError, "['f8']"),
            (np.zeros(2), TypeError, "array([0., 0.])"),
        ],
    ),
    (
        [sample_path],
        "name",
        "name must be one of mnist/train-images.idx3-ubyte.gz, "
        "mnist/train-labels.idx1-ubyte.gz, cifar-10-batches-py/test_batch, "
        "pytorch_conv2d.npz, not {}",
        [
            (None, ValueError, "None"),
            (True, ValueError, "True"),
            (1.0, ValueError, "1.0"),
            (float("nan"), ValueError, "nan"),
            ("mnist", ValueError, "'mnist'"),
            ("", ValueError, "''"),
            ("../LICENSE", ValueError, "'../LICENSE'"),
            (b"pytorch_conv2d.npz", ValueError, "b'pytorch_conv2d.npz'"),
            (["pytorch_conv2d.npz"], ValueError, "['pytorch_conv2d.npz']"),
            (np.array(["mnist"]), ValueError, "array(['mnist'], dtype='<U5')"),
        ],
    ),
    (
        LOADERS,
        "timeout",
        "timeout must be a number of seconds above 0 and at most 86,400, got {}",
        [
            (None, TypeError, "None"),
            (True, TypeError, "True"),
            ("30", TypeError, "'30'"),
            ([30], TypeError, "[30]"),
            (np.array([30.0]), TypeError, "array([30.])"),
            (30 + 0j, TypeError, "(30+0j)"),
            (0, ValueError, "0"),
            (-0.5, ValueError, "-0.5"),
            (float("nan"), ValueError, "nan"),
            (float("inf"), ValueError, "inf"),
            (86_401, ValueError, "86401"),
        ],
    ),
]
