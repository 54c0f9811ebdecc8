#ifndef C_PAGE_HOST_H
#define C_PAGE_HOST_H

/// Tells the page of an iterate of a training: the number of its iteration, the cost, and theta.
///
/// Returns 0 to end the training. Outside of a page nobody is told, and the training goes on.
#if defined(__wasm__)
__attribute__((import_module("page"), import_name("observe")))
int page_observe(double iteration, double cost, const double *_Nonnull theta, long count);
#else
static inline int page_observe(double iteration, double cost, const double *_Nonnull theta, long count) {
    (void)iteration, (void)cost, (void)theta, (void)count;
    return 1;
}
#endif

#endif
