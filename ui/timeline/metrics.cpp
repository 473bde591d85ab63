#include "ui/timeline/metrics.h"

namespace turnwise::timeline {

namespace {
constexpr qsizetype most_remembered_widths = 20'000;
}

Metrics::Metrics(const QFont& font, double roominess)
    : m_font(font),
      m_metrics(font),
      m_line(m_metrics.height()),
      m_row(m_line * roominess),
      m_ascent(m_metrics.ascent()) {}

double Metrics::width(const QString& text) const {
    const auto known = m_widths.constFind(text);
    if (known != m_widths.constEnd()) return *known;
    if (m_widths.size() >= most_remembered_widths) m_widths.clear();
    return *m_widths.insert(text, m_metrics.horizontalAdvance(text));
}

QString Metrics::fitting(const QStringList& candidates, double room) const {
    for (const QString& candidate : candidates)
        if (width(candidate) <= room) return candidate;
    return {};
}

QString Metrics::elided(const QString& text, double room) const {
    return width(text) <= room ? text : m_metrics.elidedText(text, Qt::ElideMiddle, room);
}

}  // namespace turnwise::timeline
