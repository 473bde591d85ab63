// Stands in for turnwise-engine: the name of the program tells how it behaves. So the tests of
// sessions need no Python and can meet every way in which an engine may end.
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/trace/stream.h"
#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"

using namespace turnwise;

namespace {

void write_out(const char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes, size);
        if (written < 0) std::_Exit(1);
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
}

void send(const trace::Trace& trace) {
    trace::StreamWriter writer(write_out);
    trace.replay(writer);
    writer.flush();
}

// The trace of a run that goes on.
trace::Trace begun(const std::string& program) {
    support::TraceScript script(program);
    script.line(1).print("hello\n");
    return script.trace();
}

void send_for_ever(const std::string& program) {
    trace::StreamWriter writer(write_out);
    const trace::Trace trace = begun(program);
    trace.replay(writer);
    trace::Event event = trace.events().back();
    while (true) {
        event.tick += microsecond;
        writer.event(event);
    }
}

// Prints its command line, the program's path and text, and the names of its neighbours.
trace::Trace echo(const std::string& program, const std::vector<std::string>& arguments) {
    support::TraceScript script(program);
    std::ostringstream text;
    text << std::ifstream(program).rdbuf();
    script.source(text.str());
    script.line(1).print("in " + program + "\n");
    for (const std::string& argument : arguments)
        script.print(argument + "\n");
    for (const auto& file :
         std::filesystem::directory_iterator(std::filesystem::absolute(program).parent_path()))
        script.print("beside " + file.path().filename().string() + "\n");
    return script.end(OutcomeKind::exception, "Error in " + program);
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> arguments(argv + 1, argv + argc);
    std::string program;
    for (const std::string& argument : arguments) {
        if (argument == "--") break;
        program = argument;
    }
    const std::string behaviour = std::filesystem::path(program).stem();
    if (behaviour == "finishes") {
        send(support::sample_semaphore_trace());
    } else if (behaviour == "long") {
        send(support::sample_big_trace(300'000));
    } else if (behaviour == "echo") {
        send(echo(program, arguments));
    } else if (behaviour == "loops") {
        send_for_ever(program);
    } else if (behaviour == "crashes") {
        send(begun(program));
        std::fputs("low on spoons\n", stderr);
        std::fflush(stderr);
        std::signal(SIGSEGV, SIG_DFL);  // not the report of a sanitizer
        std::raise(SIGSEGV);
    } else if (behaviour == "killed") {
        send(begun(program));
        std::raise(SIGKILL);
    } else if (behaviour == "exits") {
        send(begun(program));
        std::_Exit(3);
    } else if (behaviour == "garbage") {
        send(begun(program));
        write_out("not a record", 12);
        ::pause();
    } else if (behaviour == "refuses") {
        std::fputs("turnwise-engine: cannot read the program\n", stderr);
        return 2;
    } else if (behaviour == "reads") {
        std::string line(100, '\0');
        line.resize(static_cast<std::size_t>(std::max<ssize_t>(0, ::read(0, line.data(), 100))));
        support::TraceScript script(program);
        script.print("read '" + line + "'");
        send(script.end(OutcomeKind::finished));
    }
    return 0;
}
