// The names of a run's threads and primitives, looked up once and kept.
#pragma once

#include <QString>
#include <vector>

#include "core/analysis/intervals.h"

namespace turnwise::timeline {

// Names as they are after the last event: a row keeps one name, though a thread may be renamed.
class Names {
  public:
    void update(const analysis::Intervals& intervals);

    // "worker", or "worker #3" when several have that name; "" for an unknown id.
    const QString& thread(ThreadId id) const;
    const QString& object(ObjectId id) const;

  private:
    std::vector<StringId> m_seen;  // the names that the texts below were made from
    std::vector<QString> m_threads;
    std::vector<QString> m_objects;
};

}  // namespace turnwise::timeline
