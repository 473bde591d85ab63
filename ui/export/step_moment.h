// What a page of a step tells: the moment, and the sentence about how it came.
#pragma once

#include <QStringList>

#include "core/analysis/intervals.h"
#include "core/analysis/steps.h"
#include "ui/export/note_list.h"

namespace turnwise::ui {

struct StepMoment {
    std::size_t step = 0;
    EventIndex events = 0;  // that have happened
    Tick tick = 0;
    ThreadId thread = no_thread;  // who acted
    StringId file = 0;            // of the code to show; 0: the program
    std::uint32_t line = 0;       // in that file, where the thread that acted stands; 0: unknown
    // The line to have in view: that line, or one where a thread stands.
    std::uint32_t shownLine = 0;
    QString sentence;     // and the notes that are pinned there, a line each
    QStringList changes;  // a sentence for every variable that changed since the step before
    const analysis::State* state = nullptr;  // after the step; good until the next call
};

// Looks one moment up after the other.
class StepMoments {
  public:
    // Both must outlive it.
    StepMoments(const analysis::Intervals& intervals, const analysis::Steps& steps,
                std::vector<timeline::PictureNote> notes = {})
        : m_intervals(intervals),
          m_steps(steps),
          m_states(intervals.trace()),
          m_notes(std::move(notes)) {}

    // `step` is from 1 to steps.count().
    StepMoment at(std::size_t step);

    const analysis::Intervals& intervals() const { return m_intervals; }
    const analysis::Steps& steps() const { return m_steps; }
    const trace::Trace& trace() const { return m_intervals.trace(); }

  private:
    QString notesAt(std::size_t step) const;
    QStringList changesBefore(std::size_t step);

    const analysis::Intervals& m_intervals;
    const analysis::Steps& m_steps;
    analysis::StateAt m_states;
    std::vector<timeline::PictureNote> m_notes;
};

}  // namespace turnwise::ui
