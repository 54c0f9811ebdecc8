/* For pipe2, POSIX_SPAWN_SETSID and environ. */
#define _GNU_SOURCE

#include "CInterruption.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

enum {
    delay_microseconds = 60000,
    /* More than the threads of a run, each of which writes one file at a time. A file that finds no slot is not removed. */
    slot_count = 4096,
    /* More than the commands that run at once. */
    group_slot_count = 1024,
};

struct temporary_file {
    int folder;
    char name[];
};

static _Atomic(struct temporary_file *) temporary_files[slot_count];
/* 0 for a free slot; -1 for one that a command which is being started will take. */
static _Atomic(pid_t) process_groups[group_slot_count];
/* The number of threads that are creating a file or a process group, which is not in its table yet. */
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
    /* Other threads create files and process groups with these signals blocked, so they go on while this one waits; a slow
     * file system is not waited for. */
    for (int i = 0; i < 20 && atomic_load(&creating_count) > 0; i++) poll(NULL, 0, 1);
    for (int i = 0; i < group_slot_count; i++) {
        const pid_t group = atomic_load(&process_groups[i]);
        if (group > 0) kill(-group, SIGKILL);
    }
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

/* Blocks the handled signals until what is created now is in its table. Returns the mask to restore. */
static sigset_t begin_creating(void) {
    const sigset_t handled = handled_signals();
    sigset_t mask;
    pthread_sigmask(SIG_BLOCK, &handled, &mask);
    atomic_fetch_add(&creating_count, 1);
    /* Too late: the tables are being read, and the process ends at once. */
    if (atomic_load(&is_ending)) {
        atomic_fetch_sub(&creating_count, 1);
        while (1) pause();
    }
    return mask;
}

static void end_creating(const sigset_t *mask) {
    atomic_fetch_sub(&creating_count, 1);
    pthread_sigmask(SIG_SETMASK, mask, NULL);
}

int temporary_file_create(int folder, const char *name, mode_t mode) {
    struct temporary_file *file = malloc(sizeof *file + strlen(name) + 1);
    if (!file) return -1;
    file->folder = folder;
    strcpy(file->name, name);
    const sigset_t mask = begin_creating();
    const int descriptor = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    const int error = errno;
    int is_kept = 0;
    for (int i = 0; i < slot_count && descriptor >= 0 && !is_kept; i++) {
        struct temporary_file *free_slot = NULL;
        is_kept = atomic_compare_exchange_strong(&temporary_files[i], &free_slot, file);
    }
    end_creating(&mask);
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

/* Whether `variables` sets the variable of `entry`, which is "NAME=VALUE". */
static int is_set(const char *entry, const char *variables) {
    const char *sign = strchr(entry, '=');
    if (!sign) return 0;
    for (; *variables; variables += strlen(variables) + 1) {
        if (strncmp(entry, variables, (size_t)(sign - entry) + 1) == 0) return 1;
    }
    return 0;
}

/* The environment of this process with `variables` in it; NULL if memory lacks. To be freed, without its entries. */
static const char **environment_with(const char *variables) {
    static char *no_entries[] = {NULL};
    char **entries = environ ? environ : no_entries;
    size_t count = 1;
    for (char **entry = entries; *entry; entry++) count++;
    for (const char *entry = variables; *entry; entry += strlen(entry) + 1) count++;
    const char **environment = malloc(count * sizeof *environment);
    if (!environment) return NULL;
    const char **end = environment;
    for (const char *entry = variables; *entry; entry += strlen(entry) + 1) *end++ = entry;
    for (char **entry = entries; *entry; entry++) {
        if (!is_set(*entry, variables)) *end++ = *entry;
    }
    *end = NULL;
    return environment;
}

/* Starts the shell; returns 0 or the number of an error. */
static int spawn_shell(const char *command, const char **environment, int input, int output, pid_t *shell) {
    sigset_t none, defaults;
    sigemptyset(&none);
    sigfillset(&defaults);
    /* Stays ignored if nohup ignores it; `exec` resets it if it is handled. */
    sigdelset(&defaults, SIGHUP);
    posix_spawnattr_t attributes;
    int error = posix_spawnattr_init(&attributes);
    if (error) return error;
    posix_spawn_file_actions_t actions;
    error = posix_spawn_file_actions_init(&actions);
    if (error) {
        posix_spawnattr_destroy(&attributes);
        return error;
    }
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    /* A session is a process group, too. Without a terminal of its own, the command fails where it asks for a password;
     * in the background of ours, the system would stop it for ever. */
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    error = posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    if (!error) error = posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    /* Python does not start with what stands for a closed stream in this process, see StandardDescriptors. */
    const int error_flags = fcntl(STDERR_FILENO, F_GETFL);
    if (!error && (error_flags < 0 || error_flags & O_PATH) && access("/dev/null", W_OK) == 0)
        error = posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    /* A command may begin with a dash. */
    char *const words[] = {"sh", "-c", "--", (char *)command, NULL};
    if (!error) error = posix_spawn(shell, "/bin/sh", &actions, &attributes, words, (char *const *)environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return error;
}

/* Starts the shell with its group in the table; returns 0 or the number of an error. */
static int start_group(const char *command, const char *variables, int input, int output, pid_t *group) {
    const char **environment = environment_with(variables);
    if (!environment) return ENOMEM;
    /* A parent that ignores SIGCHLD passes that on; the system would then forget how the command has ended. */
    struct sigaction child;
    if (sigaction(SIGCHLD, NULL, &child) == 0 && child.sa_handler == SIG_IGN) signal(SIGCHLD, SIG_DFL);
    const sigset_t mask = begin_creating();
    int slot = 0;
    for (; slot < group_slot_count; slot++) {
        pid_t free_slot = 0;
        if (atomic_compare_exchange_strong(&process_groups[slot], &free_slot, -1)) break;
    }
    int error = EAGAIN;
    if (slot < group_slot_count) {
        error = spawn_shell(command, environment, input, output, group);
        atomic_store(&process_groups[slot], error ? 0 : *group);
    }
    end_creating(&mask);
    free(environment);
    return error;
}

int process_group_start(const char *command, const char *variables, struct process_group *group) {
    int input[2], output[2];
    if (pipe2(input, O_CLOEXEC)) return errno;
    int error = pipe2(output, O_CLOEXEC) ? errno : 0;
    if (!error) {
        error = start_group(command, variables, input[0], output[1], &group->number);
        close(output[1]);
        if (error) close(output[0]);
    }
    close(input[0]);
    if (error) {
        close(input[1]);
        return error;
    }
    group->input = input[1];
    group->output = output[0];
    fcntl(group->input, F_SETFL, O_WRONLY | O_NONBLOCK);
    fcntl(group->output, F_SETFL, O_RDONLY | O_NONBLOCK);
    return 0;
}

void process_group_forget(pid_t number) {
    for (int i = 0; i < group_slot_count; i++) {
        pid_t kept = number;
        if (atomic_compare_exchange_strong(&process_groups[i], &kept, 0)) return;
    }
}
