#include "ui/timeline/physical_key.h"

#include <QKeyEvent>

namespace turnwise::timeline {

namespace {

struct Place {
    quint32 scan_code;
    int key;
};

// Scan codes of the PC keyboard; X11 and Wayland count 8 more. macOS has none: there the letters
// count.
#ifdef Q_OS_WIN
constexpr quint32 offset = 0;
#else
constexpr quint32 offset = 8;
#endif
constexpr Place places[] = {{offset + 17, Qt::Key_W},
                            {offset + 30, Qt::Key_A},
                            {offset + 31, Qt::Key_S},
                            {offset + 32, Qt::Key_D}};

}  // namespace

int physicalKey(const QKeyEvent& event) {
    for (const Place& place : places)
        if (event.nativeScanCode() == place.scan_code) return place.key;
    return event.key();
}

}  // namespace turnwise::timeline
