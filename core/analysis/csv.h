// A run as tables for a spreadsheet or a notebook: comma-separated values as RFC 4180 has them, in
// UTF-8, with the names of the columns in the first line.
//
// Numbers are as the trace has them, with a point and without units; a cell is empty where an event
// has no such thing.
#pragma once

#include <iosfwd>

#include "core/analysis/intervals.h"
#include "core/analysis/steps.h"

namespace turnwise::analysis {

// One row an event. Names are those that are known once the event has happened.
class EventTable {
  public:
    // Both must outlive the table.
    EventTable(const trace::Trace& trace, const Steps& steps) : m_trace(trace), m_steps(steps) {}

    static void write_header(std::ostream& out);
    // The rows of the events [from, to). Calls go forward only: `from` is not before the last `to`.
    void write(std::ostream& out, EventIndex from, EventIndex to);

  private:
    void write_row(std::ostream& out, EventIndex index) const;

    const trace::Trace& m_trace;
    const Steps& m_steps;
    State m_state;
};

// One row a measure: `subject,id,name,type,measure,value,unit`. The subject is the run, a thread or
// a primitive.
void write_statistics_csv(const Intervals& intervals, const Steps& steps, std::ostream& out);

// `text` as a cell: in quotes if it has to be.
std::string csv_cell(std::string_view text);

}  // namespace turnwise::analysis
