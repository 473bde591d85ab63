// Export, preferences, about.

#include "ui/shell/export_dialog.h"
#include "ui/shell/export_form.h"
#include "ui/shell/preferences.h"
#include "ui/shell/shots/photographer.h"
#include "ui/shell/shots/views.h"

namespace turnwise::ui {

void photographDialogs(Photographer& camera) {
    camera.runAt("semaphore", 0.45);
    camera.do_(Command::export_run);
    auto* dialog = camera.window().findChild<ExportDialog*>();
    for (const auto& [content, view] : {std::pair{Content::timeline, "export-timeline"},
                                        {Content::steps, "export-steps"},
                                        {Content::transcript, "export-words"}}) {
        dialog->form().setContent(content);
        camera.take(view, *dialog);
    }
    dialog->form().setContent(Content::timeline);
    dialog->close();
    camera.do_(Command::preferences);
    camera.takeAndClose("preferences", *camera.window().findChild<Preferences*>());
    camera.do_(Command::about);
    camera.takeAndClose("about", *camera.window().findChild<QDialog*>(QStringLiteral("about")));
}

}  // namespace turnwise::ui
