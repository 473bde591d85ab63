#include "ui/shell/workspace.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QVBoxLayout>

#include "ui/editor/program_view.h"
#include "ui/explain/explain_panel.h"
#include "ui/inspect/console_panel.h"
#include "ui/inspect/event_panel.h"
#include "ui/inspect/outline_panel.h"
#include "ui/shell/example_list.h"
#include "ui/shell/message_line.h"
#include "ui/shell/step_bar.h"

namespace turnwise::ui {

namespace {
const QString timeline_name = QStringLiteral("timeline");
const QString examples_name = QStringLiteral("examples");
const QString console_name = QStringLiteral("console");
const QString events_name = QStringLiteral("events");
const QString charts_name = QStringLiteral("charts");
}  // namespace

Workspace::Workspace(const Actions& actions, QWidget* parent)
    : QMainWindow(parent, Qt::Widget),
      m_program(new ProgramView(this)),
      m_explain(new ExplainPanel(this)),
      m_steps(new StepBar(actions, this)),
      m_outcome(new MessageLine(this)),
      m_examples(new ExampleList(this)),
      m_console(new ConsolePanel(this)),
      m_events(new EventPanel(this)) {
    setDockOptions(AllowNestedDocks | AllowTabbedDocks | AnimatedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCentralWidget(centre());
    addPanels();
    retranslate();
    m_first_layout = saveState();
}

QWidget* Workspace::centre() {
    auto* widget = new QWidget(this);
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_outcome);
    column->addWidget(m_program, 1);
    column->addWidget(m_explain);
    column->addWidget(m_steps);
    return widget;
}

void Workspace::addPanels() {
    const auto panelDock = [this](PanelId id) {
        auto*& panel = m_panels[static_cast<std::size_t>(id)];
        panel = new OutlinePanel(id, this);
        return makeDock(QLatin1String(contentsOf(id).name), panel);
    };
    QDockWidget* examples = makeDock(examples_name, m_examples);
    QDockWidget* threads = panelDock(PanelId::threads);
    QDockWidget* objects = panelDock(PanelId::objects);
    QDockWidget* locals = panelDock(PanelId::locals);
    QDockWidget* variables = panelDock(PanelId::variables);
    QDockWidget* stack = panelDock(PanelId::stack);
    QDockWidget* console = makeDock(console_name, m_console);
    QDockWidget* events = makeDock(events_name, m_events);

    addDockWidget(Qt::LeftDockWidgetArea, examples);
    for (QDockWidget* dock : {threads, objects, variables, console})
        addDockWidget(Qt::RightDockWidgetArea, dock);
    tabifyDockWidget(objects, locals);
    tabifyDockWidget(variables, stack);
    tabifyDockWidget(console, events);
    for (QDockWidget* dock : {objects, variables, console})
        dock->raise();
    resizeDocks({examples, threads}, {200, 430}, Qt::Horizontal);
    resizeDocks({threads, objects, variables, console}, {230, 150, 200, 220}, Qt::Vertical);
}

QDockWidget* Workspace::makeDock(const QString& name, QWidget* contents) {
    auto* dock = new QDockWidget(this);
    dock->setObjectName(name);
    dock->setWidget(contents);
    dock->setFocusProxy(contents);
    m_docks.push_back(dock);
    dock->toggleViewAction()->setShortcut(
        QKeySequence(QStringLiteral("Alt+%1").arg(m_docks.size())));
    return dock;
}

std::vector<QAction*> Workspace::panelActions() const {
    std::vector<QAction*> actions;
    for (const QDockWidget* dock : m_docks)
        actions.push_back(dock->toggleViewAction());
    return actions;
}

void Workspace::resetLayout() {
    for (QDockWidget* dock : m_docks)
        dock->show();
    restoreState(m_first_layout);
}

void Workspace::focusPanel(int direction) {
    std::vector<QWidget*> panels{m_program};
    for (const QDockWidget* dock : m_docks)
        if (!dock->visibleRegion().isEmpty()) panels.push_back(dock->widget());
    std::size_t now = 0;
    for (std::size_t at = 0; at < panels.size(); ++at)
        if (panels[at]->isAncestorOf(QApplication::focusWidget()) ||
            panels[at] == QApplication::focusWidget())
            now = at;
    const std::size_t next = direction > 0 ? now + 1 : now + panels.size() - 1;
    panels[next % panels.size()]->setFocus(Qt::ShortcutFocusReason);
}

void Workspace::raisePanel(const QString& name) {
    for (QDockWidget* dock : m_docks)
        if (dock->objectName() == name) {
            dock->show();
            dock->raise();
        }
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
    m_events->parentWidget()->setWindowTitle(tr("Events"));
}

}  // namespace turnwise::ui
