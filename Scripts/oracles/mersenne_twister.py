"""Draws of numpy.random.RandomState, for MersenneTwister."""

import numpy as np

import fixtures

SEEDS = [0, 1, 42, 2**32 - 1]
# Widths 1, 2^k and 2^k ± 1 below, at and above 32 bits, up to all of Int64.
RANGES = [
    (0, 1),
    (5, 6),
    (0, 2),
    (-3, 4),
    (0, 10),
    (0, 1000),
    (0, 1024),
    (0, 1025),
    (-(2**31), 2**31 - 1),
    (0, 2**32 - 1),
    (0, 2**32),
    (0, 2**32 + 1),
    (-(2**40), 3 * 2**40),
    (0, 10**18),
    (-(2**63), 2**63 - 1),
]


def words(state, count):
    """32-bit words as they come from the generator: a full 32-bit range is never rejected."""
    return state.randint(0, 2**32, size=count, dtype=np.uint32)


def draws(seed):
    def state():
        return np.random.RandomState(seed)

    mixed = state()
    far = state()
    words(far, 10_000)
    return {
        "seed": seed,
        "words": words(state(), 700),
        "wordsAfter10000": words(far, 5),
        "randomSample": state().random_sample(1000),
        "uniform": state().uniform(-2.5, 1e3, 100),
        "normal": state().normal(0, 1, 1001),
        "normalScaled": state().normal(-3.25, 0.2, 101),
        "permutations": [state().permutation(n) for n in (0, 1, 2, 3, 10, 257)],
        "shuffled": shuffled(state(), list("abcdefghij")),
        "randint": [[str(v) for v in state().randint(low, high, 50, dtype=np.int64)] for low, high in RANGES],
        "choice": [state().choice(n, size, replace=False) for n, size in ((1, 1), (10, 0), (10, 4), (10, 10), (500, 20))],
        # One stream for all kinds of draws: a cached Gaussian outlives the draws between.
        "mixed": [
            mixed.normal(),
            mixed.random_sample(),
            int(mixed.randint(0, 1000)),
            mixed.normal(1, 2),
            *mixed.permutation(5).tolist(),
            mixed.uniform(3, 4),
            mixed.normal(),
            int(mixed.randint(0, 2**40)),
            mixed.normal(),
        ],
    }


def shuffled(state, items):
    state.shuffle(items)
    return "".join(items)


fixtures.write_json(
    "MersenneTwister",
    "random_state.json",
    {
        "ranges": [[str(low), str(high)] for low, high in RANGES],
        "seeds": [draws(seed) for seed in SEEDS],
    },
)
