#ifndef CPNG_WRITER_H
#define CPNG_WRITER_H

#include <stddef.h>
#include <stdint.h>

/* Writes a picture as PNG into memory.
 *
 * libpng reports errors by longjmp, which must never cross a Swift frame: every call of libpng happens in here,
 * behind a setjmp, and what comes out is a status and a message. */

typedef struct {
    uint32_t width;
    uint32_t height;
    /* Row-major, top row first, native-endian 0xAARRGGBB. Where has_alpha is 0 the highest byte is not looked at; else
     * the others are multiplied by it (as Cairo has them), and RGBA with colours of their own is written. */
    const uint32_t *pixels;
    int has_alpha;
    /* Where palette_count > 0, a palette picture is written from these instead of from `pixels`: one byte a pixel,
     * each below palette_count, which is at most 256. */
    const uint8_t *indices;
    const uint32_t *palette; /* 0x__RRGGBB */
    int palette_count;
    /* Resolution in both directions; 0 writes no pHYs. */
    uint32_t pixels_per_metre;
    /* text_count keywords, each followed by its value, each ended by a zero byte; a value is UTF-8, and is written
     * as tEXt where all of it is ASCII, else as iTXt. */
    const char *texts;
    int text_count;
    /* For each text, whether it is iTXt in any case, and compressed where it is longer than 1 KiB; NULL where none is. */
    const uint8_t *compressible_texts;
} cpng_picture;

typedef struct {
    uint8_t *bytes; /* to be given back by cpng_encoded_free */
    size_t count;
    size_t capacity;
    char message[160]; /* what went wrong, where cpng_encode fails */
} cpng_encoded;

typedef enum {
    cpng_status_success = 0,
    cpng_status_out_of_memory = 1,
    cpng_status_failure = 2,
} cpng_status;

/* Encodes `picture`. Where the result is not success, `encoded` holds no bytes, only the message. */
cpng_status cpng_encode(const cpng_picture *picture, cpng_encoded *encoded);

void cpng_encoded_free(cpng_encoded *encoded);

#endif
