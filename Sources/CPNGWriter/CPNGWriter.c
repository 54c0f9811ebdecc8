#include "CPNGWriter.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* Rows are compressed in strips of about strip_height rows, at most most_strips: enough work to be worth a thread. The
 * picture's height alone decides on their number, so the bytes do not depend on the number of threads. */
enum { strip_height = 360, most_strips = 8 };

/* The smallest capacity of a buffer, and the room for one call of deflate, in bytes. */
enum { first_capacity = 1 << 16, deflate_room = 1 << 12 };

/* Rows are not filtered: a figure has flat areas and repeated letters, which zlib compresses better unfiltered.
 * Level 3 does not enter every position of a long match into its tables, which halves the time of level 4 for flat
 * areas. Longer chains and longer matches win back all but 3 % of the size. Few positions are entered, so the small
 * tables of memory level 6 suffice; they are also moved faster when the window slides. */
enum { level = 3, memory_level = 6, good_length = 4, last_entered_length = 6, nice_length = 258, chain_length = 16 };

/* The longest text that is never compressed. Longer texts gain by compression; noise grows by a few bytes. */
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

/* Replaces libpng's handler, which prints on stderr; that belongs to the program. */
static void on_warning(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

/* Makes room for `count` further bytes; returns 0 without memory. */
static int reserve(cpng_encoded *encoded, size_t count) {
    size_t capacity = encoded->capacity ? encoded->capacity : first_capacity;
    while (capacity - encoded->count < count) {
        if (capacity > SIZE_MAX / 2) return 0;
        capacity *= 2;
    }
    if (capacity == encoded->capacity) return 1;
    uint8_t *grown = realloc(encoded->bytes, capacity);
    if (!grown) return 0;
    encoded->bytes = grown;
    encoded->capacity = capacity;
    return 1;
}

static void append(png_structp png, png_bytep bytes, size_t count) {
    cpng_encoded *encoded = png_get_io_ptr(png);
    if (!reserve(encoded, count)) png_error(png, out_of_memory);
    memcpy(encoded->bytes + encoded->count, bytes, count);
    encoded->count += count;
}

static void flush(png_structp png) { (void)png; }

static int is_ascii(const char *text) {
    for (; *text; text++)
        if ((unsigned char)*text >= 0x80) return 0;
    return 1;
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

static size_t convert(const uint32_t *pixels, size_t width, png_bytep bytes) {
    for (size_t x = 0; x < width; x++) {
        bytes[3 * x] = (png_byte)(pixels[x] >> 16);
        bytes[3 * x + 1] = (png_byte)(pixels[x] >> 8);
        bytes[3 * x + 2] = (png_byte)pixels[x];
    }
    return 3 * width;
}

/* Returns a component without its premultiplication by alpha, rounded to the nearest. */
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
    if (picture->palette_count > 0) {
        memcpy(bytes, picture->indices + y * width, width);
        return width;
    }
    const uint32_t *pixels = picture->pixels + y * width;
    return picture->has_alpha ? convert_with_alpha(pixels, width, bytes) : convert(pixels, width, bytes);
}

/* A picture's rows as zlib streams, one for each strip. */
typedef struct {
    const cpng_picture *picture;
    size_t count, worker_count;
    cpng_encoded zlib[most_strips]; /* no bytes if memory is lacking */
    uLong checksums[most_strips], sizes[most_strips];
} strips;

static size_t first_row(const strips *strips, size_t i) { return strips->picture->height * i / strips->count; }

/* Compresses all input that the stream has; returns 0 without memory. */
static int deflate_input(z_stream *stream, int flush, cpng_encoded *output) {
    do {
        if (!reserve(output, deflate_room)) return 0;
        stream->next_out = output->bytes + output->count;
        stream->avail_out = deflate_room;
        deflate(stream, flush);
        output->count += deflate_room - stream->avail_out;
    } while (stream->avail_out == 0);
    return 1;
}

static int compress_rows(strips *strips, size_t i, z_stream *stream, png_bytep row) {
    deflateTune(stream, good_length, last_entered_length, nice_length, chain_length);
    row[0] = PNG_FILTER_VALUE_NONE;
    for (size_t y = first_row(strips, i); y < first_row(strips, i + 1); y++) {
        stream->next_in = row;
        stream->avail_in = (uInt)(1 + row_bytes(strips->picture, y, row + 1));
        if (!deflate_input(stream, Z_NO_FLUSH, &strips->zlib[i])) return 0;
    }
    /* The flush ends a strip on a byte boundary, where the next one follows. */
    return deflate_input(stream, i + 1 < strips->count ? Z_SYNC_FLUSH : Z_FINISH, &strips->zlib[i]);
}

static void compress_strip(strips *strips, size_t i) {
    z_stream stream = {0};
    /* A row as PNG has it: the number of its filter, and 8-bit RGB, RGBA or indices. */
    png_bytep row = malloc(4 * (size_t)strips->picture->width + 1);
    int is_ready =
        row && deflateInit2(&stream, level, Z_DEFLATED, MAX_WBITS, memory_level, Z_DEFAULT_STRATEGY) == Z_OK;
    if (!is_ready || !compress_rows(strips, i, &stream, row)) cpng_encoded_free(&strips->zlib[i]);
    strips->checksums[i] = stream.adler;
    strips->sizes[i] = stream.total_in;
    deflateEnd(&stream); /* does nothing unless deflateInit2 succeeded */
    free(row);
}

/* Compresses every worker_count-th strip. */
static void compress_strips(void *job, size_t worker) {
    strips *strips = job;
    for (size_t i = worker; i < strips->count; i += strips->worker_count) compress_strip(strips, i);
}

static size_t clamped(size_t count, size_t greatest) { return count < 1 ? 1 : count < greatest ? count : greatest; }

/* Writes the strips as one zlib stream: the header of the first, the checksum of all at the end of the last. */
static void write_strips(png_structp png, strips *strips) {
    static const png_byte name[5] = "IDAT";
    enum { header_size = 2, checksum_size = 4 };
    uLong checksum = adler32(0, NULL, 0);
    for (size_t i = 0; i < strips->count; i++) {
        cpng_encoded *strip = &strips->zlib[i];
        if (!strip->bytes) png_error(png, out_of_memory);
        size_t start = i > 0 ? header_size : 0;
        checksum = adler32_combine(checksum, strips->checksums[i], (z_off_t)strips->sizes[i]);
        if (i + 1 == strips->count)
            png_save_uint_32(strip->bytes + strip->count - checksum_size, (png_uint_32)checksum);
        png_write_chunk(png, name, strip->bytes + start, strip->count - start);
    }
}

/* Makes every call that may longjmp. It allocates nothing of its own, so the jump loses nothing.
 *
 * libpng's own compression cannot be tuned and is not used; png_write_end would report it as missing. */
static void write_picture(png_structp png, png_infop info, const cpng_picture *picture, strips *strips) {
    static const png_byte end_name[5] = "IEND";
    int has_palette = picture->palette_count > 0;
    png_set_IHDR(png, info, picture->width, picture->height, 8,
                 has_palette          ? PNG_COLOR_TYPE_PALETTE
                 : picture->has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA
                                      : PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    if (has_palette) set_palette(png, info, picture);
    if (picture->pixels_per_metre > 0)
        png_set_pHYs(png, info, picture->pixels_per_metre, picture->pixels_per_metre, PNG_RESOLUTION_METER);
    set_texts(png, info, picture);
    png_write_info(png, info);
    write_strips(png, strips);
    png_write_chunk(png, end_name, NULL, 0);
}

/* Split from cpng_encode so that no local variable is changed between setjmp and longjmp. */
static int try_write_picture(png_structp png, png_infop info, const cpng_picture *picture, strips *strips) {
    if (setjmp(png_jmpbuf(png))) return 0;
    write_picture(png, info, picture, strips);
    return 1;
}

cpng_status cpng_encode(const cpng_picture *picture, cpng_encoded *encoded) {
    memset(encoded, 0, sizeof *encoded);
    size_t strip_count = clamped(picture->height / strip_height, most_strips);
    strips strips = {picture, strip_count, clamped(picture->threads, strip_count), {{0}}, {0}, {0}};
    if (strips.worker_count > 1)
        picture->perform(strips.worker_count, compress_strips, &strips);
    else
        compress_strips(&strips, 0);

    int written = 0;
    png_infop info = NULL;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, encoded, on_error, on_warning);
    if (png) info = png_create_info_struct(png);
    if (info) {
        png_set_write_fn(png, encoded, append, flush);
        written = try_write_picture(png, info, picture, &strips);
    } else if (!encoded->message[0]) {
        keep_message(encoded, out_of_memory);
    }
    png_destroy_write_struct(&png, &info);
    for (size_t i = 0; i < strips.count; i++) cpng_encoded_free(&strips.zlib[i]);
    if (written) return cpng_status_success;
    cpng_encoded_free(encoded);
    return strcmp(encoded->message, out_of_memory) == 0 ? cpng_status_out_of_memory : cpng_status_failure;
}

void cpng_encoded_free(cpng_encoded *encoded) {
    free(encoded->bytes);
    encoded->bytes = NULL;
    encoded->count = encoded->capacity = 0;
}
