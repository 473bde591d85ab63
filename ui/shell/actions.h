// Everything that a person can tell Turnwise to do: one QAction each, made from one table.
//
// Menus, tool bars, the shortcut sheet and the command palette are all made from here, so
// that no command exists without a name, a place in a menu and a key.
#pragma once

#include <QAction>
#include <QObject>
#include <array>
#include <span>

class QActionGroup;

namespace turnwise::ui {

enum class Command {
    new_program,
    open,
    save,
    save_as,
    save_scenario,
    save_trace,
    start_page,
    export_run,
    copy_picture,
    quit,
    undo,
    redo,
    cut,
    copy,
    paste,
    select_all,
    preferences,
    add_note,
    find,
    find_next,
    find_previous,
    find_thread,
    find_command,
    run,
    run_by_hand,
    stop,
    new_seed,
    check_exercise,
    explore,
    stop_exploring,
    run_options,
    program_input,
    copy_schedule,
    paste_schedule,
    save_schedule,
    open_schedule,
    compare_models,
    hand_step,
    hand_run,
    hand_freeze,
    hand_go,
    hand_to_cursor,
    hand_undo,
    hand_every_step,
    toggle_breakpoint,
    branch,
    previous_run,
    next_run,
    compare_runs,
    compare_policies,
    first,
    back,
    step,
    last,
    play,
    slower,
    faster,
    go_to_step,
    previous_choice,
    next_choice,
    predict,
    zoom_in,
    zoom_out,
    fit,
    centre,
    axis_time,
    axis_steps,
    go_back,
    go_forward,
    go_to_range,
    go_to_unblocker,
    mark_a,
    mark_b,
    keep_mark,
    previous_mark,
    next_mark,
    clear_marks,
    filter_rows,
    pin_row,
    hide_row,
    row_up,
    row_down,
    fold_rows,
    show_rows,
    details,
    next_panel,
    previous_panel,
    float_panel,
    close_panel,
    next_control,
    previous_control,
    larger,
    smaller,
    normal_size,
    presentation,
    full_screen,
    reset_layout,
    theme_system,
    theme_light,
    theme_dark,
    theme_contrast,
    english,
    chinese,
    help_on_word,
    tour,
    shortcuts,
    about,
    count
};
inline constexpr std::size_t command_count = static_cast<std::size_t>(Command::count);

enum class MenuId { file, edit, run, hand, step, view, timeline, theme, language, help, count };

// A text of an action or a menu without its mnemonic: "文件(&F)" is "文件", "&File" is "File".
QString withoutMnemonic(QString text);

class Actions final : public QObject {
    Q_OBJECT
  public:
    explicit Actions(QObject* parent = nullptr);

    QAction* operator[](Command command) const {
        return m_actions[static_cast<std::size_t>(command)];
    }
    std::span<QAction* const> all() const { return m_actions; }
    static MenuId menuOf(Command command);

    // Title of a menu, with its mnemonic.
    static QString titleOf(MenuId menu);

    // Gives every action its words in the present language.
    void retranslate();

    // Calls `slot` whenever the command is given, by menu, key or button.
    template <typename Receiver, typename Slot>
    void on(Command command, Receiver* receiver, Slot slot) {
        connect((*this)[command], &QAction::triggered, receiver, slot);
    }

  private:
    void makeChoice(std::initializer_list<Command> commands);

    std::array<QAction*, command_count> m_actions{};
};

}  // namespace turnwise::ui
