// Predicting: before a step is shown, it is asked what the step will bring; the future stays hidden
// meanwhile.
//
// The questions are a function of the trace and the number of the step
// (core/analysis/prediction.h). Answering one shows the step. Steps without a surprise are shown
// without a question.
#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "core/analysis/prediction.h"
#include "ui/lessons/revealed.h"

namespace turnwise::ui {

class PredictBar;
class Session;

class PredictMode final : public QObject {
    Q_OBJECT
  public:
    PredictMode(Session& session, PredictBar& bar, QObject* parent = nullptr);

    bool isOn() const { return m_is_on; }
    // Begins with the first step if the cursor is at the end. Of a run that still goes on, what is
    // there is asked.
    void setOn(bool on);

    // A person wants to go on one step. True: the wish is taken care of here, with a question or an
    // answer.
    bool takeStep();
    void answer(int choice);

    // What may be shown: all of the run, or what was seen of it while somebody predicts. Good until
    // changed().
    const analysis::Intervals& intervals() const;
    const analysis::Steps& steps() const;
    // That of which nothing may be told: how the run goes on and how it ends. No secret any more at
    // the end.
    bool isEndSecret() const;
    int asked() const { return m_asked; }
    int right() const { return m_right; }
    const std::optional<analysis::Prediction>& pending() const { return m_pending; }

    // The words of the present question in the present language.
    void retranslate();

  signals:
    void changed();  // on or off, or another trace
    void revealedMore();
    void secrecyChanged(bool is_secret);

  private:
    void takeTrace();
    void followCursor();
    void tellSecrecy();
    void showQuestion();
    void showScore();
    void goOn();
    std::optional<analysis::Prediction> questionAt(std::size_t step) const;
    QString questionText(const analysis::Prediction& asked) const;
    QStringList answerTexts(const analysis::Prediction& asked) const;

    Session& m_session;
    PredictBar& m_bar;
    bool m_is_on = false;
    bool m_was_secret = false;
    bool m_is_stale = false;    // the trace has grown since it was copied
    EventIndex m_asked_at = 0;  // the cursor when the question was put
    int m_asked = 0;
    int m_right = 0;
    std::unique_ptr<Revealed> m_revealed;
    std::optional<analysis::Prediction> m_pending;
};

}  // namespace turnwise::ui
