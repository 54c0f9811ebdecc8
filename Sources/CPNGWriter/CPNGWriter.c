#include "CPNGWriter.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

/* Larger than libpng's 8 KB: a usual figure then takes one or two IDAT chunks. */
enum { compression_buffer_size = 1 << 16, first_capacity = 1 << 16 };

static const char out_of_memory[] = "out of memory";

static void keep_message(cpng_encoded *encoded, const char *message) {
    strncpy(encoded->message, message, sizeof encoded->message - 1);
    encoded->message[sizeof encoded->message - 1] = 0;
}

static void on_error(png_structp png, png_const_charp message) {
    keep_message(png_get_error_ptr(png), message);
    png_longjmp(png, 1);
}

/* libpng's own handler would print on stderr, which belongs to the program. */
static void on_warning(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

static void append(png_structp png, png_bytep bytes, size_t count) {
    cpng_encoded *encoded = png_get_io_ptr(png);
    if (count > encoded->capacity - encoded->count) {
        size_t capacity = encoded->capacity ? encoded->capacity : first_capacity;
        while (capacity - encoded->count < count) {
            if (capacity > SIZE_MAX / 2) png_error(png, out_of_memory);
            capacity *= 2;
        }
        uint8_t *grown = realloc(encoded->bytes, capacity);
        if (!grown) png_error(png, out_of_memory);
        encoded->bytes = grown;
        encoded->capacity = capacity;
    }
    memcpy(encoded->bytes + encoded->count, bytes, count);
    encoded->count += count;
}

static void flush(png_structp png) { (void)png; }

static int is_ascii(const char *text) {
    for (; *text; text++)
        if ((unsigned char)*text >= 0x80) return 0;
    return 1;
}

/* The fewest bits that hold every index; libpng packs the rows itself. */
static int bits_for(int palette_count) {
    return palette_count <= 2 ? 1 : palette_count <= 4 ? 2 : palette_count <= 16 ? 4 : 8;
}

static void set_palette(png_structp png, png_infop info, const cpng_picture *picture) {
    png_color colors[PNG_MAX_PALETTE_LENGTH];
    if (picture->palette_count > PNG_MAX_PALETTE_LENGTH) png_error(png, "more than 256 colours in a palette");
    for (int i = 0; i < picture->palette_count; i++) {
        uint32_t color = picture->palette[i];
        colors[i] = (png_color){(png_byte)(color >> 16), (png_byte)(color >> 8), (png_byte)color};
    }
    png_set_PLTE(png, info, colors, picture->palette_count);
}

static void set_texts(png_structp png, png_infop info, const cpng_picture *picture) {
    const char *next = picture->texts;
    for (int i = 0; i < picture->text_count; i++) {
        const char *keyword = next;
        const char *value = keyword + strlen(keyword) + 1;
        next = value + strlen(value) + 1;
        png_text text = {0};
        text.compression = is_ascii(value) ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
        text.key = (png_charp)keyword;
        text.text = (png_charp)value;
        text.lang = "";
        text.lang_key = "";
        png_set_text(png, info, &text, 1);
    }
}

static void write_rows(png_structp png, const cpng_picture *picture, png_bytep row) {
    size_t width = picture->width;
    for (size_t y = 0; y < picture->height; y++) {
        if (picture->palette_count > 0) {
            png_write_row(png, picture->indices + y * width);
            continue;
        }
        const uint32_t *pixels = picture->pixels + y * width;
        for (size_t x = 0; x < width; x++) {
            row[3 * x] = (png_byte)(pixels[x] >> 16);
            row[3 * x + 1] = (png_byte)(pixels[x] >> 8);
            row[3 * x + 2] = (png_byte)pixels[x];
        }
        png_write_row(png, row);
    }
}

/* Everything that may longjmp; it allocates nothing of its own, so nothing is lost by the jump. */
static void write_picture(png_structp png, png_infop info, const cpng_picture *picture, png_bytep row) {
    int has_palette = picture->palette_count > 0;
    png_set_compression_level(png, picture->compression_level);
    png_set_compression_strategy(png, picture->compression_strategy);
    png_set_compression_buffer_size(png, compression_buffer_size);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, picture->filters);
    png_set_IHDR(png, info, picture->width, picture->height, has_palette ? bits_for(picture->palette_count) : 8,
                 has_palette ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    if (has_palette) set_palette(png, info, picture);
    if (picture->pixels_per_metre > 0)
        png_set_pHYs(png, info, picture->pixels_per_metre, picture->pixels_per_metre, PNG_RESOLUTION_METER);
    set_texts(png, info, picture);
    png_write_info(png, info);
    if (has_palette) png_set_packing(png);
    write_rows(png, picture, row);
    png_write_end(png, info);
}

/* Split from cpng_encode so that no local variable is changed between setjmp and longjmp. */
static int try_write_picture(png_structp png, png_infop info, const cpng_picture *picture, png_bytep row) {
    if (setjmp(png_jmpbuf(png))) return 0;
    write_picture(png, info, picture, row);
    return 1;
}

cpng_status cpng_encode(const cpng_picture *picture, cpng_encoded *encoded) {
    memset(encoded, 0, sizeof *encoded);
    int written = 0;
    png_infop info = NULL;
    png_bytep row = malloc(3 * (size_t)picture->width + 1);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, encoded, on_error, on_warning);
    if (png) info = png_create_info_struct(png);
    if (row && info) {
        png_set_write_fn(png, encoded, append, flush);
        written = try_write_picture(png, info, picture, row);
    } else if (!encoded->message[0]) {
        keep_message(encoded, out_of_memory);
    }
    png_destroy_write_struct(&png, &info);
    free(row);
    if (written) return cpng_status_success;
    free(encoded->bytes);
    encoded->bytes = NULL;
    encoded->count = encoded->capacity = 0;
    return strcmp(encoded->message, out_of_memory) == 0 ? cpng_status_out_of_memory : cpng_status_failure;
}

void cpng_encoded_free(cpng_encoded *encoded) {
    free(encoded->bytes);
    encoded->bytes = NULL;
    encoded->count = encoded->capacity = 0;
}
