#include "core/python/code_info.h"

#include <filesystem>
#include <map>
#include <set>
#include <tuple>

#include "core/python/bytecode_3_11.h"
#include "core/python/cpython_3_11.h"
#include "core/python/ref.h"
#include "core/python/thread_errors.h"
#include "core/python/utf8.h"

// Two functions that CPython exports for debuggers and profilers, under names that changed in 3.12.
extern "C" {
Py_ssize_t _PyEval_RequestCodeExtraIndex(freefunc free);
int _PyCode_GetExtra(PyObject* code, Py_ssize_t index, void** extra);
int _PyCode_SetExtra(PyObject* code, Py_ssize_t index, void* extra);
}

namespace turnwise::python {

namespace {

constexpr int most_loops = 64;  // of a function

struct UserCode {
    std::string program;
    std::string folder;  // with a slash at its end
    Py_ssize_t index = -1;
};

UserCode& user_code() {
    static UserCode settings;
    return settings;
}

// A thread says where it stands by the name of a file, also when the code that stood there is gone.
std::string_view kept_for_ever(std::string file) {
    static std::set<std::string> files;
    return *files.insert(std::move(file)).first;
}

// The code object of a function may be made again and again, by exec() or by an import.
std::uint32_t number_of(const CodeInfo& info, int line) {
    static std::map<std::tuple<std::string_view, std::string, int>, std::uint32_t> numbers;
    return numbers.try_emplace({info.file, info.function, line}, numbers.size() + 1).first->second;
}

void mark_loops(CodeInfo& info, PyCodeObject* code) {
    info.loops.resize(most_loops);
    info.loops.resize(static_cast<std::size_t>(tw_find_loops(code, info.loops.data(), most_loops)));
    for (const tw_loop& loop : info.loops)
        for (const int place : {loop.begin, loop.copy, loop.head})
            if (place >= 0) info.interesting[static_cast<std::size_t>(place)] |= TW_BEGINS_LOOP;
}

}  // namespace

void CodeInfos::initialize(const std::string& program) {
    namespace fs = std::filesystem;
    UserCode& settings = user_code();
    settings.program = program;
    std::error_code error;
    settings.folder = fs::absolute(fs::path(program), error).parent_path().string() + "/";
    settings.index = _PyEval_RequestCodeExtraIndex(forget);
}

bool CodeInfos::is_user_file(std::string_view file) {
    const UserCode& settings = user_code();
    if (file == settings.program) return true;
    if (!file.starts_with(settings.folder)) return false;
    return file.find("/site-packages/") == std::string_view::npos &&
           file.find("/dist-packages/") == std::string_view::npos &&
           !file.starts_with("/usr/lib/python3");
}

void CodeInfos::forget(void* info) {
    s_last = {};
    delete static_cast<CodeInfo*>(info);
}

CodeInfo& CodeInfos::look_up(PyCodeObject* code) {
    // The place for the information belongs to the main interpreter; code of another one is no
    // lesson.
    static CodeInfo foreign;
    if (PyInterpreterState_Get() != PyInterpreterState_Main()) return foreign;
    auto* object = reinterpret_cast<PyObject*>(code);
    void* extra = nullptr;
    _PyCode_GetExtra(object, user_code().index, &extra);
    if (extra) {
        s_last = {code, static_cast<CodeInfo*>(extra)};
        return *s_last.info;
    }
    auto* info = new CodeInfo;
    info->file = kept_for_ever(utf8(code->co_filename));
    info->function = utf8(code->co_qualname);
    info->is_user = is_user_file(info->file);
    info->has_self_loop = tw_has_self_loop(code) != 0;
    if (info->is_user) {
        info->number = number_of(*info, code->co_firstlineno);
        info->interesting.resize(static_cast<std::size_t>(Py_SIZE(code)));
        tw_find_interesting(code, info->interesting.data());
        mark_loops(*info, code);
    }
    _PyCode_SetExtra(object, user_code().index, info);
    return *info;
}

bool CodeInfos::caller_is_user_code() {
    if (user_code().index < 0) return false;
    Ref frame = Ref::retain(reinterpret_cast<PyObject*>(PyEval_GetFrame()));
    while (frame) {
        auto* its_frame = reinterpret_cast<PyFrameObject*>(frame.get());
        PyCodeObject* code = PyFrame_GetCode(its_frame);
        const bool is_transparent = code->co_filename == threading_file();
        const bool is_user = of(code).is_user;
        Py_DECREF(code);
        if (!is_transparent) return is_user;
        frame = Ref::take(reinterpret_cast<PyObject*>(PyFrame_GetBack(its_frame)));
    }
    return false;
}

}  // namespace turnwise::python
