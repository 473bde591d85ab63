# Proves what DESIGN.md promises of the layers: core knows neither Qt nor Python, core/python no Qt, ui and the
# desktop no Python. By what the sources include, what the libraries need and what the programs load.
#
#   cmake -DROOT=.. -DNM=nm -DREADELF=readelf -DCORE=.. -DPYTHON=.. -DUI=.. -DENGINE=.. -DDESKTOP=.. -P layers.cmake

cmake_minimum_required(VERSION 3.25)  # a script of its own has no policies else

set(qt_symbol "(^|[^A-Za-z0-9_:])Q[A-Z][A-Za-z]+(::|\\()")
set(python_symbol "(^|[^A-Za-z0-9_])_?Py[A-Za-z]*_[A-Za-z]")

function(undefined_symbols library result)
  execute_process(COMMAND ${NM} --undefined-only --demangle --format=posix ${library}
                  OUTPUT_VARIABLE symbols ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
  set(${result} "${symbols}" PARENT_SCOPE)
endfunction()

function(loaded_libraries program result)
  execute_process(COMMAND ${READELF} --dynamic ${program} OUTPUT_VARIABLE section
                  COMMAND_ERROR_IS_FATAL ANY)
  set(${result} "${section}" PARENT_SCOPE)
endfunction()

function(expect_none text pattern what)
  string(REGEX MATCH "${pattern}[^\n]*" found "${text}")
  if(NOT found STREQUAL "")
    message(SEND_ERROR "${what}: ${found}")
  endif()
endfunction()

# A pattern that finds nothing anywhere would prove nothing.
function(expect_some text pattern what)
  string(REGEX MATCH "${pattern}" found "${text}")
  if(found STREQUAL "")
    message(SEND_ERROR "${what} was expected and not found: this check has gone blind")
  endif()
endfunction()

function(expect_no_include pattern what)
  foreach(folder IN LISTS ARGN)
    file(GLOB_RECURSE sources ${ROOT}/${folder}/*.h ${ROOT}/${folder}/*.cpp ${ROOT}/${folder}/*.c)
    foreach(source IN LISTS sources)
      file(STRINGS ${source} includes REGEX "^#include ${pattern}")
      list(FILTER includes EXCLUDE REGEX "core/sched/(options|schedule).h")  # plain data, no scheduler
      if(what STREQUAL "Python.h" AND source MATCHES "/core/python/")
        continue()
      endif()
      if(includes)
        message(SEND_ERROR "${source} includes ${what}: ${includes}")
      endif()
    endforeach()
  endforeach()
endfunction()

function(expect_order top)
  set(above ${ARGN})
  foreach(folder IN LISTS ARGN)
    list(REMOVE_ITEM above ${folder})
    list(JOIN above "|" names)
    if(names)
      expect_no_include("\"${top}/(${names})/" "what stands above it" ${top}/${folder})
    endif()
  endforeach()
  file(GLOB folders RELATIVE ${ROOT}/${top} ${ROOT}/${top}/*/)
  foreach(folder IN LISTS folders)
    if(IS_DIRECTORY ${ROOT}/${top}/${folder} AND NOT folder IN_LIST ARGN)
      message(SEND_ERROR "${top}/${folder} has no place in the order of folders, in this file")
    endif()
  endforeach()
endfunction()

expect_no_include("<Q" "Qt" core app/engine)
expect_no_include("[<\"]Python.h" "Python.h" core ui app)
expect_no_include("\"(ui|app)/" "what stands above it" core)
expect_no_include("\"app/" "what stands above it" ui)
expect_no_include("\"core/(sched|threading|simulation|python|fiber|clock)/" "a live scheduler" ui)

# Each folder may include what stands before it, so no two need each other.
expect_order(core base fiber trace clock sched analysis explore hand threading simulation python)
expect_order(ui look explain session timeline inspect find branches hand lessons scenario charts compare export statistics
  editor explore notes policies shell)

undefined_symbols(${CORE} core)
undefined_symbols(${PYTHON} python)
undefined_symbols(${UI} ui)
expect_none("${core}" "${qt_symbol}" "turnwise_core needs Qt")
expect_none("${core}" "${python_symbol}" "turnwise_core needs Python")
expect_none("${python}" "${qt_symbol}" "turnwise_python needs Qt")
expect_none("${ui}" "${python_symbol}" "turnwise_ui needs Python")
expect_some("${ui}" "${qt_symbol}" "a symbol of Qt in turnwise_ui")
expect_some("${python}" "${python_symbol}" "a symbol of Python in turnwise_python")

loaded_libraries(${ENGINE} engine)
loaded_libraries(${DESKTOP} desktop)
expect_none("${engine}" "libQt" "turnwise-engine loads Qt")
expect_none("${desktop}" "libpython" "turnwise loads Python")
expect_some("${engine}" "libpython" "libpython in turnwise-engine")
expect_some("${desktop}" "libQt" "libQt in turnwise")
