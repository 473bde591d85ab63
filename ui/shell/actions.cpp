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

#define WORDS(text) QT_TRANSLATE_NOOP("turnwise::ui::Actions", text)
using enum Command;

constexpr Entry entries[] = {
    {new_program, MenuId::file, WORDS("&New program"), WORDS("Begin with an empty program"), "new",
     "Ctrl+N"},
    {open, MenuId::file, WORDS("&Open…"), WORDS("Open a Python program or a trace"), "open",
     "Ctrl+O"},
    {save, MenuId::file, WORDS("&Save"), WORDS("Save the program"), "save", "Ctrl+S"},
    {save_as, MenuId::file, WORDS("Save &as…"), WORDS("Save the program under another name"),
     nullptr, "Ctrl+Shift+S"},
    {start_page, MenuId::file, WORDS("Start &page"), WORDS("Choose an example or a recent file"),
     "home", "Ctrl+Shift+H"},
    {export_png, MenuId::file, WORDS("Export as P&NG…"),
     WORDS("Save the timeline as a picture, with title, legend and units"), "export", "Ctrl+E"},
    {export_svg, MenuId::file, WORDS("Export as S&VG…"),
     WORDS("Save the timeline as a drawing that can be scaled and edited"), nullptr,
     "Ctrl+Shift+E"},
    {export_pdf, MenuId::file, WORDS("Export as P&DF…"),
     WORDS("Save the timeline as a page to print"), nullptr, "Ctrl+Alt+P"},
    {copy_picture, MenuId::file, WORDS("&Copy picture"),
     WORDS("Copy the timeline to the clipboard"), "copy", "Ctrl+Shift+C"},
    {quit, MenuId::file, WORDS("&Quit"), WORDS("Leave Turnwise"), nullptr, "Ctrl+Q"},

    {undo, MenuId::edit, WORDS("&Undo"), WORDS("Undo the last change of the text"), nullptr,
     "Ctrl+Z"},
    {redo, MenuId::edit, WORDS("&Redo"), WORDS("Do again what was undone"), nullptr,
     "Ctrl+Shift+Z"},
    {cut, MenuId::edit, WORDS("Cu&t"), WORDS("Move the selected text to the clipboard"), nullptr,
     "Ctrl+X"},
    {copy, MenuId::edit, WORDS("&Copy"), WORDS("Copy the selected text to the clipboard"), "copy",
     "Ctrl+C"},
    {paste, MenuId::edit, WORDS("&Paste"), WORDS("Insert the text of the clipboard"), "paste",
     "Ctrl+V"},
    {select_all, MenuId::edit, WORDS("Select &all"), WORDS("Select the whole program"), nullptr,
     "Ctrl+A"},

    {run, MenuId::run, WORDS("&Run"), WORDS("Run the program from its beginning"), "run",
     "F5; Ctrl+R"},
    {stop, MenuId::run, WORDS("&Stop"), WORDS("Stop the run; what happened so far is kept"), "stop",
     "Shift+F5"},
    {new_seed, MenuId::run, WORDS("Run with a &new seed"),
     WORDS("Choose another seed for the random policy and run"), "shuffle", "Ctrl+Shift+R"},
    {copy_schedule, MenuId::run, WORDS("&Copy schedule"),
     WORDS("Copy the schedule of this run, so that it can be replayed anywhere"), "copy",
     "Ctrl+Shift+K"},
    {paste_schedule, MenuId::run, WORDS("&Paste schedule and replay"),
     WORDS("Run the program with the schedule in the clipboard"), "paste", "Ctrl+Shift+V"},

    {first, MenuId::step, WORDS("&First step"), WORDS("Go to the moment before the first step"),
     "first", "Shift+F7"},
    {back, MenuId::step, WORDS("Step &back"), WORDS("Go back one step"), "back", "F7"},
    {step, MenuId::step, WORDS("&Step"), WORDS("Go forward one step"), "step", "F8"},
    {last, MenuId::step, WORDS("&Last step"), WORDS("Go to the last step"), "last", "Shift+F8"},
    {play, MenuId::step, WORDS("&Play"), WORDS("Go forward step by step until it is stopped"),
     "play", "F9", Kind::checkable},
    {slower, MenuId::step, WORDS("Slo&wer"), WORDS("Play fewer steps a second"), nullptr,
     "Alt+Down"},
    {faster, MenuId::step, WORDS("F&aster"), WORDS("Play more steps a second"), nullptr, "Alt+Up"},
    {go_to_step, MenuId::step, WORDS("&Go to step…"), WORDS("Type the number of a step"), nullptr,
     "Ctrl+G"},

    {zoom_in, MenuId::view, WORDS("Zoom &in"), WORDS("Show a shorter part of the timeline"),
     "zoom_in", "Alt+="},
    {zoom_out, MenuId::view, WORDS("Zoom &out"), WORDS("Show a longer part of the timeline"),
     "zoom_out", "Alt+-"},
    {fit, MenuId::view, WORDS("Whole &run"), WORDS("Show the run from its beginning to its end"),
     "fit", "Alt+0"},
    {centre, MenuId::view, WORDS("&Centre the cursor"),
     WORDS("Move the timeline so that the cursor is in its middle"), "centre", "Ctrl+L"},
    {axis_time, MenuId::view, WORDS("&Time axis"),
     WORDS("Every second of virtual time is equally wide"), "axis_time", "Ctrl+1", Kind::checkable},
    {axis_steps, MenuId::view, WORDS("&Step axis"), WORDS("Every step is equally wide"),
     "axis_steps", "Ctrl+2", Kind::checkable},
    {next_panel, MenuId::view, WORDS("Ne&xt panel"), WORDS("Move the keyboard to the next panel"),
     nullptr, "F6"},
    {previous_panel, MenuId::view, WORDS("Pre&vious panel"),
     WORDS("Move the keyboard to the panel before"), nullptr, "Shift+F6"},
    {full_screen, MenuId::view, WORDS("&Full screen"), WORDS("Use the whole screen, or leave it"),
     nullptr, "F11", Kind::checkable},
    {reset_layout, MenuId::view, WORDS("Reset &layout"),
     WORDS("Put every panel back into its place"), nullptr, "Ctrl+Shift+0"},

    {theme_system, MenuId::theme, WORDS("As the &system"), WORDS("Light or dark as the system is"),
     nullptr, "Ctrl+Alt+1", Kind::checkable},
    {theme_light, MenuId::theme, WORDS("&Light"), WORDS("Dark text on light ground"), nullptr,
     "Ctrl+Alt+2", Kind::checkable},
    {theme_dark, MenuId::theme, WORDS("&Dark"), WORDS("Light text on dark ground"), nullptr,
     "Ctrl+Alt+3", Kind::checkable},
    {english, MenuId::language, "&English", WORDS("Show everything in English"), nullptr,
     "Ctrl+Alt+E", Kind::checkable},
    {chinese, MenuId::language, "简体中文(&C)", WORDS("Show everything in Simplified Chinese"),
     nullptr, "Ctrl+Alt+C", Kind::checkable},

    {shortcuts, MenuId::help, WORDS("&Keyboard shortcuts"), WORDS("Show every command and its key"),
     "keyboard", "?; Ctrl+F1"},
    {about, MenuId::help, WORDS("&About Turnwise"),
     WORDS("Version, licence and what it is made of"), "information", "Ctrl+Shift+F1"},
};
static_assert(std::size(entries) == command_count);

constexpr const char* menu_titles[] = {WORDS("&File"),     WORDS("&Edit"), WORDS("&Run"),
                                       WORDS("&Step"),     WORDS("&View"), WORDS("&Theme"),
                                       WORDS("&Language"), WORDS("&Help")};
static_assert(std::size(menu_titles) == static_cast<std::size_t>(MenuId::count));
#undef WORDS

}  // namespace

Actions::Actions(QObject* parent) : QObject(parent) {
    for (const Entry& entry : entries) {
        auto* action = new QAction(this);
        if (entry.icon) action->setIcon(icon(QLatin1String(entry.icon)));
        action->setShortcuts(QKeySequence::listFromString(QLatin1String(entry.shortcut)));
        action->setCheckable(entry.kind == Kind::checkable);
        action->setIconVisibleInMenu(true);
        m_actions[static_cast<std::size_t>(entry.command)] = action;
    }
    makeChoice({Command::axis_time, Command::axis_steps});
    makeChoice({Command::theme_system, Command::theme_light, Command::theme_dark});
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
        const QString tip = tr(entry.tip);
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        action->setStatusTip(tip);
        action->setToolTip(key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, key));
    }
}

}  // namespace turnwise::ui
