#ifndef C_PROCESSORS_H
#define C_PROCESSORS_H

/// Returns the number of processors that the process may use, 1 or more: those that its affinity allows, or fewer if
/// the quota of its container is smaller.
long usable_processor_count(void);

#endif
