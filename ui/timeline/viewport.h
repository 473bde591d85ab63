// Which part of a run is seen: the one owner of the visible range.
#pragma once

#include <QObject>

#include "ui/timeline/coordinates.h"

namespace turnwise::timeline {

class Viewport final : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    Range range() const { return m_range; }
    // The whole run with a margin at both ends, in which the marks of births and ends have room.
    Range limits() const { return m_limits; }
    // True while everything is seen.
    bool isFitted() const { return m_range == m_limits; }

    // A run that reaches from 0 to `end`, of which at least `minimum` is always seen. Shows all of
    // it.
    void reset(Position end, double minimum);
    // The same run, which reaches further now. Whoever saw all of it still sees all of it; whoever
    // saw its end follows the end; whoever looks elsewhere is left in peace.
    void grow(Position end);

    void show(Range range);
    void fit() { show(m_limits); }
    // Shows `factor` times as much; `fixed` stays where it is on the screen. Below 1 zooms in.
    void zoom(double factor, Position fixed);
    void pan(double by);
    void centreOn(Position position);
    // Moves as little as needed to bring `position` into view, with some room beside it.
    void reveal(Position position);

  signals:
    void rangeChanged(turnwise::timeline::Range range);

  private:
    Range m_limits{0, 1};
    Range m_range{0, 1};
    double m_minimum = 1;
};

}  // namespace turnwise::timeline
