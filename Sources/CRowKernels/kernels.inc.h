// The source of the kernels, included once for each instruction set. KERNEL(name) adds the name of the set to `name`.

static inline __attribute__((always_inline)) Lanes KERNEL(select)(LaneMask mask, Lanes a, Lanes b) {
    return (Lanes)(((LaneMask)a & mask) | ((LaneMask)b & ~mask));
}

// 2^(n/16) for the integer in the last bits of each lane of n, if the result is a normal number. With j = n mod 16, the
// table has the bits of 2^(j/16) minus j·2⁴⁸, and n·2⁴⁸ is added.
static inline __attribute__((always_inline)) Lanes KERNEL(sixteenthPower)(LaneMask n) {
#if LOOKS_UP_IN_REGISTERS
    const __m512i first = _mm512_load_si512(sixteenthPowers), second = _mm512_load_si512(sixteenthPowers + 8);
    const LaneMask entries = (LaneMask)_mm512_permutex2var_epi64(first, (__m512i)n, second);
#else
    LaneMask entries;
    for (long lane = 0; lane < 8; lane++) entries[lane] = sixteenthPowers[n[lane] & 15];
#endif
    return (Lanes)(entries + (n << 48));
}

// 2^((n + f)/16) = S + S·f·Q(f) for |f| ≤ 1/2, with S = 2^(n/16), within 1.2 ulp.
static inline __attribute__((always_inline)) Lanes KERNEL(power)(LaneMask n, Lanes f) {
    const Lanes scale = KERNEL(sixteenthPower)(n);
    const Lanes f2 = f * f;
    const Lanes q01 = f * 0x1.ebfbdff82c590p-11 + 0x1.62e42fefa39f3p-5;
    const Lanes q23 = f * 0x1.3b2ab6fb40ee2p-23 + 0x1.c6b08d6f29950p-17;
    const Lanes q45 = f * 0x1.430a1d4d0dab0p-37 + 0x1.5d897eb4a6a03p-30;
    const Lanes q = (q45 * f2 + q23) * f2 + q01;
    return scale + scale * (f * q);
}

// eˣ for x from -708 to 708. The last bits of 1.5·2⁵² + n are the integer n. ln 2 / 16 is split into two parts, and n times
// the first is exact.
static inline __attribute__((always_inline)) Lanes KERNEL(exponential)(Lanes x) {
    const Lanes shifted = x * 0x1.71547652b82fep+4 + 0x1.8p52;
    const Lanes n = shifted - 0x1.8p52;
    const Lanes r = (x - n * 0x1.62e42fefa0000p-5) - n * 0x1.cf79abc9e3b3ap-44;
    return KERNEL(power)((LaneMask)shifted, r * 0x1.71547652b82fep+4);
}

// 1 + e^-z for a sigmoid, from t = -z·16/ln 2. NaN stays NaN. If t may pass ±8000 it is limited: e^-z is at most 2^505, so
// that the product of two is finite.
static inline __attribute__((always_inline)) Lanes KERNEL(sigmoidDenominator)(Lanes t, int isLimited) {
    if (!isLimited) {
        const Lanes shifted = t + 0x1.8p52;
        return 1 + KERNEL(power)((LaneMask)shifted, t - (shifted - 0x1.8p52));
    }
    const Lanes atMost = KERNEL(select)(t > 16 * 505, (Lanes){} + 16 * 505, t);
    const Lanes kept = KERNEL(select)(atMost < -16 * 1022, (Lanes){} - 16 * 1022, atMost);
    const Lanes shifted = kept + 0x1.8p52;
    return 1 + KERNEL(power)((LaneMask)shifted, kept - (shifted - 0x1.8p52));
}

// e^x - 1 for x from -708 to 708, accurate near 0: with x = n·ln 2 + r and fraction = r + r²·P(r), the result is
// 2ⁿ·fraction + (2ⁿ - 1). The constants are those of ElementaryFunctions.
static inline __attribute__((always_inline)) Lanes KERNEL(exponentialLessOne)(Lanes x) {
    const Lanes shifted = x * 0x1.71547652b82fep+0 + 0x1.8p52;
    const Lanes n = shifted - 0x1.8p52;
    const Lanes r = (x - n * 0x1.62e42fefa3800p-1) - n * 0x1.ef35793c76730p-45;
    const Lanes r2 = r * r;
    const Lanes r4 = r2 * r2;
    const Lanes p01 = r * 0x1.5555555555556p-3 + 0x1.0000000000001p-1;
    const Lanes p23 = r * 0x1.11111111109adp-7 + 0x1.5555555553d4fp-5;
    const Lanes p45 = r * 0x1.a01a01a7c8d47p-13 + 0x1.6c16c17893833p-10;
    const Lanes p67 = r * 0x1.71de0d9c145d0p-19 + 0x1.a019b8ef67c6cp-16;
    const Lanes p89 = r * 0x1.af38d53857513p-26 + 0x1.2891a8c1d838dp-22;
    const Lanes p = (p89 * r4 + (p67 * r2 + p45)) * r4 + (p23 * r2 + p01);
    const Lanes fraction = p * r2 + r;
    const Lanes power = (Lanes)((LaneMask)((Lanes){} + 1) + ((LaneMask)shifted << 52));
    return power * fraction + (power - 1);
}

static inline __attribute__((always_inline)) double KERNEL(total)(Lanes sum) {
    const double a = sum[0] + sum[4], b = sum[1] + sum[5], c = sum[2] + sum[6], d = sum[3] + sum[7];
    return (a + c) + (b + d);
}

// The logit of a unit, parameters[0] + Σ parameters[1 + j]·inputs[j], summed in that order. The inputs are `width` apart.
static inline __attribute__((always_inline)) Lanes KERNEL(affine)(const double *parameters, const Lanes *inputs,
                                                                  long inputCount, long width) {
    // The negations keep the sign of −0, which a sum with +0 would lose.
    Lanes z = -(-(Lanes){} - parameters[0]);
    for (long j = 0; j < inputCount; j++) z += parameters[1 + j] * inputs[j * width];
    return z;
}

// Scales the parameters of units with two inputs by -16/ln 2, so that their logits are exponents for `sixteenthPower`. A
// scaled logit has as many roundings as an unscaled one.
static inline __attribute__((always_inline)) const double *KERNEL(scaled)(const double *parameters, long count,
                                                                          double *scaled) {
    for (long i = 0; i < count; i++) scaled[i] = parameters[i] * -0x1.71547652b82fep+4;
    return scaled;
}

// -16/ln 2 times a logit. With two inputs, the parameters are scaled already.
static inline __attribute__((always_inline)) Lanes KERNEL(sixteenths)(const double *parameters, const Lanes *inputs,
                                                                      long inputCount, long width) {
    const Lanes z = KERNEL(affine)(parameters, inputs, inputCount, width);
    return inputCount == 2 ? z : z * -0x1.71547652b82fep+4;
}

// The sigmoids of two units, which share a division; `own` has their parameters, scaled if there are two inputs.
static inline __attribute__((always_inline)) void KERNEL(sigmoidPair)(const double *own, const Lanes *inputs,
                                                                      long inputCount, Lanes *outputs, long width,
                                                                      int isLimited) {
    Lanes *a = outputs, *b = outputs + width;
    for (long v = 0; v < width; v++) {
        const Lanes t = KERNEL(sixteenths)(own, inputs + v, inputCount, width);
        const Lanes u = KERNEL(sixteenths)(own + 1 + inputCount, inputs + v, inputCount, width);
        const Lanes p = KERNEL(sigmoidDenominator)(t, isLimited), q = KERNEL(sigmoidDenominator)(u, isLimited);
        const Lanes reciprocal = 1 / (p * q);
        a[v] = q * reciprocal;
        b[v] = p * reciprocal;
    }
}

// The greatest absolute value in a row.
static inline __attribute__((always_inline)) double KERNEL(greatest)(const Lanes *row, long width) {
    const LaneMask signBit = (LaneMask){} + (long long)(1ULL << 63);
    Lanes lanes = {};
    for (long v = 0; v < width; v++) {
        const Lanes magnitude = (Lanes)((LaneMask)row[v] & ~signBit);
        lanes = KERNEL(select)(magnitude > lanes, magnitude, lanes);
    }
    double greatest = 0;
    for (long lane = 0; lane < 8; lane++) greatest = lanes[lane] > greatest ? lanes[lane] : greatest;
    return greatest;
}

static inline __attribute__((always_inline)) void KERNEL(sigmoidLayerOf)(const double *parameters, long unitCount,
                                                                         const Lanes *inputs, long inputCount,
                                                                         Lanes *outputs, long width) {
    const long stride = 1 + inputCount;
    const double greatestX = inputCount == 2 ? KERNEL(greatest)(inputs, width) : 0;
    const double greatestY = inputCount == 2 ? KERNEL(greatest)(inputs + width, width) : 0;
    double memory[6];
    long unit = 0;
    for (; unit + 1 < unitCount; unit += 2) {
        const double *own = parameters + unit * stride;
        Lanes *out = outputs + unit * width;
        if (inputCount == 2) {
            own = KERNEL(scaled)(own, 6, memory);
            const double t = __builtin_fabs(own[0]) + __builtin_fabs(own[1]) * greatestX + __builtin_fabs(own[2]) * greatestY;
            const double u = __builtin_fabs(own[3]) + __builtin_fabs(own[4]) * greatestX + __builtin_fabs(own[5]) * greatestY;
            // The usual case, and a tenth faster.
            if (t <= 8000 && u <= 8000) {
                KERNEL(sigmoidPair)(own, inputs, inputCount, out, width, 0);
                continue;
            }
        }
        KERNEL(sigmoidPair)(own, inputs, inputCount, out, width, 1);
    }
    if (unit < unitCount) {
        const double *own = parameters + unit * stride;
        if (inputCount == 2) own = KERNEL(scaled)(own, 3, memory);
        Lanes *a = outputs + unit * width;
        for (long v = 0; v < width; v++)
            a[v] = 1 / KERNEL(sigmoidDenominator)(KERNEL(sixteenths)(own, inputs + v, inputCount, width), 1);
    }
}

// Specialised for the two coordinates of a point, the usual inputs: a loop with a constant bound takes half the time.
static void KERNEL(sigmoidLayer)(const double *parameters, long unitCount, const double *inputs, long inputCount,
                                 double *outputs, long width) {
    if (inputCount == 2)
        KERNEL(sigmoidLayerOf)(parameters, unitCount, (const Lanes *)inputs, 2, (Lanes *)outputs, width);
    else
        KERNEL(sigmoidLayerOf)(parameters, unitCount, (const Lanes *)inputs, inputCount, (Lanes *)outputs, width);
}

// tanh |z| = -e / (2 + e) with e = e^-2|z| - 1. The result is 1 for |z| ≥ 19.1.
static inline __attribute__((always_inline)) Lanes KERNEL(hyperbolicTangent)(Lanes z) {
    const LaneMask signBit = (LaneMask){} + (long long)(1ULL << 63);
    const LaneMask sign = (LaneMask)z & signBit;
    const Lanes x = -2 * (Lanes)((LaneMask)z & ~signBit);
    const Lanes e = KERNEL(exponentialLessOne)(KERNEL(select)(x < -708, (Lanes){} - 708, x));
    const Lanes magnitude = -e / (2 + e);
    return (Lanes)(((LaneMask)magnitude & ~signBit) | sign);
}

static void KERNEL(tanhLayer)(const double *parameters, long unitCount, const double *inputs, long inputCount,
                              double *outputs, long width) {
    for (long unit = 0; unit < unitCount; unit++) {
        Lanes *a = (Lanes *)outputs + unit * width;
        const double *own = parameters + unit * (1 + inputCount);
        for (long v = 0; v < width; v++)
            a[v] = KERNEL(hyperbolicTangent)(KERNEL(affine)(own, (const Lanes *)inputs + v, inputCount, width));
    }
}

// NaN gives NaN, since comparisons with it are false.
static void KERNEL(reluLayer)(const double *parameters, long unitCount, const double *inputs, long inputCount,
                              double *outputs, long width) {
    for (long unit = 0; unit < unitCount; unit++) {
        Lanes *a = (Lanes *)outputs + unit * width;
        const double *own = parameters + unit * (1 + inputCount);
        for (long v = 0; v < width; v++) {
            const Lanes z = KERNEL(affine)(own, (const Lanes *)inputs + v, inputCount, width);
            a[v] = KERNEL(select)(z <= 0, (Lanes){}, z);
        }
    }
}

// Two units and four vectors at a time: eight independent sums hide the latency of additions, and both units share inputs.
static void KERNEL(logitLayer)(const double *parameters, long unitCount, const double *inputs, long inputCount,
                               double *outputs, long width) {
    enum { stripWidth = 4 };
    const Lanes *in = (const Lanes *)inputs;
    long unit = 0;
    for (; unit + 1 < unitCount; unit += 2) {
        const double *p = parameters + unit * (1 + inputCount), *q = p + 1 + inputCount;
        Lanes *a = (Lanes *)outputs + unit * width, *b = a + width;
        long v = 0;
        for (; v + stripWidth <= width; v += stripWidth) {
            Lanes z[stripWidth], w[stripWidth];
            for (long i = 0; i < stripWidth; i++) {
                z[i] = (Lanes){} + p[0];
                w[i] = (Lanes){} + q[0];
            }
            for (long j = 0; j < inputCount; j++) {
                for (long i = 0; i < stripWidth; i++) {
                    const Lanes input = in[j * width + v + i];
                    z[i] += p[1 + j] * input;
                    w[i] += q[1 + j] * input;
                }
            }
            for (long i = 0; i < stripWidth; i++) {
                a[v + i] = z[i];
                b[v + i] = w[i];
            }
        }
        for (; v < width; v++) {
            a[v] = KERNEL(affine)(p, in + v, inputCount, width);
            b[v] = KERNEL(affine)(q, in + v, inputCount, width);
        }
    }
    if (unit < unitCount) {
        Lanes *a = (Lanes *)outputs + unit * width;
        const double *own = parameters + unit * (1 + inputCount);
        for (long v = 0; v < width; v++) a[v] = KERNEL(affine)(own, in + v, inputCount, width);
    }
}

// (1 + a)(1 + b) - 1, accurate for small a and b.
static inline __attribute__((always_inline)) Lanes KERNEL(productLessOne)(Lanes a, Lanes b) { return a + (b + a * b); }

// One output for some lanes of points. With s = z for y = 0 and s = -z for y = 1, sigmoid(z) - y is ±sigmoid(s), and the
// cost is softplus(s) = max(s, 0) + log(1 + e^-|s|). Both avoid cancellation.
typedef struct {
    LaneMask sign;
    Lanes numerator;
    // e^-|s|
    Lanes exponential;
    // |s| + s
    Lanes twicePositive;
} KERNEL(Output);

static inline __attribute__((always_inline)) KERNEL(Output) KERNEL(output)(Lanes z, LaneMask isLabel) {
    const LaneMask signBit = (LaneMask){} + (long long)(1ULL << 63);
    const Lanes magnitude = (Lanes)((LaneMask)z & ~signBit);
    const Lanes e = KERNEL(exponential)(KERNEL(select)(magnitude > 708, (Lanes){} - 708, -magnitude));
    const LaneMask sign = isLabel & signBit;
    const Lanes s = (Lanes)((LaneMask)z ^ sign);
    return (KERNEL(Output)){
        .sign = sign,
        .numerator = KERNEL(select)(s < 0, e, (Lanes){} + 1),
        .exponential = e,
        .twicePositive = s + magnitude,
    };
}

// The caller takes the logarithm of the product. Two outputs share a division.
static CrossEntropy KERNEL(crossEntropy)(double *logits, long outputCount, const double *labels, double label,
                                         long width) {
    Lanes *a = (Lanes *)logits, *b = a + width;
    const Lanes *own = (const Lanes *)labels;
    Lanes linear = {}, product = {};
    if (outputCount == 2) {
        for (long v = 0; v < width; v++) {
            const LaneMask isPoint = own[v] >= 0;
            const KERNEL(Output) first = KERNEL(output)(a[v], own[v] == label);
            const KERNEL(Output) second = KERNEL(output)(b[v], own[v] == label + 1);
            const Lanes p = 1 + first.exponential, q = 1 + second.exponential;
            const Lanes reciprocal = 1 / (p * q);
            a[v] = (Lanes)(((LaneMask)(first.numerator * (q * reciprocal)) ^ first.sign) & isPoint);
            b[v] = (Lanes)(((LaneMask)(second.numerator * (p * reciprocal)) ^ second.sign) & isPoint);
            linear += (Lanes)((LaneMask)(first.twicePositive + second.twicePositive) & isPoint);
            const Lanes both = KERNEL(productLessOne)(first.exponential, second.exponential);
            product = KERNEL(productLessOne)(product, (Lanes)((LaneMask)both & isPoint));
        }
    } else {
        for (long v = 0; v < width; v++) {
            const LaneMask isPoint = own[v] >= 0;
            const KERNEL(Output) output = KERNEL(output)(a[v], own[v] == label);
            a[v] = (Lanes)(((LaneMask)(output.numerator / (1 + output.exponential)) ^ output.sign) & isPoint);
            linear += (Lanes)((LaneMask)output.twicePositive & isPoint);
            product = KERNEL(productLessOne)(product, (Lanes)((LaneMask)output.exponential & isPoint));
        }
    }
    double all = 0;
    for (long lane = 0; lane < 8; lane++) all = all + (product[lane] + all * product[lane]);
    return (CrossEntropy){.linear = 0.5 * KERNEL(total)(linear), .productLessOne = all};
}

// Three sums at a time: fewer would not hide the latency of additions, and more would exceed the registers of the baseline.
// The input of the bias is 1.
static inline __attribute__((always_inline)) void KERNEL(addProducts)(const Lanes *d, const Lanes *in, long count,
                                                                      double *sums, long width) {
    long j = count >= 2 ? 2 : 0;
    Lanes sumA = {}, sumB = {}, sumC = {};
    for (long v = 0; v < width; v++) {
        sumA += d[v];
        if (j == 0) continue;
        sumB += d[v] * in[v];
        sumC += d[v] * in[width + v];
    }
    sums[0] += KERNEL(total)(sumA);
    if (j == 2) {
        sums[1] += KERNEL(total)(sumB);
        sums[2] += KERNEL(total)(sumC);
    }
    for (; j + 2 < count; j += 3) {
        const Lanes *a = in + j * width, *b = a + width, *c = b + width;
        sumA = sumB = sumC = (Lanes){};
        for (long v = 0; v < width; v++) {
            sumA += d[v] * a[v];
            sumB += d[v] * b[v];
            sumC += d[v] * c[v];
        }
        sums[1 + j] += KERNEL(total)(sumA);
        sums[2 + j] += KERNEL(total)(sumB);
        sums[3 + j] += KERNEL(total)(sumC);
    }
    for (; j < count; j++) {
        const Lanes *a = in + j * width;
        sumA = (Lanes){};
        for (long v = 0; v < width; v++) sumA += d[v] * a[v];
        sums[1 + j] += KERNEL(total)(sumA);
    }
}

static void KERNEL(addGradient)(const double *deltas, long unitCount, const double *inputs, long inputCount,
                                double *sums, long width) {
    for (long unit = 0; unit < unitCount; unit++) {
        const Lanes *d = (const Lanes *)deltas + unit * width;
        double *own = sums + unit * (1 + inputCount);
        if (inputCount == 2)
            KERNEL(addProducts)(d, (const Lanes *)inputs, 2, own, width);
        else
            KERNEL(addProducts)(d, (const Lanes *)inputs, inputCount, own, width);
    }
}

// Multiplies by the derivative of the activation a by its logit. For the hyperbolic tangent this is (1 - a)(1 + a), which
// is more accurate than 1 - a² near ±1.
static inline __attribute__((always_inline)) Lanes KERNEL(timesDerivative)(Lanes sum, Lanes a, Activation activation) {
    switch (activation) {
        case activationSigmoid: return sum * (a * (1 - a));
        case activationTanh: return sum * ((1 - a) * (1 + a));
        case activationReLU: return KERNEL(select)(a > 0, sum, (Lanes){});
    }
}

// Specialised for two rows of deltas, the usual case of two classes, with a single loop over each input.
static inline __attribute__((always_inline)) void KERNEL(backpropagate)(const double *parameters, const double *deltas,
                                                                        long unitCount, double *inputs, long inputCount,
                                                                        double *sums, long width,
                                                                        Activation activation) {
    const Lanes *d = (const Lanes *)deltas, *e = d + width;
    const long stride = 1 + inputCount;
    if (unitCount != 2) {
        KERNEL(addGradient)(deltas, unitCount, inputs, inputCount, sums, width);
        for (long j = 0; j < inputCount; j++) {
            Lanes *row = (Lanes *)inputs + j * width;
            const double *weights = parameters + 1 + j;
            for (long v = 0; v < width; v++) {
                Lanes sum = weights[0] * d[v];
                for (long k = 1; k < unitCount; k++) sum += weights[k * stride] * d[k * width + v];
                row[v] = KERNEL(timesDerivative)(sum, row[v], activation);
            }
        }
        return;
    }
    Lanes sum = {}, other = {};
    for (long v = 0; v < width; v++) {
        sum += d[v];
        other += e[v];
    }
    sums[0] += KERNEL(total)(sum);
    sums[stride] += KERNEL(total)(other);
    for (long j = 0; j < inputCount; j++) {
        Lanes *row = (Lanes *)inputs + j * width;
        const double weight = parameters[1 + j], otherWeight = parameters[stride + 1 + j];
        sum = other = (Lanes){};
        for (long v = 0; v < width; v++) {
            const Lanes a = row[v];
            sum += d[v] * a;
            other += e[v] * a;
            row[v] = KERNEL(timesDerivative)(weight * d[v] + otherWeight * e[v], a, activation);
        }
        sums[1 + j] += KERNEL(total)(sum);
        sums[stride + 1 + j] += KERNEL(total)(other);
    }
}

static void KERNEL(backpropagateSigmoid)(const double *parameters, const double *deltas, long unitCount, double *inputs,
                                         long inputCount, double *sums, long width) {
    KERNEL(backpropagate)(parameters, deltas, unitCount, inputs, inputCount, sums, width, activationSigmoid);
}

static void KERNEL(backpropagateTanh)(const double *parameters, const double *deltas, long unitCount, double *inputs,
                                      long inputCount, double *sums, long width) {
    KERNEL(backpropagate)(parameters, deltas, unitCount, inputs, inputCount, sums, width, activationTanh);
}

static void KERNEL(backpropagateReLU)(const double *parameters, const double *deltas, long unitCount, double *inputs,
                                      long inputCount, double *sums, long width) {
    KERNEL(backpropagate)(parameters, deltas, unitCount, inputs, inputCount, sums, width, activationReLU);
}

static void KERNEL(exponentials)(double *row, double factor, const double *inputs, long width) {
    Lanes *out = (Lanes *)row;
    const Lanes *in = (const Lanes *)inputs;
    for (long v = 0; v < width; v++) {
        const Lanes x = out[v] + factor * in[v];
        out[v] = KERNEL(exponential)(KERNEL(select)(x < -708, (Lanes){} - 708, x));
    }
}

static void KERNEL(separableSigmoidPair)(double firstFactor, const double *firstColumns, double *first,
                                         double secondFactor, const double *secondColumns, double *second,
                                         long width) {
    const Lanes *columnsA = (const Lanes *)firstColumns, *columnsB = (const Lanes *)secondColumns;
    Lanes *a = (Lanes *)first, *b = (Lanes *)second;
    for (long v = 0; v < width; v++) {
        const Lanes p = 1 + firstFactor * columnsA[v];
        const Lanes q = 1 + secondFactor * columnsB[v];
        const Lanes reciprocal = 1 / (p * q);
        a[v] = q * reciprocal;
        b[v] = p * reciprocal;
    }
}

static void KERNEL(separableSigmoid)(double factor, const double *columns, double *output, long width) {
    const Lanes *in = (const Lanes *)columns;
    Lanes *out = (Lanes *)output;
    for (long v = 0; v < width; v++) out[v] = 1 / (1 + factor * in[v]);
}

static void KERNEL(separableTanhPair)(double firstFactor, const double *firstColumns, double *first,
                                      double secondFactor, const double *secondColumns, double *second, long width) {
    const Lanes *columnsA = (const Lanes *)firstColumns, *columnsB = (const Lanes *)secondColumns;
    Lanes *a = (Lanes *)first, *b = (Lanes *)second;
    for (long v = 0; v < width; v++) {
        const Lanes e = firstFactor * columnsA[v], f = secondFactor * columnsB[v];
        const Lanes p = 1 + e, q = 1 + f;
        const Lanes reciprocal = 1 / (p * q);
        a[v] = (1 - e) * (q * reciprocal);
        b[v] = (1 - f) * (p * reciprocal);
    }
}

static void KERNEL(separableTanh)(double factor, const double *columns, double *output, long width) {
    const Lanes *in = (const Lanes *)columns;
    Lanes *out = (Lanes *)output;
    for (long v = 0; v < width; v++) {
        const Lanes e = factor * in[v];
        out[v] = (1 - e) / (1 + e);
    }
}

// A group of units of a SeparableSum, at one height.
typedef struct {
    const double *weights;
    // The factors e^(shift + slope·y) of the units; lanes beyond the group are not used.
    Lanes factors;
    const Lanes *columns;
    long columnStride;
} KERNEL(Group);

static inline __attribute__((always_inline)) KERNEL(Group) KERNEL(group)(const SeparableSum *sum, long first, double y) {
    const Lanes x = *(const Lanes *)(sum->shifts + first) + y * *(const Lanes *)(sum->slopes + first);
    return (KERNEL(Group)){
        .weights = sum->weights + first,
        .factors = KERNEL(exponential)(KERNEL(select)(x < -708, (Lanes){} - 708, x)),
        .columns = (const Lanes *)sum->columns + first * sum->columnStride,
        .columnStride = sum->columnStride,
    };
}

static inline __attribute__((always_inline)) Lanes KERNEL(denominator)(const KERNEL(Group) *group, long unit, long v) {
    return 1 + group->factors[unit] * group->columns[unit * group->columnStride + v];
}

// The sum of the terms of two neighbouring units.
static inline __attribute__((always_inline)) Quotient KERNEL(sumOfTwo)(const KERNEL(Group) *group, long unit, long v) {
    const Lanes p = KERNEL(denominator)(group, unit, v), q = KERNEL(denominator)(group, unit + 1, v);
    return (Quotient){
        .numerator = group->weights[unit] * q + group->weights[unit + 1] * p,
        .denominator = p * q,
    };
}

static inline __attribute__((always_inline)) Lanes KERNEL(sumOfQuotients)(Quotient a, Quotient b) {
    return (a.numerator * b.denominator + b.numerator * a.denominator) / (a.denominator * b.denominator);
}

// The sum of one to four terms, with one division.
static inline __attribute__((always_inline)) Lanes KERNEL(sumOfGroup)(const KERNEL(Group) *group, long count, long v) {
    switch (count) {
        case 1: return group->weights[0] / KERNEL(denominator)(group, 0, v);
        case 2: {
            const Quotient sum = KERNEL(sumOfTwo)(group, 0, v);
            return sum.numerator / sum.denominator;
        }
        case 3: {
            const Quotient third = {
                .numerator = (Lanes){} + group->weights[2],
                .denominator = KERNEL(denominator)(group, 2, v),
            };
            return KERNEL(sumOfQuotients)(KERNEL(sumOfTwo)(group, 0, v), third);
        }
        default: return KERNEL(sumOfQuotients)(KERNEL(sumOfTwo)(group, 0, v), KERNEL(sumOfTwo)(group, 2, v));
    }
}

// Adds a group to a row of sums; the first group initialises the row with `start`.
static inline __attribute__((always_inline)) void KERNEL(addGroupOf)(KERNEL(Group) group, long count, int isFirst,
                                                                     double start, Lanes *sums, long width) {
    for (long v = 0; v < width; v++) {
        const Lanes sum = KERNEL(sumOfGroup)(&group, count, v);
        sums[v] = isFirst ? start + sum : sums[v] + sum;
    }
}

// Specialised for each number of terms.
static inline __attribute__((always_inline)) void KERNEL(addGroup)(KERNEL(Group) group, long count, int isFirst,
                                                                   double start, Lanes *sums, long width) {
    switch (count) {
        case 1: KERNEL(addGroupOf)(group, 1, isFirst, start, sums, width); break;
        case 2: KERNEL(addGroupOf)(group, 2, isFirst, start, sums, width); break;
        case 3: KERNEL(addGroupOf)(group, 3, isFirst, start, sums, width); break;
        default: KERNEL(addGroupOf)(group, 4, isFirst, start, sums, width);
    }
}

static void KERNEL(separableSums)(const SeparableSum *sum, double y, double *sums, long count) {
    const long width = count / 8, rest = count % 8;
    // The sums of the last, partly filled lane vector: `sums` has no padding.
    Lanes last = (Lanes){} + sum->start;
    long first = 0;
    for (long index = 0; index < sum->groupCount; index++) {
        const KERNEL(Group) group = KERNEL(group)(sum, first, y);
        const long unitCount = sum->unitCounts[index];
        if (index == 0)
            KERNEL(addGroup)(group, unitCount, 1, sum->start, (Lanes *)sums, width);
        else
            KERNEL(addGroup)(group, unitCount, 0, 0, (Lanes *)sums, width);
        if (rest > 0) last += KERNEL(sumOfGroup)(&group, unitCount, width);
        first += unitCount;
    }
    for (long lane = 0; lane < rest; lane++) sums[8 * width + lane] = last[lane];
}

static const RowKernels KERNEL(kernels) = {
    .instructionSet = INSTRUCTION_SET,
    .sigmoidLayer = KERNEL(sigmoidLayer),
    .tanhLayer = KERNEL(tanhLayer),
    .reluLayer = KERNEL(reluLayer),
    .logitLayer = KERNEL(logitLayer),
    .crossEntropy = KERNEL(crossEntropy),
    .addGradient = KERNEL(addGradient),
    .backpropagateSigmoid = KERNEL(backpropagateSigmoid),
    .backpropagateTanh = KERNEL(backpropagateTanh),
    .backpropagateReLU = KERNEL(backpropagateReLU),
    .exponentials = KERNEL(exponentials),
    .separableSigmoidPair = KERNEL(separableSigmoidPair),
    .separableSigmoid = KERNEL(separableSigmoid),
    .separableTanhPair = KERNEL(separableTanhPair),
    .separableTanh = KERNEL(separableTanh),
    .separableSums = KERNEL(separableSums),
};
