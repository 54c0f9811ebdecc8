#include "CPNGWriter.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* A usual figure takes one or two IDAT chunks of this many bytes. */
enum { chunk_size = 1 << 16, first_capacity = 1 << 17 };

/* What is compressed is not filtered: a figure is flat areas and repeated letters, which filters would only blur for
 * zlib. Level 3 does not enter every place of a long match into its tables, and so takes half the time of level 4 for
 * such areas; looking through longer chains for longer matches makes up for all but 3 % of the size. Tables of memory
 * level 6 are large enough for the little that is then entered, and are soon moved when the window slides. */
enum { level = 3, memory_level = 6, good_length = 4, last_entered_length = 6, nice_length = 258, chain_length = 16 };

/* The longest text that is never compressed; longer ones gain by it unless they are noise, which costs a few bytes. */
enum { longest_plain_text = 1024 };

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

/* The fewest bits that hold every index. */
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

static int compression_of(const char *value, int is_compressible) {
    if (is_compressible)
        return strlen(value) > longest_plain_text ? PNG_ITXT_COMPRESSION_zTXt : PNG_ITXT_COMPRESSION_NONE;
    return is_ascii(value) ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
}

static void set_texts(png_structp png, png_infop info, const cpng_picture *picture) {
    const char *next = picture->texts;
    for (int i = 0; i < picture->text_count; i++) {
        const char *keyword = next;
        const char *value = keyword + strlen(keyword) + 1;
        next = value + strlen(value) + 1;
        png_text text = {0};
        text.compression =
            compression_of(value, picture->compressible_texts && picture->compressible_texts[i]);
        text.key = (png_charp)keyword;
        text.text = (png_charp)value;
        text.lang = "";
        text.lang_key = "";
        png_set_text(png, info, &text, 1);
    }
}

/* What is allocated before anything may longjmp, and given back after. */
typedef struct {
    z_stream stream;
    /* A row as PNG has it: the number of its filter, and 8-bit RGB, RGBA or packed indices. */
    png_bytep row;
    png_bytep chunk;
} compressor;

static int start(compressor *c, const cpng_picture *picture) {
    c->row = malloc(4 * (size_t)picture->width + 1);
    c->chunk = malloc(chunk_size);
    if (!c->row || !c->chunk) return 0;
    if (deflateInit2(&c->stream, level, Z_DEFLATED, MAX_WBITS, memory_level, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    deflateTune(&c->stream, good_length, last_entered_length, nice_length, chain_length);
    c->row[0] = PNG_FILTER_VALUE_NONE;
    c->stream.next_out = c->chunk;
    c->stream.avail_out = chunk_size;
    return 1;
}

static void stop(compressor *c) {
    deflateEnd(&c->stream); /* does nothing where it was not begun */
    free(c->chunk);
    free(c->row);
}

static void write_chunk(png_structp png, compressor *c) {
    static const png_byte name[5] = "IDAT";
    png_write_chunk(png, name, c->chunk, chunk_size - c->stream.avail_out);
    c->stream.next_out = c->chunk;
    c->stream.avail_out = chunk_size;
}

static void compress_row(png_structp png, compressor *c, size_t count) {
    c->stream.next_in = c->row;
    c->stream.avail_in = (uInt)count;
    while (c->stream.avail_in > 0) {
        if (c->stream.avail_out == 0) write_chunk(png, c);
        deflate(&c->stream, Z_NO_FLUSH);
    }
}

static void finish(png_structp png, compressor *c) {
    int status;
    do {
        if (c->stream.avail_out == 0) write_chunk(png, c);
        status = deflate(&c->stream, Z_FINISH);
    } while (status == Z_OK);
    if (status != Z_STREAM_END) png_error(png, "zlib does not come to an end");
    write_chunk(png, c);
}

/* The number of bytes that a row of indices takes. */
static size_t pack(const uint8_t *indices, size_t width, int bits, png_bytep bytes) {
    size_t count = (width * (size_t)bits + 7) / 8;
    memset(bytes, 0, count);
    for (size_t x = 0; x < width; x++) {
        size_t place = x * (size_t)bits;
        bytes[place / 8] |= (png_byte)(indices[x] << (8 - bits - (int)(place % 8)));
    }
    return count;
}

static size_t convert(const uint32_t *pixels, size_t width, png_bytep bytes) {
    for (size_t x = 0; x < width; x++) {
        bytes[3 * x] = (png_byte)(pixels[x] >> 16);
        bytes[3 * x + 1] = (png_byte)(pixels[x] >> 8);
        bytes[3 * x + 2] = (png_byte)pixels[x];
    }
    return 3 * width;
}

/* A component as it was before it was multiplied by alpha, to the nearest. */
static png_byte divided(uint32_t component, uint32_t alpha) {
    uint32_t straight = (255 * component + alpha / 2) / alpha;
    return (png_byte)(straight > 255 ? 255 : straight);
}

static size_t convert_with_alpha(const uint32_t *pixels, size_t width, png_bytep bytes) {
    for (size_t x = 0; x < width; x++) {
        uint32_t alpha = pixels[x] >> 24;
        for (int i = 0; i < 3; i++)
            bytes[4 * x + (size_t)i] = alpha ? divided(pixels[x] >> (16 - 8 * i) & 0xff, alpha) : 0;
        bytes[4 * x + 3] = (png_byte)alpha;
    }
    return 4 * width;
}

static size_t row_bytes(const cpng_picture *picture, size_t y, png_bytep bytes) {
    size_t width = picture->width;
    if (picture->palette_count > 0)
        return pack(picture->indices + y * width, width, bits_for(picture->palette_count), bytes);
    const uint32_t *pixels = picture->pixels + y * width;
    return picture->has_alpha ? convert_with_alpha(pixels, width, bytes) : convert(pixels, width, bytes);
}

static void write_rows(png_structp png, const cpng_picture *picture, compressor *c) {
    for (size_t y = 0; y < picture->height; y++) compress_row(png, c, 1 + row_bytes(picture, y, c->row + 1));
    finish(png, c);
}

/* Everything that may longjmp; it allocates nothing of its own, so nothing is lost by the jump.
 *
 * libpng's own compression is not used, since it cannot be tuned; nor then its png_write_end, which would miss it. */
static void write_picture(png_structp png, png_infop info, const cpng_picture *picture, compressor *c) {
    static const png_byte end_name[5] = "IEND";
    int has_palette = picture->palette_count > 0;
    png_set_IHDR(png, info, picture->width, picture->height, has_palette ? bits_for(picture->palette_count) : 8,
                 has_palette          ? PNG_COLOR_TYPE_PALETTE
                 : picture->has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA
                                      : PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    if (has_palette) set_palette(png, info, picture);
    if (picture->pixels_per_metre > 0)
        png_set_pHYs(png, info, picture->pixels_per_metre, picture->pixels_per_metre, PNG_RESOLUTION_METER);
    set_texts(png, info, picture);
    png_write_info(png, info);
    write_rows(png, picture, c);
    png_write_chunk(png, end_name, NULL, 0);
}

/* Split from cpng_encode so that no local variable is changed between setjmp and longjmp. */
static int try_write_picture(png_structp png, png_infop info, const cpng_picture *picture, compressor *c) {
    if (setjmp(png_jmpbuf(png))) return 0;
    write_picture(png, info, picture, c);
    return 1;
}

cpng_status cpng_encode(const cpng_picture *picture, cpng_encoded *encoded) {
    memset(encoded, 0, sizeof *encoded);
    int written = 0;
    png_infop info = NULL;
    compressor compressor = {0};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, encoded, on_error, on_warning);
    if (png) info = png_create_info_struct(png);
    if (info && start(&compressor, picture)) {
        png_set_write_fn(png, encoded, append, flush);
        written = try_write_picture(png, info, picture, &compressor);
    } else if (!encoded->message[0]) {
        keep_message(encoded, out_of_memory);
    }
    png_destroy_write_struct(&png, &info);
    stop(&compressor);
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
