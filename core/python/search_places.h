// Places in the source, with the calls that led there, by numbers that are the same in all
// executions.
#pragma once

#include <Python.h>

#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "core/explore/program.h"

namespace turnwise::python {

class SearchPlaces {
  public:
    // Where the running thread stands: the innermost frame of the program's own code, and those
    // around it.
    explore::Place here();
    // Where the exception was raised; `otherwise` if no code of the program has to do with it.
    explore::Place raised_at(PyObject* exception, explore::Place otherwise);
    explore::Source source(explore::Place place) const;

    // The traceback of an exception that ended a thread, made only once for the same one at the
    // same place.
    const std::string& traceback(const std::string& type, const std::string& line,
                                 explore::Place place, const std::function<std::string()>& make);

  private:
    std::unordered_map<std::uint64_t, explore::Place> m_places;
    std::vector<explore::Source> m_sources;  // [i]: of place i + 1
    std::map<std::tuple<std::string, std::string, explore::Place>, std::string> m_tracebacks;
};

}  // namespace turnwise::python
