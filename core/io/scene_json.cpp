#include "core/io/scene_json.h"
