#include "core/python/utf8.h"

#include "core/python/ref.h"

namespace turnwise::python {

std::string utf8(PyObject* text) {
    Py_ssize_t size = 0;
    if (const char* bytes = PyUnicode_AsUTF8AndSize(text, &size))
        return {bytes, static_cast<std::size_t>(size)};
    PyErr_Clear();
    const Ref encoded = Ref::take(PyUnicode_AsEncodedString(text, "utf-8", "backslashreplace"));
    if (!encoded) PyErr_Clear();
    return encoded ? std::string(PyBytes_AS_STRING(encoded.get()),
                                 static_cast<std::size_t>(PyBytes_GET_SIZE(encoded.get())))
                   : "?";
}

}  // namespace turnwise::python
