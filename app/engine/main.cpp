// turnwise-engine: one run of one Python program, in a process of its own.
//
// The trace goes to standard output, or to the file of --trace, as a stream that a reader can
// follow while the program runs. Exit status 0: the trace is complete and says how the run ended.
// 2: there was no run.
#include <sys/personality.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exception>

#include "app/engine/by_hand.h"
#include "app/engine/explore.h"
#include "app/engine/options.h"
#include "app/engine/trace_output.h"

namespace {

// The same addresses in every run: without ASLR what id() says of a built-in type, and how a set of
// types is ordered, is the same. Where the system forbids it the run goes on, with addresses that
// may differ.
void fix_addresses(char** argv) {
    const int current = personality(0xffffffff);
    if (current == -1 || (current & ADDR_NO_RANDOMIZE)) return;
    if (personality(static_cast<unsigned long>(current) | ADDR_NO_RANDOMIZE) == -1) return;
    execv("/proc/self/exe", argv);
}

}  // namespace

int main(int argc, char** argv) {
    using namespace turnwise;
    fix_addresses(argv);
    engine::EngineOptions options;
    try {
        if (const auto status = engine::parse(argc, argv, options)) return *status;
        if (options.explore.is_wanted) {
            const int status = engine::explore(options);
            std::fflush(nullptr);
            std::quick_exit(status);
        }
        engine::TraceOutput output(options.trace_path);
        engine::install_crash_handlers();
        engine::simulate(options, output);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "turnwise-engine: %s\n", error.what());
        return 2;
    }
    // Threads that were cut off still have frames of the interpreter on their stacks: nothing may
    // be torn down under them.
    std::fflush(nullptr);
    std::quick_exit(0);
}
