# Proves that ./dev format has nothing to do.
#
#   cmake -DROOT=.. -DCLANG_FORMAT=.. -P format.cmake

set(folders app core tests ui)
foreach(folder IN LISTS folders)
  file(GLOB_RECURSE found ${ROOT}/${folder}/*.h ${ROOT}/${folder}/*.cpp ${ROOT}/${folder}/*.c)
  list(APPEND sources ${found})
endforeach()
execute_process(COMMAND ${CLANG_FORMAT} --dry-run -Werror ${sources} ERROR_VARIABLE report RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  string(SUBSTRING "${report}" 0 2000 beginning)
  message(FATAL_ERROR "run ./dev format; ${CLANG_FORMAT} says:\n${beginning}")
endif()
