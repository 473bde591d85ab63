#include "ui/explain/asked_sleep.h"

#include <QCoreApplication>

namespace turnwise::ui {

namespace {

struct AskedSleep {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::AskedSleep)
};

}  // namespace

QString askedSleep(const trace::Event& sleep) {
    const Tick ticks = sleep.value - sleep.tick + sleep.extra;
    if (ticks > 0 && ticks < microsecond) return AskedSleep::tr("%1 ns").arg(ticks);
    // What is asked for in seconds is no whole number of nanoseconds.
    const Tick micros = (ticks + microsecond / 2) / microsecond;
    const Tick unit = micros == 0 || micros >= 1'000'000 ? 1'000'000 : micros >= 1'000 ? 1'000 : 1;
    QString number = QString::number(micros / unit);
    if (micros % unit != 0) {
        const int digits = unit == 1'000 ? 3 : 6;
        number += QStringLiteral(".%1").arg(micros % unit, digits, 10, QLatin1Char('0'));
        while (number.endsWith(QLatin1Char('0')))
            number.chop(1);
    }
    if (unit == 1'000'000) return AskedSleep::tr("%1 s").arg(number);
    return unit == 1'000 ? AskedSleep::tr("%1 ms").arg(number)
                         : AskedSleep::tr("%1 µs").arg(number);
}

}  // namespace turnwise::ui
