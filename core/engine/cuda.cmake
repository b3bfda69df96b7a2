# SPDX-License-Identifier: GPL-3.0-or-later
# Makes realuid_kernels (our .cu files, which include no torch header) where LibTorch has CUDA and nvcc is there, and
# links it into realuid_engine_core with REALUID_HAS_CUDA defined. Call realuid_add_kernels(files...).
function(realuid_add_kernels)
  if(REALUID_CUDA STREQUAL "OFF")
    return()
  endif()
  if(NOT CMAKE_CUDA_COMPILER)
    find_program(nvcc nvcc PATHS /usr/local/cuda/bin NO_CACHE)
  endif()
  if(NOT REALUID_TORCH_HAS_CUDA OR NOT (CMAKE_CUDA_COMPILER OR nvcc))
    if(REALUID_CUDA STREQUAL "ON")
      message(FATAL_ERROR "REALUID_CUDA is ON, but LibTorch ${REALUID_TORCH_VERSION} has no CUDA or nvcc was not found. "
                          "Set REALUID_TORCH to a CUDA LibTorch and CMAKE_CUDA_COMPILER to nvcc.")
    endif()
    message(STATUS "CUDA kernels are left out: they need a CUDA LibTorch (REALUID_TORCH) and nvcc")
    return()
  endif()

  add_library(realuid_kernels STATIC ${ARGN})
  target_include_directories(realuid_kernels PRIVATE ${PROJECT_SOURCE_DIR})
  set_target_properties(realuid_kernels PROPERTIES CUDA_ARCHITECTURES "${REALUID_CUDA_ARCHITECTURES}"
                                                   CUDA_RUNTIME_LIBRARY None)
  target_compile_options(realuid_kernels PRIVATE --expt-relaxed-constexpr)

  # As a file, not as a target: else every program that links the engine would be linked by nvcc.
  add_dependencies(realuid_engine_core realuid_kernels)
  target_link_libraries(realuid_engine_core PUBLIC $<TARGET_FILE:realuid_kernels> ${REALUID_CUDART})
  target_compile_definitions(realuid_engine_core PRIVATE REALUID_HAS_CUDA)
endfunction()

if(REALUID_TORCH_HAS_CUDA AND NOT REALUID_CUDA STREQUAL "OFF")
  set(REALUID_CUDA_ARCHITECTURES 80-real 90-real 100 CACHE STRING "GPU architectures of the CUDA kernels")
  # One CUDA runtime in the process: the one that LibTorch brings along, where it comes with pip packages.
  file(GLOB pip_cudart ${REALUID_TORCH}/../nvidia/cu*/lib/libcudart.so.* ${REALUID_TORCH}/../nvidia/cuda_runtime/lib/libcudart.so.*)
  find_program(nvcc nvcc PATHS /usr/local/cuda/bin NO_CACHE)
  if(nvcc AND NOT CMAKE_CUDA_COMPILER)
    set(CMAKE_CUDA_COMPILER ${nvcc})
  endif()
  if(CMAKE_CUDA_COMPILER)
    set(CMAKE_CUDA_ARCHITECTURES ${REALUID_CUDA_ARCHITECTURES})
    enable_language(CUDA)
    foreach(dialect STANDARD EXTENSION) # CMake 3.25 does not know this compiler's flag for C++20
      if(NOT CMAKE_CUDA20_${dialect}_COMPILE_OPTION)
        set(CMAKE_CUDA20_${dialect}_COMPILE_OPTION -std=c++20)
      endif()
    endforeach()
    find_package(CUDAToolkit REQUIRED)
    set(REALUID_CUDART CUDA::cudart)
    if(pip_cudart)
      list(GET pip_cudart 0 REALUID_CUDART)
    endif()
  endif()
endif()
