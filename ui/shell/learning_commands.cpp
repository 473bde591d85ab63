#include "ui/shell/learning_commands.h"

#include "ui/editor/program_view.h"
#include "ui/explain/wait_graph_panel.h"
#include "ui/explain/words.h"
#include "ui/lessons/code_words.h"
#include "ui/lessons/learn_panel.h"
#include "ui/lessons/lesson_pages.h"
#include "ui/lessons/pattern_panel.h"
#include "ui/lessons/predict_mode.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/open_program.h"
#include "ui/shell/tour_stops.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/mark_overlay.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

LearningCommands::LearningCommands(MainWindow& window, PredictMode& predict, QObject* parent)
    : QObject(parent),
      m_window(window),
      m_predict(predict),
      m_tour(&window, tourStops(window)),
      m_marks(new timeline::MarkOverlay(window.workspace().timeline())) {
    connectLessons();
    connectPredict();
    m_window.actions().on(Command::tour, this, [this] {
        // It opens an example: what is not saved yet comes first.
        m_window.program().whenSafe([this] { m_tour.begin(); });
    });
}

void LearningCommands::connectLessons() {
    m_window.actions().on(Command::help_on_word, this, &LearningCommands::helpOnWord);
    LearnPanel* learn = &m_window.workspace().learn();
    connect(learn, &LearnPanel::exampleWanted, &m_window, &MainWindow::openExample);
    connect(learn, &LearnPanel::snippetWanted, this, &LearningCommands::openSnippet);
    PatternPanel* patterns = &m_window.workspace().patterns();
    connect(patterns, &PatternPanel::pageWanted, this, &LearningCommands::openLesson);
    connect(patterns, &PatternPanel::shownChanged, this, &LearningCommands::markPatterns);
    connect(m_marks, &timeline::MarkOverlay::pageWanted, this, &LearningCommands::openLesson);
    connect(&m_window.workspace().timeline(), &timeline::TimelineView::pageWanted, this,
            &LearningCommands::openLesson);
    markPatterns();
    connect(patterns, &PatternPanel::eventChosen, this,
            [this](EventIndex at) { m_window.session().setCursor(at + 1); });
}

void LearningCommands::connectPredict() {
    Actions& actions = m_window.actions();
    actions.on(Command::predict, &m_predict, &PredictMode::setOn);
    const auto follow = [this, &actions] {
        const Session& session = m_window.session();
        actions[Command::predict]->setEnabled(session.stepCount() > 0 || m_predict.isOn());
        actions[Command::predict]->setChecked(m_predict.isOn());
        m_window.workspace().patterns().setSecret(m_predict.isEndSecret());
        m_window.workspace().setVeiled(m_predict.isEndSecret());
    };
    connect(&m_predict, &PredictMode::changed, this, follow);
    connect(&m_window.session(), &Session::cursorChanged, this, follow);
    connect(&m_window.session(), &Session::traceGrew, this, follow);
    follow();
}

void LearningCommands::helpOnWord() {
    CodeEditor& editor = m_window.workspace().program().editor();
    int line = 0, column = 0;
    editor.getCursorPosition(&line, &column);
    const QString text = editor.text();
    const qsizetype begin =
        text.isEmpty() ? 0
                       : text.section(QLatin1Char('\n'), 0, line - 1).size() + (line > 0 ? 1 : 0);
    QStringList words;
    if (!m_window.isStartPageShown()) words = wordsAt(text, begin + column);
    if (m_window.isStartPageShown()) m_window.showWorkspace();
    m_window.workspace().raisePanel(QStringLiteral("learn"));
    m_window.workspace().learn().showFirstAbout(words);
}

// Each where it is complete: on the timeline with its name, on the overview as a sign.
void LearningCommands::markPatterns() {
    std::vector<timeline::Finding> findings;
    std::vector<timeline::Flag> flags;
    for (const analysis::Pattern& pattern : m_window.workspace().patterns().patterns()) {
        const QString name = patternWord(pattern.kind);
        const QString page = pageOf(pattern.kind);
        findings.push_back({timeline::Finding::Kind::pattern, pattern.at,
                            tr("%1: click to read what this is.").arg(name), page});
        flags.push_back(
            {timeline::Flag::Kind::pattern, pattern.at + 1, pattern.at + 1, name, page});
    }
    m_window.workspace().timeline().setPatterns(std::move(findings));
    m_marks->setFlags(std::move(flags));
}

void LearningCommands::openLesson(const QString& page) {
    m_window.workspace().raisePanel(QStringLiteral("learn"));
    m_window.workspace().learn().showPage(page);
}

// A program of a page is an example like those of the gallery, with its page's words as title.
void LearningCommands::openSnippet(const QString& name) {
    Example snippet;
    snippet.name = name;
    snippet.text = snippetProgram(name);
    if (!snippet.text.isEmpty()) m_window.program().openExample(snippet);
}

void LearningCommands::retranslate() {
    m_predict.retranslate();
    m_tour.retranslate();
}

}  // namespace turnwise::ui
