#ifndef C_ROW_KERNELS_H
#define C_ROW_KERNELS_H

/// start + Σ weight / (1 + e^(shift + slope·y)·column) over units, along the rows of a grid.
///
/// The units come in one or more groups of one to four, with one division for each: in a group no product of
/// denominators, times a weight, may overflow. No exponent is greater than 708.
typedef struct {
    double start;
    /// One number for each unit; of shifts and slopes eight more can be read.
    const double *_Nonnull weights;
    const double *_Nonnull shifts;
    const double *_Nonnull slopes;
    /// A row for each unit, `columnStride` lane vectors after the one before, with padding to whole lane vectors.
    const double *_Nonnull columns;
    long columnStride;
    /// The units of each group.
    const long *_Nonnull unitCounts;
    long groupCount;
} SeparableSum;

/// The sum of softplus(z) − y·z over some outputs and points: linear + log(1 + productLessOne).
///
/// A sum of logarithms is one of a product: its factors, 1 + e^-|z|, are between 1 and 2.
typedef struct {
    double linear;
    double productLessOne;
} CrossEntropy;

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

    // A layer has parameters, row-major `unitCount × (1 + inputCount)`, the bias first: a unit's logit is
    // parameters[0] + Σ parameters[1 + j]·inputs[j], summed in that order.

    /// The sigmoids 1 / (1 + e^-z) of a layer's logits, a row for each unit: within 3 ulp of that of a logit that is off by
    /// no more than what rounds in it, and no less than 2^-505.
    void (*_Nonnull sigmoidLayer)(const double *_Nonnull parameters, long unitCount, const double *_Nonnull inputs,
                                  long inputCount, double *_Nonnull outputs, long width);

    /// The hyperbolic tangents of a layer's logits, within 3 ulp however small they are.
    void (*_Nonnull tanhLayer)(const double *_Nonnull parameters, long unitCount, const double *_Nonnull inputs,
                               long inputCount, double *_Nonnull outputs, long width);

    /// max(z, 0) of a layer's logits z; 0 for −0.
    void (*_Nonnull reluLayer)(const double *_Nonnull parameters, long unitCount, const double *_Nonnull inputs,
                               long inputCount, double *_Nonnull outputs, long width);

    /// The logits themselves.
    void (*_Nonnull logitLayer)(const double *_Nonnull parameters, long unitCount, const double *_Nonnull inputs,
                                long inputCount, double *_Nonnull outputs, long width);

    /// Replaces one or two rows of logits by sigmoid(z) − y, with y = 1 in the first row where the row of labels has
    /// `label`, and in the second where it has `label` + 1. A negative label is padding: its number is 0, and it costs
    /// nothing. Rows of 60 lane vectors at most.
    CrossEntropy (*_Nonnull crossEntropy)(double *_Nonnull logits, long outputCount, const double *_Nonnull labels,
                                          double label, long width);

    /// Adds what a layer's rows of deltas δ contribute to the gradient by its parameters to `sums`, laid out like them:
    /// Σ δ and Σ δ·input.
    void (*_Nonnull addGradient)(const double *_Nonnull deltas, long unitCount, const double *_Nonnull inputs,
                                 long inputCount, double *_Nonnull sums, long width);

    /// The same; and then replaces the inputs, which are sigmoids a of the layer below, by its deltas:
    /// a·(1 − a)·Σ weight·δ over the units.
    void (*_Nonnull backpropagateSigmoid)(const double *_Nonnull parameters, const double *_Nonnull deltas,
                                          long unitCount, double *_Nonnull inputs, long inputCount,
                                          double *_Nonnull sums, long width);

    /// The same for hyperbolic tangents: 1 − a² takes the place of a·(1 − a).
    void (*_Nonnull backpropagateTanh)(const double *_Nonnull parameters, const double *_Nonnull deltas,
                                       long unitCount, double *_Nonnull inputs, long inputCount,
                                       double *_Nonnull sums, long width);

    /// The same for rectified logits: the factor is 1 where a > 0, and 0 elsewhere.
    void (*_Nonnull backpropagateReLU)(const double *_Nonnull parameters, const double *_Nonnull deltas,
                                       long unitCount, double *_Nonnull inputs, long inputCount,
                                       double *_Nonnull sums, long width);

    /// Replaces a row of numbers by e^(number + factor·input), within 2 ulp, or by e^−708 if that is greater. No
    /// exponent is greater than 708.
    void (*_Nonnull exponentials)(double *_Nonnull row, double factor, const double *_Nonnull inputs, long width);

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

    /// The sums at height `y`: a row of `count` numbers, without padding.
    void (*_Nonnull separableSums)(const SeparableSum *_Nonnull sum, double y, double *_Nonnull sums, long count);
} RowKernels;

/// The kernels for the widest instruction set of this processor.
const RowKernels *_Nonnull rowKernels(void);

/// The kernels for each instruction set that this processor has, narrowest first; null beyond the last.
const RowKernels *_Nullable rowKernelsAt(long index);

#endif
