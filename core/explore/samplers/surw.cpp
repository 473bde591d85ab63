// Selectively uniform random walk (the same paper): uniform over the interleavings of a few
// interesting steps only.
//
// For each execution a few of the objects that threads race for are drawn; steps on them are
// interesting. A thread is drawn, weighted by the interesting steps it has left, that shall take
// the next one; any other thread that comes to an interesting step is held until it has. All other
// steps are a plain random walk.
#include <algorithm>
#include <vector>

#include "core/explore/samplers/sampler.h"
#include "core/explore/samplers/step_counts.h"

namespace turnwise::explore {

namespace {

class Surw final : public Sampler {
  public:
    explicit Surw(std::uint64_t seed) : m_random(seed) {}

    void begin() override {
        m_interesting.clear();
        m_wanted = no_thread;
        m_held.clear();
        if (m_objects.empty()) return;
        const std::uint64_t count = 1 + m_random.below(std::min<std::size_t>(2, m_objects.size()));
        while (m_interesting.size() < count) {
            const Object object = m_objects[m_random.below(m_objects.size())];
            if (std::ranges::find(m_interesting, object) == m_interesting.end())
                m_interesting.push_back(object);
        }
        StepCounts counts = m_parents;
        for (const Most& most : m_most)
            if (std::ranges::find(m_interesting, most.object) != m_interesting.end())
                counts.learn_more(most.thread, most.count);
        m_counts = std::move(counts);
        m_counts.begin();
    }

    ThreadId choose(std::span<const ThreadId> enabled, Program& program) override {
        if (m_wanted == no_thread || !may_come(m_wanted, enabled)) want(enabled);
        while (true) {
            m_free.clear();
            for (const ThreadId thread : enabled)
                if (std::ranges::find(m_held, thread) == m_held.end()) m_free.push_back(thread);
            if (m_free.empty()) {  // the one that is wanted cannot come: let another have its turn
                m_held.clear();
                want(enabled);
                continue;
            }
            const ThreadId thread = m_free[m_random.below(m_free.size())];
            if (!is_interesting(program.pending(thread))) return thread;
            if (thread == m_wanted || std::ranges::find(enabled, m_wanted) == enabled.end()) {
                m_held.clear();
                m_wanted = no_thread;
                return thread;
            }
            m_held.push_back(thread);
        }
    }

    void observe(const Event& event) override {
        if (is_interesting(event.operation)) m_counts.take(event.thread);
        if (event.started != no_thread) {
            m_counts.start(event.thread, event.started);
            m_parents.start(event.thread, event.started);
        }
    }

    // Objects that two threads touched, and how often each thread did.
    void end(const Execution& execution) override {
        m_touches.clear();
        for (const Event& event : execution.events())
            for_each_touch(event.operation, [&](Object object, Kind) {
                m_touches.emplace_back(object, event.thread);
            });
        std::ranges::sort(m_touches);
        for (std::size_t begin = 0; begin < m_touches.size();) {
            const Object object = m_touches[begin].first;
            const bool was_known = std::ranges::find(m_objects, object) != m_objects.end();
            std::size_t end = begin;
            for (; end < m_touches.size() && m_touches[end].first == object; ++end) {
            }
            if (m_touches[begin].second != m_touches[end - 1].second && !was_known)
                m_objects.push_back(object);
            for (; begin < end;) {
                const ThreadId thread = m_touches[begin].second;
                std::uint64_t count = 0;
                for (; begin < end && m_touches[begin].second == thread; ++begin)
                    ++count;
                learn(thread, object, count);
            }
        }
    }

  private:
    struct Most {
        ThreadId thread;
        Object object;
        std::uint64_t count;
    };

    void learn(ThreadId thread, Object object, std::uint64_t count) {
        for (Most& most : m_most)
            if (most.thread == thread && most.object == object) {
                most.count = std::max(most.count, count);
                return;
            }
        m_most.push_back({thread, object, count});
    }

    bool is_interesting(const Operation& operation) const {
        bool result = false;
        for_each_touch(operation, [&](Object object, Kind) {
            result = result || std::ranges::find(m_interesting, object) != m_interesting.end();
        });
        return result;
    }

    static bool may_come(ThreadId thread, std::span<const ThreadId> enabled) {
        return std::ranges::find(enabled, thread) != enabled.end();
    }

    void want(std::span<const ThreadId> enabled) {
        std::uint64_t sum = 0;
        for (const ThreadId thread : enabled)
            sum += weight(thread);
        std::uint64_t place = m_random.below(sum);
        for (const ThreadId thread : enabled) {
            m_wanted = thread;
            if (place < weight(thread)) return;
            place -= weight(thread);
        }
    }
    // Scaled, so that a thread of which nothing is known has some chance.
    std::uint64_t weight(ThreadId thread) const { return 16 * m_counts.estimate(thread) + 1; }

    Random m_random;
    std::vector<Object> m_objects;      // that more than one thread touched
    std::vector<Most> m_most;           // touches of an object by a thread in one execution
    std::vector<Object> m_interesting;  // of this execution
    StepCounts m_parents;               // who started whom
    StepCounts m_counts;                // of interesting steps
    ThreadId m_wanted = no_thread;
    std::vector<ThreadId> m_held;
    std::vector<ThreadId> m_free;
    std::vector<std::pair<Object, ThreadId>> m_touches;
};

}  // namespace

std::unique_ptr<Sampler> surw_sampler(std::uint64_t seed) {
    return std::make_unique<Surw>(seed);
}

}  // namespace turnwise::explore
