#include "ui/export/web_page.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>

#include "ui/explain/explainer.h"
#include "ui/explain/named.h"
#include "ui/explain/names.h"
#include "ui/explain/words.h"
#include "ui/export/caption.h"
#include "ui/export/text_job.h"
#include "ui/export/web_data.h"
#include "ui/look/palette.h"
#include "ui/timeline/time_text.h"

namespace turnwise::ui {

namespace {

struct WebPage {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::WebPage)
};

constexpr std::size_t steps_a_piece = 100;

QString resource(const char* name) {
    QFile file(QStringLiteral(":/turnwise/export/") + QLatin1String(name));
    [[maybe_unused]] const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    return QString::fromUtf8(file.readAll());
}

// As text between tags or in quotes.
QString escaped(const QString& text) {
    return text.toHtmlEscaped();
}

// Inside a script element nothing may look like its end, or like the beginning of a comment.
QByteArray insideScript(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact).replace('<', "\\u003c");
}

QString variable(const QString& name, const QColor& colour) {
    const QString value = colour.alpha() == 255 ? colour.name()
                                                : QStringLiteral("rgba(%1, %2, %3, %4)")
                                                      .arg(colour.red())
                                                      .arg(colour.green())
                                                      .arg(colour.blue())
                                                      .arg(colour.alphaF(), 0, 'f', 2);
    return QStringLiteral("--%1: %2; ").arg(name, value);
}

// The colours of the window's timeline, as variables of the style.
QString coloursOf(const timeline::Palette& palette) {
    using timeline::Paint;
    QString text = variable("background", palette.background) + variable("text", palette.text) +
                   variable("dim", palette.dimText) + variable("stripe", palette.stripe) +
                   variable("header", palette.header) + variable("grid", palette.grid) +
                   variable("cursor", palette.cursor) + variable("focus", palette.focus) +
                   variable("selection", palette.selection);
    const auto style = [&](const QString& name, Paint paint) {
        text += variable(name, palette[paint].fill) +
                variable(QStringLiteral("on-") + name, palette[paint].text);
    };
    style("state-R", Paint::running);
    style("state-r", Paint::ready);
    style("state-B", Paint::blocked);
    style("state-S", Paint::sleeping);
    style("state-c", Paint::created);
    style("state-ended", Paint::created);
    for (int owner = 0; owner < timeline::owner_paints; ++owner)
        style(QStringLiteral("owner-%1").arg(owner), timeline::ownerPaint(owner));
    return text;
}

QString colours() {
    const QString light = coloursOf(timeline::paletteOf(timeline::Theme::light));
    const QString dark = coloursOf(timeline::paletteOf(timeline::Theme::dark));
    return QStringLiteral(
               ":root { color-scheme: light; %1 }\n"
               "@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) "
               "{ color-scheme: dark; %2 } }\n"
               ":root[data-theme=dark] { color-scheme: dark; %2 }")
        .arg(light, dark);
}

// The words that the script needs; it fills in the numbers.
QJsonObject wordsOfTheScript() {
    using analysis::ThreadState;
    return {
        {QStringLiteral("play"), WebPage::tr("Play")},
        {QStringLiteral("pause"), WebPage::tr("Pause")},
        {QStringLiteral("place"), WebPage::tr("step {step} of {steps}, at {time}")},
        {QStringLiteral("global"), WebPage::tr("global")},
        {QStringLiteral("timelineLabel"),
         WebPage::tr(
             "The states of {threads} threads in {steps} steps. The tables above tell the same for "
             "one step, and all steps are told in words below.")},
        {QStringLiteral("ownerLegend"),
         WebPage::tr("A lock is drawn in the colour and with the sign of its owner.")},
        {QStringLiteral("axis"), WebPage::tr("Every step is equally wide.")},
        {QStringLiteral("states"),
         QJsonObject{{QStringLiteral("R"), stateWord(ThreadState::running)},
                     {QStringLiteral("r"), stateWord(ThreadState::ready)},
                     {QStringLiteral("B"), stateWord(ThreadState::blocked)},
                     {QStringLiteral("S"), stateWord(ThreadState::sleeping)}}}};
}

class WebPageJob final : public TextJob {
  public:
    WebPageJob(const ExportRequest& request, const analysis::Intervals& intervals,
               const analysis::Steps& steps)
        : TextJob(request.path),
          m_title(request.options.title),
          m_decided_by(request.options.decidedBy),
          m_moments(intervals, steps, request.options.notes),
          m_data(intervals, steps),
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
        QByteArray text;
        if (m_next == m_range.first) text += beforeSentences().toUtf8();
        for (std::size_t i = 0; i < steps_a_piece && m_next <= m_range.last; ++i) {
            const StepMoment moment = m_moments.at(m_next++);
            m_steps.append(m_data.step(moment));
            text += QStringLiteral("<li>%1</li>\n").arg(escaped(moment.sentence)).toUtf8();
        }
        last = m_next > m_range.last;
        if (last) text += afterSentences();
        return text;
    }

  private:
    QHash<QString, QString> wordsOfThePage() const;
    QString withWords(QString text) const;
    QString beforeSentences();
    QByteArray afterSentences() const;
    QString subtitle() const;
    QString outcome() const;

    QString m_title;
    QString m_decided_by;
    StepMoments m_moments;
    WebData m_data;
    StepRange m_range;
    std::size_t m_next;
    QJsonArray m_steps;
    QString m_rest;  // of the page, behind the sentences
};

QString WebPageJob::subtitle() const {
    return named(WebPage::tr("{outcome}. {setting}"),
                 {{"outcome", outcomeCaption(m_moments.intervals(), m_moments.steps())},
                  {"setting", settingCaption(m_moments.trace().header(), m_decided_by)}});
}

QString WebPageJob::outcome() const {
    if (m_range.last < m_moments.steps().count()) return {};
    return Explainer(m_moments.intervals(), m_moments.steps())
        .outcome(m_moments.intervals().latest());
}

QHash<QString, QString> WebPageJob::wordsOfThePage() const {
    return {
        {"title", m_title},
        {"subtitle", subtitle()},
        {"language", QLocale().bcp47Name()},
        {"no-script", WebPage::tr("To step through this run, let this page run its script. It asks "
                                  "for nothing from outside. All steps are told in words below.")},
        {"controls", WebPage::tr("Steps")},
        {"first", WebPage::tr("First step")},
        {"back", WebPage::tr("Step back")},
        {"play", WebPage::tr("Play")},
        {"next", WebPage::tr("Step forward")},
        {"last", WebPage::tr("Last step")},
        {"step-slider", WebPage::tr("Step")},
        {"theme", WebPage::tr("Light or dark")},
        {"threads", WebPage::tr("Threads")},
        {"objects", WebPage::tr("Locks and signals")},
        {"variables", WebPage::tr("Variables")},
        {"output", WebPage::tr("Printed so far")},
        {"timeline", WebPage::tr("Timeline")},
        {"legend", WebPage::tr("Legend")},
        {"keys", WebPage::tr("Keys: Left and Right step back and forward, Page Up and Page Down by "
                             "ten, Home and End go to the first and last step, P plays, T changes "
                             "between light and dark.")},
        {"all-steps", WebPage::tr("All steps in words")},
        {"outcome", outcome()},
        {"first-step", QString::number(m_range.first)},
        {"made-by", WebPage::tr("Made by Turnwise. Times are virtual.")},
    };
}

QString WebPageJob::withWords(QString text) const {
    const auto words = wordsOfThePage();
    for (auto word = words.begin(); word != words.end(); ++word)
        text.replace(QLatin1Char('@') + word.key() + QLatin1Char('@'), escaped(word.value()));
    return text;
}

QString WebPageJob::beforeSentences() {
    QString page = resource("page.html");
    const QString mark = QStringLiteral("@sentences@");
    const auto cut = page.indexOf(mark);
    m_rest = page.mid(cut + mark.size());
    return withWords(page.left(cut))
        .replace(QLatin1String("@colours@"), colours())
        .replace(QLatin1String("@style@"), resource("page.css").trimmed());
}

QByteArray WebPageJob::afterSentences() const {
    const QJsonObject run{
        {QStringLiteral("texts"), m_data.texts()},
        {QStringLiteral("files"), m_data.files()},
        {QStringLiteral("threads"), m_data.threads()},
        {QStringLiteral("objects"), m_data.objects()},
        {QStringLiteral("first"), static_cast<qint64>(m_range.first)},
        {QStringLiteral("total"), static_cast<qint64>(m_moments.steps().count())},
        {QStringLiteral("steps"), m_steps},
        {QStringLiteral("words"), wordsOfTheScript()},
    };
    // The data last: what a program printed must not be taken for a mark of the page.
    const QStringList parts = m_rest.split(QStringLiteral("@data@"));
    QByteArray text = withWords(parts.first()).toUtf8() + insideScript(run);
    return text + withWords(parts.last())
                      .replace(QLatin1String("@script@"), resource("page.js").trimmed())
                      .toUtf8();
}

}  // namespace

std::unique_ptr<Job> makeWebPageJob(const ExportRequest& request,
                                    const analysis::Intervals& intervals,
                                    const analysis::Steps& steps) {
    return std::make_unique<WebPageJob>(request, intervals, steps);
}

}  // namespace turnwise::ui
