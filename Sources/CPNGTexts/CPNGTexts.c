#include "CPNGTexts.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

static const png_byte text_chunks[] = "tEXt\0zTXt\0iTXt";
enum { text_chunk_count = 3, name_size = 5, header_size = 8 };

typedef struct {
    const uint8_t *next;
    size_t left;
    const char *keyword;
    int is_in_text; /* whether the current chunk is a text with the keyword */
    int is_finished; /* whether that chunk has been read */
    int is_cut_off;
    cpng_found_text *found;
} source;

static void on_error(png_structp png, png_const_charp message) {
    source *s = png_get_error_ptr(png);
    strncpy(s->found->message, message, sizeof s->found->message - 1);
    png_longjmp(png, 1);
}

/* libpng calls what is wrong with a text a warning, and passes over the text. */
static void on_warning(png_structp png, png_const_charp message) {
    const source *s = png_get_error_ptr(png);
    if (s->is_in_text) png_error(png, message);
}

static int starts_text(const source *s) {
    size_t keyword_size = strlen(s->keyword) + 1;
    if (s->left < header_size + keyword_size || memcmp(s->next + header_size, s->keyword, keyword_size)) return 0;
    for (int i = 0; i < text_chunk_count; i++)
        if (!memcmp(s->next + 4, text_chunks + i * name_size, 4)) return 1;
    return 0;
}

/* Lets libpng read a text only if it has the keyword. Any other may be one of thousands that each unpack to megabytes. */
static void begin_chunk(png_structp png, source *s) {
    if (s->is_in_text) {
        s->is_finished = 1;
        png_longjmp(png, 1);
    }
    s->is_in_text = starts_text(s);
    if (s->is_in_text) png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_AS_DEFAULT, text_chunks, text_chunk_count);
}

static void read_bytes(png_structp png, png_bytep bytes, size_t count) {
    source *s = png_get_io_ptr(png);
    if (png_get_io_state(png) & PNG_IO_CHUNK_HDR) begin_chunk(png, s);
    if (count > s->left) {
        s->is_cut_off = 1;
        png_error(png, "cut off");
    }
    memcpy(bytes, s->next, count);
    s->next += count;
    s->left -= count;
}

/* Everything that may longjmp. */
static void read_file(png_structp png, png_infop info, source *s, size_t limit) {
    png_set_read_fn(png, s, read_bytes);
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_chunk_malloc_max(png, limit);
    png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    /* Colour profiles, for example, are packed too. */
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
    png_read_info(png, info);
}

/* Split from cpng_find_text so that no local variable is changed between setjmp and longjmp. */
static int try_read_file(png_structp png, png_infop info, source *s, size_t limit) {
    if (setjmp(png_jmpbuf(png))) return s->is_finished;
    read_file(png, info, s, limit);
    return 1;
}

/* Copies the text, if there is one, out of libpng's memory. */
static cpng_text_status keep_text(png_structp png, png_infop info, cpng_found_text *found) {
    png_textp text;
    int count = 0;
    if (png_get_text(png, info, &text, &count) == 0) return cpng_text_none;
    found->is_utf8 = text->compression >= PNG_ITXT_COMPRESSION_NONE;
    found->length = found->is_utf8 ? text->itxt_length : text->text_length;
    found->text = malloc(found->length + 1);
    if (!found->text) return cpng_text_damaged;
    memcpy(found->text, text->text, found->length);
    return cpng_text_found;
}

cpng_text_status cpng_find_text(const uint8_t *bytes, size_t count, const char *keyword, size_t limit,
                                cpng_found_text *found) {
    memset(found, 0, sizeof *found);
    strcpy(found->message, "out of memory");
    cpng_text_status status = cpng_text_damaged;
    png_infop info = NULL;
    source s = {.next = bytes, .left = count, .keyword = keyword, .found = found};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &s, on_error, on_warning);
    if (png) info = png_create_info_struct(png);
    if (info && try_read_file(png, info, &s, limit)) status = keep_text(png, info, found);
    png_destroy_read_struct(&png, &info, NULL);
    return s.is_cut_off ? cpng_text_cut_off : status;
}

void cpng_found_text_free(cpng_found_text *found) {
    free(found->text);
    found->text = NULL;
}
