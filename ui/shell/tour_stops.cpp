#include "ui/shell/tour_stops.h"

#include <QCoreApplication>

#include "ui/editor/program_view.h"
#include "ui/explain/explain_panel.h"
#include "ui/explain/wait_graph_panel.h"
#include "ui/explore/explore_panel.h"
#include "ui/lessons/learn_panel.h"
#include "ui/lessons/pattern_panel.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/open_program.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/start_page.h"
#include "ui/shell/step_bar.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

namespace {

struct TourText {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::TourText)
};

const QString example = QStringLiteral("deadlock");

void openExample(MainWindow& window) {
    if (window.program().name() != example + QStringLiteral(".py") || window.isStartPageShown())
        window.openExample(example);
}

void runExample(MainWindow& window) {
    openExample(window);
    if (window.session().stepCount() == 0 && !window.session().isRunning())
        window.actions()[Command::run]->trigger();
}

std::function<void()> raising(MainWindow& window, const QString& panel) {
    return [&window, panel] {
        runExample(window);
        window.workspace().raisePanel(panel);
    };
}

}  // namespace

std::vector<Tour::Stop> tourStops(MainWindow& window) {
    MainWindow* const w = &window;
    return {
        {[] { return TourText::tr("Welcome to Turnwise"); },
         [] {
             return TourText::tr(
                 "Turnwise runs a Python program on simulated threads and shows every turn that "
                 "they take. The "
                 "examples on this page are sorted by what they teach. This tour takes two "
                 "minutes; Enter goes on, "
                 "Esc ends it.");
         },
         [w]() -> QWidget* { return w->isStartPageShown() ? &w->startPage() : nullptr; },
         [w] { w->actions()[Command::start_page]->trigger(); }},
        {[] { return TourText::tr("The program"); },
         [] {
             return TourText::tr(
                 "This is the example “Deadlock of two locks”: ordinary Python. You can change it, "
                 "or open a file of "
                 "your own. F1 on a word such as Lock opens the page about it.");
         },
         [w]() -> QWidget* { return &w->workspace().program(); }, [w] { openExample(*w); }},
        {[] { return TourText::tr("One run among many"); },
         [] {
             return TourText::tr(
                 "F5 runs the program. Who runs when is decided by the policy chosen here; "
                 "“random” with another seed "
                 "gives another run, and the same seed always the same one. Turnwise runs the "
                 "example now.");
         },
         [w]() -> QWidget* { return &w->runBar(); }, [w] { runExample(*w); }},
        {[] { return TourText::tr("The timeline"); },
         [] {
             return TourText::tr(
                 "A row for each thread, and one for each lock. The letters tell the states: R "
                 "running, r ready, B "
                 "blocked, S sleeping. Drag selects, Ctrl and the wheel zoom, a click goes to that "
                 "moment.");
         },
         [w]() -> QWidget* { return &w->workspace().timeline(); },
         raising(window, QStringLiteral("timeline"))},
        {[] { return TourText::tr("Step by step, forwards and back"); },
         [] {
             return TourText::tr(
                 "F8 goes on one step, F7 goes back one, F9 plays. Everything in the window shows "
                 "the same moment.");
         },
         [w]() -> QWidget* { return &w->workspace().steps(); },
         [w] {
             runExample(*w);
             w->session().setStep(w->session().stepCount() / 2);
         }},
        {[] { return TourText::tr("In words"); },
         [] {
             return TourText::tr(
                 "This line says what happens at the step: who does what, why, and with what "
                 "effect.");
         },
         [w]() -> QWidget* { return &w->workspace().explain(); }, [w] { runExample(*w); }},
        {[] { return TourText::tr("Who waits for whom"); },
         [] {
             return TourText::tr(
                 "At the last step both threads hold a lock and wait for the other one's: the "
                 "circle is closed, and "
                 "nobody can ever go on. Below the picture the same is said in words, for every "
                 "thread.");
         },
         [w]() -> QWidget* { return &w->workspace().waits(); },
         [w] {
             raising(*w, QStringLiteral("waits"))();
             w->session().goToLast();
         }},
        {[] { return TourText::tr("It has a name"); },
         [] {
             return TourText::tr(
                 "What went wrong in the run is named here, with the steps that prove it and a "
                 "page on how to avoid "
                 "it.");
         },
         [w]() -> QWidget* { return &w->workspace().patterns(); },
         raising(window, QStringLiteral("patterns"))},
        {[] { return TourText::tr("Every schedule"); },
         [] {
             return TourText::tr(
                 "One run shows one schedule. Explore executes the program under every one that "
                 "makes a difference: here it finds the deadlock by itself, and each finding opens "
                 "as a run at the step that decides it.");
         },
         [w]() -> QWidget* { return &w->workspace().explore(); },
         [w] {
             raising(*w, QStringLiteral("explore"))();
             if (w->workspace().explore().search().state() == Search::State::idle)
                 w->actions()[Command::explore]->trigger();
         }},
        {[] { return TourText::tr("Learn"); },
         [] {
             return TourText::tr(
                 "A page for every class and function of threading, each with a program that you "
                 "can open and run. "
                 "To practise, choose “Predict” in the menu Steps: you say what comes next before "
                 "you see it. The ? "
                 "key lists every key. The tour can be repeated from the menu Help.");
         },
         [w]() -> QWidget* { return &w->workspace().learn(); },
         raising(window, QStringLiteral("learn"))},
    };
}

}  // namespace turnwise::ui
