"""Answers to relu_backward: wrong ones by their slip, and right ones."""

import numpy as np

from tests.checks.labels import named, right

rng = np.random.default_rng(1)


maps_of_the_chapter = rng.standard_normal((2, 8, 10, 9))


@named("f the map, not of the gradient: the map is what ReLU has cut")
def as_it_stood(gradient, maps):
    """The gradient is asked for its sign, not the map."""
    return gradient * (gradient > 0)


@named("f the map, not of the gradient: the map is what ReLU has cut")
def as_it_stood_in_loops(gradient, maps):
    """The gradient is asked for its sign, not the map."""
    result = np.zeros(gradient.shape)
    for place in np.ndindex(gradient.shape):
        if gradient[place] > 0:
            result[place] = gradient[place]
    return result


@named("here either it or the map is above zero: only the map counts")
def either_positive(gradient, maps):
    """The gradient passes where the map or the gradient is positive."""
    return gradient * ((gradient > 0) | (maps > 0))


@named("where the map is 0, ReLU has cut, too: > 0, not >= 0")
def zero_passes_by_where(gradient, maps):
    """The gradient passes at zero, too: only what is below is cut off."""
    return np.where(maps < 0, 0, gradient)


@named("half of the gradient passes where the map is")
def zero_passes_by_halves(gradient, maps):
    """Half of the gradient passes at zero."""
    return gradient * np.heaviside(maps, 0.5)


@named("the wrong half passes: > 0, not < 0")
def sign_the_other_way(gradient, maps):
    """The gradient passes where the map is negative."""
    return gradient * (maps < 0)


@named("nothing passes: > 0, not != 0 (bool and abs lose the sign)")
def not_zero_passes(gradient, maps):
    """The gradient passes wherever the map is not zero."""
    return gradient * (maps != 0)


@named("all of the gradient passes: the map's mask stops some")
def all_passes_as_a_copy(gradient, maps):
    """All of the gradient passes: the map is not asked."""
    return gradient * np.ones_like(maps)


@named("map are exchanged: the map's mask multiplies the gradient")
def arguments_exchanged(gradient, maps):
    """Map and gradient are exchanged."""
    return maps * (gradient > 0)


@named("the gradient is multiplied by ReLU of the map: by its slope,")
def times_the_map_and_the_mask(gradient, maps):
    """The map multiplies the gradient as well as the mask."""
    return gradient * maps * (maps > 0)


@named("e mask, or the slope: it is to be multiplied by the gradient")
def mask_returned(gradient, maps):
    """The mask is returned, not the gradient behind it."""
    return maps > 0


@named("where the map is not above zero, the map itself stands:")
def map_where_it_is_positive(gradient, maps):
    """The branches are mixed: where the map is negative, the map is returned."""
    return np.where(maps > 0, gradient, maps)


@named("the map is not above zero, a tenth passes, as in leaky ReLU")
def leaky(gradient, maps):
    """A tenth passes below zero: that is a leaky ReLU."""
    return gradient * np.where(maps > 0, 1, 0.1)


@named("ints would lose what is between")
def threshold_one_inclusive(gradient, maps):
    """The gradient passes from 1 on, as if the map held whole numbers."""
    return gradient * (maps >= 1)


@named("the map is compared with its mean: ReLU cuts at")
def threshold_of_the_mean(gradient, maps):
    """The gradient passes where the map is above its mean."""
    return gradient * (maps > maps.mean())


@named("on, nothing passes: ReLU has no upper end")
def capped_at_one(gradient, maps):
    """The map is clipped to 0 .. 1, and what it cut above does not pass."""
    return gradient * ((maps > 0) & (maps < 1))


@named("the decimals of the gradient are lost: ints cannot hold them")
def gradient_cut_to_whole_numbers(gradient, maps):
    """The gradient is made whole: what comes behind the point is cut off."""
    return gradient.astype(int) * (maps > 0)


@named("either `gradient` is rounded to whole numbers")
def rounded(gradient, maps):
    """The result is rounded to whole numbers."""
    return np.round(gradient * (maps > 0))


@named("r sign: a step against the gradient comes later, in learning")
def sign_turned(gradient, maps):
    """The sign of the result is turned, as in a step against the gradient."""
    return -gradient * (maps > 0)


@named("LU of the map stands: no size is compared, only the map with")
def smaller_of_both(gradient, maps):
    """The smaller of gradient and cut map is kept."""
    return np.minimum(gradient, np.maximum(maps, 0))


@named("divided by the number of images: the loss has done so, once")
def divided_by_images(gradient, maps):
    """The result is divided by the length of the first axis."""
    return gradient * (maps > 0) / len(maps)


@named("these are the places where it passes, not the gradient there")
def places_returned(gradient, maps):
    """The places that pass are returned, not the gradient."""
    return np.nonzero(maps > 0)


@named("over the images, as for a bias: each number keeps its place")
def summed_over_the_first_axis(gradient, maps):
    """The result is summed over its first axis, as for a bias."""
    return (gradient * (maps > 0)).sum(axis=0)


@named("it is transposed")
def transposed(gradient, maps):
    """The result's axes are in the opposite order."""
    return (gradient * (maps > 0)).T


@named("of the first image decides for all images: each has its own")
def first_of_the_map_for_all(gradient, maps):
    """The first entry along the first axis masks all of them."""
    return gradient * (maps[:1] > 0)


@named("es if any of its maps is above zero: each decides for itself")
def any_of_the_last_axis(gradient, maps):
    """A pixel passes if any of its maps is positive."""
    return gradient * np.any(maps > 0, axis=-1, keepdims=True)


@named("is a mask, to multiply by, or for np.where")
def if_on_a_whole_array(gradient, maps):
    """`if` asks a whole array, which has no truth of its own."""
    if maps > 0:
        return gradient
    return np.zeros_like(gradient)


@named("the last image is left at 0")
def loop_over_the_first_axis_only(gradient, maps):
    """The last entry along the first axis is left at zero."""
    result = np.zeros(np.shape(gradient))
    for n in range(len(maps) - 1):
        result[n] = gradient[n] * (maps[n] > 0)
    return result


@named("where the map is not above zero, 1 stands")
def mask_by_where_in_multiply(gradient, maps):
    """np.multiply with `where` into ones: elsewhere the 1 is left."""
    result = np.ones(np.shape(gradient))
    return np.multiply(gradient, 1, out=result, where=maps > 0)


@named("it reads `maps_of_the_chapter` of the notebook")
def maps_of_the_notebook(gradient, maps):
    """The notebook's `maps` are read, not the argument."""
    return gradient * (maps_of_the_chapter > 0)


@named("r axes: whatever the axes are, each number has its own place")
def four_axes_expected(gradient, maps):
    """Four axes are expected, as in the network, and others refused."""
    n_images, n_rows, n_columns, n_maps = maps.shape
    result = np.zeros((n_images, n_rows, n_columns, n_maps))
    result[:] = gradient * (maps > 0)
    return result


@named("g way round, and what is negative in the gradient is cut off")
def mask_turned_and_gradient_cut(gradient, maps):
    """The mask is turned, and the gradient cut off where it is negative."""
    return np.maximum(gradient, 0) * (maps <= 0)


@right
def right_by_where(gradient, maps):
    """np.where with three arguments."""
    return np.where(maps > 0, gradient, 0)


@right
def right_by_assignment(gradient, maps):
    """A copy, set to zero where ReLU has cut off."""
    result = np.array(gradient)
    result[np.asarray(maps) <= 0] = 0
    return result


@right
def right_by_heaviside(gradient, maps):
    """A step that is 0 at zero."""
    return np.heaviside(maps, 0) * gradient


@right
def right_as_a_list(gradient, maps):
    """Lists in lists, of floats."""
    result = np.zeros(np.shape(gradient))
    for place in np.ndindex(result.shape):
        result[place] = gradient[place] if maps[place] > 0 else 0
    return result.tolist()
