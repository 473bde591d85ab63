// The start page, the timeline in all its states, charts, transcript, and pictures for export.
#include <QApplication>
#include <stdexcept>

#include "ui/export/timeline_export.h"
#include "ui/look/theme.h"
#include "ui/session/session.h"
#include "ui/shell/open_program.h"
#include "ui/shell/shots/photographer.h"
#include "ui/shell/shots/views.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

namespace {

// Marks, details and a lock that lights up; then rows that are pinned, folded and filtered.
void takeRows(Photographer& camera) {
    camera.runAt("semaphore", 0.3);
    camera.do_(Command::axis_steps);
    timeline::TimelineView& timeline = camera.window().workspace().timeline();
    camera.do_(Command::mark_a);
    camera.window().session().setStep(camera.window().session().stepCount() / 2);
    camera.do_(Command::mark_b);
    camera.do_(Command::keep_mark);
    timeline.setCurrentRow({timeline::RowId::Kind::object, no_thread, 1});
    timeline.setFocus();
    camera.do_(Command::details);
    camera.do_(Command::go_to_range);
    camera.take("timeline-marks");
    camera.window().workspace().timelinePanel().closeRange();
    timeline.setCurrentRow({timeline::RowId::Kind::thread, 4, no_object});
    camera.do_(Command::pin_row);
    timeline.setCurrentRow({timeline::RowId::Kind::thread, 2, no_object});
    camera.do_(Command::hide_row);
    camera.do_(Command::fold_rows);
    timeline.zoomIn();
    timeline.zoomIn();
    camera.take("timeline-rows");
    camera.do_(Command::details);
    camera.do_(Command::presentation);
    camera.take("presentation");
    camera.do_(Command::presentation);
    camera.do_(Command::show_rows);
    camera.do_(Command::fold_rows);
}

void exportAs(Photographer& camera, const char* format) {
    timeline::ExportOptions options;
    options.title = camera.window().program().name();
    options.theme = timelineTheme(QApplication::palette());
    QString error;
    const Session& session = camera.window().session();
    if (!timeline::exportTimeline(session.intervals(), session.steps(), options,
                                  camera.fileFor("export", format), &error))
        throw std::runtime_error(error.toStdString());
}

}  // namespace

void photographTimeline(Photographer& camera) {
    camera.take("start");
    camera.runAt("semaphore", 0.45);
    camera.take("semaphore-time");
    for (const char* format : {"png", "svg", "pdf"})
        exportAs(camera, format);
    camera.do_(Command::axis_steps);
    camera.take("semaphore-steps");
    camera.raise({"charts"});
    camera.take("charts");
    camera.raise({"timeline"});
    takeRows(camera);
    camera.runAt("deadlock", 1);
    camera.take("deadlock");
    camera.raise({"transcript"});
    camera.take("transcript");
    camera.raise({"timeline"});
    camera.runAt("lost_update", 0.6);
    camera.take("lost-update");
}

}  // namespace turnwise::ui
