#include "CPageEngine.h"

// Embedded by the C compiler in no time; as an array of Swift it would take ten seconds.
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char engine[] = {
#embed "engine.wasm.gz"
};

const unsigned char *page_engine(void) { return engine; }

long page_engine_size(void) { return sizeof engine; }
