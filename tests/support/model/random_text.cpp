#include "tests/support/model/random_text.h"

#include <fmt/format.h>

#include <span>

namespace turnwise::support::model {

namespace {

class Writer {
  public:
    Writer(Random& random, Flavour flavour) : m_random(random), m_flavour(flavour) {}

    std::string thread() {
        std::string text;
        m_left = 1 + m_random.below(4);
        while (m_left > 0)
            text += operation(0) + " ";
        return text;
    }

  private:
    const char* one_of(std::initializer_list<const char*> all) {
        return *(all.begin() + m_random.below(all.size()));
    }
    const char* cell() { return one_of({"x", "y"}); }
    const char* lock() { return one_of({"m", "n"}); }

    // Up to two operations, for a block.
    std::string block(int depth) {
        std::string text;
        for (std::uint64_t count = m_random.below(3); count > 0 && m_left > 0; --count)
            text += operation(depth + 1) + " ";
        return text;
    }

    std::string operation(int depth) {
        if (m_left > 0) --m_left;
        const std::uint64_t kind = m_random.below(10);
        if (m_flavour == Flavour::groups && kind < 7) return group();
        if (m_flavour == Flavour::memory || depth > 1 || kind < 3) return memory(depth);
        if (kind < 5) return guarded(depth);
        switch (m_flavour) {
            case Flavour::timed:
                return timed(depth);
            case Flavour::tries:
                return tries(depth);
            default:
                return synchronisation();
        }
    }

    std::string memory(int depth) {
        switch (m_random.below(depth > 1 ? 4 : 6)) {
            case 0:
                return cell();
            case 1:
                return fmt::format("{}={}", cell(), m_random.below(3));
            case 2:
                return fmt::format("{}++", cell());
            case 3:
                return fmt::format("{}:{}>{}", cell(), m_random.below(2), m_random.below(3));
            case 4:
                return fmt::format("{}?{}{{{}}}", cell(), m_random.below(2), block(depth));
            default:
                return fmt::format("{}!{}{{{}}}", cell(), m_random.below(2), block(depth));
        }
    }

    // Locks are nested in either order, so that some programs deadlock.
    std::string guarded(int depth) {
        const char* const name = lock();
        return fmt::format("[{} {}]{}", name, block(depth), name);
    }

    // Several accesses in one step, some of which depend on what the step read.
    std::string group() {
        std::string text = "(";
        for (std::uint64_t count = 1 + m_random.below(3); count > 0; --count) {
            switch (m_random.below(5)) {
                case 0:
                    text += fmt::format("{}={} ", cell(), m_random.below(3));
                    break;
                case 1:
                    text += fmt::format("{0} {0}' ", cell());
                    break;
                case 2:
                case 3:
                    text += fmt::format("{}?{} ", cell(), m_random.below(2));
                    break;
                default:
                    text += fmt::format("{} ", cell());
            }
        }
        return text + ")";
    }

    std::string synchronisation() {
        switch (m_random.below(9)) {
            case 0:
                return "<s";
            case 1:
                return ">s";
            case 2:
                return "e.";
            case 3:
                return "e,";
            case 4:
                return "e/";
            case 5:
                return "e%{x=1}";
            case 6:
                return fmt::format("[m c&m {}]m", block(2));
            case 7:
                return fmt::format("[m c*{} ]m", 1 + m_random.below(2));
            default:
                return "b##2";
        }
    }

    std::string timed(int depth) {
        switch (m_random.below(7)) {
            case 0:
                return fmt::format("[~m{{{}]m}}", block(depth));
            case 1:
                return fmt::format("<~s{{{}}}", block(depth));
            case 2:
                return ">s";
            case 3:
                return fmt::format("e~{{{}}}", block(depth));
            case 4:
                return one_of({"e.", "e,"});
            case 5:
                return "[m c~m ]m";
            default:
                return "[m c*1 ]m";
        }
    }

    std::string tries(int depth) {
        switch (m_random.below(5)) {
            case 0:
                return fmt::format("[?m{{{}]m}}", block(depth));
            case 1:
                return fmt::format("[?n{{{}]n}}", block(depth));
            case 2:
                return fmt::format("<?s{{{}}}", block(depth));
            case 3:
                return one_of({"<s", ">s"});
            default:
                return "[m c*1 c&m ]m";
        }
    }

    Random& m_random;
    const Flavour m_flavour;
    std::uint64_t m_left = 0;
};

}  // namespace

RandomText random_text(Random& random, Flavour flavour) {
    RandomText result;
    result.semaphores["s"] = static_cast<std::int64_t>(random.below(2));
    const std::uint64_t threads = 2 + random.below(2);
    for (std::uint64_t thread = 0; thread < threads; ++thread) {
        if (thread > 0) result.text += '|';
        result.text += Writer(random, flavour).thread();
    }
    return result;
}

}  // namespace turnwise::support::model
