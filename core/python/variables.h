// Watches the variables of the program: what changed since it was last looked at becomes events.
//
// The tracer looks before each line, at each return and before each operation on a primitive, so a
// change is told of at the latest when the next line begins. Looking runs no code of the program
// and keeps none of its objects alive, but for numbers and texts.
#pragma once

#include <Python.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/ids.h"
#include "core/python/ref.h"
#include "core/trace/event.h"

namespace turnwise::python {

// At most this many variables of a frame or a module are watched.
inline constexpr std::size_t max_variables = 100;

// The variables of one scope as they were last told.
class VariableWatch {
  public:
    // `depth` as the events have it: 0 for globals. `prefix` comes before each name ("module.").
    explicit VariableWatch(std::int64_t depth, std::string prefix = {})
        : m_depth(depth), m_prefix(std::move(prefix)) {}

    // A look: begin, each variable that there is, end (which tells of those that are gone).
    void begin();
    void see(PyObject* name, PyObject* value);
    void end();

    // Looks again only at values that can change without being assigned.
    void look_into_mutable_values();

  private:
    struct Variable {
        PyObject* name = nullptr;       // interned by the code object; outlives the watch
        PyObject* value = nullptr;      // compared by address only, unless `held`
        Ref held;                       // an immutable value, so that its address stays its own
        std::uint64_t fingerprint = 0;  // of a mutable value
        StringId text = 0;
        bool seen = false;
    };
    void tell(Variable& variable, PyObject* value);
    void record(trace::EventKind kind, PyObject* name, StringId text) const;

    const std::int64_t m_depth;
    const std::string m_prefix;
    std::vector<Variable> m_variables;
    std::size_t m_next = 0;  // where the next variable of this look probably is
};

// The globals of the program's modules.
class GlobalsWatch {
  public:
    // Tells what changed in the module whose dict this is.
    void look(PyObject* globals);

  private:
    struct Module {
        std::uint64_t version = 0;
        VariableWatch variables;
        Ref dict;
    };
    // invariant: only looked up, never iterated
    std::unordered_map<PyObject*, std::unique_ptr<Module>> m_modules;
};

}  // namespace turnwise::python
