#ifndef C_ARGUMENTS_H
#define C_ARGUMENTS_H

/// Returns the number of words of the command line, with the program's name; 0 if the system passed none.
int argument_count(void);

/// Returns the words of the command line, of `argument_count` elements; the bytes are as given.
///
/// Swift's `CommandLine` reads them from /proc/self/cmdline, and finds none in a root without /proc.
char *const *argument_words(void);

#endif
