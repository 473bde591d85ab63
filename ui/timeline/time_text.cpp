#include "ui/timeline/time_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>
#include <cmath>

#include "ui/explain/named.h"

namespace turnwise::timeline {

namespace {

struct TimeText {
    Q_DECLARE_TR_FUNCTIONS(turnwise::timeline::TimeText)
};

struct Unit {
    Tick ticks;
    const char* pattern;
};

constexpr std::array units = {
    Unit{second, QT_TRANSLATE_NOOP("turnwise::timeline::TimeText", "%1 s")},
    Unit{millisecond, QT_TRANSLATE_NOOP("turnwise::timeline::TimeText", "%1 ms")},
    Unit{microsecond, QT_TRANSLATE_NOOP("turnwise::timeline::TimeText", "%1 µs")},
    Unit{1, QT_TRANSLATE_NOOP("turnwise::timeline::TimeText", "%1 ns")},
};

// The largest unit of which `ticks` is at least one, or would be when rounded to four digits.
const Unit& unitFor(Tick ticks) {
    if (ticks == 0) return units.front();
    for (const Unit& unit : units)
        if (std::abs(ticks) >= unit.ticks - unit.ticks / 20'000) return unit;
    return units.back();
}

QString numberText(double number, int decimals) {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(number, 'f', decimals);
}

}  // namespace

QString durationText(Tick ticks) {
    const Unit& unit = unitFor(ticks);
    const double number = static_cast<double>(ticks) / static_cast<double>(unit.ticks);
    const int decimals = std::abs(number) >= 100 ? 1 : std::abs(number) >= 10 ? 2 : 3;
    QString text = numberText(number, decimals);
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (!text.back().isDigit()) text.chop(1);
    return TimeText::tr(unit.pattern).arg(text);
}

QString momentText(Tick ticks, Tick resolution, Tick largest) {
    const Unit& unit = unitFor(largest);
    int decimals = 0;
    for (Tick step = unit.ticks; step > resolution && step > 1; step /= 10)
        ++decimals;
    const double number = static_cast<double>(ticks) / static_cast<double>(unit.ticks);
    return TimeText::tr(unit.pattern).arg(numberText(number, decimals));
}

QString stepsText(std::size_t steps) {
    if (steps == 1) return TimeText::tr("1 step");
    return TimeText::tr("%Ln steps", nullptr, static_cast<int>(steps));
}

QString lengthText(Tick ticks, std::size_t steps) {
    return ui::named(TimeText::tr("{first}, {second}", "duration, number of steps"),
                     {{"first", durationText(ticks)}, {"second", stepsText(steps)}});
}

}  // namespace turnwise::timeline
