#ifndef C_INTERRUPTION_H
#define C_INTERRUPTION_H

#include <sys/types.h>

/* The end of a process by a signal, and the temporary files and commands that it must not leave behind.
 *
 * In C, since a handler may only use lock-free atomics and functions that are plain system calls. */

/* Catches SIGINT, SIGTERM and, unless it is ignored, SIGHUP.
 *
 * The first signal asks the process to end by itself; `interruption_signal` then returns its number. If the process is
 * still there 60 ms later, or at a second signal, the temporary files are removed, the process groups are killed, `message` is
 * written to standard error, and the process ends with status 128 + the first signal. Blocking calls need not be
 * interruptible.
 *
 * `message` is kept and not copied. */
void interruption_install(const char *message);

/* The number of the first signal; 0 before. */
int interruption_signal(void);

/* Tells that the process reports its end itself, so that `message` is not written. */
void interruption_is_reported(void);

/* Creates a file for writing in an open folder, which stays open until the file is forgotten. The file must not exist; its
 * name is unique in the process. A signal removes the file until it is forgotten. Returns the descriptor, or -1 with
 * errno. */
int temporary_file_create(int folder, const char *name, mode_t mode);

/* Forgets a file that was renamed or removed. */
void temporary_file_forget(const char *name);

/* A shell command and the processes that it starts. */
struct process_group {
    /* The number of the group, and of its first process. */
    pid_t number;
    /* The writing end of standard input and the reading end of standard output, both pipes. They do not block. */
    int input, output;
};

/* Starts `/bin/sh -c command` in a session and process group of its own. A signal kills the group until it is forgotten.
 *
 * `variables` are added to the environment of this process or replace those in it: texts "NAME=VALUE", each with a zero
 * byte at its end, and an empty text after the last. No signal is blocked in the command; none is ignored, except that
 * SIGHUP may be. Standard error is that of this process.
 *
 * Returns 0, or the number of an error. The descriptors are the caller's to close. */
int process_group_start(const char *command, const char *variables, struct process_group *group);

/* Forgets a group that has ended. Call it before the first process is waited for, which frees the group's number. */
void process_group_forget(pid_t number);

#endif
