// The sample of the semaphore in a timeline on the screen, for tests that point at it.
#pragma once

#include <QTest>
#include <memory>

#include "tests/support/sample_traces.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::timeline {

class ShownTimeline : public QObject {
  protected:
    // Anew, on the axis of steps, with the keyboard; the cursor follows what is asked for.
    void showTimeline() {
        QLocale::setDefault(QLocale(QLocale::English));
        m_trace = std::make_unique<trace::Trace>(support::sample_semaphore_trace());
        m_intervals = std::make_unique<analysis::Intervals>(*m_trace);
        m_steps = std::make_unique<analysis::Steps>(*m_trace);
        m_view = std::make_unique<TimelineView>();
        m_view->resize(1000, 500);
        m_view->setAxis(Axis::steps);
        m_view->setSource(m_intervals.get(), m_steps.get());
        connect(m_view.get(), &TimelineView::cursorRequested, m_view.get(),
                &TimelineView::setCursor);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->setFocus();
    }

    std::unique_ptr<trace::Trace> m_trace;
    std::unique_ptr<analysis::Intervals> m_intervals;
    std::unique_ptr<analysis::Steps> m_steps;
    std::unique_ptr<TimelineView> m_view;
};

}  // namespace turnwise::timeline
