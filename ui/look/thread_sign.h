// A thread as a small tag: its sign in its colour, as beside the code, in tables and in sentences.
#pragma once

#include <QColor>
#include <QPainter>
#include <QPixmap>
#include <QString>

#include "core/analysis/state.h"

namespace turnwise::ui {

// "M" for the main thread, else the number of the thread in the order of creation.
QString signOf(ThreadId thread);

// As the timeline colours what the thread owns.
QColor threadColour(ThreadId thread, const QPalette& palette);

// The shape tells the state: an arrow runs, a filled tag is ready, an outlined one is blocked, a
// dotted one sleeps.
void paintThreadSign(QPainter& painter, const QRectF& box, ThreadId thread,
                     analysis::ThreadState state, const QPalette& palette);

QPixmap threadSign(ThreadId thread, QSize size, const QPalette& palette, qreal pixel_ratio,
                   analysis::ThreadState state = analysis::ThreadState::ready);

}  // namespace turnwise::ui
