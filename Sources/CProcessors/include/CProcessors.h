#ifndef C_PROCESSORS_H
#define C_PROCESSORS_H

/// Returns the number of processors that the process may use, 1 or more: those that its affinity allows, or fewer if
/// the quota of its container is smaller.
long usable_processor_count(void);

/// Returns how many of `count` threads can exist at once beside those of the process, by starting and ending them: limits on
/// processes and memory are not known otherwise. A thread takes about 20 µs. Returns 0 on Linux without /proc.
long startable_thread_count(long count);

#endif
