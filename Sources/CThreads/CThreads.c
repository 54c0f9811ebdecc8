// For the functions that ask for processors.
#define _GNU_SOURCE

#include "CThreads.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#if defined(__linux__)
#include <sched.h>
#endif

typedef struct {
    void (*body)(void *);
    void *argument;
#if defined(__linux__)
    int isConfined;
    cpu_set_t allowed;
#endif
} Start;

static void *run(void *pointer) {
    const Start start = *(Start *)pointer;
    free(pointer);
#if defined(__linux__)
    if (start.isConfined) pthread_setaffinity_np(pthread_self(), sizeof start.allowed, &start.allowed);
#endif
    start.body(start.argument);
    return NULL;
}

long usableProcessorCount(void) {
#if defined(__linux__)
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0 && CPU_COUNT(&allowed) > 0) return CPU_COUNT(&allowed);
#endif
    const long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? count : 1;
}

int startThread(pthread_t *thread, void (*body)(void *), void *argument) {
    Start *start = malloc(sizeof *start);
    if (!start) return EAGAIN;
    start->body = body;
    start->argument = argument;
    pthread_attr_t attributes;
    int status = pthread_attr_init(&attributes);
    if (status != 0) {
        free(start);
        return status;
    }
#if defined(__linux__)
    start->isConfined = 0;
    const int here = sched_getcpu();
    if (here >= 0 && here < CPU_SETSIZE && sched_getaffinity(0, sizeof start->allowed, &start->allowed) == 0) {
        cpu_set_t elsewhere = start->allowed;
        CPU_CLR(here, &elsewhere);
        start->isConfined =
            CPU_COUNT(&elsewhere) > 0 && pthread_attr_setaffinity_np(&attributes, sizeof elsewhere, &elsewhere) == 0;
    }
#endif
    status = pthread_create(thread, &attributes, run, start);
    pthread_attr_destroy(&attributes);
    if (status != 0) free(start);
    return status;
}
