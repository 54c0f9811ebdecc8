#ifndef CPNG_TEXTS_H
#define CPNG_TEXTS_H

#include <stddef.h>
#include <stdint.h>

/* Finds a text in a PNG file by its keyword, with libpng.
 *
 * libpng reports errors by longjmp, which must never cross a Swift frame: every call of libpng happens behind a setjmp
 * in here. */

typedef struct {
    char *text; /* without a zero byte at its end; freed by cpng_found_text_free */
    size_t length;
    int is_utf8; /* 0 for Latin-1 */
    char message[160]; /* libpng's words if the status is cpng_text_damaged */
} cpng_found_text;

typedef enum {
    cpng_text_found = 0,
    cpng_text_none = 1,
    cpng_text_cut_off = 2, /* the file ends before its pixels begin */
    cpng_text_damaged = 3,
} cpng_text_status;

/* Finds the first text chunk, of any of the three types, with `keyword`, before the pixels.
 *
 * Neither pixels nor any other text are unpacked, and this one only up to `limit` bytes. */
cpng_text_status cpng_find_text(const uint8_t *bytes, size_t count, const char *keyword, size_t limit,
                                cpng_found_text *found);

void cpng_found_text_free(cpng_found_text *found);

#endif
