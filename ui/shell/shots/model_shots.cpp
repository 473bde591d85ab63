// Cores without a GIL, granularities, and the options that lead to them.

#include "ui/session/session.h"
#include "ui/shell/model_dialog.h"
#include "ui/shell/open_program.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/run_options_dialog.h"
#include "ui/shell/shots/photographer.h"
#include "ui/shell/shots/views.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

void photographModels(Photographer& camera) {
    RunOptions options = camera.window().runBar().options();
    const RunOptions usual = options;
    options.model = QStringLiteral("free-threaded");
    camera.window().runBar().setOptions(options);
    camera.runAt("cpu_bound", 0.5);
    camera.take("cores");
    options.granularity = QStringLiteral("bytecode");
    camera.window().runBar().setOptions(options);
    camera.runAt("lost_update", 0.5);
    camera.window().workspace().raisePanel(QStringLiteral("events"));
    camera.take("bytecode");
    camera.window().workspace().raisePanel(QStringLiteral("console"));
    // From near: the load, the addition and the store of a line.
    options.model = QStringLiteral("gil");
    options.policy = QStringLiteral("random");
    camera.window().runBar().setOptions(options);
    camera.runAt("lost_update", 0.5);
    camera.do_(Command::axis_steps);
    for (int times = 0; times < 9; ++times)
        camera.window().workspace().timeline().zoomIn();
    camera.take("bytecode-near");
    options = usual;
    options.model = QStringLiteral("free-threaded");
    options.granularity = QStringLiteral("bytecode");
    camera.window().runBar().setOptions(usual);
    RunOptionsDialog dialog(options, &camera.window());
    dialog.show();
    camera.take("run-options", dialog);
    camera.window().openExample(QStringLiteral("queue_of_orders"));
    options.program = camera.window().program().name();
    options.sourceText = camera.window().program().text();
    options.granularity.clear();
    ModelDialog models(options, &camera.window());
    models.setAttribute(Qt::WA_DeleteOnClose, false);
    models.show();
    Photographer::letPass([&] { return models.comparison().isOver(); });
    camera.take("compare-models", models);
}

}  // namespace turnwise::ui
