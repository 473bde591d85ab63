// What belongs to one primitive, in all rows: its own row, the threads that hold it while they do,
// and those that wait for it. This is what lights up when a person points at a lock.
#pragma once

#include <optional>
#include <vector>

#include "ui/timeline/hit.h"

namespace turnwise::timeline {

struct RelatedBox {
    enum class Use : std::uint8_t { row, holds, waits };

    QRectF rect;
    Use use;
    std::size_t row = 0;  // index into Layout::boxes()
};

// The primitive that was hit: by its row, or by a thread that waits for it.
std::optional<ObjectId> objectOf(const Rows& rows, const Layout& layout, const Hit& hit);

// All uses of a primitive in a run, by thread: looked up once, so that a frame costs what is seen
// of them.
class RelatedUses {
  public:
    struct Thread {
        ThreadId id = no_thread;
        // invariant: ascending, and without overlap
        std::vector<Range> holds;
        std::vector<Range> waits;
    };

    RelatedUses(ObjectId object, const Rows& rows);

    ObjectId object() const { return m_object; }
    // In sight only; uses that touch the same pixel of a row are one box.
    std::vector<RelatedBox> inSight(const Layout& layout, const Window& window) const;

  private:
    ObjectId m_object;
    std::vector<Thread> m_threads;  // by ThreadId; empty for nothing
};

// The same at once. In sight only; uses that touch the same pixel of a row are one box.
std::vector<RelatedBox> relatedTo(ObjectId object, const Rows& rows, const Layout& layout,
                                  const Window& window);

}  // namespace turnwise::timeline
