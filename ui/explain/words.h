// Single words for a table or a legend: kinds of event, states of a thread, values of a primitive.
#pragma once

#include <QString>

#include "core/analysis/patterns.h"
#include "core/analysis/state.h"

namespace turnwise::ui {

QString kindWord(trace::EventKind kind);         // "acquire"
QString stateWord(analysis::ThreadState state);  // "blocked"
QString typeWord(trace::ObjectType type);        // Python's own name in every language: "Lock"
QString outcomeWord(OutcomeKind kind);           // "Deadlock"

QString patternWord(analysis::PatternKind kind);  // "Lost update"

// What a primitive holds, in words: "free", "held, 2 deep", "2 of 3 left", "flag is true".
QString valueWords(const analysis::ObjectInfo& object);

// What a table shows beside the kind of an event: the object, the value, the text.
QString eventDetail(const trace::Trace& trace, const analysis::State& names,
                    const trace::Event& event);

// The text of the line that the event stands on, without indentation; "" if it is not known.
QString sourceLine(const trace::Trace& trace, const trace::Event& event);

}  // namespace turnwise::ui
