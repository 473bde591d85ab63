#include "ui/shell/model_dialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/charts/model_chart.h"
#include "ui/lessons/examples.h"
#include "ui/lessons/veil.h"
#include "ui/look/scale.h"
#include "ui/look/theme.h"

namespace turnwise::ui {

namespace {

constexpr QSize usual_size(960, 520);
constexpr const char* teaching_examples[] = {"cpu_bound", "io_bound"};

std::vector<RunOptions> programsBeside(const RunOptions& program) {
    std::vector<RunOptions> programs;
    bool isExample = false;
    for (const char* name : teaching_examples) {
        const Example example = exampleNamed(QLatin1String(name));
        RunOptions options = program;
        options.program = example.name + QStringLiteral(".py");
        options.sourceText = example.text;
        options.arguments.clear();
        isExample |= program.sourceText == example.text;
        programs.push_back(options);
    }
    if (!isExample) programs.insert(programs.begin(), program);
    return programs;
}

}  // namespace

ModelDialog::ModelDialog(const RunOptions& program, QWidget* parent)
    : QDialog(parent),
      m_comparison(programsBeside(program)),
      m_words(new QLabel(this)),
      m_row(new QHBoxLayout) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare models"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_row->setSpacing(18);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* results = new QWidget(this);
    auto* content = new QVBoxLayout(results);
    content->setContentsMargins(0, 0, 0, 0);
    content->addWidget(m_words);
    content->addLayout(m_row, 1);
    m_veil = new Veil(results, this);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_veil, 1);
    column->addWidget(buttons);
    resize(scaled(usual_size));
    connect(&m_comparison, &ModelComparison::changed, this, &ModelDialog::showResults);
    connect(&m_comparison, &ModelComparison::finished, this, &ModelDialog::showResults);
    showResults();
    m_comparison.start();
}

void ModelDialog::setVeiled(bool is_veiled) {
    m_veil->setDrawn(is_veiled);
}

void ModelDialog::showResults() {
    m_words->setText(
        m_comparison.isOver()
            ? tr("With the GIL one thread runs at a time. Without it threads run at the same time, "
                 "one on "
                 "each core. That helps threads that compute, and not those that wait.")
            : tr("The programs are run with the GIL and on several cores…"));
    std::size_t shown = 0;
    for (const ModelTimes& times : m_comparison.results()) {
        if (!times.isMeasured && times.failure.isEmpty()) continue;
        if (shown == m_charts.size()) {
            m_charts.push_back(new charts::ModelChart(this));
            m_row->addWidget(m_charts.back(), 1);
        }
        m_charts[shown++]->show(times, timeline::paletteOf(timelineTheme(palette())));
    }
}

void ModelDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) showResults();
}

}  // namespace turnwise::ui
