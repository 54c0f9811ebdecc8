#ifndef C_THREADS_H
#define C_THREADS_H

#include <pthread.h>

/// Starts a thread that runs `body(argument)`, at first on another processor than that of the caller, where it may use one.
///
/// A kernel often begins a thread where it was started. On a virtual machine it may leave it there for tens of
/// milliseconds, sharing one processor with a caller that computes, while another one is idle. Afterwards the thread may run
/// wherever the caller may.
///
/// - Returns: 0, or the error of pthread_create.
int startThread(pthread_t *_Nonnull thread, void (*_Nonnull body)(void *_Nullable), void *_Nullable argument);

/// How many processors the process may use; 1 at the least.
long usableProcessorCount(void);

/// Tells the processor that the loop around it waits for another thread.
static inline void waitABit(void) {
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("isb");
#endif
}

#endif
