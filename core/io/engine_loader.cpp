#include "core/io/engine_loader.h"
