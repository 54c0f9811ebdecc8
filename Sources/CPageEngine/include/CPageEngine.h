#ifndef C_PAGE_ENGINE_H
#define C_PAGE_ENGINE_H

/// Returns the engine of a report's page: a WebAssembly module, compressed by gzip.
///
/// Scripts/page-engine compiles it from the sources of the command.
const unsigned char *_Nonnull page_engine(void);

/// Returns the size of the compressed engine in bytes.
long page_engine_size(void);

#endif
