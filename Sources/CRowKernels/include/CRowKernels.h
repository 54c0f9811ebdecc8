#ifndef C_ROW_KERNELS_H
#define C_ROW_KERNELS_H

/// A summand weight / (1 + factor·column), with a row of columns of its own.
typedef struct {
    double weight;
    double factor;
    const double *_Nonnull columns;
} SeparableTerm;

/// The inner loops of training and of grid evaluation, over rows of lane vectors, eight doubles each; fastest where a
/// row begins at a multiple of 64 bytes.
///
/// They stand in C because Swift cannot compile one function for several instruction sets. Every set has the same
/// source and does the same operations on the same lanes: so all give the same bits, and what differs is how many lanes
/// an instruction takes. No multiply and add are fused.
///
/// Pointers to doubles point to rows of `width` lane vectors; a row after the first begins `8 * width` doubles on.
typedef struct {
    /// The name of the instruction set: "baseline", "avx2" or "avx512".
    const char *_Nonnull instructionSet;

    /// A row of parameters[0] + Σ parameters[1 + j]·inputs[j] over `count` inputs, summed in their order.
    void (*_Nonnull affine)(const double *_Nonnull parameters, const double *_Nonnull inputs, long count,
                            double *_Nonnull output, long width);

    /// The sigmoids of two rows of logits, in place: 1 / (1 + e^-z), within 3 ulp where z ≥ -350, and e^-350 below.
    void (*_Nonnull sigmoidPair)(double *_Nonnull first, double *_Nonnull second, long width);

    /// The sigmoids of one row; not always the last bit of what a pair gets.
    void (*_Nonnull sigmoid)(double *_Nonnull row, long width);

    /// The hyperbolic tangents of one row of logits, in place, within 3 ulp however small they are.
    void (*_Nonnull tanh)(double *_Nonnull row, long width);

    /// max(z, 0) of one row of logits, in place; 0 for −0.
    void (*_Nonnull relu)(double *_Nonnull row, long width);

    /// Replaces a row of logits by sigmoid(z) − y, with y = 1 where the row of labels has `label`; and returns the sum
    /// of softplus(z) − y·z. A negative label is padding: it contributes 0.
    double (*_Nonnull crossEntropy)(double *_Nonnull logits, const double *_Nonnull labels, double label, long width);

    /// Adds Σ delta to sums[0], and Σ delta·input to sums[1 + j] for each of `count` inputs.
    void (*_Nonnull addProducts)(const double *_Nonnull delta, const double *_Nonnull inputs, long count,
                                 double *_Nonnull sums, long width);

    /// Replaces a row of sigmoids a by a·(1 − a)·Σ weights[k·stride]·deltas[k] over `count` rows of deltas.
    void (*_Nonnull backpropagateSigmoid)(double *_Nonnull activations, const double *_Nonnull weights, long stride,
                                          const double *_Nonnull deltas, long count, long width);

    /// The same for a row of hyperbolic tangents: 1 − a² takes the place of a·(1 − a).
    void (*_Nonnull backpropagateTanh)(double *_Nonnull activations, const double *_Nonnull weights, long stride,
                                       const double *_Nonnull deltas, long count, long width);

    /// The same for a row of rectified logits: the factor is 1 where a > 0, and 0 elsewhere.
    void (*_Nonnull backpropagateReLU)(double *_Nonnull activations, const double *_Nonnull weights, long stride,
                                       const double *_Nonnull deltas, long count, long width);

    /// 1 / (1 + e) for e = factor·column and two units at once, each with a factor, a row of columns and an output of
    /// its own.
    void (*_Nonnull separableSigmoidPair)(double firstFactor, const double *_Nonnull firstColumns,
                                          double *_Nonnull first, double secondFactor,
                                          const double *_Nonnull secondColumns, double *_Nonnull second, long width);

    /// The same for one unit.
    void (*_Nonnull separableSigmoid)(double factor, const double *_Nonnull columns, double *_Nonnull output,
                                      long width);

    /// (1 − e) / (1 + e) for two units at once.
    void (*_Nonnull separableTanhPair)(double firstFactor, const double *_Nonnull firstColumns,
                                       double *_Nonnull first, double secondFactor,
                                       const double *_Nonnull secondColumns, double *_Nonnull second, long width);

    /// The same for one unit.
    void (*_Nonnull separableTanh)(double factor, const double *_Nonnull columns, double *_Nonnull output, long width);

    /// Adds Σ weight / (1 + factor·column) over one to four terms to a row, by one division for all of them: no product
    /// of denominators, times a weight, may overflow.
    void (*_Nonnull addSeparable)(const SeparableTerm *_Nonnull terms, long count, double *_Nonnull sums, long width);
} RowKernels;

/// The kernels for the widest instruction set of this processor.
const RowKernels *_Nonnull rowKernels(void);

/// The kernels for each instruction set that this processor has, narrowest first; null beyond the last.
const RowKernels *_Nullable rowKernelsAt(long index);

#endif
