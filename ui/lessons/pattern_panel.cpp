#include "ui/lessons/pattern_panel.h"

#include <QEvent>
#include <QScrollBar>

#include "ui/explain/words.h"

namespace turnwise::ui {

namespace {

constexpr std::size_t piece = 15'000;  // events; some 10 ms
const QString event_scheme = QStringLiteral("event");
const QString page_scheme = QStringLiteral("page");

QString paragraph(const QString& text) {
    return QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

}  // namespace

QString pageOf(analysis::PatternKind kind) {
    const std::string_view word = analysis::to_string(kind);
    return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

PatternPanel::PatternPanel(QWidget* parent) : QTextBrowser(parent) {
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setAccessibleName(tr("Patterns"));
    document()->setDocumentMargin(8);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &PatternPanel::lookFurther);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.scheme() == event_scheme)
            emit eventChosen(link.path().toULongLong());
        else if (link.scheme() == page_scheme)
            emit pageWanted(link.path());
    });
    show();
}

void PatternPanel::setSource(const analysis::Intervals* intervals, const analysis::Steps* steps,
                             StateAfter state_after) {
    m_intervals = intervals;
    m_steps = steps;
    m_state_after = std::move(state_after);
    m_finder = std::make_unique<analysis::PatternFinder>(intervals->trace());
    m_is_complete = intervals->trace().size() == 0;
    show();
    sourceGrew();
}

void PatternPanel::sourceGrew() {
    if (!m_finder || m_intervals->trace().size() == 0) return;
    m_is_complete = false;
    m_timer.start();
}

void PatternPanel::lookFurther() {
    const std::size_t before = m_finder->found().size();
    m_is_complete = m_finder->update(piece);
    if (m_is_complete) m_timer.stop();
    if (!m_is_complete && m_finder->found().size() == before) return;
    show();
    if (m_is_complete) emit found();
}

void PatternPanel::setSecret(bool is_secret) {
    if (is_secret == m_is_secret) return;
    m_is_secret = is_secret;
    show();
}

std::vector<analysis::Pattern> PatternPanel::patterns() const {
    if (!m_finder || m_is_secret) return {};
    return m_finder->found();
}

const analysis::Pattern* PatternPanel::patternAt(EventIndex event) const {
    if (!m_finder || m_is_secret) return nullptr;
    for (const analysis::Pattern& pattern : m_finder->found())
        if (pattern.at == event) return &pattern;
    return nullptr;
}

void PatternPanel::show() {
    const int place = verticalScrollBar()->value();
    QString html;
    if (m_is_secret)
        html = paragraph(tr("You are predicting: what this run shows is told at its end."));
    else if (!m_finder || m_intervals->trace().size() == 0)
        html = paragraph(
            tr("Run a program: if something with a name happens in the run, for example a lost "
               "update or a deadly embrace, it is shown here with the moments that prove it."));
    else if (m_finder->found().empty())
        html = paragraph(
            m_is_complete
                ? tr("None of the known patterns happened in this run. Another schedule may show "
                     "one.")
                : tr("Looking for patterns…"));
    else
        for (const analysis::Pattern& pattern : m_finder->found())
            html += htmlOf(pattern);
    setHtml(html);
    verticalScrollBar()->setValue(place);
    emit shownChanged();
}

QString PatternPanel::htmlOf(const analysis::Pattern& pattern) const {
    const Explainer explainer(*m_intervals, *m_steps);
    const QString name = patternWord(pattern.kind);
    QString html = QStringLiteral("<h3>⚠ %1</h3>").arg(name.toHtmlEscaped());
    html += paragraph(explainer.pattern(m_intervals->latest(), pattern));
    if (pattern.times > 1)
        html += paragraph(tr("The same happened %1 times in this run; this is the first time.")
                              .arg(QString::number(pattern.times)));
    html += QStringLiteral("<ul>");
    for (const EventIndex at : pattern.evidence) {
        const QString step = tr("Step %1").arg(QString::number(m_steps->step_at(at + 1)));
        const QString sentence = explainer.event(m_state_after(at), at);
        html += QStringLiteral("<li><a href=\"event:%1\">%2</a>: %3</li>")
                    .arg(QString::number(at), step.toHtmlEscaped(), sentence.toHtmlEscaped());
    }
    html += QStringLiteral("</ul><p><a href=\"page:%1\">%2</a></p>")
                .arg(pageOf(pattern.kind),
                     tr("What this is, and how to avoid it: %1").arg(name).toHtmlEscaped());
    return html;
}

void PatternPanel::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) setAccessibleName(tr("Patterns"));
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) show();
}

}  // namespace turnwise::ui
