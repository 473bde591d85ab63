#include "app/engine/by_hand.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

#include "core/hand/hand.h"

namespace turnwise::engine {

namespace {

// Lines of what was standard input. Read without a buffer of the C library, which a program could
// share.
class Answers {
  public:
    Answers() : m_descriptor(fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)), m_process(getpid()) {
        const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
        dup2(nothing, STDIN_FILENO);
        close(nothing);
    }
    Answers(const Answers&) = delete;
    Answers& operator=(const Answers&) = delete;
    ~Answers() { close(m_descriptor); }

    // nullopt: they have ended. The child of a fork must not take what was said to its parent.
    std::optional<std::string> next() {
        if (getpid() != m_process) return "go";
        for (;;) {
            if (const auto end = m_bytes.find('\n'); end != std::string::npos) {
                std::string line = m_bytes.substr(0, end);
                m_bytes.erase(0, end + 1);
                return line;
            }
            char bytes[4096];
            const ssize_t count = read(m_descriptor, bytes, sizeof bytes);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return std::nullopt;
            m_bytes.append(bytes, static_cast<std::size_t>(count));
        }
    }

  private:
    const int m_descriptor;
    const pid_t m_process;
    std::string m_bytes;
};

void simulate_by_hand(const EngineOptions& options, trace::Sink& sink) {
    Answers answers;
    hand::Watch watch(sink, options.schedule.size());
    watch.breakpoints = options.breakpoints;
    std::unique_ptr<sched::Policy> policy = std::make_unique<hand::Hand>(
        watch, [&answers](const trace::Inquiry&) { return answers.next(); },
        std::set<ThreadId>(options.frozen.begin(), options.frozen.end()));
    if (options.schedule.size() > 0) policy = sched::replay(options.schedule, std::move(policy));
    // A trace names no policy, so that a replay makes the same one, byte for byte; but that
    // somebody decided is told.
    trace::Header header;
    header.policy = options.policy.name;
    python::simulate(options.program, *policy, options.scheduling, watch, header);
}

}  // namespace

void simulate(const EngineOptions& options, trace::Sink& sink) {
    if (options.is_by_hand()) {
        simulate_by_hand(options, sink);
        return;
    }
    auto policy = sched::make_policy(options.policy);  // nullptr for "replay": strictly
    if (options.schedule.size() > 0 || !policy)
        policy = sched::replay(options.schedule, std::move(policy));
    python::simulate(options.program, *policy, options.scheduling, sink);
}

}  // namespace turnwise::engine
