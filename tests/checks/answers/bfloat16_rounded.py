"""Answers to bfloat16_rounded: wrong ones by their slip, and right ones."""

import numpy as np

from tests.checks.labels import named, right


def as_bits(values):
    return np.ascontiguousarray(values).view(np.uint32)


def as_floats(bits):
    return (bits & np.uint32(0xFFFF0000)).view(np.float32)


@named("the lower half is cut off: that rounds towards zero")
def lower_half_cut_off(values):
    """The exercise's own bug."""
    return as_floats(as_bits(values))


@named("ties go away from zero")
def half_a_step_added(values):
    """Half a step is added, ties and all."""
    return as_floats(as_bits(values) + np.uint32(0x8000))


@named("ties go towards zero")
def less_than_half_added(values):
    """Half a step less one bit is added, and the last bit is not looked at."""
    return as_floats(as_bits(values) + np.uint32(0x7FFF))


@named("ties go to the odd neighbour")
def odd_neighbour(values):
    """The last bit is turned round before it is added."""
    last = (as_bits(values) >> np.uint32(16)) & np.uint32(1)
    return as_floats(as_bits(values) + np.uint32(0x7FFF) + (np.uint32(1) - last))


@named("all is rounded up, away from zero")
def always_up(values):
    """All but a whole step is added."""
    return as_floats(as_bits(values) + np.uint32(0xFFFF))


@named("the last bit is added, and no half step")
def last_bit_alone(values):
    """The half step is forgotten."""
    last = (as_bits(values) >> np.uint32(16)) & np.uint32(1)
    return as_floats(as_bits(values) + last)


@named("the bit that is looked at is one too high")
def bit_too_high(values):
    """The wrong bit decides ties."""
    last = (as_bits(values) >> np.uint32(17)) & np.uint32(1)
    return as_floats(as_bits(values) + np.uint32(0x7FFF) + last)


@named("this is float16: it keeps 11 bits and less range")
def by_float16(values):
    """NumPy's half precision is another one."""
    with np.errstate(over="ignore"):
        return values.astype(np.float16).astype(np.float32)


@named("nothing is rounded: a float32 came back as it was")
def left_alone(values):
    """The values are returned."""
    return values.copy()


@named("these are the upper 16 bits alone")
def sixteen_bits(values):
    """What is stored in 16 bits is returned."""
    bits = as_bits(right_by_bits(values))
    return (bits >> np.uint32(16)).astype(int)


@named("these are the bits as a number")
def bits_as_floats(values):
    """astype is taken for view."""
    return as_bits(right_by_bits(values)).astype(np.float32)


@named("7 significant bits are kept")
def seven_bits(values):
    """The bit that is not stored is not counted."""
    mantissa, exponent = np.frexp(values.astype(float))
    return np.ldexp(np.rint(mantissa * 2**7), exponent - 7)


@named("it is rounded to 3 decimal digits")
def three_digits(values):
    """Eight bits are taken for three digits."""
    return np.vectorize(lambda value: float(f"{value:.3g}"))(values)


@right
def right_by_bits(values):
    """Half a step less one bit, and the last bit."""
    last = (as_bits(values) >> np.uint32(16)) & np.uint32(1)
    return as_floats(as_bits(values) + np.uint32(0x7FFF) + last)


@right
def right_by_significand(values):
    """The significand is rounded to a whole number of 8 bits."""
    mantissa, exponent = np.frexp(values.astype(float))
    return np.ldexp(np.rint(mantissa * 256), exponent - 8)


@right
def right_by_looking_later(values):
    """A tie does not carry, so the last bit is the same after the half step."""
    bits = as_bits(values) + np.uint32(0x7FFF)
    return as_floats(bits + ((bits >> np.uint32(16)) & np.uint32(1)))
