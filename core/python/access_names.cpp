#include "core/python/access_names.h"

#include <fstream>
#include <map>
#include <sstream>
#include <vector>

#include "core/python/code_info.h"
#include "core/python/short_repr.h"

namespace turnwise::python {

namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t longest_name = 60;

std::map<std::string, Lines, std::less<>>& sources() {
    static std::map<std::string, Lines, std::less<>> files;
    return files;
}

Lines lines_of(std::istream& text) {
    Lines lines;
    for (std::string line; std::getline(text, line);)
        lines.push_back(line);
    return lines;
}

const Lines& source_of(std::string_view path) {
    const auto known = sources().find(path);
    if (known != sources().end()) return known->second;
    std::ifstream file{std::string(path)};
    return sources()[std::string(path)] = lines_of(file);
}

// The expression that the bytecode belongs to, if it stands on one line; else "".
std::string expression_at(PyFrameObject* frame) {
    PyCodeObject* code = PyFrame_GetCode(frame);
    int line = 0, column = 0, end_line = 0, end_column = 0;
    const bool is_known =
        PyCode_Addr2Location(code,
                             tw_instruction_offset(frame) * static_cast<int>(sizeof(_Py_CODEUNIT)),
                             &line, &column, &end_line, &end_column) != 0;
    const std::string_view file = CodeInfos::of(code).file;
    Py_DECREF(code);  // the frame keeps it
    if (!is_known || line < 1 || line != end_line || column < 0 || end_column <= column) return {};
    const Lines& lines = source_of(file);
    if (static_cast<std::size_t>(line) > lines.size()) return {};
    const std::string& text = lines[static_cast<std::size_t>(line) - 1];
    if (static_cast<std::size_t>(end_column) > text.size()) return {};
    return text.substr(static_cast<std::size_t>(column),
                       static_cast<std::size_t>(end_column - column));
}

// Of `queue.append(x)` what comes before the method, of `len(queue)` what it is called with.
std::string container_in(const std::string& call) {
    const auto open = call.find('(');
    if (open == std::string::npos) return call;
    const auto dot = call.rfind('.', open);
    if (dot != std::string::npos) return call.substr(0, dot);
    const auto close = call.rfind(')');
    return close != std::string::npos && close > open ? call.substr(open + 1, close - open - 1)
                                                      : call;
}

std::string name_without_source(const tw_instruction& instruction) {
    if (!instruction.key) return short_repr(instruction.owner);
    if (instruction.place == TW_ITEM)
        return short_repr(instruction.owner) + "[" + short_repr(instruction.key) + "]";
    const char* name = PyUnicode_AsUTF8(instruction.key);
    if (!name) PyErr_Clear();
    return std::string(instruction.place == TW_ATTRIBUTE ? "." : "") + (name ? name : "?");
}

}  // namespace

void set_source(const std::string& path, const std::string& text) {
    std::istringstream stream(text);
    sources()[path] = lines_of(stream);
}

std::string access_name(PyFrameObject* frame, const tw_instruction& instruction) {
    // A plain name needs no source; the place of its bytecode may be a whole statement.
    if (instruction.place == TW_VARIABLE || instruction.place == TW_CELL)
        return name_without_source(instruction);
    std::string text = expression_at(frame);
    if (instruction.place == TW_CONTENT) text = container_in(text);
    return text.empty() || text.size() > longest_name ? name_without_source(instruction) : text;
}

}  // namespace turnwise::python
