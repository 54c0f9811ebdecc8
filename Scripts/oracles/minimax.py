"""Prints the polynomials of Sources/ElementaryFunctions and Sources/CRowKernels: their coefficients, lowest power first, and their errors.

Each is the Chebyshev interpolant on an interval slightly wider than the one it is used on, which comes within a factor
of two of the minimax error. The coefficients are rounded to doubles one by one.
"""

from mpmath import atanh, chebyfit, cos, exp, floor, frexp, ldexp, log, mp, mpf, pi, sin, sqrt

mp.dps = 60
WIDER = mpf("1.0005")


def show(title, function, low, high, count):
    coefficients, error = chebyfit(function, [low, high], count, error=True)
    print(f"{title}: error {mp.nstr(error, 3)}")
    for coefficient in reversed(coefficients):
        print(f"    {float(coefficient).hex()}")


def parts(value, bits, count):
    """`value` as a sum of doubles, all but the last of them with `bits` bits."""
    result = []
    for _ in range(count - 1):
        mantissa, exponent = frexp(value)
        part = ldexp(floor(ldexp(mantissa, bits)), exponent - bits)
        result.append(float(part).hex())
        value -= part
    return result + [float(value).hex()]


def exponential(r):
    return (exp(r) - 1 - r) / r**2 if abs(r) > mpf("1e-9") else mpf(1) / 2 + r / 6


def logarithm(z):
    s = sqrt(z)
    return (2 * atanh(s) / s - 2) / z if z > mpf("1e-20") else mpf(2) / 3 + z * 2 / 5


def sine(z):
    r = sqrt(z)
    return (sin(r) - r) / r**3 if z > mpf("1e-20") else -mpf(1) / 6 + z / 120


def cosine(z):
    r = sqrt(z)
    return (cos(r) - 1 + z / 2) / z**2 if z > mpf("1e-12") else mpf(1) / 24 - z / 720


def sixteenth_power(f):
    return (2 ** (f / 16) - 1) / f if abs(f) > mpf("1e-20") else log(2) / 16 + f * (log(2) / 16) ** 2 / 2


half_ln2 = log(2) / 2 * WIDER
s_of_root_two = (sqrt(2) - 1) / (sqrt(2) + 1) * WIDER
eighth_turn = pi / 4 * WIDER
show("exp: (e^r - 1 - r) / r^2 for |r| <= ln 2 / 2", exponential, -half_ln2, half_ln2, 10)
show("log: (2 artanh(s) - 2 s) / s^3 in z = s^2, mantissas from 1/sqrt 2 to sqrt 2", logarithm, 0, s_of_root_two**2, 7)
show("sin: (sin r - r) / r^3 in z = r^2, |r| <= pi/4", sine, 0, eighth_turn**2, 6)
show("cos: (cos r - 1 + z / 2) / z^2 in z = r^2, |r| <= pi/4", cosine, 0, eighth_turn**2, 6)
show("2^(f/16): (2^(f/16) - 1) / f for |f| <= 1/2", sixteenth_power, -WIDER / 2, WIDER / 2, 6)
print("2^(j/16) for j = 0 ... 15:", [float(mpf(2) ** (mpf(j) / 16)).hex() for j in range(16)])
print("ln 2 / 16 in parts of 38 bits:", parts(log(2) / 16, 38, 2), " 16 / ln 2:", float(16 / log(2)).hex())
print("ln 2 in parts of 42 bits:", parts(log(2), 42, 2))
print("pi/2 in parts of 33 bits:", parts(pi / 2, 33, 4))
print("1 / ln 2:", float(1 / log(2)).hex(), " 2 / pi:", float(2 / pi).hex())
