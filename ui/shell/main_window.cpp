#include "ui/shell/main_window.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/editor/program_view.h"
#include "ui/lessons/predict_mode.h"
#include "ui/look/focus_ring.h"
#include "ui/look/icons.h"
#include "ui/look/language.h"
#include "ui/look/scale.h"
#include "ui/look/system_appearance.h"
#include "ui/look/tab_order.h"
#include "ui/look/theme.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/branch_commands.h"
#include "ui/shell/edit_commands.h"
#include "ui/shell/example_list.h"
#include "ui/shell/exercise_commands.h"
#include "ui/shell/explore_commands.h"
#include "ui/shell/export_commands.h"
#include "ui/shell/file_commands.h"
#include "ui/shell/file_drop.h"
#include "ui/shell/find_commands.h"
#include "ui/shell/hand_commands.h"
#include "ui/shell/input_commands.h"
#include "ui/shell/learning_commands.h"
#include "ui/shell/menus.h"
#include "ui/shell/message_line.h"
#include "ui/shell/note_commands.h"
#include "ui/shell/open_program.h"
#include "ui/shell/pause_meter.h"
#include "ui/shell/preferences.h"
#include "ui/shell/presenter.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/run_commands.h"
#include "ui/shell/scenario_commands.h"
#include "ui/shell/settings.h"
#include "ui/shell/start_page.h"
#include "ui/shell/status_line.h"
#include "ui/shell/timeline_commands.h"
#include "ui/shell/view_commands.h"
#include "ui/shell/workspace.h"

namespace turnwise::ui {

// In the order of construction: each part may use those above it.
struct MainWindow::Parts {
    explicit Parts(MainWindow& window)
        : start_page(actions),
          workspace(actions),
          run_bar(actions),
          status(*window.statusBar()),
          program(workspace.program(), messages, settings),
          predict(session, workspace.predict()),
          presenter(session, workspace, status, predict),
          files({actions, program, session, run_bar, messages, settings}),
          editing(actions, workspace.program().editor()),
          by_hand({actions, session, workspace, program, run_bar}),
          runs({actions, program, session, run_bar, workspace.steps(), messages, predict, by_hand,
                settings}),
          inputs({actions, session, workspace, program, run_bar, runs}),
          branches({actions, session, workspace, program, runs, messages, predict}),
          exploring({actions, session, workspace, program, runs, branches, settings}),
          notes({actions, session, workspace, notebook, predict}),
          scenarios({actions, session, workspace, program, notebook, messages, settings, by_hand}),
          exports({window, actions, session, program, workspace.timeline(), messages, settings,
                   predict, notebook}),
          views({window, actions, workspace, settings}),
          times(actions, workspace.timelinePanel()),
          finding({window, actions, session, workspace, messages, predict}),
          menus(*window.menuBar(), actions, files.recentMenu(), workspace.panelActions()) {}

    // These two adopt parts below, which must be gone before them.
    QStackedWidget pages;
    QToolBar tool_bar;
    Settings settings;
    Actions actions;
    Session session;
    Notebook notebook;
    MessageLine messages;
    StartPage start_page;
    Workspace workspace;
    RunBar run_bar;
    StatusLine status;
    OpenProgram program;
    PredictMode predict;
    Presenter presenter;
    FileCommands files;
    EditCommands editing;
    HandCommands by_hand;
    RunCommands runs;
    InputCommands inputs;
    BranchCommands branches;
    ExploreCommands exploring;
    NoteCommands notes;
    ScenarioCommands scenarios;
    ExportCommands exports;
    ViewCommands views;
    TimelineCommands times;
    FindCommands finding;
    Menus menus;
    // These speak with the window, so they come after all else.
    std::unique_ptr<LearningCommands> learning;
    std::unique_ptr<ExerciseCommands> exercises;
};

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent), m_parts(std::make_unique<Parts>(*this)) {
    m_parts->learning = std::make_unique<LearningCommands>(*this, m_parts->predict);
    m_parts->exercises = std::make_unique<ExerciseCommands>(*this);
    connect(&m_parts->start_page, &StartPage::exerciseChosen, m_parts->exercises.get(),
            &ExerciseCommands::open);
    setWindowIcon(applicationIcon());
    layOut();
    addToolBar();
    connectParts();
    new FocusRing(*this);
    if (PauseMeter::isOn()) new PauseMeter(this);
    auto* system = new SystemAppearance(this);
    connect(system, &SystemAppearance::changed, this, [](SystemAppearance::Wish wish) {
        using enum SystemAppearance::Wish;
        setSystemDark(wish == none ? std::nullopt : std::optional(wish == dark));
    });
    retranslate();
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    restoreGeometry(m_parts->settings.geometry());
    m_parts->workspace.restoreLayout(m_parts->settings.layout());
    m_parts->settings.applyRunDefaults(m_parts->run_bar);
    m_parts->runs.rememberOptions();
    m_parts->start_page.setRecentFiles(m_parts->settings.recentFiles());
    showPage(m_parts->start_page);
    m_parts->program.offerOrphan();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut() {
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(&m_parts->messages);
    column->addWidget(&m_parts->pages, 1);
    m_parts->pages.addWidget(&m_parts->start_page);
    m_parts->pages.addWidget(&m_parts->workspace);
    setCentralWidget(centre);
}

void MainWindow::addToolBar() {
    QToolBar& bar = m_parts->tool_bar;
    const Actions& actions = m_parts->actions;
    bar.setObjectName(QStringLiteral("toolBar"));
    bar.setMovable(false);
    bar.setContextMenuPolicy(Qt::PreventContextMenu);
    bar.setIconSize(scaled(QSize(20, 20)));
    for (const Command command : {Command::start_page, Command::open, Command::save})
        bar.addAction(actions[command]);
    bar.addSeparator();
    for (const Command command : {Command::run, Command::stop, Command::explore}) {
        bar.addAction(actions[command]);
        auto* button = qobject_cast<QToolButton*>(bar.widgetForAction(actions[command]));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    bar.addWidget(&m_parts->run_bar);
    // A tool bar takes the keyboard from its buttons: whoever goes through the window by Tab
    // would not know that there is one.
    for (auto* button : bar.findChildren<QToolButton*>(Qt::FindDirectChildrenOnly))
        button->setFocusPolicy(Qt::TabFocus);
    QMainWindow::addToolBar(Qt::TopToolBarArea, &bar);
}

void MainWindow::connectParts() {
    Parts& parts = *m_parts;
    connect(&parts.start_page, &StartPage::exampleChosen, this, &MainWindow::openExample);
    connect(&parts.start_page, &StartPage::fileChosen, this, &MainWindow::openPath);
    connect(&parts.workspace.examples(), &ExampleList::exampleChosen, this,
            &MainWindow::openExample);
    connect(&parts.files, &FileCommands::startPageWanted, this, [this] {
        m_parts->start_page.setRecentFiles(m_parts->settings.recentFiles());
        showPage(m_parts->start_page);
    });
    auto* drop = new FileDrop(*this, this);
    connect(drop, &FileDrop::dropped, this, &MainWindow::openPath);
    connect(&parts.files, &FileCommands::scenarioChosen, &parts.scenarios,
            &ScenarioCommands::openFile);
    connect(&parts.program, &OpenProgram::opened, this, [this](bool with_trace) {
        if (!with_trace) m_parts->session.clear();
        showPage(m_parts->workspace);
        m_parts->workspace.program().setFocus();
    });
    connect(&parts.program, &OpenProgram::nameChanged, this, &MainWindow::showTitle);
    connect(&parts.session, &Session::runStarted, this, [this] { showPage(m_parts->workspace); });
    parts.actions.on(Command::preferences, this, [this] {
        auto* dialog = findChild<Preferences*>();
        if (!dialog)
            dialog = new Preferences(
                {m_parts->actions, m_parts->run_bar, m_parts->settings, m_parts->views}, this);
        dialog->show();
        dialog->raise();
        dialog->activateWindow();
    });
    parts.actions.on(Command::quit, this, &QWidget::close);
    connect(&parts.workspace, &Workspace::presentingChanged, this,
            [this] { showPage(*m_parts->pages.currentWidget()); });
}

void MainWindow::openPath(const QString& path) {
    m_parts->files.openPath(path);
}

void MainWindow::openExample(const QString& name) {
    m_parts->files.openExample(name);
}

void MainWindow::showPage(QWidget& page) {
    m_parts->pages.setCurrentWidget(&page);
    m_parts->tool_bar.setVisible(&page == &m_parts->workspace &&
                                 !m_parts->workspace.isPresenting());
}

void MainWindow::showWorkspace() {
    showPage(m_parts->workspace);
}

bool MainWindow::isStartPageShown() const {
    return m_parts->pages.currentWidget() == &m_parts->start_page;
}

void MainWindow::showTitle() {
    const OpenProgram& program = m_parts->program;
    setWindowTitle(program.isOpen() ? QStringLiteral("%1[*] — Turnwise").arg(program.name())
                                    : QStringLiteral("Turnwise"));
    setWindowModified(program.isModified());
}

// The platform has changed its palette. Ours stands over it, so no PaletteChange tells.
bool MainWindow::event(QEvent* event) {
    if (event->type() == QEvent::ThemeChange) readSystemPalette();
    return QMainWindow::event(event);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::FontChange && m_parts)
        m_parts->tool_bar.setIconSize(scaled(QSize(20, 20)));
    // The first of these come while the parts are still being made.
    if (event->type() == QEvent::PaletteChange && m_parts) m_parts->views.showTheme();
}

void MainWindow::retranslate() {
    m_parts->actions.retranslate();
    m_parts->files.retranslate();
    m_parts->menus.retranslate();
    m_parts->presenter.showAll();
    m_parts->learning->retranslate();
    m_parts->by_hand.showQuestion();
    m_parts->exploring.retranslate();
    m_parts->tool_bar.setWindowTitle(tr("Tools"));
    showTitle();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_parts->program.isModified()) {
        event->ignore();
        m_parts->program.whenSafe([this] { close(); });
        return;
    }
    m_parts->program.keepNow();
    m_parts->settings.setGeometryAndLayout(saveGeometry(), m_parts->workspace.layout());
    m_parts->session.stop();
    event->accept();
}

bool MainWindow::focusNextPrevChild(bool forwards) {
    return focusNext(*this, forwards);
}

Actions& MainWindow::actions() {
    return m_parts->actions;
}
Session& MainWindow::session() {
    return m_parts->session;
}
Workspace& MainWindow::workspace() {
    return m_parts->workspace;
}
Notebook& MainWindow::notebook() {
    return m_parts->notebook;
}
ScenarioCommands& MainWindow::scenarios() {
    return m_parts->scenarios;
}
OpenProgram& MainWindow::program() {
    return m_parts->program;
}
RunBar& MainWindow::runBar() {
    return m_parts->run_bar;
}
StartPage& MainWindow::startPage() {
    return m_parts->start_page;
}
PredictMode& MainWindow::predict() {
    return m_parts->predict;
}
ExerciseCommands& MainWindow::exercises() {
    return *m_parts->exercises;
}
LearningCommands& MainWindow::learning() {
    return *m_parts->learning;
}
MessageLine& MainWindow::messages() {
    return m_parts->messages;
}

}  // namespace turnwise::ui
