#include "CInterruption.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

enum {
    delay_microseconds = 60000,
    /* More than the threads of a run, each of which writes one file at a time. A file that finds no slot is not removed. */
    slot_count = 4096,
};

struct temporary_file {
    int folder;
    char name[];
};

static _Atomic(struct temporary_file *) temporary_files[slot_count];
/* The number of threads that are creating a file, which is not in the table yet. */
static atomic_int creating_count;
static atomic_int first_signal;
static atomic_int is_ending;
static atomic_int is_reported;
static const char *last_words;

static sigset_t handled_signals(void) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    sigaddset(&signals, SIGALRM);
    return signals;
}

static void end_process(void) {
    if (atomic_exchange(&is_ending, 1)) return;
    /* Other threads create files with these signals blocked, so they go on while this one waits; a slow file system is not
     * waited for. */
    for (int i = 0; i < 20 && atomic_load(&creating_count) > 0; i++) poll(NULL, 0, 1);
    for (int i = 0; i < slot_count; i++) {
        const struct temporary_file *file = atomic_load(&temporary_files[i]);
        if (file) unlinkat(file->folder, file->name, 0);
    }
    /* A full pipe or a stopped terminal would block. */
    struct pollfd error_stream = {.fd = STDERR_FILENO, .events = POLLOUT};
    if (!atomic_load(&is_reported) && poll(&error_stream, 1, 0) == 1 && (error_stream.revents & POLLOUT)) {
        ssize_t written = write(STDERR_FILENO, last_words, strlen(last_words));
        (void)written;
    }
    _exit(128 + atomic_load(&first_signal));
}

static void on_signal(int number) {
    const int error = errno;
    int none = 0;
    if (atomic_compare_exchange_strong(&first_signal, &none, number)) {
        const struct itimerval delay = {.it_value.tv_usec = delay_microseconds};
        setitimer(ITIMER_REAL, &delay, NULL);
    } else {
        end_process();
    }
    errno = error;
}

void interruption_install(const char *message) {
    last_words = message;
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART, .sa_mask = handled_signals()};
    const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGALRM};
    for (int i = 0; i < 4; i++) {
        struct sigaction old;
        /* nohup ignores SIGHUP so that the process outlives its terminal. */
        if (numbers[i] == SIGHUP && sigaction(SIGHUP, NULL, &old) == 0 && old.sa_handler == SIG_IGN) continue;
        sigaction(numbers[i], &action, NULL);
    }
    /* A parent that starts the process from a thread of Dispatch passes on a mask that blocks signals. */
    const sigset_t handled = handled_signals();
    pthread_sigmask(SIG_UNBLOCK, &handled, NULL);
}

int interruption_signal(void) { return atomic_load(&first_signal); }

void interruption_is_reported(void) { atomic_store(&is_reported, 1); }

int temporary_file_create(int folder, const char *name, mode_t mode) {
    struct temporary_file *file = malloc(sizeof *file + strlen(name) + 1);
    if (!file) return -1;
    file->folder = folder;
    strcpy(file->name, name);
    const sigset_t handled = handled_signals();
    sigset_t mask;
    pthread_sigmask(SIG_BLOCK, &handled, &mask);
    atomic_fetch_add(&creating_count, 1);
    /* Too late: the table is being read, and the process ends at once. */
    if (atomic_load(&is_ending)) {
        atomic_fetch_sub(&creating_count, 1);
        while (1) pause();
    }
    const int descriptor = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    const int error = errno;
    int is_kept = 0;
    for (int i = 0; i < slot_count && descriptor >= 0 && !is_kept; i++) {
        struct temporary_file *free_slot = NULL;
        is_kept = atomic_compare_exchange_strong(&temporary_files[i], &free_slot, file);
    }
    atomic_fetch_sub(&creating_count, 1);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    if (!is_kept) free(file);
    errno = error;
    return descriptor;
}

void temporary_file_forget(const char *name) {
    for (int i = 0; i < slot_count; i++) {
        struct temporary_file *kept = atomic_load(&temporary_files[i]);
        /* Only the thread that created the file forgets it. */
        if (!kept || strcmp(kept->name, name) != 0) continue;
        atomic_store(&temporary_files[i], NULL);
        /* Not freed: the handler may be reading it. Some hundred bytes for each file that is written. */
        return;
    }
}
