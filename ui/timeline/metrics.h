// Sizes in logical pixels, all derived from one font, so that everything grows with it.
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QString>
#include <QStringList>

namespace turnwise::timeline {

class Metrics {
  public:
    // `roominess` above 1 makes bars and rows, but not texts, that much higher.
    explicit Metrics(const QFont& font, double roominess = 1);

    const QFont& font() const { return m_font; }
    double lineHeight() const { return m_line; }
    double ascent() const { return m_ascent; }
    double padding() const { return m_line * 0.3; }      // beside a text in a bar
    double barHeight() const { return m_row * 1.3; }     // of a bar that holds a text
    double slimHeight() const { return m_row * 1.1; }    // of lower bars that hold a text
    double rowGap() const { return m_row * 0.4; }        // between rows
    double waitingHeight() const { return m_row; }       // of the strip of those that wait
    double foldedHeight() const { return m_row * 0.4; }  // of a bar in a folded group
    double foldedGap() const { return m_row * 0.12; }
    double rulerHeight() const { return m_line * 1.9; }
    double markSize() const { return m_line * 0.5; }
    double hatchSpacing() const { return m_line * 0.38; }
    double hairline() const { return m_line / 16; }

    double width(const QString& text) const;
    // The first of `candidates`, longest first, that is not wider than `room`; "" if none is.
    QString fitting(const QStringList& candidates, double room) const;
    QString elided(const QString& text, double room) const;

  private:
    QFont m_font;
    QFontMetricsF m_metrics;
    double m_line;
    double m_row;
    double m_ascent;
    // The same few names are measured in every frame.
    mutable QHash<QString, double> m_widths;
};

}  // namespace turnwise::timeline
