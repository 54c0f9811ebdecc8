// Runs a command and writes down what it took.
//
//     measure-process RESULT COMMAND [ARGUMENT ...]
//
// RESULT gets one line: wall and CPU time in seconds, the peak of resident memory in KiB. The exit status is the
// command's.
//
// A program of its own and this small, since Linux counts the memory of the process that starts another one as the
// other's until it has called exec: started from an interpreter, a small program would seem as large as that.

#define _GNU_SOURCE
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double seconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static double seconds(struct timeval time) {
    return (double)time.tv_sec + 1e-6 * (double)time.tv_usec;
}

int main(int count, char **arguments) {
    if (count < 3) {
        fprintf(stderr, "usage: measure-process RESULT COMMAND [ARGUMENT ...]\n");
        return 64;
    }
    pid_t process;
    double start = seconds_now();
    int error = posix_spawnp(&process, arguments[2], NULL, NULL, arguments + 2, environ);
    if (error != 0) {
        fprintf(stderr, "measure-process: cannot run '%s': %s\n", arguments[2], strerror(error));
        return 127;
    }
    int status;
    struct rusage usage;
    while (wait4(process, &status, 0, &usage) < 0) {
        if (errno != EINTR) {
            fprintf(stderr, "measure-process: %s\n", strerror(errno));
            return 70;
        }
    }
    double wall = seconds_now() - start;

    FILE *result = fopen(arguments[1], "w");
    if (result == NULL) {
        fprintf(stderr, "measure-process: cannot write '%s': %s\n", arguments[1], strerror(errno));
        return 73;
    }
    fprintf(result, "%.9f %.6f %ld\n", wall, seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss);
    if (fclose(result) != 0) {
        return 74;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
