#include "ui/explore/option_box.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>
#include <QThread>
#include <algorithm>
#include <limits>

#include "ui/explore/verdict_words.h"

namespace turnwise::ui {

namespace {

QComboBox* boxOf(std::initializer_list<const char*> names, QWidget* parent) {
    auto* box = new QComboBox(parent);
    for (const char* name : names)
        box->addItem(QString(), QLatin1String(name));
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setMinimumContentsLength(8);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

void choose(QComboBox* box, const QString& name) {
    box->setCurrentIndex(std::max(0, box->findData(name)));
}

void name(QComboBox* box, QString (*word)(const QString&), QString (*tip)(const QString&)) {
    for (int at = 0; at < box->count(); ++at) {
        box->setItemText(at, word(box->itemData(at).toString()));
        box->setItemData(at, tip(box->itemData(at).toString()), Qt::ToolTipRole);
    }
}

}  // namespace

OptionBox::OptionBox(QWidget* parent)
    : QWidget(parent),
      m_granularity(boxOf({"bytecode", "cpython", "line", "sync"}, this)),
      m_mode(boxOf({"optimal", "source", "dfs", "random", "pct", "pos", "urw", "surw"}, this)),
      m_time(boxOf({"abstract", "faithful"}, this)),
      m_output(new QCheckBox(this)),
      m_executions(new QSpinBox(this)),
      m_seconds(new QSpinBox(this)),
      m_jobs(new QSpinBox(this)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    QWidget* const fields[] = {m_granularity, m_time, m_mode, m_jobs, m_seconds, m_executions};
    for (int at = 0; at < 6; ++at) {
        auto* label = new QLabel(this);
        label->setBuddy(fields[at]);
        grid->addWidget(label, at / 2, at % 2 * 2);
        grid->addWidget(fields[at], at / 2, at % 2 * 2 + 1);
        m_rows.emplace_back(label, fields[at]);
    }
    grid->addWidget(m_output, 3, 0, 1, 4);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(3, 2);
    m_executions->setRange(0, std::numeric_limits<int>::max());
    m_executions->setSingleStep(1000);
    m_executions->setGroupSeparatorShown(true);
    m_seconds->setRange(0, 86'400);
    m_seconds->setSingleStep(10);
    m_jobs->setRange(1, std::clamp(QThread::idealThreadCount(), 1, most_jobs));
    setOptions({});
    for (QComboBox* box : {m_granularity, m_mode, m_time})
        connect(box, &QComboBox::currentIndexChanged, this, &OptionBox::follow);
    for (QSpinBox* box : {m_executions, m_seconds, m_jobs})
        connect(box, &QSpinBox::valueChanged, this, &OptionBox::follow);
    connect(m_output, &QCheckBox::toggled, this, &OptionBox::follow);
    retranslate();
}

SearchOptions OptionBox::options() const {
    SearchOptions options;
    options.granularity = m_granularity->currentData().toString();
    options.mode = m_mode->currentData().toString();
    options.time = m_time->currentData().toString();
    options.observesOutput = m_output->isChecked();
    options.maxExecutions = static_cast<quint64>(m_executions->value());
    options.maxSeconds = m_seconds->value();
    options.jobs = m_jobs->value();
    return options;
}

void OptionBox::setOptions(const SearchOptions& options) {
    choose(m_granularity, options.granularity);
    choose(m_mode, options.mode);
    choose(m_time, options.time);
    m_output->setChecked(options.observesOutput);
    m_executions->setValue(static_cast<int>(
        std::min<quint64>(options.maxExecutions, static_cast<quint64>(m_executions->maximum()))));
    m_seconds->setValue(options.maxSeconds);
    m_jobs->setValue(options.jobs);
    follow();
}

QString OptionBox::summary() const {
    QStringList parts{m_granularity->currentText(), m_time->currentText()};
    if (m_mode->currentIndex() > 0) parts << m_mode->currentText();
    if (m_executions->value() > 0)
        parts << tr("at most %n interleaving(s)", nullptr, m_executions->value());
    parts << (m_seconds->value() > 0 ? tr("at most %1 s").arg(m_seconds->value())
                                     : tr("for as long as it takes"));
    return parts.join(QStringLiteral(" · "));
}

void OptionBox::follow() {
    SearchOptions shared = options();
    shared.jobs = most_jobs;
    m_jobs->setEnabled(jobsOf(shared) > 1);
    emit optionsChanged();
}

void OptionBox::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void OptionBox::retranslate() {
    name(m_granularity, searchGranularityWord, searchGranularityTip);
    name(m_mode, searchModeWord, searchModeTip);
    name(m_time, searchTimeWord, searchTimeTip);
    m_output->setText(tr("The order of prints matters"));
    m_output->setToolTip(
        tr("Two interleavings that differ only in the order in which threads print are two "
           "outcomes."));
    m_seconds->setSpecialValueText(tr("no limit"));
    m_seconds->setSuffix(tr(" s", "seconds, after a number"));
    m_executions->setSpecialValueText(tr("no limit"));
    const QString names[] = {tr("Switch threads"), tr("Time"),    tr("Search"),
                             tr("Processes"),      tr("At most"), tr("Interleavings")};
    const QString tips[] = {tr("Where another thread may be chosen"),
                            tr("When sleeps and timeouts end"),
                            tr("Whether every interleaving is executed, or samples"),
                            tr("How many processes share the search"),
                            tr("The search ends after that many seconds"),
                            tr("The search ends after that many interleavings")};
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        const auto [label, field] = m_rows[at];
        label->setText(names[at]);
        field->setAccessibleName(names[at]);
        field->setToolTip(tips[at]);
    }
    emit optionsChanged();
}

}  // namespace turnwise::ui
