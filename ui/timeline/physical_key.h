// W, A, S and D by their place on the keyboard, whatever letters the layout has there.
#pragma once

class QKeyEvent;

namespace turnwise::timeline {

// Qt::Key_W, A, S or D for the keys that stand there on an American keyboard; else the key of the
// event.
int physicalKey(const QKeyEvent& event);

}  // namespace turnwise::timeline
