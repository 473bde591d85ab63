// Flags over a timeline that are no part of the run: notes, where two runs part, and what has a
// name.
//
// A transparent sheet on top of a view's rows: it is told what to mark, asks the view where that
// is, and lets the mouse through but for clicks on a flag that leads somewhere.
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

#include "ui/timeline/timeline_view.h"

namespace turnwise::timeline {

struct Flag {
    enum class Kind : std::uint8_t { note, difference, pattern } kind = Kind::note;
    EventIndex from = 0;  // as cursors
    EventIndex to = 0;    // equal to `from` for a moment
    QString text;
    QString page = {};  // to which a click leads; "" for none
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

  signals:
    void pageWanted(const QString& page);

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QString shownText(const Flag& flag) const;
    const Flag* flagAt(const QPointF& point) const;  // that leads somewhere

    TimelineView& m_view;
    std::vector<Flag> m_flags;
};

}  // namespace turnwise::timeline
