#include "core/python/standard_input.h"

#include <Python.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "core/python/ref.h"

namespace turnwise::python {

// Opened anew each time: processes that share a search would else share one place in the file.
void open_standard_input(const std::string& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        throw std::runtime_error(
            fmt::format("The input of the program, {}, cannot be read: {}. Check the path.", path,
                        std::strerror(errno)));
    dup2(file, STDIN_FILENO);
    close(file);
}

void rewind_standard_input(const std::string& path) {
    open_standard_input(path);
    PyObject* input = PySys_GetObject("stdin");
    if (!input) return;
    const Ref place = Ref::take(PyObject_CallMethod(input, "seek", "i", 0));
    if (!place) PyErr_Clear();  // the program has closed it, or put another in its place
}

}  // namespace turnwise::python
