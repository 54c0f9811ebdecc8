#include "CPango.h"

#include <dlfcn.h>
#include <stdlib.h>

const cpango_functions *cpango_open(const char *name) {
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (!library) return NULL;
    /* Kept open from here on, whatever comes: glib, which comes with it, cannot be unloaded. */
    cpango_functions *functions = malloc(sizeof *functions);
    if (!functions) return NULL;
    /* That of glib is found as well: what a library needs itself is searched with it. The cast is the one by which POSIX
     * makes a function of dlsym's pointer to data. */
#define CPANGO_LOAD(name) \
    if (!(*(void **)&functions->name = dlsym(library, #name))) goto missing;
    CPANGO_FUNCTIONS(CPANGO_LOAD)
#undef CPANGO_LOAD
    return functions;

missing:
    free(functions);
    return NULL;
}
