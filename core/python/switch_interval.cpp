#include "core/python/switch_interval.h"

#include <algorithm>

#include "core/python/errors.h"
#include "core/python/modules.h"
#include "core/python/ref.h"
#include "core/sched/scheduler.h"

// Exported by libpython, declared in no header that it installs. In microseconds.
extern "C" {
void _PyEval_SetSwitchInterval(unsigned long microseconds);
unsigned long _PyEval_GetSwitchInterval(void);
}

namespace turnwise::python {

using sched::Scheduler;

namespace {

PyObject* original_set = nullptr;  // of the main interpreter; holds a reference for ever

PyObject* setswitchinterval(PyObject*, PyObject* interval) {
    return guarded([&]() -> PyObject* {
        Ref result = Ref::take(PyObject_CallOneArg(original_set, interval));
        if (!result) return nullptr;
        Scheduler::current().set_switch_interval(static_cast<Tick>(_PyEval_GetSwitchInterval()) *
                                                 microsecond);
        return result.release();
    });
}

PyMethodDef functions[] = {{"setswitchinterval", setswitchinterval, METH_O,
                            "setswitchinterval(interval, /)\n\nSet how long, in seconds of virtual "
                            "time, a thread keeps the GIL while others "
                            "want it."},
                           {nullptr, nullptr, 0, nullptr}};

}  // namespace

int replace_switch_interval() {
    const Ref sys = Ref::take(PyImport_ImportModule("sys"));
    if (!sys) return -1;
    if (!original_set) original_set = PyObject_GetAttrString(sys.get(), "setswitchinterval");
    return original_set ? add_functions(sys.get(), functions, "sys") : -1;
}

void adopt_switch_interval() {
    const Tick interval = Scheduler::current().options().switch_interval;
    _PyEval_SetSwitchInterval(
        static_cast<unsigned long>(std::max<Tick>(interval / microsecond, 1)));
}

}  // namespace turnwise::python
