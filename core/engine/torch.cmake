# SPDX-License-Identifier: GPL-3.0-or-later
# Finds LibTorch and describes it as realuid_torch; REALUID_TORCH_FOUND, REALUID_TORCH_VERSION and
# REALUID_TORCH_HAS_CUDA say what it is. Not find_package(Torch): its targets carry compiler flags of the machine that
# built it, mix two installations, and search half of the system. Headers and libraries are all that we need.
set(search)
if(REALUID_TORCH)
  set(search PATHS ${REALUID_TORCH} PATH_SUFFIXES include lib NO_DEFAULT_PATH)
endif()
find_path(torch_include ATen/ATen.h NO_CACHE ${search})
foreach(library c10 torch_cpu torch c10_cuda torch_cuda)
  find_library(torch_${library} ${library} NO_CACHE ${search})
endforeach()

set(REALUID_TORCH_FOUND OFF)
set(REALUID_TORCH_HAS_CUDA OFF)
if(NOT torch_include OR NOT torch_c10 OR NOT torch_torch_cpu OR NOT torch_torch)
  return()
endif()
set(REALUID_TORCH_FOUND ON)
if(torch_c10_cuda AND torch_torch_cuda)
  set(REALUID_TORCH_HAS_CUDA ON)
endif()

set(REALUID_TORCH_VERSION)
foreach(header torch/csrc/api/include/torch/version.h torch/headeronly/version.h)
  foreach(part MAJOR MINOR PATCH)
    if(EXISTS ${torch_include}/${header})
      file(STRINGS ${torch_include}/${header} line REGEX "define TORCH_VERSION_${part} +[0-9]+")
      string(REGEX MATCH "[0-9]+$" number "${line}")
      if(NOT number STREQUAL "")
        list(APPEND REALUID_TORCH_VERSION ${number})
      endif()
    endif()
  endforeach()
endforeach()
list(JOIN REALUID_TORCH_VERSION . REALUID_TORCH_VERSION)

set(config ${torch_include}/../share/cmake/Torch/TorchConfig.cmake)
if(EXISTS ${config})
  file(STRINGS ${config} old_abi REGEX "_GLIBCXX_USE_CXX11_ABI=0")
  if(old_abi)
    message(FATAL_ERROR "The LibTorch in ${REALUID_TORCH} was built with the old C++ ABI. Take a wheel of 2.6 or later, "
                        "or the 'cxx11 ABI' archive.")
  endif()
endif()

add_library(realuid_torch INTERFACE)
target_include_directories(realuid_torch SYSTEM INTERFACE
  ${torch_include} ${torch_include}/torch/csrc/api/include)
# The CUDA half registers its kernels when it is loaded; no symbol of it is called, so nothing else would keep it.
target_link_options(realuid_torch INTERFACE LINKER:--no-as-needed)
target_link_libraries(realuid_torch INTERFACE ${torch_torch} ${torch_torch_cpu} ${torch_c10})
if(REALUID_TORCH_HAS_CUDA)
  target_link_libraries(realuid_torch INTERFACE ${torch_torch_cuda} ${torch_c10_cuda})
endif()
