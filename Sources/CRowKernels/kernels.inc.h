// The source of the kernels, included once for each instruction set. KERNEL(name) gives a function the set's own name.

static inline __attribute__((always_inline)) Lanes KERNEL(select)(LaneMask mask, Lanes a, Lanes b) {
    return (Lanes)(((LaneMask)a & mask) | ((LaneMask)b & ~mask));
}

// For x from -708 to 708: x = n·ln 2 + r and e^r = 1 + r + r²·P(r). The constants are those of ElementaryFunctions, whose
// exp also takes the rest of the range.
static inline __attribute__((always_inline)) ReducedExponential KERNEL(reducedExponential)(Lanes x) {
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
    // The last bits of 1.5·2⁵² + n are those of n.
    return (ReducedExponential){.fraction = p * r2 + r, .exponent = (LaneMask)shifted << 52};
}

// eˣ for x from -708 to 708, within 1 ulp: added to the exponent's bits, those of n multiply by 2ⁿ.
static inline __attribute__((always_inline)) Lanes KERNEL(exponential)(Lanes x) {
    const ReducedExponential e = KERNEL(reducedExponential)(x);
    return (Lanes)((LaneMask)(e.fraction + 1) + e.exponent);
}

// e^-z for a sigmoid: kept to e^350, so that the product of two (1 + e^-z) is finite. NaN stays NaN.
static inline __attribute__((always_inline)) Lanes KERNEL(exponentialForSigmoid)(Lanes z) {
    const Lanes atMost = KERNEL(select)(-z > 350, (Lanes){} + 350, -z);
    return KERNEL(exponential)(KERNEL(select)(atMost < -708, (Lanes){} - 708, atMost));
}

static inline __attribute__((always_inline)) double KERNEL(total)(Lanes sum) {
    const double a = sum[0] + sum[4], b = sum[1] + sum[5], c = sum[2] + sum[6], d = sum[3] + sum[7];
    return (a + c) + (b + d);
}

// Two vectors at a time, since each sum waits for the one before it.
static inline __attribute__((always_inline)) void KERNEL(affineOf)(const double *parameters, const double *inputs,
                                                                   long count, double *output, long width) {
    const Lanes *in = (const Lanes *)inputs;
    Lanes *out = (Lanes *)output;
    long v = 0;
    for (; v + 1 < width; v += 2) {
        Lanes z = (Lanes){} + parameters[0], next = z;
        for (long j = 0; j < count; j++) {
            z += parameters[1 + j] * in[j * width + v];
            next += parameters[1 + j] * in[j * width + v + 1];
        }
        out[v] = z;
        out[v + 1] = next;
    }
    if (v < width) {
        Lanes z = (Lanes){} + parameters[0];
        for (long j = 0; j < count; j++) z += parameters[1 + j] * in[j * width + v];
        out[v] = z;
    }
}

// The two coordinates of a point are the usual inputs, and a loop that knows how many there are takes half the time.
static void KERNEL(affine)(const double *parameters, const double *inputs, long count, double *output, long width) {
    if (count == 2)
        KERNEL(affineOf)(parameters, inputs, 2, output, width);
    else
        KERNEL(affineOf)(parameters, inputs, count, output, width);
}

static void KERNEL(sigmoidPair)(double *first, double *second, long width) {
    Lanes *a = (Lanes *)first, *b = (Lanes *)second;
    for (long v = 0; v < width; v++) {
        const Lanes p = 1 + KERNEL(exponentialForSigmoid)(a[v]);
        const Lanes q = 1 + KERNEL(exponentialForSigmoid)(b[v]);
        const Lanes reciprocal = 1 / (p * q);
        a[v] = q * reciprocal;
        b[v] = p * reciprocal;
    }
}

static void KERNEL(sigmoid)(double *row, long width) {
    Lanes *a = (Lanes *)row;
    for (long v = 0; v < width; v++) a[v] = 1 / (1 + KERNEL(exponentialForSigmoid)(a[v]));
}

// With e = e^-2|z| - 1, tanh |z| = -e / (2 + e): e comes from the reduced exponential, which near 0 keeps all the digits
// that a difference of e^-2|z| and 1 would lose. From |z| = 19.1 on the result is 1.
static void KERNEL(tanh)(double *row, long width) {
    Lanes *a = (Lanes *)row;
    const LaneMask signBit = (LaneMask){} + (long long)(1ULL << 63);
    for (long v = 0; v < width; v++) {
        const LaneMask sign = (LaneMask)a[v] & signBit;
        const Lanes x = -2 * (Lanes)((LaneMask)a[v] & ~signBit);
        const ReducedExponential reduced =
            KERNEL(reducedExponential)(KERNEL(select)(x < -708, (Lanes){} - 708, x));
        const Lanes power = (Lanes)((LaneMask)((Lanes){} + 1) + reduced.exponent);
        const Lanes e = power * reduced.fraction + (power - 1);
        const Lanes magnitude = -e / (2 + e);
        a[v] = (Lanes)(((LaneMask)magnitude & ~signBit) | sign);
    }
}

// NaN, for which no comparison holds, stays NaN.
static void KERNEL(relu)(double *row, long width) {
    Lanes *a = (Lanes *)row;
    for (long v = 0; v < width; v++) a[v] = KERNEL(select)(a[v] <= 0, (Lanes){}, a[v]);
}

// With s = z where y = 0 and s = -z where y = 1, sigmoid(z) - y is ±sigmoid(s) and the cost softplus(s) = max(s, 0) +
// log(1 + e^-|s|): no digit is lost to a difference of nearly equal numbers. log(1 + e) by s = e / (2 + e), as in
// ElementaryFunctions; its division and that of the sigmoid are one.
//
// The exponentials of eight vectors come before the rest: all of it for one vector is more than what a processor looks
// ahead, so that it would often wait within one.
static double KERNEL(crossEntropy)(double *logits, const double *labels, double label, long width) {
    Lanes *row = (Lanes *)logits;
    const Lanes *own = (const Lanes *)labels;
    const LaneMask signBit = (LaneMask){} + (long long)(1ULL << 63);
    Lanes cost = {};
    enum { stripWidth = 8 };
    Lanes exponentials[stripWidth];
    for (long v = 0; v < width; v++) {
        const long place = v % stripWidth;
        for (long i = 0; place == 0 && i < stripWidth && v + i < width; i++) {
            const Lanes magnitude = (Lanes)((LaneMask)row[v + i] & ~signBit);
            exponentials[i] = KERNEL(exponential)(KERNEL(select)(magnitude > 708, (Lanes){} - 708, -magnitude));
        }
        const Lanes e = exponentials[place];
        const LaneMask isLabel = own[v] == label;
        const LaneMask isPoint = own[v] >= 0;
        const Lanes s = (Lanes)((LaneMask)row[v] ^ (isLabel & signBit));
        const Lanes magnitude = (Lanes)((LaneMask)s & ~signBit);
        const Lanes onePlus = 1 + e, twoPlus = 2 + e;
        const Lanes reciprocal = 1 / (onePlus * twoPlus);

        const Lanes numerator = KERNEL(select)(s < 0, e, (Lanes){} + 1);
        const Lanes sigmoid = numerator * (twoPlus * reciprocal);
        const Lanes delta = (Lanes)((LaneMask)sigmoid ^ (isLabel & signBit));
        row[v] = (Lanes)((LaneMask)delta & isPoint);

        const Lanes t = e * (onePlus * reciprocal);
        const Lanes t2 = t * t;
        const Lanes t4 = t2 * t2;
        const Lanes t8 = t4 * t4;
        const Lanes p01 = t2 * 0x1.999999999a3ddp-2 + 0x1.5555555555555p-1;
        const Lanes p23 = t2 * 0x1.c71c727143318p-3 + 0x1.24924923d44c6p-2;
        const Lanes p45 = t2 * 0x1.3b18b294bebf9p-3 + 0x1.745cf0b0e03bdp-3;
        const Lanes p67 = t2 * 0x1.eb905e8575054p-4 + 0x1.10ac75dc602b1p-3;
        const Lanes p89 = t2 * 0x1.4b0a26c5f2aefp-3 + 0x1.687a6e7c95176p-4;
        const Lanes p = (p89 * t8 + (p67 * t4 + p45)) * t8 + (p23 * t4 + p01);
        const Lanes halfSquare = 0.5 * (e * e);
        const Lanes logarithm = e - (halfSquare - t * (halfSquare + t2 * p));
        const Lanes softplus = (s + magnitude) * 0.5 + logarithm;
        cost += (Lanes)((LaneMask)softplus & isPoint);
    }
    return KERNEL(total)(cost);
}

// Three sums at a time: each addition waits for the one before it, so that a loop with fewer would mostly wait, and one
// with more would want more registers than the baseline has. The input of the bias is 1.
static void KERNEL(addProducts)(const double *delta, const double *inputs, long count, double *sums, long width) {
    const Lanes *d = (const Lanes *)delta, *in = (const Lanes *)inputs;
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

// Times the derivative of a unit's activation by its logit, which is 1 - a² = (1 - a)(1 + a) for the hyperbolic tangent:
// the product keeps its digits where a is close to ±1.
static inline __attribute__((always_inline)) Lanes KERNEL(timesDerivative)(Lanes sum, Lanes a, Activation activation) {
    switch (activation) {
        case activationSigmoid: return sum * (a * (1 - a));
        case activationTanh: return sum * ((1 - a) * (1 + a));
        case activationReLU: return KERNEL(select)(a > 0, sum, (Lanes){});
    }
}

static inline __attribute__((always_inline)) void KERNEL(backpropagateOf)(double *activations, const double *weights,
                                                                          long stride, const double *deltas, long count,
                                                                          long width, Activation activation) {
    Lanes *row = (Lanes *)activations;
    const Lanes *d = (const Lanes *)deltas;
    for (long v = 0; v < width; v++) {
        Lanes sum = weights[0] * d[v];
        for (long k = 1; k < count; k++) sum += weights[k * stride] * d[k * width + v];
        row[v] = KERNEL(timesDerivative)(sum, row[v], activation);
    }
}

// Two classes are usual, and so two rows of deltas.
static void KERNEL(backpropagateSigmoid)(double *activations, const double *weights, long stride, const double *deltas,
                                         long count, long width) {
    if (count == 2)
        KERNEL(backpropagateOf)(activations, weights, stride, deltas, 2, width, activationSigmoid);
    else
        KERNEL(backpropagateOf)(activations, weights, stride, deltas, count, width, activationSigmoid);
}

static void KERNEL(backpropagateTanh)(double *activations, const double *weights, long stride, const double *deltas,
                                      long count, long width) {
    if (count == 2)
        KERNEL(backpropagateOf)(activations, weights, stride, deltas, 2, width, activationTanh);
    else
        KERNEL(backpropagateOf)(activations, weights, stride, deltas, count, width, activationTanh);
}

static void KERNEL(backpropagateReLU)(double *activations, const double *weights, long stride, const double *deltas,
                                      long count, long width) {
    if (count == 2)
        KERNEL(backpropagateOf)(activations, weights, stride, deltas, 2, width, activationReLU);
    else
        KERNEL(backpropagateOf)(activations, weights, stride, deltas, count, width, activationReLU);
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

static inline __attribute__((always_inline)) Lanes KERNEL(denominator)(const SeparableTerm *term, long v) {
    return 1 + term->factor * ((const Lanes *)term->columns)[v];
}

static inline __attribute__((always_inline)) Quotient KERNEL(sumOfTerms)(const SeparableTerm *terms, long v) {
    const Lanes p = KERNEL(denominator)(terms, v), q = KERNEL(denominator)(terms + 1, v);
    return (Quotient){.numerator = terms[0].weight * q + terms[1].weight * p, .denominator = p * q};
}

static inline __attribute__((always_inline)) Lanes KERNEL(sumOfQuotients)(Quotient a, Quotient b) {
    return (a.numerator * b.denominator + b.numerator * a.denominator) / (a.denominator * b.denominator);
}

static void KERNEL(addSeparable)(const SeparableTerm *terms, long count, double *sums, long width) {
    Lanes *out = (Lanes *)sums;
    switch (count) {
    case 1:
        for (long v = 0; v < width; v++) out[v] += terms[0].weight / KERNEL(denominator)(terms, v);
        break;
    case 2:
        for (long v = 0; v < width; v++) {
            const Quotient sum = KERNEL(sumOfTerms)(terms, v);
            out[v] += sum.numerator / sum.denominator;
        }
        break;
    case 3:
        for (long v = 0; v < width; v++) {
            const Lanes last = KERNEL(denominator)(terms + 2, v);
            const Quotient third = {.numerator = (Lanes){} + terms[2].weight, .denominator = last};
            out[v] += KERNEL(sumOfQuotients)(KERNEL(sumOfTerms)(terms, v), third);
        }
        break;
    default:
        for (long v = 0; v < width; v++)
            out[v] += KERNEL(sumOfQuotients)(KERNEL(sumOfTerms)(terms, v), KERNEL(sumOfTerms)(terms + 2, v));
    }
}

static const RowKernels KERNEL(kernels) = {
    .instructionSet = INSTRUCTION_SET,
    .affine = KERNEL(affine),
    .sigmoidPair = KERNEL(sigmoidPair),
    .sigmoid = KERNEL(sigmoid),
    .tanh = KERNEL(tanh),
    .relu = KERNEL(relu),
    .crossEntropy = KERNEL(crossEntropy),
    .addProducts = KERNEL(addProducts),
    .backpropagateSigmoid = KERNEL(backpropagateSigmoid),
    .backpropagateTanh = KERNEL(backpropagateTanh),
    .backpropagateReLU = KERNEL(backpropagateReLU),
    .separableSigmoidPair = KERNEL(separableSigmoidPair),
    .separableSigmoid = KERNEL(separableSigmoid),
    .separableTanhPair = KERNEL(separableTanhPair),
    .separableTanh = KERNEL(separableTanh),
    .addSeparable = KERNEL(addSeparable),
};
