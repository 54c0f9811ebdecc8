#ifndef CPNG_WRITER_H
#define CPNG_WRITER_H
const char *cpng_library_version(void);
#endif
