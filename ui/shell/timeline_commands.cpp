#include "ui/shell/timeline_commands.h"

#include "ui/shell/actions.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

using timeline::TimelineView;

TimelineCommands::TimelineCommands(const Actions& actions, timeline::TimelinePanel& panel,
                                   QObject* parent)
    : QObject(parent), m_actions(actions), m_panel(panel) {
    connectMoving();
    connectMarks();
    connectRows();
    TimelineView* view = &panel.view();
    for (const auto signal : {&TimelineView::placesChanged, &TimelineView::contentsChanged,
                              &TimelineView::cursorMoved, &TimelineView::arrangementChanged})
        connect(view, signal, this, &TimelineCommands::followState);
    connect(view, &TimelineView::marksChanged, this, &TimelineCommands::followState);
    connect(view, &TimelineView::currentRowChanged, this, &TimelineCommands::followState);
    followState();
}

void TimelineCommands::connectMoving() {
    TimelineView* view = &m_panel.view();
    m_actions[Command::go_back]->setShortcutContext(Qt::WindowShortcut);
    const auto on = [&](Command command, auto slot) {
        connect(m_actions[command], &QAction::triggered, view, slot);
    };
    on(Command::go_back, &TimelineView::goBack);
    on(Command::go_forward, &TimelineView::goForward);
    on(Command::go_to_unblocker, &TimelineView::goToUnblocker);
    on(Command::go_to_range, [this] { m_panel.editRange(); });
    on(Command::details, [this](bool shown) { m_panel.setDetailsShown(shown); });
    connect(&m_panel, &timeline::TimelinePanel::detailsShown, m_actions[Command::details],
            &QAction::setChecked);
}

void TimelineCommands::connectMarks() {
    TimelineView* view = &m_panel.view();
    const auto on = [&](Command command, auto slot) {
        connect(m_actions[command], &QAction::triggered, view, slot);
    };
    on(Command::mark_a, &TimelineView::setMarkA);
    on(Command::mark_b, &TimelineView::setMarkB);
    on(Command::keep_mark, &TimelineView::toggleMark);
    on(Command::previous_mark, [view] { view->goToMark(timeline::Direction::back); });
    on(Command::next_mark, [view] { view->goToMark(timeline::Direction::forward); });
    on(Command::clear_marks, &TimelineView::clearMarks);
}

void TimelineCommands::connectRows() {
    TimelineView* view = &m_panel.view();
    const auto on = [&](Command command, auto slot) {
        connect(m_actions[command], &QAction::triggered, view, slot);
    };
    on(Command::filter_rows, [this] { m_panel.editFilter(); });
    on(Command::pin_row, &TimelineView::pinRow);
    on(Command::hide_row, &TimelineView::hideRow);
    on(Command::row_up, [view] { view->moveCurrentRow(-1); });
    on(Command::row_down, [view] { view->moveCurrentRow(1); });
    on(Command::fold_rows, &TimelineView::foldRows);
    on(Command::show_rows, &TimelineView::showAllRows);
}

void TimelineCommands::followState() {
    const TimelineView& view = m_panel.view();
    const bool has_run = view.stage() && !view.stage()->rows().threads().empty();
    const auto enable = [&](Command command, bool is_enabled) {
        m_actions[command]->setEnabled(is_enabled);
    };
    enable(Command::go_back, view.places().canGoBack());
    enable(Command::go_forward, view.places().canGoForward());
    const bool has_row = has_run && view.currentRow();
    enable(Command::go_to_unblocker,
           has_row && view.currentRow()->kind == timeline::RowId::Kind::thread);
    for (const Command command : {Command::go_to_range, Command::mark_a, Command::mark_b,
                                  Command::keep_mark, Command::filter_rows, Command::fold_rows})
        enable(command, has_run);
    for (const Command command : {Command::previous_mark, Command::next_mark, Command::clear_marks})
        enable(command, !view.keptMarks().isEmpty());
    for (const Command command :
         {Command::pin_row, Command::hide_row, Command::row_up, Command::row_down})
        enable(command, has_row);
    enable(Command::show_rows, view.arrangement().leavesOut());
}

}  // namespace turnwise::ui
