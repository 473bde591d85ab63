#include "ui/shell/actions.h"

#include <QActionGroup>

#include "ui/look/icons.h"

namespace turnwise::ui {

namespace {

enum class Kind { plain, checkable };

struct Entry {
    Command command;
    MenuId menu;
    const char* text;
    const char* tip;       // a sentence for the status bar and the tool tip
    const char* icon;      // nullptr: none
    const char* shortcut;  // PortableText; several are separated by "; "
    Kind kind = Kind::plain;
};

using enum Command;

constexpr Entry entries[] = {
    {new_program, MenuId::file, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&New program"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Begin with an empty program"), "new", "Ctrl+N"},
    {open, MenuId::file, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Open…"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Open a Python program or a trace"), "open",
     "Ctrl+O"},
    {save, MenuId::file, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Save"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Save the program"), "save", "Ctrl+S"},
    {save_as, MenuId::file, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Save &as…"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Save the program under another name"), nullptr,
     "Ctrl+Shift+S"},
    {save_scenario, MenuId::file, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Save scenar&io…"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Save program, runs, branches and notes in one file"),
     nullptr, "Ctrl+Alt+S"},
    {save_trace, MenuId::file, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Save &trace…"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Save what happened in the run that is shown, to be opened again"),
     nullptr, "Ctrl+Alt+X"},
    {start_page, MenuId::file, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Start &page"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Choose an example or a recent file"), "home",
     "Ctrl+Shift+H"},
    {export_run, MenuId::file, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Export…"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Save the run as pictures, pages, a web page, tables or words"),
     "export", "Ctrl+E"},
    {copy_picture, MenuId::file, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Copy picture"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Copy the timeline to the clipboard"), "copy",
     "Ctrl+Shift+C"},
    {quit, MenuId::file, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Quit"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Leave Turnwise"), nullptr, "Ctrl+Q"},

    {undo, MenuId::edit, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Undo"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Undo the last change of the text"), nullptr,
     "Ctrl+Z"},
    {redo, MenuId::edit, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Redo"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Do again what was undone"), nullptr,
     "Ctrl+Shift+Z"},
    {cut, MenuId::edit, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Cu&t"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Move the selected text to the clipboard"), nullptr,
     "Ctrl+X"},
    {copy, MenuId::edit, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Copy"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Copy the selected text to the clipboard"), "copy",
     "Ctrl+C"},
    {paste, MenuId::edit, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Paste"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Insert the text of the clipboard"), "paste",
     "Ctrl+V"},
    {select_all, MenuId::edit, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Select &all"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Select the whole program"), nullptr, "Ctrl+A"},
    {preferences, MenuId::edit, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Pr&eferences…"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Choose language and theme, and how programs are run at first"),
     "settings", "Ctrl+,"},
    {add_note, MenuId::edit, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Add &note"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Pin a note to the cursor, or to the selected span"),
     nullptr, "Ctrl+M"},
    {find, MenuId::edit, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Find in this run…"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Look for events, output and variables"), "search",
     "Ctrl+F"},
    {find_next, MenuId::edit, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Find ne&xt"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Go to the next event that says what you looked for"),
     nullptr, "F3"},
    {find_previous, MenuId::edit, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Find pre&vious"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Go to the event before that says what you looked for"),
     nullptr, "Shift+F3"},
    {find_thread, MenuId::edit, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Go to a t&hread…"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Find a thread by a part of its name"), nullptr,
     "Ctrl+P"},
    {find_command, MenuId::edit, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Fin&d a command…"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Find a command by a part of its name"), nullptr,
     "Ctrl+Shift+P"},

    {run, MenuId::run, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Run"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Run the program from its beginning"), "run",
     "F5; Ctrl+R"},
    {run_by_hand, MenuId::run, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Run &by hand"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Run the program, and choose at every decision which thread goes on"),
     nullptr, "Alt+F5"},
    {stop, MenuId::run, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Stop"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Stop the run; what happened so far is kept"),
     "stop", "Shift+F5"},
    {new_seed, MenuId::run, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Run with a &new seed"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Choose another seed for the random policy and run"),
     "shuffle", "Ctrl+Shift+R"},
    {check_exercise, MenuId::run, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Check the &exercise"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Run the program of the exercise under many schedules and say whether it is "
                       "solved"),
     "success", "Ctrl+F5"},
    {explore, MenuId::run, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "E&xplore"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Execute the program under every interleaving of its threads and tell what "
                       "can go wrong"),
     "explore", "F4"},
    {stop_exploring, MenuId::run, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Stop explorin&g"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "End the search; what it found so far is kept"),
     "stop", "Shift+F4"},
    {run_options, MenuId::run, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Run &options…"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Choose model, cores, granularity, policy and the cost of everything"),
     nullptr, "Ctrl+Alt+O"},
    {program_input, MenuId::run,
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Input o&f the program"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Type what the program reads on its standard input, before it runs"),
     nullptr, "Ctrl+Alt+I"},
    {copy_schedule, MenuId::run, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Copy schedule"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Copy the schedule of this run, so that it can be replayed anywhere"),
     "copy", "Ctrl+Shift+K"},
    {paste_schedule, MenuId::run,
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Paste schedule and replay"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Run the program with the schedule in the clipboard"),
     "paste", "Ctrl+Shift+V"},
    {save_schedule, MenuId::run,
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "S&ave the schedule as…"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Save the schedule of this run in a file"), nullptr,
     "Ctrl+Alt+K"},
    {open_schedule, MenuId::run,
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Open a sche&dule and replay…"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Run the program with a schedule from a file"),
     nullptr, "Ctrl+Alt+L"},
    {compare_models, MenuId::run, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Compare &models"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Run with the GIL and on several cores, and compare the time"),
     nullptr, "Ctrl+Alt+M"},

    {hand_step, MenuId::hand, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Step this thread"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Let this thread go on to the next decision"),
     "step", "F10"},
    {hand_run, MenuId::hand,
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Run this thread until it has to wait"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Choose this thread at every decision until it cannot go on"),
     "last", "Ctrl+F10"},
    {hand_freeze, MenuId::hand,
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Freeze or thaw this thread"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "A frozen thread is chosen by no policy while another can run"),
     "pause", "Alt+F10"},
    {hand_go, MenuId::hand, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Go on"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Let a policy decide for the rest of the run, or until a breakpoint"),
     "run", "F12"},
    {hand_to_cursor, MenuId::hand, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "To the &cursor"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Go on until a thread is about to execute the line of the text cursor"),
     nullptr, "Ctrl+F8"},
    {hand_undo, MenuId::hand, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Undo the choice"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Go back to before the last choice: the program runs again as far as there"),
     "back", "Ctrl+Alt+Z"},
    {hand_every_step, MenuId::hand, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&At every step"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Ask even where one thread alone can go on"),
     nullptr, "Ctrl+Shift+F10", Kind::checkable},
    {toggle_breakpoint, MenuId::hand,
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Set or remove a &breakpoint"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Stop a run by hand where a thread is about to execute this line"),
     nullptr, "F2"},
    {branch, MenuId::run, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Run ano&ther thread here…"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Choose another thread at the next decision; that makes a new run"),
     nullptr, "Ctrl+B"},
    {previous_run, MenuId::run, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Run abo&ve"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Show the run above in the tree of runs"), nullptr,
     "Ctrl+PgUp"},
    {next_run, MenuId::run, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Run be&low"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Show the run below in the tree of runs"), nullptr,
     "Ctrl+PgDown"},
    {compare_runs, MenuId::run, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Compare r&uns"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Compare this run with the one chosen in the tree, or with the one that it "
                       "branched off"),
     nullptr, "Ctrl+D"},
    {compare_policies, MenuId::run, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Compare pol&icies"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Run the program under every policy and compare the times"),
     nullptr, "Ctrl+Alt+B"},

    {first, MenuId::step, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&First step"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Go to the moment before the first step"), "first",
     "Shift+F7"},
    {back, MenuId::step, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Step &back"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Go back one step"), "back", "F7"},
    {step, MenuId::step, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Step"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Go forward one step"), "step", "F8"},
    {last, MenuId::step, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Last step"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Go to the last step"), "last", "Shift+F8"},
    {play, MenuId::step, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Play"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Go forward step by step until it is stopped"),
     "play", "F9", Kind::checkable},
    {slower, MenuId::step, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Slo&wer"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Play fewer steps a second"), nullptr, "Alt+Down"},
    {faster, MenuId::step, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "F&aster"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Play more steps a second"), nullptr, "Alt+Up"},
    {go_to_step, MenuId::step, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Go to step…"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Type the number of a step"), nullptr, "Ctrl+G"},
    {previous_choice, MenuId::step, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Decision before"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Go back to where another thread could have been chosen"),
     nullptr, "Ctrl+["},
    {next_choice, MenuId::step, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Decision af&ter"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Go on to where another thread could have been chosen"),
     nullptr, "Ctrl+]"},

    {predict, MenuId::step, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "P&redict"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Say what the next step brings before it is shown, and keep a score"),
     "predict", "Ctrl+Shift+G", Kind::checkable},

    {zoom_in, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Zoom &in"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Show a shorter part of the timeline"), "zoom_in",
     "Alt+="},
    {zoom_out, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Zoom &out"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Show a longer part of the timeline"), "zoom_out",
     "Alt+-"},
    {fit, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Whole &run"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Show the run from its beginning to its end"),
     "fit", "Alt+0"},
    {centre, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Centre the cursor"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Move the timeline so that the cursor is in its middle"),
     "centre", "Ctrl+L"},
    {axis_time, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Time axis"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Every second of virtual time is equally wide"),
     "axis_time", "Ctrl+1", Kind::checkable},
    {axis_steps, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Step axis"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Every step is equally wide"), "axis_steps",
     "Ctrl+2", Kind::checkable},
    {go_back, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Back"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Show the part of the run that was seen before"),
     nullptr, "Alt+Left"},
    {go_forward, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Forward"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Undo going back"), nullptr, "Alt+Right"},
    {go_to_range, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Go to a range…"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Show exactly the part of the run that you type"),
     nullptr, "Ctrl+Alt+G"},
    {go_to_unblocker, MenuId::timeline,
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "To the &unblocker"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Go to the thread that let this one go on"),
     nullptr, "Ctrl+U"},
    {mark_a, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Set mark &A"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Mark this moment as A"), nullptr, "Ctrl+Shift+A"},
    {mark_b, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Set &mark B"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Mark this moment as B and tell how far it is from A"),
     nullptr, "Ctrl+Shift+B"},
    {keep_mark, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Keep a mark"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Keep a mark at this moment, or take it away"),
     nullptr, "Ctrl+K"},
    {previous_mark, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Previous mark"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Go to the mark before this moment"), nullptr,
     "Alt+,"},
    {next_mark, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Next mark"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Go to the mark after this moment"), nullptr,
     "Alt+."},
    {clear_marks, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Clear marks"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Take every mark away"), nullptr, "Ctrl+Shift+M"},
    {filter_rows, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Fi&lter rows…"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Show only rows with a name that you type"),
     nullptr, "Ctrl+Alt+R"},
    {pin_row, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "P&in row"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Let this row stay on top, or let it go"), nullptr,
     "Ctrl+Shift+T"},
    {hide_row, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Hide row"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Take this row out of sight"), nullptr,
     "Ctrl+Alt+D"},
    {row_up, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Row up"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Let this row change places with the one above"),
     nullptr, "Ctrl+Shift+Up"},
    {row_down, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Ro&w down"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Let this row change places with the one below"),
     nullptr, "Ctrl+Shift+Down"},
    {fold_rows, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "F&old rows"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Show the rows of this group as thin strips, or open them again"),
     nullptr, "Ctrl+Shift+F"},
    {show_rows, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Show all rows"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Show every row that was hidden or filtered out"),
     nullptr, "Ctrl+Alt+Shift+D"},
    {details, MenuId::timeline, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "D&etails"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Show in words what the timeline shows at its cursor"),
     nullptr, "Ctrl+I", Kind::checkable},

    {next_panel, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Ne&xt panel"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Move the keyboard to the next panel"), nullptr,
     "F6"},
    {previous_panel, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Pre&vious panel"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Move the keyboard to the panel before"), nullptr,
     "Shift+F6"},
    {float_panel, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Undoc&k the panel"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Make a window of the panel that has the keyboard, or put it back"),
     nullptr, "Ctrl+Alt+U"},
    {close_panel, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "P&ut the panel away"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Take the panel that has the keyboard out of sight; the menu of panels "
                       "brings it back"),
     nullptr, "Ctrl+W"},
    {next_control, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Keyboar&d forward"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Move the keyboard on, out of the code too, where Tab indents"),
     nullptr, "Ctrl+Tab"},
    {previous_control, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Keyboard &back"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Move the keyboard back, out of the code too, where Tab indents"),
     nullptr, "Ctrl+Shift+Tab"},
    {larger, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "L&arger"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Make everything in the window larger"), nullptr,
     "Ctrl++; Ctrl+="},
    {smaller, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "S&maller"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Make everything in the window smaller"), nullptr,
     "Ctrl+-"},
    {normal_size, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Normal size"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Make everything as large as the system does"),
     nullptr, "Ctrl+0"},
    {presentation, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Pr&esentation"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Large text, and only code, sentence and timeline: for a projector"),
     nullptr, "Shift+F11", Kind::checkable},
    {full_screen, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Full screen"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Use the whole screen, or leave it"), nullptr,
     "F11", Kind::checkable},
    {reset_layout, MenuId::view, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Reset &layout"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Put every panel back into its place"), nullptr,
     "Ctrl+Shift+0"},

    {theme_system, MenuId::theme, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "As the &system"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Light or dark as the system is"), nullptr,
     "Ctrl+Alt+1", Kind::checkable},
    {theme_light, MenuId::theme, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Light"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Dark text on light ground"), nullptr, "Ctrl+Alt+2",
     Kind::checkable},
    {theme_dark, MenuId::theme, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Dark"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Light text on dark ground"), nullptr, "Ctrl+Alt+3",
     Kind::checkable},
    {theme_contrast, MenuId::theme, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&High contrast"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "White on black, with strong frames"), nullptr,
     "Ctrl+Alt+4", Kind::checkable},
    {english, MenuId::language, "&English",
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Show everything in English"), nullptr,
     "Ctrl+Alt+E", Kind::checkable},
    {chinese, MenuId::language, "简体中文(&C)",
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Show everything in Simplified Chinese"), nullptr,
     "Ctrl+Alt+C", Kind::checkable},

    {help_on_word, MenuId::help, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Help on the word"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions",
                       "Read the page about the word at the cursor, or the contents"),
     "learn", "F1"},
    {tour, MenuId::help, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Two-minute tour"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Walk through the window once, with an example"),
     "tour", "Shift+F1"},
    {shortcuts, MenuId::help, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Keyboard shortcuts"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Show every command and its key"), "keyboard",
     "?; Ctrl+F1"},
    {about, MenuId::help, QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&About Turnwise"),
     QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Version, licence and what it is made of"),
     "information", "Ctrl+Shift+F1"},
};
static_assert(std::size(entries) == command_count);

constexpr const char* menu_titles[] = {QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&File"),
                                       QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Edit"),
                                       QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Run"),
                                       QT_TRANSLATE_NOOP("turnwise::ui::Actions", "By han&d"),
                                       QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Steps"),
                                       QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&View"),
                                       QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Timeline"),
                                       QT_TRANSLATE_NOOP("turnwise::ui::Actions", "T&heme"),
                                       QT_TRANSLATE_NOOP("turnwise::ui::Actions", "Lan&guage"),
                                       QT_TRANSLATE_NOOP("turnwise::ui::Actions", "&Help")};
static_assert(std::size(menu_titles) == static_cast<std::size_t>(MenuId::count));

}  // namespace

QString withoutMnemonic(QString text) {
    // Chinese texts carry theirs in brackets at the end: "文件(&F)".
    if (const auto bracket = text.indexOf(QLatin1String("(&")); bracket >= 0)
        text.remove(bracket, 4);
    return text.remove(QLatin1Char('&'));
}

Actions::Actions(QObject* parent) : QObject(parent) {
    for (const Entry& entry : entries) {
        auto* action = new QAction(this);
        if (entry.icon) action->setIcon(icon(QLatin1String(entry.icon)));
        action->setShortcuts(QKeySequence::listFromString(QLatin1String(entry.shortcut)));
        action->setCheckable(entry.kind == Kind::checkable);
        action->setIconVisibleInMenu(true);
        m_actions[static_cast<std::size_t>(entry.command)] = action;
    }
    (*this)[Command::run]->setIcon(icon(QStringLiteral("run"), Tint::success));
    for (const Command command : {Command::stop, Command::stop_exploring})
        (*this)[command]->setIcon(icon(QStringLiteral("stop"), Tint::error));
    (*this)[Command::explore]->setIcon(icon(QStringLiteral("explore"), Tint::information));
    makeChoice({Command::axis_time, Command::axis_steps});
    makeChoice({Command::theme_system, Command::theme_light, Command::theme_dark,
                Command::theme_contrast});
    makeChoice({Command::english, Command::chinese});
    retranslate();
}

void Actions::makeChoice(std::initializer_list<Command> commands) {
    auto* group = new QActionGroup(this);
    for (const Command command : commands)
        group->addAction((*this)[command]);
}

MenuId Actions::menuOf(Command command) {
    return entries[static_cast<std::size_t>(command)].menu;
}

QString Actions::titleOf(MenuId menu) {
    return tr(menu_titles[static_cast<std::size_t>(menu)]);
}

void Actions::retranslate() {
    for (const Entry& entry : entries) {
        QAction* action = (*this)[entry.command];
        action->setText(tr(entry.text));
        action->setIconText(withoutMnemonic(action->text()));
        const QString tip = tr(entry.tip);
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        action->setStatusTip(tip);
        action->setToolTip(key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, key));
    }
}

}  // namespace turnwise::ui
