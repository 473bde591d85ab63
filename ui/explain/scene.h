// One event in its surroundings, with the words that the sentences about it are made of.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/analysis/intervals.h"
#include "core/analysis/patterns.h"
#include "core/analysis/steps.h"
#include "ui/explain/names.h"

namespace turnwise::ui {

// The translation context of every sentence.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Sentences)
};

struct Scene {
    const analysis::Intervals& intervals;
    const analysis::Steps& steps;
    const analysis::State& before;

    const trace::Trace& trace() const { return intervals.trace(); }
    // Whether threads run on cores, without a GIL.
    bool hasCores() const { return trace().header().cores > 0; }
    QString name(ThreadId thread) const { return threadName(trace(), before, thread); }
    QString object(ObjectId id) const { return objectName(trace(), before, id); }
    QString list(std::span<const ThreadId> threads) const {
        return threadList(trace(), before, threads);
    }
    QString text(StringId id) const { return shortened(textOf(trace(), id)); }
    trace::ObjectType type(ObjectId id) const;
    std::span<const ThreadId> waiters(ObjectId id) const;

    // Where `owner` came to hold `object`: "step 14 (line 8)"; empty if it does not hold it.
    QString heldSince(ObjectId object, ThreadId owner) const;
    // "first → lock_b → second → lock_a → first": each waits for the next.
    QString circle(std::span<const ThreadId> threads) const;
    // The text of the line that the event stands on, without indentation; empty if it is not known.
    QString sourceLine(const trace::Event& event) const;
};

// What a blocked thread waits for, be it about to block or blocked for long.
struct Wait {
    ThreadId thread = no_thread;
    ObjectId object = no_object;
    trace::Operation operation = trace::Operation::none;
    ThreadId other = no_thread;
    Tick deadline = no_deadline;
};
QString waitSentence(const Scene& scene, const Wait& wait);

QString syntaxErrorSentence(std::uint32_t line, const QString& message);

// Each answers for the kinds of its part of the vocabulary, and "" for all others.
QString lifeSentence(const Scene& scene, const trace::Event& event);
QString schedulingSentence(const Scene& scene, const trace::Event& event);
QString lockSentence(const Scene& scene, const trace::Event& event);
QString signalSentence(const Scene& scene, const trace::Event& event);
QString dataSentence(const Scene& scene, const trace::Event& event);
QString codeSentence(const Scene& scene, const trace::Event& event);

// What happened in this run, with names; `before` is the state after its last event.
QString patternSentence(const Scene& scene, const analysis::Pattern& pattern);

// Two whole sentences, one after the other.
QString joined(const QString& first, const QString& second);

}  // namespace turnwise::ui
