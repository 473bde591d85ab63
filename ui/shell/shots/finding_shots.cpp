// What is looked for and found by a part of its name.
#include <QLineEdit>

#include "ui/find/picker.h"
#include "ui/shell/shots/photographer.h"
#include "ui/shell/shots/views.h"

namespace turnwise::ui {

void photographFinding(Photographer& camera) {
    camera.runAt("semaphore", 0.3);
    auto& picker = *camera.window().findChild<Picker*>();
    camera.do_(Command::find);
    picker.line().setText(QStringLiteral("Thread-3"));
    camera.take("find");
    picker.dismiss();
    camera.do_(Command::find_thread);
    camera.take("find-thread");
    picker.dismiss();
    camera.do_(Command::find_command);
    camera.take("find-command");
    picker.dismiss();
}

}  // namespace turnwise::ui
