#include "CRowKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// A fused multiply-add would give other bits, and not every instruction set has it.
#pragma STDC FP_CONTRACT OFF

// Functions that pass vectors are always inlined, so their ABI does not matter.
#pragma clang diagnostic ignored "-Wpsabi"

typedef double Lanes __attribute__((vector_size(64), aligned(8)));
typedef long long LaneMask __attribute__((vector_size(64), aligned(8)));

typedef struct {
    Lanes numerator;
    Lanes denominator;
} Quotient;

typedef enum { activationSigmoid, activationTanh, activationReLU } Activation;

// The bits of 2^(j/16) minus j·2⁴⁸, for j = 0 … 15.
static const long long sixteenthPowers[16] __attribute__((aligned(64))) = {
    0x3ff0000000000000, 0x3fefb5586cf9890f, 0x3fef72b83c7d517b, 0x3fef387a6e756238,
    0x3fef06fe0a31b715, 0x3feedea64c123422, 0x3feebfdad5362a27, 0x3feeab07dd485429,
    0x3feea09e667f3bcd, 0x3feea11473eb0187, 0x3feeace5422aa0db, 0x3feec49182a3f090,
    0x3feee89f995ad3ad, 0x3fef199bdd85529c, 0x3fef5818dcfba487, 0x3fefa4afa2a490da,
};

#define LOOKS_UP_IN_REGISTERS 0
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
#undef LOOKS_UP_IN_REGISTERS
#define LOOKS_UP_IN_REGISTERS 1
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
