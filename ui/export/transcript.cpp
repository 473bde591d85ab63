#include "ui/export/transcript.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "ui/explain/explainer.h"
#include "ui/explain/named.h"
#include "ui/explain/names.h"
#include "ui/explain/words.h"
#include "ui/export/caption.h"
#include "ui/export/step_moment.h"
#include "ui/export/text_job.h"

namespace turnwise::ui {

namespace {

struct Transcript {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Transcript)
};

constexpr std::size_t steps_a_piece = 200;

class TranscriptJob final : public TextJob {
  public:
    TranscriptJob(const ExportRequest& request, const analysis::Intervals& intervals,
                  const analysis::Steps& steps)
        : TextJob(request.path),
          m_title(request.options.title),
          m_decided_by(request.options.decidedBy),
          m_moments(intervals, steps, request.options.notes),
          m_range(stepsOf(request.options, steps, intervals.size())),
          m_next(m_range.first) {
        if (m_title.isEmpty())
            m_title =
                QFileInfo(QString::fromStdString(intervals.trace().header().program)).fileName();
    }

    double progress() const override {
        return static_cast<double>(m_next - m_range.first) / static_cast<double>(m_range.count());
    }

  protected:
    QByteArray nextPiece(bool& last) override {
        QString text;
        if (m_next == m_range.first) text += head();
        for (std::size_t i = 0; i < steps_a_piece && m_next <= m_range.last; ++i)
            text += lineOf(m_next++);
        last = m_next > m_range.last;
        if (last) text += foot();
        return text.toUtf8();
    }

  private:
    static QString line(const QString& step, const QString& time, QString sentence) {
        sentence.replace(QLatin1Char('\n'), QLatin1Char(' '));
        return QStringLiteral("%1  %2  %3\n").arg(step, 6).arg(time, 12).arg(sentence);
    }

    QString head() const {
        QString text = m_title + QLatin1Char('\n');
        text += settingCaption(m_moments.trace().header(), m_decided_by) + QLatin1Char('\n');
        text += named(
            Transcript::tr("Steps {from} to {to} of {steps}; times are virtual."),
            {{"from", m_range.first}, {"to", m_range.last}, {"steps", m_moments.steps().count()}});
        return text + QStringLiteral("\n\n");
    }

    QString lineOf(std::size_t step) {
        const StepMoment moment = m_moments.at(step);
        QString lines;
        for (const QString& change : moment.changes)
            lines += line(QString(), QString(), change);
        return lines + line(QString::number(step), timeText(moment.tick), moment.sentence);
    }

    QString foot() const {
        if (m_range.last < m_moments.steps().count()) return {};
        const QString outcome = Explainer(m_moments.intervals(), m_moments.steps())
                                    .outcome(m_moments.intervals().latest());
        return outcome.isEmpty() ? QString() : QLatin1Char('\n') + outcome + QLatin1Char('\n');
    }

    QString m_title;
    QString m_decided_by;
    StepMoments m_moments;
    StepRange m_range;
    std::size_t m_next;
};

}  // namespace

std::unique_ptr<Job> makeTranscriptJob(const ExportRequest& request,
                                       const analysis::Intervals& intervals,
                                       const analysis::Steps& steps) {
    return std::make_unique<TranscriptJob>(request, intervals, steps);
}

}  // namespace turnwise::ui
