#include "CPageHost.h"
