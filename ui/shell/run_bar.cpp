#include "ui/shell/run_bar.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QSpinBox>
#include <QToolButton>
#include <limits>

#include "ui/look/scale.h"
#include "ui/shell/actions.h"

namespace turnwise::ui {

namespace {

constexpr double default_interval_ms = 5;
constexpr int largest_shuffled_seed = 999;
const QString random_policy = QStringLiteral("random");

// "5 ms", not "5.000 ms".
class ShortSpinBox final : public QDoubleSpinBox {
  public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QString textFromValue(double value) const override {
        return locale().toString(value, 'g', QLocale::FloatingPointShortest);
    }
};

QToolButton* buttonFor(QAction* action, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    return button;
}

void choose(QComboBox& box, const QString& data) {
    if (const int row = box.findData(data); row >= 0) box.setCurrentIndex(row);
}

}  // namespace

RunBar::RunBar(const Actions& actions, QWidget* parent)
    : QWidget(parent),
      m_policy_label(new QLabel(this)),
      m_policy(new QComboBox(this)),
      m_seed_label(new QLabel(this)),
      m_seed(new QSpinBox(this)),
      m_interval_label(new QLabel(this)),
      m_interval(new ShortSpinBox(this)),
      m_granularity_label(new QLabel(this)),
      m_granularity(new QComboBox(this)),
      m_schedule_label(new QLabel(this)),
      m_schedule(new QLineEdit(this)) {
    setUpFields();
    layOut(actions);
    takeScale();
    retranslate();
    followPolicy();
}

void RunBar::setUpFields() {
    m_policy->addItem(QString(), QStringLiteral("round-robin"));
    m_policy->addItem(QString(), QStringLiteral("fifo"));
    m_policy->addItem(QString(), random_policy);
    m_granularity->addItem(QString(), QStringLiteral("line"));
    m_granularity->addItem(QString(), QStringLiteral("sync"));
    m_granularity->addItem(QString(), QStringLiteral("blocking"));
    for (QComboBox* box : {m_policy, m_granularity})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_interval->setRange(0.001, 10'000);
    m_interval->setDecimals(3);
    m_interval->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_interval->setValue(default_interval_ms);
    m_schedule->setClearButtonEnabled(true);
    connect(m_policy, &QComboBox::currentIndexChanged, this, &RunBar::followPolicy);
    connect(m_schedule, &QLineEdit::textChanged, this, &RunBar::followPolicy);
}

void RunBar::layOut(const Actions& actions) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(5);
    const auto add = [&](QLabel* label, QWidget* field) {
        label->setBuddy(field);
        if (row->count() > 0) row->addSpacing(8);
        row->addWidget(label);
        row->addWidget(field);
    };
    add(m_policy_label, m_policy);
    add(m_seed_label, m_seed);
    row->addWidget(buttonFor(actions[Command::new_seed], this));
    add(m_granularity_label, m_granularity);
    add(m_interval_label, m_interval);
    add(m_schedule_label, m_schedule);
    row->setStretchFactor(m_schedule, 1);
    row->addWidget(buttonFor(actions[Command::copy_schedule], this));
    row->addWidget(buttonFor(actions[Command::paste_schedule], this));
}

// The seed means something for the random policy only, and a schedule leaves no choice to any
// policy.
void RunBar::followPolicy() {
    const bool replays = !schedule().isEmpty();
    m_policy->setEnabled(!replays);
    m_seed->setEnabled(!replays && m_policy->currentData().toString() == random_policy);
    m_seed_label->setEnabled(m_seed->isEnabled());
}

RunOptions RunBar::options() const {
    RunOptions options = m_options;
    options.policy = m_policy->currentData().toString();
    if (options.policy == random_policy) options.seed = static_cast<quint64>(m_seed->value());
    options.granularity = m_granularity->currentData().toString();
    options.switchInterval = m_interval->value() / 1000;
    options.schedule = schedule();
    if (!options.schedule.isEmpty()) options.policy.clear();
    return options;
}

void RunBar::setOptions(const RunOptions& options) {
    m_options = options;
    choose(*m_policy, options.policy);
    if (options.seed) m_seed->setValue(static_cast<int>(*options.seed));
    choose(*m_granularity, options.granularity);
    if (options.switchInterval) m_interval->setValue(*options.switchInterval * 1000);
}

void RunBar::showOptionsOf(const trace::Header& header) {
    choose(*m_policy, QString::fromStdString(header.policy));
    choose(*m_granularity, QString::fromStdString(header.granularity));
    m_seed->setValue(static_cast<int>(
        std::min<std::uint64_t>(header.seed, static_cast<std::uint64_t>(m_seed->maximum()))));
    if (header.switch_interval > 0)
        m_interval->setValue(static_cast<double>(header.switch_interval) / millisecond);
}

QString RunBar::schedule() const {
    return m_schedule->text().simplified().remove(QLatin1Char(' '));
}

void RunBar::setSchedule(const QString& schedule) {
    m_schedule->setText(schedule.simplified());
}

void RunBar::shuffle() {
    choose(*m_policy, random_policy);
    m_schedule->clear();
    const int before = m_seed->value();
    while (m_seed->value() == before)
        m_seed->setValue(QRandomGenerator::global()->bounded(largest_shuffled_seed + 1));
}

void RunBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::FontChange) takeScale();
}

void RunBar::takeScale() {
    m_seed->setMaximumWidth(scaled(90));
    m_schedule->setMinimumWidth(scaled(110));
}

void RunBar::retranslate() {
    m_policy_label->setText(tr("Policy"));
    m_policy->setItemText(0, tr("Round robin"));
    m_policy->setItemText(1, tr("First come, first served"));
    m_policy->setItemText(2, tr("Random"));
    m_policy->setToolTip(tr("Who runs when several threads could"));
    m_seed_label->setText(tr("Seed"));
    m_seed->setToolTip(tr("The same seed gives the same run, every time"));
    m_granularity_label->setText(tr("Switch at"));
    m_granularity->setItemText(0, tr("every line"));
    m_granularity->setItemText(1, tr("operations"));
    m_granularity->setItemText(2, tr("blocking only"));
    m_granularity->setToolTip(
        tr("Where another thread may be chosen: before every line of code, "
           "before operations on locks and the like, or only where a thread "
           "has to wait"));
    m_interval_label->setText(tr("Interval"));
    m_interval->setSuffix(tr(" ms"));
    m_interval->setToolTip(
        tr("The switch interval: how long a thread may keep the GIL while others "
           "want it, in virtual time"));
    m_schedule_label->setText(tr("Schedule"));
    m_schedule->setPlaceholderText(tr("as the policy chooses"));
    m_schedule->setToolTip(
        tr("A schedule that was copied from a run: running with it repeats that "
           "run exactly"));
    for (const auto& [label, field] : {std::pair<QLabel*, QWidget*>{m_policy_label, m_policy},
                                       {m_seed_label, m_seed},
                                       {m_granularity_label, m_granularity},
                                       {m_interval_label, m_interval},
                                       {m_schedule_label, m_schedule}})
        field->setAccessibleName(label->text());
}

}  // namespace turnwise::ui
