#include "ui/timeline/range_text.h"

#include <QLocale>
#include <QRegularExpression>
#include <cmath>

namespace turnwise::timeline {

namespace {

Tick unitOf(const QString& word) {
    if (word == QLatin1String("s")) return second;
    if (word == QLatin1String("ms")) return millisecond;
    if (word == QLatin1String("ns")) return 1;
    return microsecond;
}

// A decimal comma is a point, and a locale may group digits.
std::optional<double> numberFrom(QString text) {
    text.replace(QLatin1Char(','), QLatin1Char('.'));
    bool is_number = false;
    const double number = QLocale::c().toDouble(text, &is_number);
    if (!is_number) return std::nullopt;
    return number;
}

}  // namespace

std::optional<Position> positionFrom(const QString& text, const AxisMap& map) {
    static const QRegularExpression form(
        QStringLiteral("^\\s*([0-9.,]+)\\s*(s|ms|us|µs|μs|ns)?\\s*$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) return std::nullopt;
    const auto number = numberFrom(match.captured(1));
    if (!number) return std::nullopt;
    const QString unit = match.captured(2);
    if (unit.isEmpty()) {
        const double count = static_cast<double>(map.steps().count());
        if (*number != std::floor(*number) || *number > count) return std::nullopt;
        if (map.axis() == Axis::steps) return *number;
        return map.ofCursor(map.steps().events_at(static_cast<std::size_t>(*number)));
    }
    const double tick = *number * static_cast<double>(unitOf(unit));
    if (tick > static_cast<double>(map.intervals().duration())) return std::nullopt;
    if (map.axis() == Axis::time) return tick;
    return map.ofCursor(map.cursorAtTick(static_cast<Tick>(std::llround(tick))));
}

QString positionText(Position position, const AxisMap& map) {
    if (map.axis() == Axis::steps) {
        const double step =
            std::clamp(std::round(position), 0.0, static_cast<double>(map.steps().count()));
        return QString::number(static_cast<qint64>(step));
    }
    const double tick = std::clamp(position, 0.0, static_cast<double>(map.intervals().duration()));
    return QStringLiteral("%1 ms").arg(tick / static_cast<double>(millisecond), 0, 'g', 12);
}

}  // namespace turnwise::timeline
