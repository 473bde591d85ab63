// Threads, primitives, variables, stack, events and console.
#include <QCheckBox>

#include "ui/inspect/console_panel.h"
#include "ui/shell/shots/photographer.h"
#include "ui/shell/shots/views.h"
#include "ui/shell/workspace.h"

namespace turnwise::ui {

namespace {

void takeConsole(Photographer& camera) {
    camera.runAt("thread_exception", 0.8);
    camera.window().workspace().console().future().setChecked(true);
    camera.take("console");
    camera.window().workspace().console().future().setChecked(false);
}

}  // namespace

void photographInspector(Photographer& camera) {
    camera.runAt("condition", 0.5);
    for (const char* panel : {"locals", "stack", "events"})
        camera.window().workspace().raisePanel(QLatin1String(panel));
    camera.take("inspector");
    for (const char* panel : {"objects", "variables", "console"})
        camera.window().workspace().raisePanel(QLatin1String(panel));
    takeConsole(camera);
}

}  // namespace turnwise::ui
