#include "core/python/process_state.h"

#include <sys/stat.h>
#include <unistd.h>

#include <climits>

#include "core/python/attributes.h"
#include "core/python/checked.h"
#include "core/python/cpython_3_11.h"
#include "core/python/errors.h"

namespace turnwise::python {

namespace {

std::string working_directory() {
    char path[PATH_MAX];
    return ::getcwd(path, sizeof path) ? path : "";
}

std::uint64_t version_of(const Ref& environment) {
    const Ref data = attribute(environment.get(), "_data");
    return PyDict_Check(data.get()) ? tw_dict_version(data.get()) : 0;
}

}  // namespace

void ProcessState::remember() {
    const Ref os = checked(PyImport_ImportModule("os"));
    m_environment = attribute(os.get(), "environ");
    m_variables = checked(PyObject_CallMethod(m_environment.get(), "copy", nullptr));
    m_version = version_of(m_environment);
    m_path = Ref::retain(PySys_GetObject("path"));
    if (m_path && PyList_Check(m_path.get()))
        for (Py_ssize_t i = 0; i < PyList_GET_SIZE(m_path.get()); ++i)
            m_folders.push_back(Ref::retain(PyList_GET_ITEM(m_path.get(), i)));
    m_directory = working_directory();
    m_mask = ::umask(0);
    ::umask(m_mask);
    m_recursion = Py_GetRecursionLimit();
}

void ProcessState::put_back() {
    put_environment_back();
    put_path_back();
    if (!m_directory.empty() && ::chdir(m_directory.c_str()) != 0) m_directory.clear();
    ::umask(m_mask);
    if (Py_GetRecursionLimit() != m_recursion) Py_SetRecursionLimit(m_recursion);
}

void ProcessState::put_environment_back() {
    if (version_of(m_environment) == m_version) return;
    checked(PyObject_CallMethod(m_environment.get(), "clear", nullptr));
    checked(PyObject_CallMethod(m_environment.get(), "update", "O", m_variables.get()));
    m_version = version_of(m_environment);
}

void ProcessState::put_path_back() {
    if (!m_path || !PyList_Check(m_path.get())) return;
    const auto size = static_cast<Py_ssize_t>(m_folders.size());
    bool is_same = PyList_GET_SIZE(m_path.get()) == size;
    for (Py_ssize_t i = 0; is_same && i < size; ++i)
        is_same = PyList_GET_ITEM(m_path.get(), i) == m_folders[static_cast<std::size_t>(i)].get();
    if (is_same) return;
    const Ref folders = checked(PyList_New(0));
    for (const Ref& folder : m_folders)
        if (PyList_Append(folders.get(), folder.get()) < 0) throw PythonError();
    if (PyList_SetSlice(m_path.get(), 0, PyList_GET_SIZE(m_path.get()), folders.get()) < 0)
        throw PythonError();
}

}  // namespace turnwise::python
