#include <cairo.h>
#include <cairo-pdf.h>

/* Of cairo-ft.h. It brings the headers of FreeType and fontconfig with it, which would then belong to this module and
 * to those of the two; so the face, an FT_Face, has no type here. */
cairo_font_face_t *cairo_ft_font_face_create_for_ft_face(void *face, int load_flags);
