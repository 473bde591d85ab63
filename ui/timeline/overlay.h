// What is painted over the rows and follows mouse, keyboard and cursor.
#pragma once

#include "ui/timeline/kept_marks.h"
#include "ui/timeline/painter.h"
#include "ui/timeline/related.h"
#include "ui/timeline/stage.h"

namespace turnwise::timeline {

// The line of the cursor through all rows, with a flag that tells moment and step.
void paintCursor(Paintbox box, const Stage& stage, const Range& range, EventIndex cursor);

// A line with a name for each mark; two in the same place share a line.
void paintKeptMarks(Paintbox box, const Stage& stage, const Range& range, const KeptMarks& marks);

// All uses of one primitive: its row is tinted, who waits for it is framed, who holds it is
// underlined.
void paintRelated(Paintbox box, const Stage& stage, const std::vector<RelatedBox>& related);

// Where rows would be, when a filter leaves none.
void paintNothingMatches(Paintbox box, const Stage& stage);

// A band from ruler to legend, with its length in words.
void paintSelection(Paintbox box, const Stage& stage, const Range& range, const Range& selected,
                    const QString& text);

// The frame of the bar under the mouse, and of the row that has the keyboard.
void paintHovered(Paintbox box, const Stage& stage, const QRectF& bar);
void paintCurrentRow(Paintbox box, const Stage& stage, const Range& range, std::size_t row);

}  // namespace turnwise::timeline
