#include "app/cli/terminal_hand.h"

#include <fmt/format.h>

#include <cstdio>
#include <iostream>
#include <string>

#include "core/analysis/names.h"
#include "core/analysis/outlook.h"
#include "ui/session/engine_run.h"

namespace turnwise::cli {

using analysis::State;
using trace::Inquiry;

namespace {

constexpr const char* help =
    "  N, step N      thread N goes on; you are asked again at the next decision\n"
    "  run N          thread N goes on until it cannot\n"
    "  u, undo        take your last choice back; the program runs again as far as before it\n"
    "  go [POLICY]    a policy decides until a breakpoint: round-robin, fifo, random seed=3,\n"
    "                 pct seed=3 depth=2, priority NAME=3 NAME=1 inherit\n"
    "  to LINE        the same until a thread is about to execute the line\n"
    "  freeze N       thread N is not chosen by `go` any more; thaw N: it is again\n"
    "  break WHERE    line 12; owner LOCK; value 0 SEMAPHORE; use NAME; event thread_ended\n"
    "  clear [I]      no breakpoints any more, or not the I-th\n"
    "  every on|off   ask at every step, even where one thread alone can go on\n"
    "  schedule       the choices so far\n"
    "  quit           end the run here\n";

std::string headline(const trace::Trace& trace, const State& state, const Inquiry& inquiry) {
    std::string why;
    switch (inquiry.reason) {
        case Inquiry::Reason::breakpoint:
            why = inquiry.breakpoint == 0 ? "A thread has come to the line. "
                                          : fmt::format("Breakpoint {}. ", inquiry.breakpoint);
            break;
        case Inquiry::Reason::thread_run:
            why = "The thread cannot go on. ";
            break;
        case Inquiry::Reason::frozen:
            why = "Only frozen threads can go on. ";
            break;
        default:
            break;
    }
    if (!inquiry.is_decision)
        return fmt::format("{}At {}, one thread can go on.", why,
                           analysis::seconds_text(trace.duration()));
    std::string question = "who runs?";
    if (inquiry.question == trace::Question::who_is_first)
        question = "who is first, of those that act at the same moment?";
    if (inquiry.question == trace::Question::who_is_woken)
        question = fmt::format("who is woken, of those that wait for {}?",
                               analysis::object_label(trace, state, inquiry.object));
    return fmt::format("{}Decision {}, at {}: {}", why, inquiry.decision,
                       analysis::seconds_text(trace.duration()), question);
}

void show(const trace::Trace& trace, const State& state, const Inquiry& inquiry) {
    if (!inquiry.remark.empty()) {
        fmt::print(stderr, "{}\n", inquiry.remark);
        return;
    }
    fmt::print(stderr, "\n{}\n", headline(trace, state, inquiry));
    for (const trace::Prospect& prospect : inquiry.threads)
        fmt::print(
            stderr, "  {:>4} {:<22} {}{}\n",
            prospect.is_candidate ? fmt::format("[{}]", prospect.thread)
                                  : fmt::format("{} ", prospect.thread),
            trace.text(state.thread(prospect.thread) ? state.thread(prospect.thread)->name : 0),
            prospect.is_frozen ? "(frozen) " : "", describe(trace, state, prospect));
}

}  // namespace

Reply TerminalHand::ask(const ui::EngineRun& run) {
    const trace::Trace& trace = run.trace();
    const Inquiry& inquiry = trace.last_inquiry();
    while (m_state.position() < trace.size())
        m_state.apply(trace[m_state.position()]);
    show(trace, m_state, inquiry);
    std::string line;
    for (;;) {
        fmt::print(stderr, "thread number, or ? for help> ");
        if (!std::getline(std::cin, line)) {
            fmt::print(stderr, "\n");
            return {};
        }
        const QString word = QString::fromStdString(line).trimmed();
        if (word == "quit" || word == "q") return {};
        if (word == "undo" || word == "u") return {Reply::Kind::undo};
        if (word == "?" || word == "help")
            fmt::print(stderr, "{}", help);
        else if (word == "schedule")
            fmt::print(stderr, "  {}\n", run.schedule().text());
        else if (!word.isEmpty())
            return {Reply::Kind::line, word};
        else
            show(trace, m_state, inquiry);
    }
}

}  // namespace turnwise::cli
