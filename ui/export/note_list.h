// Notes of a run in a picture of it: a numbered flag below the rows for each, at its moment or
// range, and below the flags what they say.
#pragma once

#include <vector>

#include "core/analysis/steps.h"
#include "ui/timeline/painter.h"

namespace turnwise::timeline {

struct PictureNote {
    EventIndex from = 0;  // as cursors
    EventIndex to = 0;    // equal to `from` for a moment
    QString text = {};
};

// Those that have to do with a part of the run, in the order of their moments.
std::vector<PictureNote> notesBetween(const std::vector<PictureNote>& notes, EventIndex from,
                                      EventIndex to);

// What the numbers say, set for a width.
class NoteList {
  public:
    NoteList(const std::vector<PictureNote>& notes, const analysis::Steps& steps,
             const Metrics& metrics, double width);

    double height() const { return m_height; }  // 0 without notes
    void paint(Paintbox box, const QPointF& topLeft) const;

  private:
    struct Entry {
        QString text;
        QRectF rect;  // relative to the list's corner
    };
    std::vector<Entry> m_entries;
    double m_height = 0;
};

// How high the strip of the flags is.
double noteStripHeight(const std::vector<PictureNote>& notes, const Metrics& metrics);
// Where flags stand, from left to right: where they belong, or beside others that stand there.
std::vector<QRectF> flagPlaces(const std::vector<double>& wanted, const Metrics& metrics,
                               const QRectF& strip);
// Lines and bands over the rows, from `top` to the strip, and the flags in it.
void paintNoteFlags(Paintbox box, const std::vector<PictureNote>& notes, const AxisMap& map,
                    const Scale& scale, double top, const QRectF& strip);

}  // namespace turnwise::timeline
