/* Functions that Cairo, expat and Swift's library take from a glibc newer than 2.34, as older ones have them. */
#include <math.h>
#include <stdlib.h>
#include <sys/random.h>

double hypot_of_2_2_5(double x, double y);
__asm__(".symver hypot_of_2_2_5, hypot@GLIBC_2.2.5");

/* Cairo's hypot, under the name that Scripts/wheel gives it. Since 2.35 both versions compute the same bits. */
double boundaryplot_hypot(double x, double y) { return hypot_of_2_2_5(x, y); }

/* Swift's library refers to it; the command does not call it. */
float __wrap_hypotf(float x, float y) { return (float)sqrt((double)x * x + (double)y * y); }

/* The salt of hash tables in expat. */
void __wrap_arc4random_buf(void *bytes, size_t count) {
    for (char *next = bytes; count > 0;) {
        const size_t part = count < 256 ? count : 256;
        if (getentropy(next, part) != 0) abort();
        next += part;
        count -= part;
    }
}
