/* Functions that glibc has, but older ones not under the same version: with our own the command needs glibc 2.34 only,
 * and Cairo computes the same bits with every glibc. */

#include <math.h>
#include <stddef.h>
#include <sys/random.h>

/* Cairo's. The squares of doubles have room in a long double, so the sum neither overflows nor vanishes. */
double hypot(double x, double y) {
    if (isinf(x) || isinf(y)) return HUGE_VAL;
    return (double)sqrtl((long double)x * x + (long double)y * y);
}

/* That of Swift's standard library. */
float hypotf(float x, float y) {
    if (isinf(x) || isinf(y)) return HUGE_VALF;
    return (float)sqrt((double)x * x + (double)y * y);
}

/* expat's, for the seed of its hash tables. */
void arc4random_buf(void *buffer, size_t count) {
    for (size_t done = 0; done < count;) {
        ssize_t got = getrandom((char *)buffer + done, count - done, 0);
        if (got > 0) done += (size_t)got;
    }
}
