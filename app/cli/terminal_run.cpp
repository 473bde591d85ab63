#include "app/cli/terminal_run.h"

#include <fmt/format.h>

#include <QCoreApplication>
#include <QTimer>
#include <cstdio>
#include <optional>
#include <stdexcept>
#include <utility>

#include "app/cli/interruption.h"
#include "core/hand/command.h"

namespace turnwise::cli {

namespace {

enum class Meaning : std::uint8_t { answer, wish, nothing };

Meaning meaningOf(const QString& line) {
    using Verb = hand::Command::Verb;
    try {
        switch (hand::Command::parse(line.toStdString()).verb) {
            case Verb::step:
            case Verb::run:
            case Verb::go:
            case Verb::to:
                return Meaning::answer;
            default:
                return Meaning::wish;
        }
    } catch (const std::invalid_argument&) {
        return Meaning::nothing;  // the engine will say why
    }
}

}  // namespace

Result TerminalRun::toEnd() {
    begin();
    std::optional<Interruption> interruption;
    if (m_listeners.keepsInterrupted) interruption.emplace([this] { m_engine->stop(); });
    QCoreApplication::exec();
    if (m_listeners.grew) m_listeners.grew(m_engine->trace());
    const ui::EngineRun::End end = m_engine->end();
    return {m_engine->trace(), m_engine->outcome(), end == ui::EngineRun::End::Refused,
            end == ui::EngineRun::End::Complete ? m_engine->engineMessages() : QString()};
}

void TerminalRun::begin() {
    m_engine = std::make_unique<ui::EngineRun>(m_options);
    m_hand = {};
    ui::EngineRun* engine = m_engine.get();
    QObject::connect(engine, &ui::EngineRun::grew, engine, [this, engine] {
        if (m_listeners.grew) m_listeners.grew(engine->trace());
    });
    QObject::connect(engine, &ui::EngineRun::received, engine, [this](const QByteArray& bytes) {
        if (m_listeners.received) m_listeners.received(bytes);
    });
    QObject::connect(engine, &ui::EngineRun::asked, engine, [this] { ask(); });
    QObject::connect(engine, &ui::EngineRun::finished, qApp, &QCoreApplication::quit);
    engine->start();
}

void TerminalRun::ask() {
    settle();
    if (std::exchange(m_hasWishesToTell, false) && !m_wishes.isEmpty())
        return m_engine->answer(m_wishes);
    for (;;) {
        const Reply reply = m_hand.ask(*m_engine);
        switch (reply.kind) {
            case Reply::Kind::line:
                return say(reply.line);
            case Reply::Kind::end:
                return end();
            case Reply::Kind::undo:
                if (takeBack()) return;
                fmt::print(stderr, "There is no choice of yours that could be taken back.\n");
        }
    }
}

void TerminalRun::settle() {
    const Said said = std::exchange(m_said, {});
    if (!m_engine->trace().last_inquiry().remark.empty()) return;
    if (!said.wish.isEmpty()) m_wishes << said.wish;
    if (said.choice) m_choices.push_back(*said.choice);
}

void TerminalRun::say(const QString& line) {
    const trace::Trace& trace = m_engine->trace();
    const trace::Inquiry& inquiry = trace.last_inquiry();
    const Meaning meaning = meaningOf(line);
    if (meaning == Meaning::wish) m_said.wish = line;
    if (meaning == Meaning::answer && inquiry.is_decision)
        m_said.choice = Choice{inquiry.decision, trace.size()};
    m_engine->answer({line});
}

// The engine is replaced later: it is what calls us.
bool TerminalRun::takeBack() {
    if (m_choices.empty()) return false;
    const Choice choice = m_choices.back();
    m_choices.pop_back();
    m_options.schedule = QString::fromStdString(m_engine->schedule(choice.events).text());
    m_hasWishesToTell = true;
    m_engine->disconnect();
    fmt::print(stderr, "Back to decision {}. What was printed after it does not count.\n",
               choice.decision);
    if (m_listeners.wentBack) m_listeners.wentBack(choice.events);
    QTimer::singleShot(0, qApp, [this] { begin(); });
    return true;
}

void TerminalRun::end() {
    const std::string schedule = m_engine->schedule().text();
    if (!schedule.empty())
        fmt::print(stderr, "To go on from here: --policy manual --schedule {}\n", schedule);
    m_engine->endAnswers();
}

}  // namespace turnwise::cli
