#include "CRowKernels.h"

// Some instruction sets have fused operations, whose last bit is another.
#pragma STDC FP_CONTRACT OFF

// Vectors are passed between functions of one set, all inlined: no ABI sees them.
#pragma clang diagnostic ignored "-Wpsabi"

typedef double Lanes __attribute__((vector_size(64), aligned(8)));
typedef long long LaneMask __attribute__((vector_size(64), aligned(8)));

// eˣ = (1 + fraction)·2ⁿ, with |fraction| < 0.42; `exponent` is n where a double has its exponent.
typedef struct {
    Lanes fraction;
    LaneMask exponent;
} ReducedExponential;

typedef struct {
    Lanes numerator;
    Lanes denominator;
} Quotient;

typedef enum { activationSigmoid, activationTanh, activationReLU } Activation;

#define KERNEL(name) baseline_##name
#define INSTRUCTION_SET "baseline"
#include "kernels.inc.h"
#undef KERNEL
#undef INSTRUCTION_SET

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define KERNEL(name) avx2_##name
#define INSTRUCTION_SET "avx2"
#include "kernels.inc.h"
#undef KERNEL
#undef INSTRUCTION_SET
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx512dq"))), apply_to = function)
#define KERNEL(name) avx512_##name
#define INSTRUCTION_SET "avx512"
#include "kernels.inc.h"
#undef KERNEL
#undef INSTRUCTION_SET
#pragma clang attribute pop

#endif

const RowKernels *rowKernelsAt(long index) {
    if (index == 0) return &baseline_kernels;
#if defined(__x86_64__)
    if (index == 1 && __builtin_cpu_supports("avx2")) return &avx2_kernels;
    if (index == 2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")) return &avx512_kernels;
#endif
    return 0;
}

const RowKernels *rowKernels(void) {
    const RowKernels *widest = rowKernelsAt(0);
    for (long index = 1; index <= 2; index++) {
        const RowKernels *kernels = rowKernelsAt(index);
        if (kernels) widest = kernels;
    }
    return widest;
}
