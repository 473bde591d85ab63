#include "core/python/search_places.h"

#include <ranges>
#include <vector>

#include "core/python/bytecode_3_11.h"
#include "core/python/code_info.h"
#include "core/python/ref.h"

namespace turnwise::python {

using explore::Place;
using explore::Source;

namespace {

// A program may raise an error with another text in each execution.
constexpr std::size_t most_tracebacks = 1'000;

void add_frame(void* source, PyCodeObject* code, int offset) {
    auto& place = *static_cast<Source*>(source);
    const CodeInfo& info = CodeInfos::of(code);
    if (!info.is_user) return;
    const int line = PyCode_Addr2Line(code, offset);
    if (place.line == 0) {
        place.file = info.file;
        place.line = static_cast<std::uint32_t>(line > 0 ? line : code->co_firstlineno);
        place.function = info.function;
        place.instruction = static_cast<std::uint32_t>(offset);
    }
    place.stack.insert(
        place.stack.begin(),
        explore::Frame{std::string(info.file), static_cast<std::uint32_t>(line > 0 ? line : 0),
                       std::string(info.function)});
}

}  // namespace

Place SearchPlaces::here() {
    const std::uint64_t digest =
        tw_stack_digest([](PyCodeObject* code) { return CodeInfos::of(code).number; });
    if (digest == 0) return 0;
    const auto [place, is_new] =
        m_places.try_emplace(digest, static_cast<Place>(m_sources.size() + 1));
    if (is_new) {
        m_sources.emplace_back();
        tw_visit_frames(add_frame, &m_sources.back());
    }
    return place->second;
}

Place SearchPlaces::raised_at(PyObject* exception, Place otherwise) {
    const Ref traceback = Ref::take(PyException_GetTraceback(exception));
    struct Call {
        PyCodeObject* code;
        int offset;
    };
    std::vector<Call> calls;  // outermost first; the frames that the traceback holds keep the code
    for (auto* entry = reinterpret_cast<PyTracebackObject*>(traceback.get()); entry;
         entry = entry->tb_next)
        calls.push_back({tw_frame_code(entry->tb_frame), entry->tb_lasti});
    std::uint64_t digest = 0;
    for (const Call& call : calls | std::views::reverse)
        if (const std::uint32_t id = CodeInfos::of(call.code).number)
            digest = tw_digest_with(digest, id, call.offset / int{sizeof(_Py_CODEUNIT)});
    if (digest == 0) return otherwise;
    const auto [place, is_new] =
        m_places.try_emplace(digest, static_cast<Place>(m_sources.size() + 1));
    if (is_new) {
        m_sources.emplace_back();
        for (const Call& call : calls | std::views::reverse)
            add_frame(&m_sources.back(), call.code, call.offset);
    }
    return place->second;
}

Source SearchPlaces::source(Place place) const {
    return place == 0 || place > m_sources.size() ? Source() : m_sources[place - 1];
}

const std::string& SearchPlaces::traceback(const std::string& type, const std::string& line,
                                           Place place, const std::function<std::string()>& make) {
    if (m_tracebacks.size() >= most_tracebacks) m_tracebacks.clear();
    std::string& text = m_tracebacks[{type, line, place}];
    if (text.empty()) text = make();
    return text;
}

}  // namespace turnwise::python
