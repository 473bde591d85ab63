#include "ui/shell/status_line.h"

#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QStatusBar>

#include "ui/explain/named.h"
#include "ui/explain/names.h"
#include "ui/explain/words.h"
#include "ui/session/session.h"

namespace turnwise::ui {

StatusLine::StatusLine(QStatusBar& bar)
    : QObject(&bar),
      m_bar(bar),
      m_marks(new QLabel(&bar)),
      m_selection(new QLabel(&bar)),
      m_opening(new QProgressBar(&bar)),
      m_run(new QLabel(&bar)),
      m_step(new QLabel(&bar)),
      m_event(new QLabel(&bar)),
      m_time(new QLabel(&bar)) {
    m_opening->hide();
    m_opening->setMaximumWidth(bar.fontMetrics().averageCharWidth() * 40);
    bar.addPermanentWidget(m_opening);
    for (QLabel* label : {m_marks, m_selection, m_run, m_step, m_event, m_time}) {
        label->setContentsMargins(8, 0, 8, 0);
        bar.addPermanentWidget(label);
        label->installEventFilter(this);
    }
    bar.installEventFilter(this);
}

void StatusLine::showMoment(const Session& session, bool is_end_secret) {
    const EventIndex cursor = session.cursor();
    const Tick tick = cursor == 0 ? 0 : session.trace()[cursor - 1].tick;
    const auto opening = session.openingProgress();
    m_opening->setVisible(opening.has_value());
    m_opening->setFormat(tr("Opening… %p %"));
    m_opening->setAccessibleName(tr("Opening the trace"));
    // It would repaint at once, and everything else that has changed with it: one long pause
    // instead of two short ones.
    m_opening->setUpdatesEnabled(false);
    m_opening->setValue(static_cast<int>(opening.value_or(0) * 100));
    m_opening->setUpdatesEnabled(true);
    if (opening)
        m_run->clear();
    else if (session.isRunning())
        m_run->setText(tr("Running…"));
    else if (is_end_secret)
        m_run->setText(tr("Predicting…"));
    else
        m_run->setText(session.intervals().size() == 0 ? tr("Ready")
                                                       : outcomeWord(session.outcome().kind));
    m_step->setText(named(tr("Step {step} of {steps}"),
                          {{"step", session.step()}, {"steps", session.stepCount()}}));
    m_event->setText(named(tr("Event {event} of {events}"),
                           {{"event", cursor}, {"events", session.intervals().size()}}));
    m_time->setText(tr("Virtual time %1").arg(timeText(tick)));
    makeRoom();
}

// What is least missed goes first: the step says where one is, and the timeline what time it is.
void StatusLine::makeRoom() {
    const int wanted_hint = m_hint.isEmpty() ? 0 : m_bar.fontMetrics().averageCharWidth() * 24;
    int room = m_bar.width() - m_bar.fontMetrics().averageCharWidth() * 6 - wanted_hint;
    for (const QLabel* label : {m_marks, m_selection, m_run, m_step})
        room -= label->sizeHint().width();
    for (QLabel* label : {m_time, m_event}) {
        room -= label->sizeHint().width();
        label->setVisible(room >= 0);
    }
}

void StatusLine::showHint(const QString& text) {
    m_hint = text;
    fitHint();
}

// What does not fit is cut with an ellipsis, not in the middle of a letter.
void StatusLine::fitHint() {
    QString line = m_hint;
    line.replace(QLatin1Char('\n'), QLatin1Char(' '));
    const QLabel* first = m_marks->text().isEmpty() ? m_selection : m_marks;
    const int room = first->x() - 2 * m_bar.fontMetrics().averageCharWidth();
    m_bar.showMessage(m_bar.fontMetrics().elidedText(line, Qt::ElideRight, qMax(room, 0)));
}

bool StatusLine::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_bar) {
        if (event->type() == QEvent::Resize) makeRoom();
        return false;
    }
    if (event->type() == QEvent::Move && !m_hint.isEmpty()) fitHint();
    return QObject::eventFilter(watched, event);
}

void StatusLine::showMarks(const QString& text) {
    m_marks->setText(text);
    makeRoom();
}

void StatusLine::showSelection(const QString& text) {
    m_selection->setText(text);
    makeRoom();
}

}  // namespace turnwise::ui
