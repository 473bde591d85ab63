// Flags over a timeline that are no part of the run: notes, and where two runs part.
//
// A transparent sheet on top of a view's rows: it is told what to mark, asks the view where that
// is, and lets the mouse through.
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

#include "ui/timeline/timeline_view.h"

namespace turnwise::timeline {

struct Flag {
    enum class Kind : std::uint8_t { note, difference } kind = Kind::note;
    EventIndex from = 0;  // as cursors
    EventIndex to = 0;    // equal to `from` for a moment
    QString text;
};

class MarkOverlay final : public QWidget {
    Q_OBJECT

  public:
    // A child of the view's viewport.
    explicit MarkOverlay(TimelineView& view);

    void setFlags(std::vector<Flag> flags);
    const std::vector<Flag>& flags() const { return m_flags; }

    // The rectangles of the flags in the coordinates of the overlay, for whoever wants to know what
    // is where.
    std::vector<QRectF> boxes() const;

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QString shownText(const Flag& flag) const;

    TimelineView& m_view;
    std::vector<Flag> m_flags;
};

}  // namespace turnwise::timeline
