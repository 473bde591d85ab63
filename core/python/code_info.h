// Which code belongs to the user's program, and what a trace calls it.
#pragma once

#include <Python.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/python/bytecode_3_11.h"

namespace turnwise::python {

// Attached to a code object when the tracer first meets it.
struct CodeInfo {
    // From the program's own file or its folder; neither library nor <string>.
    bool is_user = false;
    bool has_self_loop = false;  // a line event is missing there; see tw_has_self_loop
    std::string_view file;       // as the trace names it; outlives the code object
    std::string function;
    StringId file_id = 0;  // the same in the trace; 0 until first recorded
    StringId function_id = 0;
    std::uint32_t number = 0;  // the same for the same piece of source; 0: not the user's
    std::vector<unsigned char> interesting;  // see tw_find_interesting; of the user's code
    std::vector<tw_loop> loops;              // likewise; where one begins is interesting, too
};

class CodeInfos {
  public:
    // Code below the folder of `program` is the user's. Call once, before any code is looked up.
    static void initialize(const std::string& program);

    static CodeInfo& of(PyCodeObject* code) {
        return code == s_last.code ? *s_last.info : look_up(code);
    }

    // Whether it is the program's own file or lies in its folder.
    static bool is_user_file(std::string_view file);

    // Whether the innermost Python frame that runs is the user's code.
    static bool caller_is_user_code();

  private:
    // What was asked for last, which is what is asked for next nearly always.
    struct Last {
        PyCodeObject* code;
        CodeInfo* info;
    };
    static inline Last s_last = {nullptr, nullptr};

    static CodeInfo& look_up(PyCodeObject* code);
    static void forget(void* info);
};

}  // namespace turnwise::python
