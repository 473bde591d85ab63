#include "ui/shell/menus.h"

#include <QMenuBar>

namespace turnwise::ui {

namespace {

// A line in the menu stands before each of these.
bool beginsGroup(Command command) {
    switch (command) {
        case Command::save:
        case Command::start_page:
        case Command::export_run:
        case Command::quit:
        case Command::cut:
        case Command::select_all:
        case Command::preferences:
        case Command::new_seed:
        case Command::check_exercise:
        case Command::run_options:
        case Command::copy_schedule:
        case Command::compare_models:
        case Command::hand_go:
        case Command::hand_undo:
        case Command::toggle_breakpoint:
        case Command::branch:
        case Command::compare_runs:
        case Command::add_note:
        case Command::play:
        case Command::go_to_step:
        case Command::predict:
        case Command::shortcuts:
        case Command::previous_choice:
        case Command::axis_time:
        case Command::find:
        case Command::mark_a:
        case Command::filter_rows:
        case Command::details:
        case Command::larger:
        case Command::next_panel:
            return true;
        default:
            return false;
    }
}

}  // namespace

Menus::Menus(QMenuBar& bar, const Actions& actions, QMenu* recent,
             const std::vector<QAction*>& panels)
    : QObject(&bar), m_panels(new QMenu(&bar)) {
    for (const MenuId id : {MenuId::file, MenuId::edit, MenuId::run, MenuId::hand, MenuId::step,
                            MenuId::view, MenuId::timeline, MenuId::help})
        m_menus[static_cast<std::size_t>(id)] = bar.addMenu(QString());
    for (const MenuId id : {MenuId::theme, MenuId::language})
        m_menus[static_cast<std::size_t>(id)] = new QMenu(&bar);
    fill(actions);
    (*this)[MenuId::file]->insertMenu(actions[Command::save], recent);
    for (QAction* panel : panels)
        m_panels->addAction(panel);
    QAction* before = actions[Command::larger];
    for (QMenu* menu : {m_panels, (*this)[MenuId::theme], (*this)[MenuId::language]})
        (*this)[MenuId::view]->insertMenu(before, menu);
    retranslate();
}

void Menus::fill(const Actions& actions) {
    for (std::size_t at = 0; at < command_count; ++at) {
        const auto command = static_cast<Command>(at);
        QMenu* menu = (*this)[Actions::menuOf(command)];
        if (beginsGroup(command)) menu->addSeparator();
        menu->addAction(actions[command]);
    }
}

void Menus::retranslate() {
    for (std::size_t menu = 0; menu < m_menus.size(); ++menu)
        m_menus[menu]->setTitle(Actions::titleOf(static_cast<MenuId>(menu)));
    m_panels->setTitle(tr("&Panels"));
}

}  // namespace turnwise::ui
