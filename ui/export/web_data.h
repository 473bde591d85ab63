// The run that a web page steps through, as JSON.
//
// A page has to be small: texts are numbers in a table of texts, and a step tells only what has
// changed since the one before. The first step tells everything.
//
//   texts    the table; 0 is ""
//   title, subtitle, language
//   files    [{name, text}]
//   threads  [{sign, colour, name}], by id
//   objects  [{id, type, name}], without those that library code made
//   first    the number of the first step, total: how many there are in the run
//   steps    [{t: "0.0003 s", w: thread that acts or -1, f: file or -1, l: line or 0,
//              T: [[thread, letter, file, line, words, why], ...],   that changed
//              O: [[place in objects, owner or -1, words], ...],     that changed
//              V: [[thread or -1 for globals, [name, value, ...]], ...],  that changed
//              P: [[thread, stream, text], ...]}, ...]               printed in this step
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include "ui/export/step_moment.h"

namespace turnwise::ui {

class WebData {
  public:
    // Both must outlive it.
    WebData(const analysis::Intervals& intervals, const analysis::Steps& steps);

    // What `moment` adds to the moment that was given before.
    QJsonObject step(const StepMoment& moment);

    // After the last step.
    QJsonArray texts() const { return m_texts; }
    QJsonArray files() const;
    QJsonArray threads() const;
    QJsonArray objects() const;

  private:
    int text(const QString& text);
    int fileOf(StringId path) const;
    QJsonArray changedThreads(const StepMoment& moment);
    QJsonArray changedObjects(const StepMoment& moment);
    QJsonArray changedVariables(const StepMoment& moment);
    QJsonArray printed(EventIndex until);
    QJsonArray listOf(const std::vector<analysis::Variable>& variables);

    const analysis::Intervals& m_intervals;
    const analysis::Steps& m_steps;
    const trace::Trace& m_trace;
    QJsonArray m_texts{QString()};
    QHash<QString, int> m_text_ids{{QString(), 0}};
    std::vector<ObjectId> m_objects;  // that are shown
    // What the step before said, by thread, by place in m_objects, and by thread + 1.
    std::vector<QJsonArray> m_last_threads;
    std::vector<QJsonArray> m_last_objects;
    std::vector<QJsonArray> m_last_variables;
    std::size_t m_printed = 0;  // of the outputs
};

}  // namespace turnwise::ui
