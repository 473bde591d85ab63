// Scheduling by hand.
#include <algorithm>

#include "ui/editor/program_view.h"
#include "ui/hand/breakpoint_box.h"
#include "ui/hand/hand_panel.h"
#include "ui/session/session.h"
#include "ui/shell/shots/photographer.h"
#include "ui/shell/shots/views.h"
#include "ui/shell/workspace.h"

namespace turnwise::ui {

namespace {

void letBeAsked(Photographer& camera) {
    Photographer::letPass([&camera] {
        return camera.window().session().inquiry() || !camera.window().session().isRunning();
    });
}

bool isAboutToAcquire(Photographer& camera) {
    const trace::Inquiry* inquiry = camera.window().session().inquiry();
    return !inquiry || std::ranges::any_of(inquiry->threads, [](const trace::Prospect& prospect) {
        return prospect.is_candidate && prospect.operation == trace::Operation::acquire;
    });
}

}  // namespace

// Two threads that want two locks: the first has one of them, and the second is about to ask
// for it.
void photographByHand(Photographer& camera) {
    camera.window().openExample(QStringLiteral("deadlock"));
    camera.window().workspace().program().editor().toggleBreakpoint(14);
    camera.do_(Command::run_by_hand);
    letBeAsked(camera);
    HandPanel& panel = camera.window().workspace().hand();
    panel.breakpoints().add(QStringLiteral("event acquire"));
    for (int answers = 0; answers < 5; ++answers) {
        camera.do_(Command::hand_run);
        letBeAsked(camera);
    }
    camera.take("by-hand-blocked");
    camera.take("breakpoints", panel.breakpoints());
    camera.do_(Command::hand_every_step);
    for (int answers = 0; answers < 20 && !isAboutToAcquire(camera); ++answers) {
        camera.do_(Command::hand_step);
        letBeAsked(camera);
    }
    camera.do_(Command::axis_steps);
    camera.do_(Command::fit);
    camera.take("by-hand");
    camera.do_(Command::hand_every_step);
    camera.window().session().stop();
    panel.breakpoints().setBreakpoints({});
    camera.window().workspace().raisePanel(QStringLiteral("threads"));
}

}  // namespace turnwise::ui
