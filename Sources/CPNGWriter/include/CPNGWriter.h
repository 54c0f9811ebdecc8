#ifndef CPNG_WRITER_H
#define CPNG_WRITER_H

#include <stddef.h>
#include <stdint.h>

/* Writes a picture as PNG into memory.
 *
 * libpng reports errors by longjmp, which must never cross a Swift frame. Every call of libpng is made here, behind a
 * setjmp; the caller gets a status and a message. */

typedef struct {
    uint32_t width;
    uint32_t height;
    /* Row-major, top row first, native-endian 0xAARRGGBB. If has_alpha is 0, the highest byte is ignored and RGB is
     * written. Otherwise colours are premultiplied by alpha, as Cairo has them, and straight RGBA is written. */
    const uint32_t *pixels;
    int has_alpha;
    /* If palette_count > 0, a palette picture is written from these instead of from `pixels`: one byte a pixel, each
     * below palette_count, which is at most 256. */
    const uint8_t *indices;
    const uint32_t *palette; /* 0x__RRGGBB */
    int palette_count;
    /* Resolution in both directions; 0 writes no pHYs. */
    uint32_t pixels_per_metre;
    /* text_count keywords, each followed by its value, each ended by a zero byte. Values are UTF-8; one that is ASCII
     * is written as tEXt, others as iTXt. */
    const char *texts;
    int text_count;
    /* For each text, 1 to write it as iTXt, compressed if it is longer than 1 KiB, else 0; NULL if all are 0. */
    const uint8_t *compressible_texts;
    /* The greatest number of threads that compress rows; changes no byte of the result. 0 is the same as 1. */
    size_t threads;
    /* Calls work(job, worker) for every worker below count, several at once, and returns when all are done. Not called
     * and may be NULL if threads is at most 1. */
    void (*perform)(size_t count, void (*work)(void *job, size_t worker), void *job);
} cpng_picture;

typedef struct {
    uint8_t *bytes; /* freed by cpng_encoded_free */
    size_t count;
    size_t capacity;
    char message[160]; /* the error if cpng_encode fails */
} cpng_encoded;

typedef enum {
    cpng_status_success = 0,
    cpng_status_out_of_memory = 1,
    cpng_status_failure = 2,
} cpng_status;

/* Encodes `picture`. If it fails, `encoded` holds only the message. */
cpng_status cpng_encode(const cpng_picture *picture, cpng_encoded *encoded);

void cpng_encoded_free(cpng_encoded *encoded);

#endif
