#include "ui/shell/run_bar.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QSpinBox>
#include <QToolButton>
#include <limits>

#include "ui/explain/policy_words.h"
#include "ui/look/scale.h"
#include "ui/shell/actions.h"

namespace turnwise::ui {

namespace {

constexpr int largest_shuffled_seed = 999;
constexpr int large_seed = -1;
const QString random_policy = QStringLiteral("random");

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
      m_model_label(new QLabel(this)),
      m_model(new QComboBox(this)),
      m_policy_label(new QLabel(this)),
      m_policy(new QComboBox(this)),
      m_seed_label(new QLabel(this)),
      m_seed(new QSpinBox(this)),
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
    for (const QString& name : modelNames())
        m_model->addItem(QString(), name);
    for (const QString& name : policyNames())
        m_policy->addItem(QString(), name);
    for (const QString& name : granularityNames())
        m_granularity->addItem(QString(), name);
    for (QComboBox* box : {m_model, m_policy, m_granularity}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(box, &QComboBox::currentIndexChanged, this, &RunBar::takeFields);
    }
    showSeed(0);
    m_schedule->setClearButtonEnabled(true);
    connect(m_seed, &QSpinBox::valueChanged, this, &RunBar::takeSeed);
}

void RunBar::layOut(const Actions& actions) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(5);
    const auto add = [&](QLabel* label, QWidget* field) {
        label->setBuddy(field);
        if (row->count() > 0) row->addSpacing(6);
        row->addWidget(label);
        row->addWidget(field);
    };
    add(m_model_label, m_model);
    add(m_policy_label, m_policy);
    row->addWidget(buttonFor(actions[Command::new_seed], this));
    add(m_seed_label, m_seed);
    add(m_granularity_label, m_granularity);
    row->addWidget(buttonFor(actions[Command::run_options], this));
    add(m_schedule_label, m_schedule);
    row->setStretchFactor(m_schedule, 1);
    row->addWidget(buttonFor(actions[Command::copy_schedule], this));
    row->addWidget(buttonFor(actions[Command::paste_schedule], this));
}

void RunBar::followPolicy() {
    const QString policy = m_policy->currentData().toString();
    const bool has_seed = policy == random_policy || policy == QLatin1String("pct");
    m_seed->setVisible(has_seed);
    m_seed_label->setVisible(has_seed);
}

void RunBar::takeFields() {
    followPolicy();
    if (m_is_showing) return;
    m_options.model = m_model->currentData().toString();
    m_options.policy = m_policy->currentData().toString();
    if (!m_options.seed) m_options.seed = 0;
    m_options.granularity = m_granularity->currentData().toString();
    emit optionsChanged();
}

void RunBar::takeSeed(int value) {
    if (!m_is_showing && value >= 0) m_options.seed = static_cast<quint64>(value);
    takeFields();
}

// A spin box counts to 2^31 - 1. A larger seed stands below 0 in it, as a text, until another is
// chosen.
void RunBar::showSeed(quint64 seed) {
    const bool fits = seed <= static_cast<quint64>(std::numeric_limits<int>::max());
    m_seed->setRange(fits ? 0 : large_seed, std::numeric_limits<int>::max());
    m_seed->setSpecialValueText(fits ? QString() : QString::number(seed));
    m_seed->setValue(fits ? static_cast<int>(seed) : large_seed);
}

RunOptions RunBar::options() const {
    RunOptions options = m_options;
    options.schedule = schedule();
    return options;
}

void RunBar::setOptions(const RunOptions& options) {
    m_options = options;
    m_is_showing = true;
    for (const auto& [box, name] : {std::pair(m_model, options.model),
                                    {m_policy, options.policy},
                                    {m_granularity, options.granularity}})
        box->setCurrentIndex(qMax(0, box->findData(name)));  // the first one is as usual
    showSeed(options.seed.value_or(0));
    m_is_showing = false;
    takeFields();
}

void RunBar::showOptionsOf(const trace::Header& header) {
    RunOptions options = m_options;
    takeRules(options, header);
    setOptions(options);
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

// A tool bar hides a part that finds less room than its minimum: better a narrow field than none.
void RunBar::takeScale() {
    for (QComboBox* box : {m_model, m_policy, m_granularity})
        box->setMinimumWidth(scaled(84));
    m_seed->setMinimumWidth(scaled(60));
    m_seed->setMaximumWidth(scaled(90));
    m_schedule->setMinimumWidth(scaled(60));
}

void RunBar::retranslate() {
    m_model_label->setText(tr("Model"));
    m_policy_label->setText(tr("Policy"));
    m_seed_label->setText(tr("Seed"));
    m_granularity_label->setText(tr("Switch at"));
    m_schedule_label->setText(tr("Schedule"));
    const auto name = [](QComboBox* box, QString (*word)(const QString&)) {
        for (int at = 0; at < box->count(); ++at)
            box->setItemText(at, word(box->itemData(at).toString()));
    };
    name(m_model, modelWord);
    name(m_policy, policyWord);
    name(m_granularity, granularityWord);
    m_model->setToolTip(tr("Whether one thread runs at a time, or one on every core"));
    m_policy->setToolTip(tr("Who runs when several threads could"));
    m_seed->setToolTip(tr("The same seed gives the same run, every time"));
    m_granularity->setToolTip(tr("Where another thread may be chosen"));
    m_schedule->setPlaceholderText(tr("as the policy chooses"));
    m_schedule->setToolTip(
        tr("A schedule that was copied from a run: its choices are made first, then those of the "
           "policy"));
    for (const auto& [label, field] : {std::pair<QLabel*, QWidget*>{m_model_label, m_model},
                                       {m_policy_label, m_policy},
                                       {m_seed_label, m_seed},
                                       {m_granularity_label, m_granularity},
                                       {m_schedule_label, m_schedule}})
        field->setAccessibleName(label->text());
}

}  // namespace turnwise::ui
