// The rows of a timeline and all that is in them, on one axis: everything that is there to be
// painted, seen from no particular distance.
#pragma once

#include <vector>

#include "ui/timeline/lane.h"
#include "ui/timeline/names.h"

namespace turnwise::timeline {

enum class MarkKind : std::uint8_t {
    born,
    ended,
    failed,    // ended by an exception
    stopped,   // a daemon, cut off at the end of the program
    output,    // printed something
    error,     // a primitive was used wrongly; the run ended badly while this thread lived
    interval,  // the GIL, or a core: the switch interval was over
    signal,    // notify, or the last arrival at a barrier
    broken,    // a barrier
    read,      // what a line does with memory that threads may share, in the granularity `bytecode`
    compute,
    write,
};
inline constexpr std::size_t mark_kinds = 12;

// A part of what a line does: drawn only from near.
constexpr bool isPartOfALine(MarkKind kind) {
    return kind == MarkKind::read || kind == MarkKind::compute || kind == MarkKind::write;
}

struct Mark {
    Position at = 0;
    EventIndex event = 0;
    MarkKind kind = MarkKind::output;
};

// Names a row for as long as a run is shown.
struct RowId {
    enum class Kind : std::uint8_t { core, thread, object } kind = Kind::core;
    ThreadId thread = no_thread;  // of a thread's row
    ObjectId object = no_object;  // of a primitive's row
    std::uint32_t core = 0;       // of a core's row, from 0; the GIL is that of the only core

    bool operator==(const RowId&) const = default;
};

struct Row : RowId {
    trace::ObjectType type = trace::ObjectType::lock;  // of a primitive's row
    bool isInternal = false;                           // made by library code
    std::vector<Lane> lanes;                           // from top to bottom
    std::vector<Mark> marks;                           // ascending
    std::vector<Mark> parts;  // of lines, ascending; apart, because there may be very many
    double partLength = 0;    // how far those of one line stand apart
};

class Rows {
  public:
    // Both must outlive the rows, and may grow before update().
    Rows(const analysis::Intervals& intervals, const analysis::Steps& steps, Axis axis);
    void update();

    const AxisMap& map() const { return m_map; }
    const analysis::Intervals& intervals() const { return m_map.intervals(); }
    const Names& names() const { return m_names; }

    // The cores that were used (or the GIL), the threads in the order of creation, the primitives
    // in theirs.
    const std::vector<Row>& cores() const { return m_cores; }
    const std::vector<Row>& threads() const { return m_threads; }  // by ThreadId
    const std::vector<Row>& objects() const { return m_objects; }  // by ObjectId - 1

    // True if a mark of that kind is in any row.
    bool hasMark(MarkKind kind) const { return (m_mark_kinds >> static_cast<int>(kind) & 1) != 0; }

  private:
    void addRows();
    void extendThread(Row& row);
    void extendObject(Row& row);
    void addMarks(EventIndex index);
    void addMark(Row& row, EventIndex event, MarkKind kind);
    void markThread(ThreadId thread, EventIndex event, MarkKind kind);
    void markCore(std::int32_t core, EventIndex event, MarkKind kind);
    void markObject(ObjectId object, EventIndex event, MarkKind kind);

    AxisMap m_map;
    Names m_names;
    std::vector<Row> m_cores;
    std::vector<Row> m_threads;
    std::vector<Row> m_objects;
    EventIndex m_marked = 0;         // how many events were looked at for marks
    std::uint32_t m_mark_kinds = 0;  // a bit for each MarkKind
};

// Whether the run had cores in place of a GIL.
bool hasCores(const Rows& rows);

// The events between which a bar lasts.
Stretch stretchOf(const Rows& rows, const Row& row, const Lane& lane, std::size_t bar);

}  // namespace turnwise::timeline
