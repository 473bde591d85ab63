// What belongs to the process and outlives an execution unless it is put back: the environment, the
// working directory, the mask for new files, sys.path, the depth of recursion.
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
    void put_environment_back();
    void put_path_back();

    Ref m_environment;            // os.environ
    Ref m_variables;              // what it held, as a dict
    std::uint64_t m_version = 0;  // of the dict in it
    Ref m_path;                   // sys.path
    std::vector<Ref> m_folders;   // what it held
    std::string m_directory;      // "": not known
    mode_t m_mask = 0;
    int m_recursion = 0;
};

}  // namespace turnwise::python
