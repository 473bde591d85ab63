#include "ui/shell/workspace.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/branches/runs_panel.h"
#include "ui/charts/charts_panel.h"
#include "ui/compare/comparison_panel.h"
#include "ui/editor/program_view.h"
#include "ui/explain/explain_panel.h"
#include "ui/explain/wait_graph_panel.h"
#include "ui/explore/explore_panel.h"
#include "ui/hand/hand_panel.h"
#include "ui/inspect/console_panel.h"
#include "ui/inspect/event_panel.h"
#include "ui/inspect/outline_panel.h"
#include "ui/lessons/exercise_bar.h"
#include "ui/lessons/learn_panel.h"
#include "ui/lessons/pattern_panel.h"
#include "ui/lessons/predict_bar.h"
#include "ui/lessons/veil.h"
#include "ui/look/scale.h"
#include "ui/notes/notes_panel.h"
#include "ui/policies/policy_panel.h"
#include "ui/shell/actions.h"
#include "ui/shell/example_list.h"
#include "ui/shell/message_line.h"
#include "ui/shell/step_bar.h"
#include "ui/statistics/statistics_panel.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"
#include "ui/timeline/transcript_panel.h"

namespace turnwise::ui {

namespace {
const QString timeline_name = QStringLiteral("timeline");
const QString transcript_name = QStringLiteral("transcript");
const QString charts_name = QStringLiteral("charts");
const QString examples_name = QStringLiteral("examples");
const QString console_name = QStringLiteral("console");
const QString events_name = QStringLiteral("events");
const QString waits_name = QStringLiteral("waits");
const QString patterns_name = QStringLiteral("patterns");
const QString learn_name = QStringLiteral("learn");
const QString explore_name = QStringLiteral("explore");
const QString hand_name = QStringLiteral("hand");
const QString runs_name = QStringLiteral("runs");
const QString notes_name = QStringLiteral("notes");
const QString statistics_name = QStringLiteral("statistics");
const QString comparison_name = QStringLiteral("comparison");
const QString policies_name = QStringLiteral("policies");

constexpr const char* was_in_front = "wasInFront";

constexpr int layout_version = 6;  // other panels or other places: another number

// The first has 1. There is no tenth digit, and Alt+0 shows the whole run; the eleventh has 9
// again, and so on down.
QKeySequence keyOfPanel(std::size_t number) {
    if (number < 10) return QKeySequence(QStringLiteral("Alt+%1").arg(number));
    return QKeySequence(QStringLiteral("Ctrl+Alt+%1").arg(number == 10 ? 0 : 20 - number));
}

// A panel behind another tab is not hidden, only out of the way.
bool isInFront(const QDockWidget& dock) {
    return dock.isVisible() &&
           (dock.isFloating() || dock.parentWidget()->rect().intersects(dock.geometry()));
}

QString panelName(PanelId id) {
    return QLatin1String(contentsOf(id).name);
}
}  // namespace

Workspace::Workspace(const Actions& actions, QWidget* parent)
    : QMainWindow(parent, Qt::Widget),
      m_program(new ProgramView(this)),
      m_explain(new ExplainPanel(this)),
      m_steps(new StepBar(actions, this)),
      m_outcome(new MessageLine(this)),
      m_examples(new ExampleList(this)),
      m_console(new ConsolePanel(this)),
      m_events(new EventPanel(this)),
      m_waits(new WaitGraphPanel(this)),
      m_patterns(new PatternPanel(this)),
      m_learn(new LearnPanel(this)),
      m_predict(new PredictBar(this)),
      m_exercise(new ExerciseBar(this)),
      m_timeline_panel(new timeline::TimelinePanel(this)),
      m_timeline(&m_timeline_panel->view()),
      m_transcript(new timeline::TranscriptPanel(*m_timeline, this)),
      m_charts(new charts::ChartsPanel(this)),
      m_runs(new RunsPanel(this)),
      m_notes(new NotesPanel(this)),
      m_statistics(new StatisticsPanel(this)),
      m_comparison(new ComparisonPanel(this)),
      m_policies(new PolicyPanel(this)),
      m_hand(new HandPanel(actions[Command::hand_go],
                           {actions[Command::hand_undo], actions[Command::hand_to_cursor],
                            actions[Command::hand_every_step]},
                           this)),
      m_explore(
          new ExplorePanel(actions[Command::explore], actions[Command::stop_exploring], this)) {
    setDockOptions(AllowNestedDocks | AllowTabbedDocks | GroupedDragging);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCentralWidget(centre());
    makeDocks();
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { followKeyboard(now); });
    arrangeDocks();
    retranslate();
}

// The keyboard leaves panels as they go, when this is no Workspace any more.
Workspace::~Workspace() {
    disconnect(qApp, nullptr, this, nullptr);
}

QWidget* Workspace::centre() {
    auto* widget = new QWidget(this);
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_exercise);
    column->addWidget(m_outcome);
    column->addWidget(m_program, 1);
    column->addWidget(m_predict);
    column->addWidget(m_explain);
    column->addWidget(m_steps);
    return widget;
}

void Workspace::makeDocks() {
    makeDock(examples_name, m_examples);
    makeDock(timeline_name, m_timeline_panel);
    makeDock(charts_name, m_charts);
    for (const PanelId id : all_panels) {
        auto*& panel = m_panels[static_cast<std::size_t>(id)];
        panel = new OutlinePanel(id, this);
        makeDock(QLatin1String(contentsOf(id).name), panel);
    }
    makeDock(console_name, m_console);
    makeDock(events_name, m_events);
    makeDock(transcript_name, m_transcript, QStringLiteral("Alt+Shift+6"));
    makeDock(waits_name, m_waits, QStringLiteral("Ctrl+Alt+W"));
    makeDock(patterns_name, m_patterns, QStringLiteral("Ctrl+Alt+F"));
    makeDock(learn_name, m_learn, QStringLiteral("Ctrl+Alt+H"));
    makeDock(hand_name, m_hand, QStringLiteral("Ctrl+Alt+9"));
    makeDock(explore_name, veiled(m_explore), QStringLiteral("Alt+Shift+7"));
    makeDock(runs_name, veiled(m_runs), QStringLiteral("Alt+Shift+1"));
    makeDock(notes_name, m_notes, QStringLiteral("Alt+Shift+2"));
    makeDock(statistics_name, m_statistics, QStringLiteral("Alt+Shift+3"));
    makeDock(comparison_name, veiled(m_comparison), QStringLiteral("Alt+Shift+4"));
    makeDock(policies_name, veiled(m_policies), QStringLiteral("Alt+Shift+5"));
}

QWidget* Workspace::veiled(QWidget* panel) {
    return m_veils.emplace_back(new Veil(panel, this));
}

void Workspace::setVeiled(bool is_veiled) {
    for (Veil* veil : m_veils)
        veil->setDrawn(is_veiled);
}

void Workspace::arrangeDocks() {
    const auto place = [this](Qt::DockWidgetArea area, std::initializer_list<QString> tabs) {
        QDockWidget* first = dock(*tabs.begin());
        addDockWidget(area, first);
        for (const QString& name : tabs)
            if (dock(name) != first) tabifyDockWidget(first, dock(name));
        first->raise();
    };
    for (QDockWidget* dock : m_docks) {
        dock->setFloating(false);
        dock->show();
    }
    place(Qt::LeftDockWidgetArea, {examples_name});
    place(Qt::BottomDockWidgetArea, {timeline_name, charts_name, transcript_name, statistics_name,
                                     comparison_name, policies_name, learn_name});
    place(Qt::RightDockWidgetArea, {panelName(PanelId::threads), runs_name, notes_name, waits_name,
                                    hand_name, explore_name});
    place(Qt::RightDockWidgetArea, {panelName(PanelId::objects), panelName(PanelId::locals)});
    place(Qt::RightDockWidgetArea, {panelName(PanelId::variables), panelName(PanelId::stack)});
    place(Qt::RightDockWidgetArea, {console_name, events_name, patterns_name});
    shareSpace();
}

void Workspace::shareSpace() {
    resizeDocks({dock(examples_name), dock(panelName(PanelId::threads))},
                {scaled(205), scaled(490)}, Qt::Horizontal);
    resizeDocks({dock(timeline_name)}, {scaled(470)}, Qt::Vertical);
    resizeDocks({dock(panelName(PanelId::threads)), dock(panelName(PanelId::objects)),
                 dock(panelName(PanelId::variables)), dock(console_name)},
                {260, 150, 190, 200}, Qt::Vertical);
}

// Sizes that are set before the window has its own are forgotten.
void Workspace::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (!m_has_shared_space) shareSpace();
    m_has_shared_space = true;
}

QDockWidget* Workspace::makeDock(const QString& name, QWidget* contents, const QString& key) {
    auto* dock = new QDockWidget(this);
    dock->setObjectName(name);
    dock->setWidget(contents);
    dock->setFocusProxy(contents);
    m_docks.push_back(dock);
    for (const auto moved : {&QDockWidget::topLevelChanged, &QDockWidget::visibilityChanged})
        connect(dock, moved, this, &Workspace::showTitles, Qt::QueuedConnection);
    QAction* toggle = dock->toggleViewAction();
    toggle->setShortcut(key.isEmpty() ? keyOfPanel(m_docks.size()) : QKeySequence(key));
    // Behind another tab it is out of sight, yet not hidden.
    connect(dock, &QDockWidget::visibilityChanged, this, [dock](bool visible) {
        if (!dock->isHidden()) dock->setProperty(was_in_front, visible);
    });
    connect(toggle, &QAction::triggered, dock, [dock](bool shown) {
        // Whoever asks for a panel behind another one wants to see it, not to lose it.
        if (!shown && dock->property(was_in_front).toBool()) return;
        dock->show();
        dock->raise();
    });
    return dock;
}

QDockWidget* Workspace::dock(const QString& name) const {
    for (QDockWidget* dock : m_docks)
        if (dock->objectName() == name) return dock;
    return nullptr;
}

// A panel among tabs has its name on its tab: a title below would only say it again.
void Workspace::showTitles() {
    for (QDockWidget* dock : m_docks) {
        const bool is_tab = !tabifiedDockWidgets(dock).isEmpty();
        if (is_tab && !dock->titleBarWidget()) dock->setTitleBarWidget(new QWidget(dock));
        if (is_tab || !dock->titleBarWidget()) continue;
        QWidget* empty = dock->titleBarWidget();
        dock->setTitleBarWidget(nullptr);
        empty->deleteLater();
    }
    // Qt makes them as panels are stacked, for a mouse only.
    for (auto* tabs : findChildren<QTabBar*>(Qt::FindDirectChildrenOnly)) {
        tabs->setFocusPolicy(Qt::TabFocus);
        tabs->setAccessibleName(tr("Panels"));
    }
}

std::vector<QAction*> Workspace::panelActions() const {
    std::vector<QAction*> actions;
    for (const QDockWidget* dock : m_docks)
        actions.push_back(dock->toggleViewAction());
    return actions;
}

bool Workspace::restoreLayout(const QByteArray& layout) {
    m_has_shared_space = restoreState(layout, layout_version);
    showTitles();
    return m_has_shared_space;
}

QByteArray Workspace::layout() const {
    return m_is_presenting ? m_layout_before : saveState(layout_version);
}

void Workspace::setPresenting(bool presenting) {
    if (presenting == m_is_presenting) return;
    if (presenting) m_layout_before = saveState(layout_version);
    m_is_presenting = presenting;
    if (presenting) {
        for (QDockWidget* dock : m_docks)
            dock->setVisible(dock->objectName() == timeline_name);
        resizeDocks({dock(timeline_name)}, {height() / 2}, Qt::Vertical);
    } else {
        restoreLayout(m_layout_before);
    }
    emit presentingChanged(presenting);
}

void Workspace::resetLayout() {
    arrangeDocks();
    showTitles();
}

void Workspace::focusPanel(int direction) {
    std::vector<QWidget*> panels{m_program};
    for (const QDockWidget* dock : m_docks)
        if (isInFront(*dock)) panels.push_back(dock->widget());
    std::size_t now = 0;
    for (std::size_t at = 0; at < panels.size(); ++at)
        if (panels[at]->isAncestorOf(QApplication::focusWidget()) ||
            panels[at] == QApplication::focusWidget())
            now = at;
    const std::size_t next = direction > 0 ? now + 1 : now + panels.size() - 1;
    panels[next % panels.size()]->setFocus(Qt::ShortcutFocusReason);
}

// The bar of menus takes the keyboard while one is open, and belongs to no panel. A panel that
// floats is a window, and yet ours.
void Workspace::followKeyboard(QWidget* widget) {
    QDockWidget* panel = nullptr;
    while (widget && widget != this) {
        if (const auto found = std::ranges::find(m_docks, widget); found != m_docks.end())
            panel = *found;
        widget = widget->parentWidget();
    }
    if (!widget || panel == m_keyboard_panel) return;
    m_keyboard_panel = panel;
    emit keyboardMoved();
}

void Workspace::floatPanel() {
    if (!m_keyboard_panel) return;
    QDockWidget* panel = m_keyboard_panel;
    panel->setFloating(!panel->isFloating());
    panel->show();
    panel->raise();
    panel->activateWindow();
    panel->widget()->setFocus(Qt::ShortcutFocusReason);
}

void Workspace::closePanel() {
    if (!m_keyboard_panel) return;
    m_keyboard_panel->close();
    m_program->setFocus(Qt::ShortcutFocusReason);
}

void Workspace::raisePanel(const QString& name) {
    QDockWidget* panel = dock(name);
    panel->show();
    panel->raise();
}

void Workspace::giveRoom(const QString& name, int height) {
    raisePanel(name);
    QDockWidget* panel = dock(name);
    const int wanted = std::min(height, this->height() * 2 / 3);
    if (!panel->isFloating() && panel->height() < wanted)
        resizeDocks({panel}, {wanted}, Qt::Vertical);
}

void Workspace::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void Workspace::retranslate() {
    for (const PanelId id : all_panels)
        panel(id).parentWidget()->setWindowTitle(titleOf(id));
    m_examples->parentWidget()->setWindowTitle(tr("Examples"));
    m_console->parentWidget()->setWindowTitle(tr("Console"));
    m_timeline_panel->parentWidget()->setWindowTitle(tr("Timeline"));
    m_transcript->parentWidget()->setWindowTitle(tr("Transcript"));
    m_timeline->setAccessibleName(tr("Timeline"));
    m_charts->parentWidget()->setWindowTitle(tr("Charts"));
    m_events->parentWidget()->setWindowTitle(tr("Events"));
    m_waits->parentWidget()->setWindowTitle(tr("Who waits"));
    m_patterns->parentWidget()->setWindowTitle(tr("Patterns"));
    m_learn->parentWidget()->setWindowTitle(tr("Learn"));
    m_hand->parentWidget()->setWindowTitle(tr("By hand"));
    dock(explore_name)->setWindowTitle(tr("Explore"));
    dock(runs_name)->setWindowTitle(tr("Runs"));
    m_notes->parentWidget()->setWindowTitle(tr("Notes"));
    m_statistics->parentWidget()->setWindowTitle(tr("Statistics"));
    dock(comparison_name)->setWindowTitle(tr("Comparison"));
    dock(policies_name)->setWindowTitle(tr("Policies"));
}

}  // namespace turnwise::ui
