// The process of one engine, whatever it was asked to do: how it is started, that it never outlives
// who asked, and what its end means in words.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QStringList>

namespace turnwise::ui {

class EngineProcess final : public QObject {
    Q_OBJECT

  public:
    enum class Input {
        none,       // the engine finds the end of it at once
        forwarded,  // this process's own
        written,    // what is given to write(), until closeInput()
    };
    enum class End {
        notYet,
        notStarted,  // no such program, or one that the system does not execute
        refused,  // it ended by itself with the status of bad usage or input; messages() says why
        exited,   // it ended by itself with another status
        crashed,  // by a signal
    };

    explicit EngineProcess(QObject* parent = nullptr);
    ~EngineProcess() override;

    // TURNWISE_ENGINE, else beside this executable, else ../libexec/turnwise; "" if there is none.
    static QString enginePath();
    // What to do if there is none.
    static QString notFoundWords();

    // Call once. ended() comes later, never from inside.
    void start(const QStringList& arguments, const QString& workingDirectory, Input input);
    void write(const QByteArray& bytes) { m_process.write(bytes); }
    void closeInput() { m_process.closeWriteChannel(); }

    // Asks it to come to an end.
    void terminate() { m_process.terminate(); }
    void kill() { m_process.kill(); }
    // ended() was emitted when it returns.
    void killAndWait();

    bool wasStarted() const { return m_wasStarted; }
    End end() const { return m_end; }
    int exitStatus() const { return m_process.exitCode(); }
    // The signal that ended it; 0 if none did.
    int signal() const { return m_end == End::crashed ? m_process.exitCode() : 0; }
    QString signalWords() const;  // "SIGSEGV (Segmentation fault)"
    QString notStartedWords() const;

    // What it wrote to its standard error, the last few kilobytes, without its own name.
    QString messages() const;

  signals:
    void received(const QByteArray& bytes);  // from its standard output; never empty
    void ended();                            // once, after the last received()

  private:
    void read();
    void conclude(End end);

    QProcess m_process;
    QByteArray m_messages;
    End m_end = End::notYet;
    bool m_wasStarted = false;
};

}  // namespace turnwise::ui
