// Searches all events of a run, with what they say: names, output, variables and their values.
//
// A word is compared once with every different text of the trace, not with every event: a million
// events are searched while a person types.
#pragma once

#include <QStringList>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/analysis/intervals.h"
#include "core/analysis/steps.h"
#include "ui/find/matching.h"

namespace turnwise::ui {

class EventSearch {
  public:
    // Every word of `query` must be in what the event says: its kind in words, its thread, its
    // primitive, its text or its value. An empty query finds nothing. The intervals must outlive
    // it.
    EventSearch(const analysis::Intervals& intervals, const QString& query);

    bool matches(EventIndex event) const;
    // The first `limit` from `from` on, ascending.
    std::vector<EventIndex> first(std::size_t limit, EventIndex from = 0) const;
    std::size_t count() const;
    // The nearest match after event `at`, or before it.
    std::optional<EventIndex> next(EventIndex at) const;
    std::optional<EventIndex> previous(EventIndex at) const;

  private:
    // For one word: what contains it.
    struct Word {
        std::vector<bool> kinds;
        std::vector<bool> threads;
        std::vector<bool> objects;
        mutable std::vector<std::int8_t> texts;  // by StringId: -1 not looked at yet
        QString word;
    };
    bool contains(const Word& word, StringId text) const;
    bool matches(const Word& word, const trace::Event& event) const;

    const analysis::Intervals& m_intervals;
    std::vector<Word> m_words;
};

// "output, worker: hello" with its step beside it; the value is the index of the event.
std::vector<Found> eventChoices(const analysis::Intervals& intervals, const analysis::Steps& steps,
                                const QString& query, std::size_t limit);

}  // namespace turnwise::ui
