#ifndef CPANGO_H
#define CPANGO_H

/* The functions of Pango that we call. Pango is opened at run time: linking it would make every start two milliseconds
 * longer, and few texts need it.
 *
 * The declarations are repeated here, since SwiftPM provides the headers of a library only to targets that link it;
 * Scripts/test lets the compiler compare them with Pango's own. They need the inside of no struct. */

#pragma clang assume_nonnull begin

typedef struct _cairo cairo_t;
typedef struct _cairo_font_options cairo_font_options_t;
typedef struct _PangoContext PangoContext;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoFontMap PangoFontMap;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoLayoutLine PangoLayoutLine;

/* Pango's lengths are 1024ths of a unit. */
enum { CPANGO_SCALE = 1024 };

/* Released by g_object_unref, as are contexts and layouts. */
PangoFontMap *pango_cairo_font_map_new(void);
PangoContext *pango_font_map_create_context(PangoFontMap *map);
void pango_cairo_context_set_font_options(PangoContext *context, const cairo_font_options_t *options);
void pango_context_set_round_glyph_positions(PangoContext *context, int are_rounded);

PangoFontDescription *pango_font_description_from_string(const char *text);
void pango_font_description_free(PangoFontDescription *description);

PangoLayout *pango_layout_new(PangoContext *context);
void pango_layout_set_font_description(PangoLayout *layout, const PangoFontDescription *description);
void pango_layout_set_text(PangoLayout *layout, const char *text, int byte_count);
/* The line belongs to the layout. */
PangoLayoutLine *_Nullable pango_layout_get_line_readonly(PangoLayout *layout, int index);
void pango_layout_get_size(PangoLayout *layout, int *width, int *height);
int pango_layout_get_unknown_glyphs_count(PangoLayout *layout);

void pango_cairo_layout_line_path(cairo_t *context, PangoLayoutLine *line);
void pango_cairo_show_layout_line(cairo_t *context, PangoLayoutLine *line);

void g_object_unref(void *object);

#define CPANGO_FUNCTIONS(EACH) \
    EACH(pango_cairo_font_map_new) \
    EACH(pango_font_map_create_context) \
    EACH(pango_cairo_context_set_font_options) \
    EACH(pango_context_set_round_glyph_positions) \
    EACH(pango_font_description_from_string) \
    EACH(pango_font_description_free) \
    EACH(pango_layout_new) \
    EACH(pango_layout_set_font_description) \
    EACH(pango_layout_set_text) \
    EACH(pango_layout_get_line_readonly) \
    EACH(pango_layout_get_size) \
    EACH(pango_layout_get_unknown_glyphs_count) \
    EACH(pango_cairo_layout_line_path) \
    EACH(pango_cairo_show_layout_line) \
    EACH(g_object_unref)

/* The functions of an opened library, each under its own name. */
typedef struct {
#define CPANGO_MEMBER(name) __typeof__(name) *name;
    CPANGO_FUNCTIONS(CPANGO_MEMBER)
#undef CPANGO_MEMBER
} cpango_functions;

/* Returns 1 if the program uses Cairo as a shared library, 0 if Cairo is linked into it. */
int cpango_has_shared_cairo(void);

/* Opens the shared library `name` until the program ends. Null if it is not installed or lacks one of the functions.
 * Null too if Cairo is linked into the program, since Pango would load a second Cairo, and their objects do not mix.
 * Several threads may call it at once. */
const cpango_functions *_Nullable cpango_open(const char *name);

#pragma clang assume_nonnull end

#endif
