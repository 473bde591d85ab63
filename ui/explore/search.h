// A search of all interleavings of a program by an engine: from its start to its end, and what is
// known of it so far.
//
// It searches the very text that a person sees, saved or not. Nothing here waits for the engine.
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <nlohmann/json.hpp>

#include "ui/explore/search_options.h"
#include "ui/explore/search_report.h"
#include "ui/explore/search_tree.h"
#include "ui/session/run_options.h"
#include "ui/session/temporary_program.h"

namespace turnwise::ui {

class InputFile;

class SearchEngine;

class Search final : public QObject {
    Q_OBJECT

  public:
    enum class State {
        idle,      // none was started, or it was forgotten
        running,   //
        stopping,  // by a person: the engine is asked for what it has
        over,      // report() is all that is known
        failed,    // why() says why; report() holds what was told before
    };
    struct Progress {
        std::uint64_t executions = 0;
        double seconds = 0;
        double estimatedExecutions = 0;  // of the whole search; 0: not known
    };

    explicit Search(QObject* parent = nullptr);
    ~Search() override;

    // Forgets the search before. Of `program` its text, path, arguments and folder are used. `text`
    // is what is searched, for whoever shows a finding later.
    void start(const RunOptions& program, const QString& text, const SearchOptions& options);
    void stop();
    // A search of an earlier day: what its report() was told from, and what it was of. As if it had
    // just ended, with its tree as far as that was kept.
    void restore(const RunOptions& program, const QString& text, const QByteArray& told);
    // For restore(): the report, with the lines of the tree as "tree"; "" while it has not ended.
    const QByteArray& told() const { return m_told; }
    // Kills it and forgets all.
    void clear();

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::running || m_state == State::stopping; }
    const SearchOptions& options() const { return m_options; }
    const RunOptions& program() const { return m_program; }
    const QString& text() const { return m_text; }
    const Progress& progress() const { return m_progress; }
    const SearchReport& report() const { return m_report; }
    const QString& why() const { return m_why; }
    // How the search went, as far as that is told: see tellsTree().
    const SearchTree& tree() const { return m_tree; }
    // Of a run of that program: its threads in the order in which it made them.
    void knowThreads(const QStringList& inOrder);

  signals:
    void started();
    void progressed();  // progress(), and perhaps more problems in report()
    void treeGrew();    // at most some 10 times a second
    void finished();    // state() is over or failed
    void cleared();

  private:
    void startEngine();
    void addToTree(const nlohmann::ordered_json& line);
    void dropEngine();
    void forget();
    void takeProgress();
    void conclude();
    SearchReport reportSoFar() const;
    void fail(const QString& why);

    RunOptions m_program;
    QString m_text;
    SearchOptions m_options;
    std::unique_ptr<InputFile> m_input;        // what the program reads
    std::unique_ptr<TemporaryProgram> m_copy;  // of unsaved text, else nullptr
    std::unique_ptr<SearchEngine> m_engine;    // while it runs
    State m_state = State::idle;
    Progress m_progress;
    SearchReport m_report;
    QByteArray m_told;  // JSON
    SearchTree m_tree;
    nlohmann::ordered_json m_treeLines;  // that it was made of, as long as they are few
    std::size_t m_treeBytes = 0;
    QTimer m_growth;  // runs while growth of the tree waits to be told
    QString m_why;
};

}  // namespace turnwise::ui
