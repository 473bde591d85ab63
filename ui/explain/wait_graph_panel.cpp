#include "ui/explain/wait_graph_panel.h"

#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "ui/explain/named.h"
#include "ui/explain/names.h"
#include "ui/explain/wait_graph_canvas.h"
#include "ui/explain/words.h"

namespace turnwise::ui {

namespace {

constexpr std::size_t most_nodes = 150;  // of a picture that anybody can read

std::vector<QString> namesOf(const analysis::WaitGraph& graph, const trace::Trace& trace,
                             const analysis::State& state) {
    std::vector<QString> names;
    for (const analysis::WaitNode& node : graph.nodes)
        names.push_back(node.is_thread() ? threadName(trace, state, node.thread)
                                         : objectName(trace, state, node.object));
    return names;
}

// Beside the name of a primitive what it is; a thread has its sign.
std::vector<QString> typesOf(const analysis::WaitGraph& graph, const analysis::State& state) {
    std::vector<QString> types;
    for (const analysis::WaitNode& node : graph.nodes)
        types.push_back(node.is_thread() ? QString() : typeWord(state.object(node.object)->type));
    return types;
}

}  // namespace

WaitGraphPanel::WaitGraphPanel(QWidget* parent)
    : QWidget(parent),
      m_warning(new QLabel(this)),
      m_canvas(new WaitGraphCanvas(this)),
      m_sentences(new QTextBrowser(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_warning);
    auto* halves = new QSplitter(Qt::Vertical, this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_canvas);
    halves->addWidget(m_sentences);
    halves->setStretchFactor(0, 5);
    halves->setStretchFactor(1, 2);
    halves->setSizes({500, 200});
    column->addWidget(halves, 1);
    m_warning->setWordWrap(true);
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setContentsMargins(8, 4, 8, 4);
    QFont bold = m_warning->font();
    bold.setBold(true);
    m_warning->setFont(bold);
    m_warning->hide();
    m_sentences->setFrameShape(QFrame::NoFrame);
    m_sentences->setMinimumHeight(2 * fontMetrics().lineSpacing());
    setFocusProxy(m_sentences);
    connect(m_canvas, &WaitGraphCanvas::threadClicked, this, &WaitGraphPanel::threadChosen);
    retranslate();
}

void WaitGraphPanel::showMoment(const trace::Trace& trace, const analysis::State& state,
                                const Explainer& explainer) {
    analysis::WaitGraph graph = analysis::wait_graph(state);
    if (graph.nodes.size() > most_nodes) graph = {};
    const QString circle = graph.circle.empty() ? QString() : explainer.circle(state);
    m_warning->setText(circle.isEmpty()
                           ? QString()
                           : named(tr("⚠ The circle is closed: {circle}"), {{"circle", circle}}));
    m_warning->setVisible(!circle.isEmpty());
    const auto names = namesOf(graph, trace, state);
    const auto types = typesOf(graph, state);
    m_canvas->setPicture(WaitGraphPicture(std::move(graph), names, types, font()),
                         tr("At this moment nobody waits for anybody, and nothing is held."),
                         tr("- - → waits for      —→ is held by"));
    QStringList lines;
    for (const analysis::ThreadInfo& thread : state.threads())
        if (lines.size() < static_cast<qsizetype>(most_nodes))
            lines << explainer.thread(state, thread.id);
    const QString text = lines.join(QLatin1Char('\n'));
    if (text != m_sentences->toPlainText()) m_sentences->setPlainText(text);
    m_canvas->setAccessibleDescription(text);
}

QString WaitGraphPanel::text() const {
    return m_sentences->toPlainText();
}

QString WaitGraphPanel::warning() const {
    return m_warning->text();
}

void WaitGraphPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void WaitGraphPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    emit shown();
}

void WaitGraphPanel::retranslate() {
    m_canvas->setAccessibleName(tr("Who waits for whom"));
    m_sentences->setAccessibleName(tr("Why each thread does or does not run"));
}

}  // namespace turnwise::ui
