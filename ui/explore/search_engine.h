// One engine that searches, and what it has told so far. Its lines are described in app/README.md.
//
// It may crash, be killed, tell nonsense or nothing: then it is over, and why() says so in words;
// what it had told before stays.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <vector>

#include "ui/explore/json_parts.h"
#include "ui/session/engine_process.h"

namespace turnwise::ui {

class SearchEngine final : public QObject {
    Q_OBJECT

  public:
    explicit SearchEngine(QObject* parent = nullptr);
    ~SearchEngine() override;

    // Call once.
    void start(const QStringList& arguments, const QString& workingDirectory);
    // Asks it to tell what it has found, and kills it if it does not do so soon.
    void stop();

    bool isOver() const { return m_isOver; }
    // null until it has told its last word.
    const Json& report() const { return m_report; }
    // Those that were told before the report.
    const std::vector<Json>& findings() const { return m_findings; }
    const Json& progress() const { return m_progress; }
    // Why there is no report; "" while there may be one.
    const QString& why() const { return m_why; }
    bool wasRefused() const { return m_wasRefused; }
    // It was no matter of the input: the search ended without a verdict.
    bool isInconclusive() const { return m_isInconclusive; }

  signals:
    void progressed();
    void found();  // one more of findings()
    void treeGrew(const turnwise::ui::Json& line);
    void over();  // once; never from inside start() or stop()

  private:
    void read(const QByteArray& bytes);
    void take(const QByteArray& line);
    void conclude();
    QString ending() const;

    EngineProcess m_engine;
    QTimer m_patience;  // after stop()
    QByteArray m_rest;
    Json m_report;
    Json m_progress;
    std::vector<Json> m_findings;
    QString m_why;
    bool m_wasRefused = false;
    bool m_isInconclusive = false;
    bool m_isStopping = false;
    bool m_isOver = false;
};

}  // namespace turnwise::ui
