#ifndef C_ROW_KERNELS_H
#define C_ROW_KERNELS_H

/// The sum start + Σ weight / (1 + e^(shift + slope·y)·column) over units, along the rows of a grid.
///
/// The units are divided into groups of one to four, with one division per group. The product of a group's denominators
/// and a weight must not overflow, and no exponent may exceed 708.
typedef struct {
    double start;
    /// One weight per unit.
    const double *_Nonnull weights;
    /// One shift per unit, followed by at least eight readable numbers.
    const double *_Nonnull shifts;
    /// One slope per unit, followed by at least eight readable numbers.
    const double *_Nonnull slopes;
    /// One row per unit, `columnStride` lane vectors apart, padded to whole lane vectors.
    const double *_Nonnull columns;
    long columnStride;
    /// The number of units in each group.
    const long *_Nonnull unitCounts;
    long groupCount;
} SeparableSum;

/// The sum of softplus(z) − y·z over outputs and points, as linear + log(1 + productLessOne).
///
/// The sum of the logarithms is the logarithm of a product, whose factors 1 + e^-|z| are between 1 and 2.
typedef struct {
    double linear;
    double productLessOne;
} CrossEntropy;

/// The inner loops of training and grid evaluation for one instruction set.
///
/// They are in C because Swift cannot compile a function for several instruction sets. All sets are compiled from one
/// source and give the same bits: they do the same operations on the same lanes, without fused multiply-add, and differ
/// only in the number of lanes per instruction.
///
/// Pointers to doubles point to rows of `width` lane vectors of eight doubles. Successive rows are `8 * width` doubles
/// apart. Rows that are aligned to 64 bytes are fastest.
typedef struct {
    /// The name of the instruction set: "baseline", "avx2" or "avx512".
    const char *_Nonnull instructionSet;

    // The parameters of a layer are row-major, `unitCount × (1 + inputCount)`, the bias first. The logit of a unit is
    // parameters[0] + Σ parameters[1 + j]·inputs[j], summed in that order.

    /// Computes the sigmoids 1 / (1 + e^-z) of a layer's logits z, one row per unit.
    ///
    /// The result is within 3 ulp of the sigmoid of a logit with the usual rounding errors, and at least 2^-505.
    void (*_Nonnull sigmoidLayer)(const double *_Nonnull parameters, long unitCount, const double *_Nonnull inputs,
                                  long inputCount, double *_Nonnull outputs, long width);

    /// Computes the hyperbolic tangents of a layer's logits, within 3 ulp for large and small logits.
    void (*_Nonnull tanhLayer)(const double *_Nonnull parameters, long unitCount, const double *_Nonnull inputs,
                               long inputCount, double *_Nonnull outputs, long width);

    /// Computes max(z, 0) of a layer's logits z, with +0 for −0.
    void (*_Nonnull reluLayer)(const double *_Nonnull parameters, long unitCount, const double *_Nonnull inputs,
                               long inputCount, double *_Nonnull outputs, long width);

    /// Computes the logits of a layer.
    void (*_Nonnull logitLayer)(const double *_Nonnull parameters, long unitCount, const double *_Nonnull inputs,
                                long inputCount, double *_Nonnull outputs, long width);

    /// Replaces one or two rows of logits z by sigmoid(z) − y, and returns their cost.
    ///
    /// In the first row, y = 1 at points with the label `label`, in the second at points with `label` + 1; otherwise
    /// y = 0. A negative label is padding: the result is 0, and the cost is 0. `width` is 60 at most.
    CrossEntropy (*_Nonnull crossEntropy)(double *_Nonnull logits, long outputCount, const double *_Nonnull labels,
                                          double label, long width);

    /// Adds the gradient by a layer's parameters, Σ δ and Σ δ·input, to `sums`.
    ///
    /// `deltas` has one row of δ per unit. `sums` has the layout of the parameters.
    void (*_Nonnull addGradient)(const double *_Nonnull deltas, long unitCount, const double *_Nonnull inputs,
                                 long inputCount, double *_Nonnull sums, long width);

    /// Adds the gradient as `addGradient` does, then replaces the inputs by the deltas of the layer below.
    ///
    /// The inputs are the sigmoids a of that layer, and its deltas are a·(1 − a)·Σ weight·δ, summed over the units.
    void (*_Nonnull backpropagateSigmoid)(const double *_Nonnull parameters, const double *_Nonnull deltas,
                                          long unitCount, double *_Nonnull inputs, long inputCount,
                                          double *_Nonnull sums, long width);

    /// The same for hyperbolic tangents, with the derivative 1 − a².
    void (*_Nonnull backpropagateTanh)(const double *_Nonnull parameters, const double *_Nonnull deltas,
                                       long unitCount, double *_Nonnull inputs, long inputCount,
                                       double *_Nonnull sums, long width);

    /// The same for rectified logits, with the derivative 1 for a > 0, otherwise 0.
    void (*_Nonnull backpropagateReLU)(const double *_Nonnull parameters, const double *_Nonnull deltas,
                                       long unitCount, double *_Nonnull inputs, long inputCount,
                                       double *_Nonnull sums, long width);

    /// Replaces each number of a row by max(e^(number + factor·input), e^−708), within 2 ulp.
    ///
    /// No exponent may exceed 708.
    void (*_Nonnull exponentials)(double *_Nonnull row, double factor, const double *_Nonnull inputs, long width);

    /// Computes 1 / (1 + e) with e = factor·column for two units at once, each with its own factor, columns and output.
    void (*_Nonnull separableSigmoidPair)(double firstFactor, const double *_Nonnull firstColumns,
                                          double *_Nonnull first, double secondFactor,
                                          const double *_Nonnull secondColumns, double *_Nonnull second, long width);

    /// The same for one unit.
    void (*_Nonnull separableSigmoid)(double factor, const double *_Nonnull columns, double *_Nonnull output,
                                      long width);

    /// Computes (1 − e) / (1 + e) with e = factor·column for two units at once.
    void (*_Nonnull separableTanhPair)(double firstFactor, const double *_Nonnull firstColumns,
                                       double *_Nonnull first, double secondFactor,
                                       const double *_Nonnull secondColumns, double *_Nonnull second, long width);

    /// The same for one unit.
    void (*_Nonnull separableTanh)(double factor, const double *_Nonnull columns, double *_Nonnull output, long width);

    /// Computes the sums at height `y`, a row of `count` numbers without padding.
    void (*_Nonnull separableSums)(const SeparableSum *_Nonnull sum, double y, double *_Nonnull sums, long count);
} RowKernels;

/// Returns the kernels for the widest instruction set of this processor.
const RowKernels *_Nonnull rowKernels(void);

/// Returns the kernels for one of three instruction sets, narrowest first; null if the processor does not have it.
const RowKernels *_Nullable rowKernelsAt(long index);

#endif
