// Every interleaving: a verdict of each kind, a deadlock with its story, a race, outcomes.
#include <QListView>
#include <QToolButton>
#include <algorithm>

#include "ui/explore/explore_panel.h"
#include "ui/explore/option_box.h"
#include "ui/explore/outcome_view.h"
#include "ui/explore/story_view.h"
#include "ui/explore/tree_view.h"
#include "ui/session/session.h"
#include "ui/shell/open_program.h"
#include "ui/shell/shots/photographer.h"
#include "ui/shell/shots/views.h"
#include "ui/shell/workspace.h"

namespace turnwise::ui {

namespace {

// A counter that one of three threads adds to without the lock.
const char* half_locked = R"(from threading import Lock, Thread

total = 0
lock = Lock()


def add():
    global total
    with lock:
        total += 1


def add_in_a_hurry():
    global total
    total += 1


threads = [Thread(target=add, name="careful"),
           Thread(target=add_in_a_hurry, name="hasty")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)
assert total == 2, "an update was lost"
)";

ExplorePanel& panelOf(Photographer& camera) {
    return camera.window().workspace().explore();
}

void explore(Photographer& camera) {
    camera.do_(Command::explore);
    Photographer::letPass([&camera] { return !panelOf(camera).search().isRunning(); });
}

void openFirst(Photographer& camera, FoundProblem::Kind kind) {
    ProblemModel& problems = panelOf(camera).problems();
    for (int row = 0; row < problems.rowCount(); ++row)
        if (problems.problemAt(row).kind == kind) {
            emit panelOf(camera).problemChosen(problems.problemAt(row));
            break;
        }
    const Session& session = camera.window().session();
    Photographer::letPass(
        [&session] { return !session.isRunning() && session.trace().size() > 0; });
    camera.do_(Command::axis_steps);
    camera.do_(Command::fit);
}

// The last moment at which a branch is planned and not taken yet.
int lastWithPlan(const SearchTree& tree) {
    int last = 0;
    for (const TreeNode& node : tree.nodes())
        if (node.plannedAt != TreeNode::never && node.bornAt != TreeNode::never)
            last = std::max(last, node.bornAt - 1);
    return last;
}

void openText(Photographer& camera, const QString& name, const char* text) {
    Example program;
    program.name = name;
    program.text = QString::fromUtf8(text);
    camera.window().program().openExample(program);
}

}  // namespace

void photographExploring(Photographer& camera) {
    camera.open("deadlock");
    explore(camera);
    camera.take("explore-found");
    openFirst(camera, FoundProblem::Kind::deadlock);
    camera.take("explore-story");
    panelOf(camera).story().siblingWanted();
    Photographer::letPass([&camera] { return !camera.window().session().isRunning(); });
    camera.take("explore-sibling");
    openText(camera, QStringLiteral("half_locked"), half_locked);
    explore(camera);
    camera.take("explore-findings");
    openFirst(camera, FoundProblem::Kind::race);
    camera.raise({"timeline"});
    panelOf(camera).showVariable();
    camera.take("explore-race");
    panelOf(camera).showTree();
    panelOf(camera).tree().setMoment(lastWithPlan(panelOf(camera).search().tree()));
    camera.take("explore-tree");
    panelOf(camera).showOutcomes();
    camera.take("explore-outcomes");
    camera.open("with_statement");
    panelOf(camera).optionsButton().setChecked(true);
    explore(camera);
    camera.take("explore-verified");
    panelOf(camera).optionsButton().setChecked(false);
}

}  // namespace turnwise::ui
