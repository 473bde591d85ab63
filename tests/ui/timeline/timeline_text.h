// Rows and pictures as text, for comparisons.
#pragma once

#include <QMetaEnum>
#include <QStringList>

#include "ui/timeline/labels.h"
#include "ui/timeline/picture.h"

namespace turnwise::timeline {

inline QString paintText(Paint paint) {
    constexpr const char* names[] = {"created", "ready",   "running",   "blocked", "sleeping",
                                     "waiting", "counter", "exhausted", "flag"};
    const int index = static_cast<int>(paint);
    if (paint >= Paint::owner)
        return QStringLiteral("owner%1").arg(index - static_cast<int>(Paint::owner));
    return QLatin1String(names[index]);
}

inline QString markText(MarkKind kind) {
    constexpr const char* names[] = {"born",  "ended",    "failed", "stopped", "output",
                                     "error", "interval", "signal", "broken"};
    return QLatin1String(names[static_cast<int>(kind)]);
}

// "[3,7) running | [7,9) R": each bar of a lane with the longest text that it may show.
inline QString laneText(const Rows& rows, const Row& row, const Lane& lane) {
    QStringList texts;
    for (std::size_t i = 0; i < lane.track.bars().size(); ++i) {
        const Bar& bar = lane.track.bars()[i];
        texts << QStringLiteral("[%1,%2) %3")
                     .arg(bar.from)
                     .arg(bar.to)
                     .arg(barTexts(rows, row, lane, i).value(0));
    }
    return texts.join(QStringLiteral(" | "));
}

// "3 born | 9 output".
inline QString marksText(const Row& row) {
    QStringList texts;
    for (const Mark& mark : row.marks)
        texts << QStringLiteral("%1 %2").arg(mark.at).arg(markText(mark.kind));
    return texts.join(QStringLiteral(" | "));
}

// "running [100,120) R": each bar of a picture that overlaps the heights [top, bottom).
inline QString barsText(const Picture& picture, double top, double bottom) {
    QStringList texts;
    for (const BarBox& bar : picture.bars) {
        if (bar.textRect.bottom() <= top || bar.textRect.top() >= bottom) continue;
        texts << QStringLiteral("%1 [%2,%3) %4")
                     .arg(paintText(bar.paint))
                     .arg(bar.rect.left())
                     .arg(bar.rect.right())
                     .arg(bar.text)
                     .trimmed();
    }
    return texts.join(QStringLiteral(" | "));
}

}  // namespace turnwise::timeline
