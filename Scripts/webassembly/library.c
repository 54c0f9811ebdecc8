// The functions of the C library that Embedded Swift calls: the toolchain has none for a WebAssembly machine without a system.

typedef __SIZE_TYPE__ size_t;

// With bulk memory these are instructions.
void *memset(void *target, int byte, size_t count) { return __builtin_memset(target, byte, count); }
void *memcpy(void *target, const void *source, size_t count) { return __builtin_memcpy(target, source, count); }
void *memmove(void *target, const void *source, size_t count) { return __builtin_memmove(target, source, count); }

int memcmp(const void *first, const void *second, size_t count) {
    const unsigned char *a = first, *b = second;
    for (size_t index = 0; index < count; index++) {
        if (a[index] != b[index]) return a[index] < b[index] ? -1 : 1;
    }
    return 0;
}

// Blocks of memory have sizes of 2^k bytes, and begin at multiples of 64, behind a header of 64 bytes with k. Freed blocks of
// a size are a list, from which the next ones are taken. New ones are taken from the end of the memory.

enum { headerSize = 64, sizeCount = 32 };

typedef struct Block {
    struct Block *next;
    size_t exponent;
} Block;

extern unsigned char __heap_base;
static unsigned char *end;
static Block *freeBlocks[sizeCount];

static void *allocate(size_t count) {
    size_t exponent = 6;
    while (exponent < sizeCount - 1 && ((size_t)1 << exponent) < count) exponent++;
    const size_t size = (size_t)1 << exponent;
    if (size < count) return 0;
    Block *block = freeBlocks[exponent];
    if (block) {
        freeBlocks[exponent] = block->next;
    } else {
        if (!end) end = (unsigned char *)(((size_t)&__heap_base + headerSize - 1) & -(size_t)headerSize);
        const size_t available = (__builtin_wasm_memory_size(0) << 16) - (size_t)end;
        if (size + headerSize > available) {
            const size_t pages = (size + headerSize - available + 0xffff) >> 16;
            if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return 0;
        }
        block = (Block *)end;
        block->exponent = exponent;
        end += headerSize + size;
    }
    return (unsigned char *)block + headerSize;
}

// Swift asks for no alignment above 64 bytes here.
int posix_memalign(void **result, size_t alignment, size_t count) {
    *result = alignment <= headerSize ? allocate(count) : 0;
    return *result ? 0 : 12;
}

void free(void *memory) {
    if (!memory) return;
    Block *block = (Block *)((unsigned char *)memory - headerSize);
    block->next = freeBlocks[block->exponent];
    freeBlocks[block->exponent] = block;
}

// Hashes need no secret in a page, and results no chance.
void arc4random_buf(void *target, size_t count) { __builtin_memset(target, 0, count); }

// Halves are rounded away from 0.
double round(double number) {
    const double whole = __builtin_trunc(number);
    return __builtin_fabs(number - whole) >= 0.5 ? whole + __builtin_copysign(1, number) : whole;
}

// The product of two numbers of 128 bits, which the compiler calls.
__int128 __multi3(__int128 a, __int128 b) {
    typedef unsigned long long Word;
    const Word a0 = (Word)a, b0 = (Word)b, low = 0xffffffff;
    const Word middle = (a0 >> 32) * (b0 & low) + (((a0 & low) * (b0 & low)) >> 32);
    const Word other = (a0 & low) * (b0 >> 32) + (middle & low);
    const Word high = (a0 >> 32) * (b0 >> 32) + (middle >> 32) + (other >> 32)
        + (Word)((unsigned __int128)a >> 64) * b0 + a0 * (Word)((unsigned __int128)b >> 64);
    return (__int128)((unsigned __int128)high << 64 | a0 * b0);
}
