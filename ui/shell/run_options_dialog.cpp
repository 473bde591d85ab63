#include "ui/shell/run_options_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <limits>

#include "ui/explain/policy_words.h"

namespace turnwise::ui {

namespace {

// What the engine does if it is told nothing.
constexpr quint64 usual_cores = 4;
constexpr quint64 usual_depth = 3;
constexpr quint64 usual_length = 1000;
constexpr double usual_interval = 0.005;  // seconds
constexpr double usual_line_cost = 1e-4;
constexpr double usual_bytecode_cost = 1e-6;
constexpr double largest_ms = 1e6;
constexpr int priorities_height = 56;
constexpr int tip_width = 430;

// "5 ms", not "5.000 ms".
class Milliseconds final : public QDoubleSpinBox {
  public:
    explicit Milliseconds(QWidget* parent) : QDoubleSpinBox(parent) {
        setRange(0, largest_ms);
        setDecimals(6);
        setStepType(AdaptiveDecimalStepType);
    }
    QString textFromValue(double value) const override {
        return locale().toString(value, 'g', QLocale::FloatingPointShortest);
    }
};

QSpinBox* numberField(int from, int to, QWidget* parent) {
    auto* box = new QSpinBox(parent);
    box->setRange(from, to);
    return box;
}

QLabel* tipLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setMinimumWidth(tip_width);
    label->setMinimumHeight(label->fontMetrics().lineSpacing() * 2);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

void choose(QComboBox& box, const QString& data) {
    box.setCurrentIndex(qMax(0, box.findData(data)));
}

int asInt(const std::optional<quint64>& value, quint64 otherwise) {
    return static_cast<int>(
        qMin<quint64>(value.value_or(otherwise), std::numeric_limits<int>::max()));
}

}  // namespace

RunOptionsDialog::RunOptionsDialog(const RunOptions& options, QWidget* parent)
    : QDialog(parent),
      m_options(options),
      m_model(new QComboBox(this)),
      m_cores(numberField(1, 64, this)),
      m_granularity(new QComboBox(this)),
      m_granularityTip(tipLabel(this)),
      m_policy(new QComboBox(this)),
      m_policyTip(tipLabel(this)),
      m_seed(numberField(0, std::numeric_limits<int>::max(), this)),
      m_depth(numberField(1, 100, this)),
      m_length(numberField(1, std::numeric_limits<int>::max(), this)),
      m_priorities(new QPlainTextEdit(this)),
      m_inherit(new QCheckBox(this)),
      m_interval(new Milliseconds(this)),
      m_lineCost(new Milliseconds(this)),
      m_bytecodeCost(new Milliseconds(this)),
      m_switchCost(new Milliseconds(this)),
      m_chooseWoken(new QCheckBox(this)),
      m_spurious(new QCheckBox(this)) {
    setWindowTitle(tr("Run options"));
    makeFields();
    layOut();
    showOptions(m_options);
    m_model->setFocus();
}

void RunOptionsDialog::makeFields() {
    for (const QString& name : modelNames())
        m_model->addItem(modelWord(name), name);
    for (const QString& name : granularityNames())
        m_granularity->addItem(granularityWord(name), name);
    for (const QString& name : policyNames())
        m_policy->addItem(policyWord(name), name);
    for (QComboBox* box : {m_model, m_granularity, m_policy})
        connect(box, &QComboBox::currentIndexChanged, this, &RunOptionsDialog::followChoices);
    for (QDoubleSpinBox* box : {m_interval, m_lineCost, m_bytecodeCost, m_switchCost})
        box->setSuffix(tr(" ms"));
    m_interval->setMinimum(0.001);
    m_priorities->setFixedHeight(priorities_height);
    m_priorities->setTabChangesFocus(true);
    m_priorities->setPlaceholderText(tr("name of a thread=number, one a line; others have 0"));
    m_inherit->setText(tr("Who holds a lock &inherits the priority of whoever waits for it"));
    m_chooseWoken->setText(tr("Whom a release or a notify &wakes is a decision, too"));
    m_spurious->setText(tr("Condition.wait() may end for no &reason"));
}

void RunOptionsDialog::layOut() {
    auto* columns = new QHBoxLayout;
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    columns->addLayout(left);
    columns->addLayout(right);
    const auto group = [this](QVBoxLayout* column, const QString& title) {
        auto* box = new QGroupBox(title, this);
        auto* form = new QFormLayout(box);
        column->addWidget(box);
        return form;
    };
    QFormLayout* where = group(left, tr("Where threads run, and where they are switched"));
    where->addRow(tr("&Model"), m_model);
    where->addRow(tr("&Cores"), m_cores);
    where->addRow(tr("Switch &at"), m_granularity);
    where->addRow(m_granularityTip);
    QFormLayout* time = group(left, tr("Virtual time"));
    time->addRow(tr("Switch in&terval"), m_interval);
    time->addRow(tr("Cost of a &line"), m_lineCost);
    time->addRow(tr("Cost of a &bytecode"), m_bytecodeCost);
    time->addRow(tr("Cost of a s&witch"), m_switchCost);
    QFormLayout* who = group(right, tr("Who runs"));
    who->addRow(tr("&Policy"), m_policy);
    who->addRow(m_policyTip);
    who->addRow(tr("&Seed"), m_seed);
    who->addRow(tr("&Depth of the error"), m_depth);
    who->addRow(tr("Decisions in a r&un, about"), m_length);
    who->addRow(tr("Priorit&ies"), m_priorities);
    who->addRow(m_inherit);
    QFormLayout* also = group(right, tr("What else is chosen"));
    also->addRow(m_chooseWoken);
    also->addRow(m_spurious);
    for (QVBoxLayout* column : {left, right})
        column->addStretch(1);
    auto* buttons =
        new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Apply |
                                 QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults,
                             this);
    const auto apply = [this] { emit chosen(m_options = options()); };
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(this, &QDialog::accepted, this, apply);
    connect(buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this, apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { showOptions(RunOptions()); });
    auto* column = new QVBoxLayout(this);
    column->addLayout(columns);
    column->addWidget(buttons);
}

void RunOptionsDialog::showAnew(const RunOptions& options) {
    RunOptions same = options;  // but for what is not chosen here
    same.input = m_options.input;
    same.schedule = m_options.schedule;
    if (same == m_options) return;
    m_options = options;
    showOptions(m_options);
}

void RunOptionsDialog::showOptions(const RunOptions& options) {
    choose(*m_model, options.model);
    m_cores->setValue(asInt(options.cores, usual_cores));
    choose(*m_granularity, options.granularity);
    choose(*m_policy, options.policy);
    m_seed->setValue(asInt(options.seed, 0));
    m_depth->setValue(asInt(options.depth, usual_depth));
    m_length->setValue(asInt(options.length, usual_length));
    m_priorities->setPlainText(options.priorities.join(QLatin1Char('\n')));
    m_inherit->setChecked(options.inheritPriority);
    m_interval->setValue(options.switchInterval.value_or(usual_interval) * 1000);
    m_lineCost->setValue(options.lineCost.value_or(usual_line_cost) * 1000);
    m_bytecodeCost->setValue(options.bytecodeCost.value_or(usual_bytecode_cost) * 1000);
    m_switchCost->setValue(options.switchCost.value_or(0) * 1000);
    m_chooseWoken->setChecked(options.chooseWoken);
    m_spurious->setChecked(options.spuriousWakeups);
    followChoices();
}

// What means nothing for the present choice is grey.
void RunOptionsDialog::followChoices() {
    const QString policy = m_policy->currentData().toString();
    const QString granularity = m_granularity->currentData().toString();
    const bool isPct = policy == QLatin1String("pct");
    m_cores->setEnabled(m_model->currentData().toString() != QLatin1String("gil"));
    m_seed->setEnabled(isPct || policy == QLatin1String("random"));
    m_depth->setEnabled(isPct);
    m_length->setEnabled(isPct);
    m_priorities->setEnabled(policy == QLatin1String("priority"));
    m_inherit->setEnabled(policy == QLatin1String("priority"));
    m_bytecodeCost->setEnabled(granularity == QLatin1String("bytecode"));
    m_policyTip->setText(policyTip(policy));
    m_granularityTip->setText(granularityTip(granularity));
}

RunOptions RunOptionsDialog::options() const {
    RunOptions options = m_options;
    const auto number = [](const QSpinBox* box) { return static_cast<quint64>(box->value()); };
    options.model = m_model->currentData().toString();
    options.cores = number(m_cores);
    options.granularity = m_granularity->currentData().toString();
    options.policy = m_policy->currentData().toString();
    // A seed that is too large for the field stays while nobody changes it.
    if (m_seed->value() != asInt(options.seed, 0)) options.seed = number(m_seed);
    options.depth = number(m_depth);
    options.length = number(m_length);
    options.priorities.clear();
    for (const QString& line : m_priorities->toPlainText().split(QLatin1Char('\n')))
        if (!line.trimmed().isEmpty()) options.priorities << line.trimmed();
    options.inheritPriority = m_inherit->isChecked();
    options.switchInterval = m_interval->value() / 1000;
    options.lineCost = m_lineCost->value() / 1000;
    options.bytecodeCost = m_bytecodeCost->value() / 1000;
    options.switchCost = m_switchCost->value() / 1000;
    options.chooseWoken = m_chooseWoken->isChecked();
    options.spuriousWakeups = m_spurious->isChecked();
    return options;
}

}  // namespace turnwise::ui
