#include "ui/shell/branch_commands.h"

#include <QMenu>
#include <QPointer>
#include <QTreeView>

#include "ui/branches/runs_panel.h"
#include "ui/compare/comparison_panel.h"
#include "ui/explain/named.h"
#include "ui/lessons/predict_mode.h"
#include "ui/look/thread_sign.h"
#include "ui/policies/policy_panel.h"
#include "ui/shell/actions.h"
#include "ui/shell/message_line.h"
#include "ui/shell/open_program.h"
#include "ui/shell/run_commands.h"
#include "ui/shell/workspace.h"
#include "ui/statistics/statistics_panel.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

namespace {

// Every thread that was not chosen, with a digit to choose it by.
void addAlternatives(QMenu& menu, const Choice& choice, Session& session) {
    menu.addSection(sentenceOf(choice));
    int digit = 0;
    for (const Choice::Candidate& candidate : choice.candidates) {
        if (candidate.isChosen) continue;
        QString text =
            insteadText(choice, candidate).replace(QLatin1Char('&'), QLatin1String("&&"));
        if (++digit < 10) text = QStringLiteral("&%1  %2").arg(digit).arg(text);
        const QPixmap sign =
            threadSign(candidate.thread, {16, 16}, menu.palette(), menu.devicePixelRatioF());
        menu.addAction(sign, text, &session,
                       [&session, decision = choice.decision, thread = candidate.thread] {
                           session.branch(decision, thread);
                       });
    }
}

}  // namespace

BranchCommands::BranchCommands(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts) {
    m_parts.workspace.runs().setTree(m_parts.session.runs());
    connectRuns();
    connectTimeline();
    connectPanels();
    takeTrace();
}

void BranchCommands::connectRuns() {
    Actions& actions = m_parts.actions;
    Session* session = &m_parts.session;
    RunsPanel* panel = &m_parts.workspace.runs();
    connect(session, &Session::traceReset, this, &BranchCommands::takeTrace);
    connect(session, &Session::traceGrew, this, &BranchCommands::takeGrowth);
    connect(session, &Session::cursorChanged, this, &BranchCommands::showChoice);
    connect(&m_parts.predict, &PredictMode::changed, this, &BranchCommands::takeTrace);
    connect(&m_parts.predict, &PredictMode::secrecyChanged, this, &BranchCommands::showChoice);
    connect(&m_parts.predict, &PredictMode::revealedMore, this,
            [this] { m_parts.workspace.statistics().sourceGrew(); });
    connect(session, &Session::shownRunChanged, panel, &RunsPanel::setShown);
    connect(session, &Session::runFinished, this, &BranchCommands::showChoice);
    connect(&session->runs(), &RunTree::runAdded, this, &BranchCommands::followState);
    connect(&session->runs(), &RunTree::wasReset, this, &BranchCommands::followState);
    connect(session, &Session::cameOutDifferently, this, [this](RunId id) {
        const RunRecord* run = m_parts.session.runs().find(id);
        m_parts.messages.show(Severity::warning, tr("%1 is not what it was when it was saved: the "
                                                    "program, Python or Turnwise has changed.")
                                                     .arg(nameOf(*run)));
    });
    connect(panel, &RunsPanel::runChosen, session, &Session::showRun);
    connect(panel, &RunsPanel::insteadChosen, session, &Session::branch);
    connect(panel, &RunsPanel::comparisonWanted, this, &BranchCommands::compareWith);
    actions.on(Command::branch, this, &BranchCommands::offerChoice);
    actions.on(Command::previous_choice, this, [this] { goToChoice(-1); });
    actions.on(Command::next_choice, this, [this] { goToChoice(1); });
    actions.on(Command::previous_run, this, [this] { goToRun(-1); });
    actions.on(Command::next_run, this, [this] { goToRun(1); });
}

void BranchCommands::connectTimeline() {
    timeline::TimelineView* view = &m_parts.workspace.timeline();
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view, &QWidget::customContextMenuRequested, this, [this, view](const QPoint& place) {
        if (!view->stage() || m_parts.session.shownRun() == no_run) return;
        const timeline::Range range = view->visibleRange().range();
        if (view->stage()->areas().body.contains(place)) {
            const auto position = view->stage()->window(range).scale.toPosition(place.x());
            m_parts.session.setCursor(view->stage()->map().cursorAt(position));
        }
        offerAt(view->viewport()->mapToGlobal(place));
    });
}

void BranchCommands::connectPanels() {
    Actions& actions = m_parts.actions;
    actions.on(Command::compare_runs, this, [this] { compareWith(runToCompare()); });
    actions.on(Command::compare_policies, this, &BranchCommands::comparePolicies);
    PolicyPanel* policies = &m_parts.workspace.policies();
    connect(policies, &PolicyPanel::compareWanted, this, &BranchCommands::comparePolicies);
    connect(policies, &PolicyPanel::runWanted, &m_parts.session, &Session::run);
    connect(&m_parts.program, &OpenProgram::opened, this, [this] {
        m_parts.workspace.comparison().clear();
        m_parts.workspace.policies().clear();
    });
    connect(&m_parts.program, &OpenProgram::nameChanged, this, &BranchCommands::followState);
}

void BranchCommands::takeTrace() {
    m_decisions = std::make_unique<analysis::Decisions>(m_parts.session.trace());
    m_parts.workspace.statistics().setSource(&m_parts.predict.intervals());
    showChoice();
    followState();
}

void BranchCommands::takeGrowth() {
    m_decisions->update();
    m_parts.workspace.statistics().sourceGrew();
    showChoice();
}

// While a run goes on its end moves on: what is shown would be out of date at once.
void BranchCommands::showChoice() {
    const bool hasRun =
        m_parts.session.shownRun() != no_run && m_parts.session.intervals().size() > 0;
    // The choice tells which thread runs next.
    const bool isTold = hasRun && !m_parts.predict.isEndSecret();
    m_choice =
        isTold ? choiceAt(m_parts.session, *m_decisions, m_parts.session.cursor()) : std::nullopt;
    m_parts.workspace.runs().showChoice(m_choice, hasRun);
    followState();
}

void BranchCommands::offerChoice() {
    timeline::TimelineView& view = m_parts.workspace.timeline();
    QPoint place(view.width() / 3, view.height() / 3);
    if (view.stage() && view.isVisible()) {
        const auto scale = view.stage()->window(view.visibleRange().range()).scale;
        place.setX(static_cast<int>(
            scale.toPixelInside(view.stage()->map().ofCursor(m_parts.session.cursor()))));
    }
    offerAt(view.viewport()->mapToGlobal(place));
}

void BranchCommands::offerAt(const QPoint& place) {
    QMenu menu(&m_parts.workspace);
    if (m_choice)
        addAlternatives(menu, *m_choice, m_parts.session);
    else if (m_parts.predict.isEndSecret())
        menu.addAction(tr("While you predict, no other thread can be chosen"))->setEnabled(false);
    else
        menu.addAction(tr("This run has no decision"))->setEnabled(false);
    menu.addSeparator();
    for (const Command command :
         {Command::previous_choice, Command::next_choice, Command::add_note})
        menu.addAction(m_parts.actions[command]);
    menu.addSeparator();
    for (const Command command :
         {Command::mark_a, Command::mark_b, Command::keep_mark, Command::go_to_unblocker,
          Command::pin_row, Command::hide_row, Command::row_up, Command::row_down,
          Command::fold_rows, Command::show_rows, Command::filter_rows})
        menu.addAction(m_parts.actions[command]);
    menu.exec(place);
}

void BranchCommands::goToChoice(int direction) {
    Session& session = m_parts.session;
    const auto found = direction > 0 ? m_decisions->next(session.cursor() + 1)
                                     : m_decisions->previous(session.cursor());
    if (found) session.setCursor((*m_decisions)[*found]);
}

// Up and down in the tree as it is seen.
void BranchCommands::goToRun(int direction) {
    QTreeView& view = m_parts.workspace.runs().view();
    const RunTreeModel& model = m_parts.workspace.runs().model();
    const QModelIndex shown = model.indexOf(m_parts.session.shownRun());
    const QModelIndex next = direction > 0 ? view.indexBelow(shown) : view.indexAbove(shown);
    if (next.isValid()) m_parts.session.showRun(model.runAt(next));
}

// The one that has the keyboard in the panel of runs; else the parent; else the one before.
RunId BranchCommands::runToCompare() const {
    const RunId shown = m_parts.session.shownRun();
    const RunId chosen =
        m_parts.workspace.runs().model().runAt(m_parts.workspace.runs().view().currentIndex());
    if (chosen != no_run && chosen != shown) return chosen;
    const RunTree& tree = m_parts.session.runs();
    const RunRecord* run = tree.find(shown);
    if (run && run->parent != no_run) return run->parent;
    RunId other = no_run;
    for (const RunRecord& each : tree.runs())
        if (each.id != shown && (other == no_run || each.id < shown)) other = each.id;
    return other;
}

void BranchCommands::compareWith(RunId other) {
    Session& session = m_parts.session;
    const RunId shown = session.shownRun();
    if (other == no_run || other == shown) {
        m_parts.messages.show(Severity::information,
                              tr("There is no other run to compare with. Run again, or run another "
                                 "thread at a decision."));
        return;
    }
    if (session.isRunning()) {
        m_parts.messages.show(Severity::information,
                              tr("Wait for the end of this run, or stop it; then compare."));
        return;
    }
    const auto called = [&session](RunId id) {
        const RunRecord& run = *session.runs().find(id);
        return named(tr("{run} — {origin}", "name of a run, what makes it different"),
                     {{"run", nameOf(run)}, {"origin", originOf(run)}});
    };
    const auto mine = std::make_shared<const trace::Trace>(session.trace());
    const QPointer guard(this);
    session.fetch(
        other, [this, guard, mine, nameA = called(other), nameB = called(shown)](auto theirs) {
            if (!guard) return;
            if (!theirs) {
                m_parts.messages.show(Severity::error,
                                      tr("The other run cannot be shown; it may still go on."));
                return;
            }
            ComparisonPanel& panel = m_parts.workspace.comparison();
            panel.setAxis(m_parts.workspace.timeline().axis());
            panel.compare(theirs, nameA, mine, nameB);
            m_parts.workspace.raisePanel(QStringLiteral("comparison"));
        });
}

void BranchCommands::comparePolicies() {
    if (!m_parts.program.isOpen()) return;
    m_parts.workspace.raisePanel(QStringLiteral("policies"));
    m_parts.workspace.policies().compare(m_parts.runs.options());
}

void BranchCommands::followState() {
    const Actions& actions = m_parts.actions;
    const Session& session = m_parts.session;
    const std::size_t runs = session.runs().runs().size();
    actions[Command::branch]->setEnabled(m_choice.has_value());
    actions[Command::previous_choice]->setEnabled(
        m_decisions->previous(session.cursor()).has_value());
    actions[Command::next_choice]->setEnabled(m_decisions->next(session.cursor() + 1).has_value());
    actions[Command::compare_runs]->setEnabled(runs > 1);
    actions[Command::previous_run]->setEnabled(runs > 1);
    actions[Command::next_run]->setEnabled(runs > 1);
    actions[Command::compare_policies]->setEnabled(m_parts.program.isOpen());
}

}  // namespace turnwise::ui
