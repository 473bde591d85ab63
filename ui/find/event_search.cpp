#include "ui/find/event_search.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "ui/explain/named.h"
#include "ui/explain/names.h"
#include "ui/explain/words.h"

namespace turnwise::ui {

using trace::EventKind;

namespace {

struct Find {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Find)
};

bool has(const std::vector<bool>& set, std::size_t index) {
    return index < set.size() && set[index];
}

}  // namespace

EventSearch::EventSearch(const analysis::Intervals& intervals, const QString& query)
    : m_intervals(intervals) {
    const trace::Trace& trace = intervals.trace();
    const analysis::State& names = intervals.latest();
    for (const QString& text : wordsOf(query)) {
        Word word;
        word.word = text;
        const auto contains = [&](const QString& name) {
            return name.contains(text, Qt::CaseInsensitive);
        };
        for (int kind = 0; kind < trace::event_kind_count; ++kind)
            word.kinds.push_back(contains(kindWord(static_cast<EventKind>(kind))));
        for (const analysis::ThreadInfo& thread : names.threads())
            word.threads.push_back(contains(threadName(trace, names, thread.id)));
        word.objects.push_back(false);  // no_object
        for (const analysis::ObjectInfo& object : names.objects())
            word.objects.push_back(contains(objectName(trace, names, object.id)));
        m_words.push_back(std::move(word));
    }
}

bool EventSearch::contains(const Word& word, StringId text) const {
    if (text >= word.texts.size()) word.texts.resize(text + 1, -1);
    std::int8_t& known = word.texts[text];
    if (known < 0)
        known = textOf(m_intervals.trace(), text).contains(word.word, Qt::CaseInsensitive) ? 1 : 0;
    return known == 1;
}

bool EventSearch::matches(const Word& word, const trace::Event& event) const {
    return has(word.kinds, static_cast<std::size_t>(event.kind)) ||
           has(word.threads, event.thread) || has(word.threads, event.other) ||
           has(word.objects, event.object) || contains(word, event.text) ||
           contains(word, event.detail);
}

bool EventSearch::matches(EventIndex at) const {
    const trace::Event& event = m_intervals.trace()[at];
    return !m_words.empty() &&
           std::ranges::all_of(m_words, [&](const Word& word) { return matches(word, event); });
}

std::vector<EventIndex> EventSearch::first(std::size_t limit, EventIndex from) const {
    std::vector<EventIndex> found;
    for (EventIndex at = from; at < m_intervals.size() && found.size() < limit; ++at)
        if (matches(at)) found.push_back(at);
    return found;
}

std::size_t EventSearch::count() const {
    std::size_t count = 0;
    for (EventIndex at = 0; at < m_intervals.size(); ++at)
        count += matches(at) ? 1 : 0;
    return count;
}

std::optional<EventIndex> EventSearch::next(EventIndex at) const {
    for (EventIndex event = at + 1; event < m_intervals.size(); ++event)
        if (matches(event)) return event;
    return std::nullopt;
}

std::optional<EventIndex> EventSearch::previous(EventIndex at) const {
    for (EventIndex event = std::min(at, m_intervals.size()); event > 0; --event)
        if (matches(event - 1)) return event - 1;
    return std::nullopt;
}

std::vector<Found> eventChoices(const analysis::Intervals& intervals, const analysis::Steps& steps,
                                const QString& query, std::size_t limit) {
    const EventSearch search(intervals, query);
    const trace::Trace& trace = intervals.trace();
    const analysis::State& names = intervals.latest();
    std::vector<Found> choices;
    for (const EventIndex at : search.first(limit)) {
        const trace::Event& event = trace[at];
        const bool tellsThreadOnce =
            event.kind == EventKind::decision && event.other == event.thread;
        const QString who = event.thread == no_thread || tellsThreadOnce
                                ? kindWord(event.kind)
                                : named(Find::tr("{first}, {second}", "thread, kind of event"),
                                        {{"first", threadName(trace, names, event.thread)},
                                         {"second", kindWord(event.kind)}});
        const QString detail =
            event.kind == EventKind::line
                ? QStringLiteral("%1  %2").arg(event.line).arg(sourceLine(trace, event))
                : eventDetail(trace, names, event).simplified();
        choices.push_back({detail.isEmpty()
                               ? who
                               : named(Find::tr("{first}: {second}"),
                                       {{"first", who}, {"second", shortened(detail, 120)}}),
                           Find::tr("step %1").arg(steps.step_at(at + 1)), static_cast<int>(at)});
    }
    if (choices.size() < limit) return choices;
    if (const std::size_t all = search.count(); all > limit)
        choices.push_back({Find::tr("%n more: type more of what you look for.", nullptr,
                                    static_cast<int>(all - limit)),
                           {},
                           -1,
                           false});
    return choices;
}

}  // namespace turnwise::ui
