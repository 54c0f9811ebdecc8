#include "CArguments.h"

static int count;
static char **words;

// Swift emits `main` itself and ignores its arguments; glibc passes the same to constructors.
__attribute__((constructor)) static void keep(int argument_count, char **argument_words) {
    count = argument_count;
    words = argument_words;
}

int argument_count(void) {
    return count;
}

char *const *argument_words(void) {
    return words;
}
