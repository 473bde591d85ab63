// What belongs to the process and outlives an execution unless it is put back: the environment, the
// working directory, the mask for new files, the locale, handlers of signals, the depth of
// recursion, the switch interval; lists of sys and gc, settings of the garbage collector, filters
// of warnings, codecs, the context of the main thread with that of decimal, and
// its profile function.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

#include "core/python/ref.h"

namespace turnwise::python {

class ProcessState {
  public:
    // As it is now. Throws PythonError.
    void remember();
    // As it was then; costs next to nothing where nothing was changed. Throws PythonError.
    void put_back();

  private:
    // A list that others hold, and what was in it.
    struct List {
        Ref list;
        std::vector<Ref> items;
    };
    void remember_list(const char* module, const char* name);
    static bool put_back(const List& list);
    void put_environment_back();
    void put_signals_back();
    void put_collector_back();
    void put_codecs_back();
    static void put_decimal_back();

    Ref m_environment;            // os.environ
    Ref m_variables;              // what it held, as a dict
    std::uint64_t m_version = 0;  // of the dict in it
    std::string m_directory;      // "": not known
    mode_t m_mask = 0;
    int m_recursion = 0;
    std::string m_locale;
    std::vector<List> m_lists;
    List m_filters;               // of warnings
    std::vector<Ref> m_handlers;  // by signal, from 1
    Ref m_threshold;              // of the garbage collector, and what tells and sets it
    Ref m_get_threshold, m_set_threshold;
    Ref m_errors;  // handlers of errors of codecs, as a dict
    std::uint64_t m_errors_version = 0;
    Py_ssize_t m_codecs = 0;  // functions that find codecs
    Ref m_found_codecs;       // what they have found, as a dict
};

}  // namespace turnwise::python
