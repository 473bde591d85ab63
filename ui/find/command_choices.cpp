#include "ui/find/command_choices.h"

#include <QKeySequence>

namespace turnwise::ui {

std::vector<Found> commandChoices(const std::vector<QAction*>& actions, const QString& query) {
    std::vector<Found> choices;
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const QAction& action = *actions[i];
        // "Zoom in" is also found by what its tip says: "Show a shorter part of the timeline".
        const QString name = action.iconText();
        const QString tip = action.statusTip();
        const QString text =
            tip.isEmpty() || tip == name ? name : QStringLiteral("%1 — %2").arg(name, tip);
        choices.push_back({text, action.shortcut().toString(QKeySequence::NativeText),
                           static_cast<int>(i), action.isEnabled()});
    }
    return meant(choices, query);
}

}  // namespace turnwise::ui
