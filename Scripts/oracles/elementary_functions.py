"""Correctly rounded values of exp, log, log1p, sin and cos at 100 000 points each, by mpmath.

The points are not stored: the test makes them anew, from the same SplitMix64 stream (seed 0 for each function) by the
same rules. Of each value only the last byte of its bit pattern is stored: the test takes the double with that last byte
which is the nearest to the C library's value, and any library is nearer to the truth than 128 ulp.
"""

import struct
from itertools import cycle, islice

from mpmath import mp

import fixtures

COUNT = 100_000
mp.prec = 200


def split_mix(state):
    mask = 2**64 - 1
    while True:
        state = (state + 0x9E3779B97F4A7C15) & mask
        word = state
        word = ((word ^ (word >> 30)) * 0xBF58476D1CE4E5B9) & mask
        word = ((word ^ (word >> 27)) * 0x94D049BB133111EB) & mask
        yield word ^ (word >> 31)


def uniform(low, high):
    return lambda word: low + (word >> 11) * 2.0**-53 * (high - low)


def positive(low, high):
    """Every bit pattern with a biased exponent from low to high (0: subnormal) as likely as any other."""

    def point(word):
        exponent = low + ((word >> 52) & 0x7FF) % (high - low + 1)
        return struct.unpack("<d", struct.pack("<Q", exponent << 52 | word & (2**52 - 1)))[0]

    return point


def either_sign(low, high):
    magnitude = positive(low, high)
    return lambda word: -magnitude(word) if word >> 63 else magnitude(word)


def quarter_turns(limit):
    """The doubles at the whole multiples of π/2 below the limit."""
    return lambda word: (word >> 32) % limit * (float(mp.pi) / 2)


def rounded(value):
    """The double nearest to `value`; float() would round a subnormal one twice."""
    if abs(value) < mp.mpf(2) ** -1022:
        return float(mp.nint(mp.ldexp(value, 1074))) * 2.0**-1074
    return float(value)


TURN = 2 * float(mp.pi)
ANGLES = [uniform(-TURN, TURN), uniform(-(2.0**20), 2.0**20), quarter_turns(667_544), either_sign(0, 1042)]
POINTS = {
    "exp": [uniform(-1, 1), uniform(-40, 40), uniform(-746, 709.7), either_sign(0, 1031)],
    "log": [uniform(0, 2), uniform(0.6, 1.5), positive(0, 2046), positive(0, 0)],
    "log1p": [uniform(-1, 1), uniform(0, 1), either_sign(0, 1022), positive(1023, 2046)],
    "sin": ANGLES,
    "cos": ANGLES,
}

for name, rules in POINTS.items():
    function = getattr(mp, name)
    points = [rule(word) for rule, word in islice(zip(cycle(rules), split_mix(0)), COUNT)]
    values = (rounded(function(mp.mpf(point))) for point in points)
    last_bytes = bytes(struct.pack("<d", value)[0] for value in values)
    fixtures.path("ElementaryFunctions", f"{name}.bytes").write_bytes(last_bytes)
fixtures.write_json("ElementaryFunctions", "points.json", {"count": COUNT, "functions": list(POINTS)})
