// The contents of a panel as plain data: rows of words, with rows below them.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "core/base/ids.h"
#include "ui/inspect/moment.h"

namespace turnwise::ui {

struct OutlineItem {
    QString key;        // tells it from its siblings, so that it stays open and selected
    QStringList cells;  // one a column
    QString tip;  // a sentence more; empty: the cell itself, which may be wider than its column
    bool strong = false;          // new at this moment: bold, and with a mark before its last cell
    bool muted = false;           // over: grey and struck out
    ThreadId thread = no_thread;  // the thread that it speaks of, if any
    std::vector<OutlineItem> children;
};
using Outline = std::vector<OutlineItem>;

// threading.enumerate() and the threads that are not in it: not started yet, or over.
Outline threadOutline(const Moment& moment);
// The primitives that the user's program made.
Outline objectOutline(const Moment& moment);
// threading.local: an object, the threads that stored something in it, their attributes.
Outline localOutline(const Moment& moment);
// Globals, then the frames of each thread that has any, innermost first, with their variables.
Outline variableOutline(const Moment& moment);
// The calls in progress of the chosen thread, innermost first.
Outline stackOutline(const Moment& moment);

}  // namespace turnwise::ui
