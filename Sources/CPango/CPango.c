#include "CPango.h"

#include <dlfcn.h>
#include <stdlib.h>

int cpango_has_shared_cairo(void) {
    void *program = dlopen(NULL, RTLD_LAZY);
    if (!program) return 0;
    const int is_shared = dlsym(program, "cairo_create") != NULL;
    dlclose(program);
    return is_shared;
}

const cpango_functions *cpango_open(const char *name) {
    if (!cpango_has_shared_cairo()) return NULL;
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (!library) return NULL;
    /* Never closed, not even on failure: glib, which is loaded with it, cannot be unloaded. */
    cpango_functions *functions = malloc(sizeof *functions);
    if (!functions) return NULL;
    /* dlsym also searches the libraries that this one needs, so it finds glib's function. The cast is the one by which
     * POSIX turns dlsym's data pointer into a function pointer. */
#define CPANGO_LOAD(name) \
    if (!(*(void **)&functions->name = dlsym(library, #name))) goto missing;
    CPANGO_FUNCTIONS(CPANGO_LOAD)
#undef CPANGO_LOAD
    return functions;

missing:
    free(functions);
    return NULL;
}
