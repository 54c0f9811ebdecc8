// For sched_getaffinity.
#define _GNU_SOURCE

#include "CProcessors.h"

#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

long usable_processor_count(void) {
    long count = sysconf(_SC_NPROCESSORS_ONLN);
#if defined(__linux__)
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0 && CPU_COUNT(&allowed) > 0) count = CPU_COUNT(&allowed);
    // Microseconds of processor time in each period of microseconds; "max" instead of the first if there is no quota.
    FILE *file = fopen("/sys/fs/cgroup/cpu.max", "re");
    if (file) {
        long quota, period;
        if (fscanf(file, "%ld %ld", &quota, &period) == 2 && quota > 0 && period > 0) {
            const long limit = (quota - 1) / period + 1;
            if (limit < count) count = limit;
        }
        fclose(file);
    }
#endif
    return count > 0 ? count : 1;
}

static void *pass(void *gate) {
    pthread_mutex_lock(gate);
    pthread_mutex_unlock(gate);
    return NULL;
}

long startable_thread_count(long count) {
#if defined(__linux__)
    if (access("/proc/self/task", R_OK) != 0) return 0;
#endif
    pthread_t *threads = malloc((size_t)count * sizeof *threads);
    if (!threads) return 0;
    pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
    // All wait at the gate, so that they exist at once.
    pthread_mutex_lock(&gate);
    long started = 0;
    while (started < count && pthread_create(&threads[started], NULL, pass, &gate) == 0) started++;
    pthread_mutex_unlock(&gate);
    for (long i = 0; i < started; i++) pthread_join(threads[i], NULL);
    free(threads);
    return started;
}
