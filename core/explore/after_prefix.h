// A program that has taken some steps already: what can follow them is searched like any other
// program.
#pragma once

#include <vector>

#include "core/explore/program.h"

namespace turnwise::explore {

class AfterPrefix final : public Program {
  public:
    // `program` must outlive it; `prefix` must be choices that fit it.
    AfterPrefix(Program& program, std::span<const ThreadId> prefix)
        : m_program(program), m_prefix(prefix.begin(), prefix.end()) {}

    void restart() override {
        m_program.set_polls(Polls::go_on);
        m_program.restart();
        for (const ThreadId thread : m_prefix)
            m_program.step(thread);
        m_program.set_polls(m_polls);
    }
    void set_polls(Polls polls) override { m_polls = polls; }
    ThreadId initial_threads() const override { return m_program.initial_threads(); }
    std::span<const ThreadId> enabled() override { return m_program.enabled(); }
    Operation pending(ThreadId thread) override { return m_program.pending(thread); }
    // Positions are counted from the end of the prefix; what its steps granted is before
    // everything.
    Event step(ThreadId thread) override {
        Event event = m_program.step(thread);
        m_grants.clear();
        for (const Position grant : event.grants)
            if (grant >= m_prefix.size())
                m_grants.push_back(grant - static_cast<Position>(m_prefix.size()));
        event.grants = m_grants;
        return event;
    }
    const Ending& ending() override { return m_program.ending(); }
    bool is_mutex(Object object) const override { return m_program.is_mutex(object); }
    std::string thread_name(ThreadId thread) const override {
        return m_program.thread_name(thread);
    }
    std::string object_name(Object object) const override { return m_program.object_name(object); }
    Source source(Place place) const override { return m_program.source(place); }
    std::string thread_identity(ThreadId thread) const override {
        return m_program.thread_identity(thread);
    }
    std::string object_identity(Object object) const override {
        return m_program.object_identity(object);
    }

  private:
    Program& m_program;
    const std::vector<ThreadId> m_prefix;
    Polls m_polls = Polls::end;
    std::vector<Position> m_grants;
};

}  // namespace turnwise::explore
