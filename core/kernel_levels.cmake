# SPDX-License-Identifier: GPL-3.0-or-later

# realuid_kernels(TARGET SOURCE [OPTION ...]): hot kernels, compiled once a level of instructions into TARGET, which
# chooses by core/api/instruction_set.h. The source includes nothing but plain declarations and code with internal
# linkage, so that no function compiled for one level can be taken by the linker for code that runs everywhere.
function(realuid_kernels target source)
  realuid_kernel_level(${target} ${source} base "" "${ARGN}")
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    realuid_kernel_level(${target} ${source} v3 "-march=x86-64-v3" "${ARGN}")
    realuid_kernel_level(${target} ${source} v4 "-march=x86-64-v4;-mprefer-vector-width=512" "${ARGN}")
    target_compile_definitions(${target} PRIVATE REALUID_X86_LEVELS)
  endif()
endfunction()

function(realuid_kernel_level target source level instructions options)
  set(kernels ${target}_${level})
  add_library(${kernels} OBJECT ${source})
  target_include_directories(${kernels} PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_definitions(${kernels} PRIVATE REALUID_LEVEL=${level})
  target_compile_options(${kernels} PRIVATE -O3 -fno-math-errno -fno-trapping-math ${options} ${instructions})
  target_link_libraries(${kernels} PRIVATE realuid_options)
  target_sources(${target} PRIVATE $<TARGET_OBJECTS:${kernels}>)
endfunction()
