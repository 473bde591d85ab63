// The patterns that were found in the run: what each is called, what happened, and the moments that
// prove it.
//
// Looking for them takes longer than a frame when a trace is long, so it goes on piece by piece
// while the window stays awake.
#pragma once

#include <QTextBrowser>
#include <QTimer>
#include <functional>
#include <memory>

#include "core/analysis/patterns.h"
#include "ui/explain/explainer.h"

namespace turnwise::ui {

// The page of the glossary about it.
QString pageOf(analysis::PatternKind kind);

class PatternPanel final : public QTextBrowser {
    Q_OBJECT
  public:
    using StateAfter = std::function<const analysis::State&(EventIndex)>;

    explicit PatternPanel(QWidget* parent = nullptr);

    // Both must live until the next call; `state_after` answers for any moment of the trace.
    void setSource(const analysis::Intervals* intervals, const analysis::Steps* steps,
                   StateAfter state_after);
    void sourceGrew();
    // Says nothing of what was found while somebody is to find out for himself.
    void setSecret(bool is_secret);

    // What is known so far; nothing while it is a secret.
    std::vector<analysis::Pattern> patterns() const;
    // The pattern that is complete with this event; nullptr if none is.
    const analysis::Pattern* patternAt(EventIndex event) const;
    std::size_t count() const { return m_finder ? m_finder->found().size() : 0; }
    bool isComplete() const { return m_is_complete; }
    // What it says, in words.
    QString text() const { return toPlainText(); }

  signals:
    void eventChosen(turnwise::EventIndex event);
    void pageWanted(const QString& page);
    void found();
    void shownChanged();  // patterns(), or the language in which they are told

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void lookFurther();
    void show();
    QString htmlOf(const analysis::Pattern& pattern) const;

    const analysis::Intervals* m_intervals = nullptr;
    const analysis::Steps* m_steps = nullptr;
    StateAfter m_state_after;
    std::unique_ptr<analysis::PatternFinder> m_finder;
    QTimer m_timer;
    bool m_is_complete = true;
    bool m_is_secret = false;
};

}  // namespace turnwise::ui
