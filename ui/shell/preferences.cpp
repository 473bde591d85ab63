#include "ui/shell/preferences.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/sched/options.h"
#include "ui/explain/policy_words.h"
#include "ui/look/language.h"
#include "ui/look/scale.h"
#include "ui/shell/actions.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/settings.h"
#include "ui/shell/view_commands.h"

namespace turnwise::ui {

namespace {

constexpr int bytes_a_unit = 1024;  // limits of output are shown in KiB
const sched::Limits usual;

// As many as the menu has.
std::vector<Command> themes() {
    std::vector<Command> found;
    for (std::size_t at = 0; at < command_count; ++at)
        if (Actions::menuOf(static_cast<Command>(at)) == MenuId::theme)
            found.push_back(static_cast<Command>(at));
    return found;
}

void choose(QComboBox& box, const QString& data) {
    if (const int row = box.findData(data); row >= 0) box.setCurrentIndex(row);
}

// A presentation is larger than any of the sizes to choose from may be.
double nearestScale() {
    const std::vector<double> scales = interfaceScales();
    return *std::ranges::min_element(
        scales, {}, [](double scale) { return std::abs(scale - interfaceScale()); });
}

// A limit that is as usual is left to the engine, which may know better one day.
template <typename Number>
std::optional<Number> unlessUsual(Number value, Number usualValue) {
    return value == usualValue ? std::nullopt : std::optional(value);
}

}  // namespace

Preferences::Preferences(const Parts& parts, QWidget* parent)
    : QDialog(parent),
      m_parts(parts),
      m_look(new QGroupBox(this)),
      m_runs(new QGroupBox(this)),
      m_look_rows(new QFormLayout(m_look)),
      m_run_rows(new QFormLayout(m_runs)),
      m_language(new QComboBox(m_look)),
      m_theme(new QComboBox(m_look)),
      m_scale(new QComboBox(m_look)),
      m_model(new QComboBox(m_runs)),
      m_policy(new QComboBox(m_runs)),
      m_granularity(new QComboBox(m_runs)),
      m_steps(new QSpinBox(m_runs)),
      m_time(new QDoubleSpinBox(m_runs)),
      m_threads(new QSpinBox(m_runs)),
      m_output(new QSpinBox(m_runs)),
      m_note(new QLabel(m_runs)),
      m_defaults(new QPushButton(m_runs)),
      m_forget(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    setObjectName(QStringLiteral("preferences"));
    build();
    retranslate();
    showSettings();
    connectLook();
    connectRuns();
}

void Preferences::build() {
    m_language->setObjectName(QStringLiteral("language"));
    m_theme->setObjectName(QStringLiteral("theme"));
    m_scale->setObjectName(QStringLiteral("scale"));
    m_model->setObjectName(QStringLiteral("model"));
    m_policy->setObjectName(QStringLiteral("policy"));
    m_granularity->setObjectName(QStringLiteral("granularity"));
    m_steps->setObjectName(QStringLiteral("steps"));
    m_language->addItem(QString(), QString());
    for (const QString& language : languages())
        m_language->addItem(nameOfLanguage(language), language);
    for (const Command theme : themes())
        m_theme->addItem(QString(), static_cast<int>(theme));
    for (const double scale : interfaceScales())
        m_scale->addItem(QString(), scale);
    for (const QString& model : modelNames())
        m_model->addItem(QString(), model);
    for (const QString& policy : policyNames())
        m_policy->addItem(QString(), policy);
    for (const QString& granularity : granularityNames())
        m_granularity->addItem(QString(), granularity);
    m_steps->setRange(100, 100'000'000);
    m_steps->setGroupSeparatorShown(true);
    m_time->setRange(0.1, 1e9);
    m_time->setDecimals(1);
    m_time->setGroupSeparatorShown(true);
    m_threads->setRange(1, 100'000);
    m_threads->setGroupSeparatorShown(true);
    m_output->setRange(1, 1 << 20);
    m_output->setGroupSeparatorShown(true);
    for (QSpinBox* box : {m_steps, m_threads, m_output})
        box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_time->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_note->setWordWrap(true);
    for (QWidget* field : {m_language, m_theme, m_scale})
        m_look_rows->addRow(new QLabel(m_look), field);
    for (QWidget* field : {static_cast<QWidget*>(m_model), static_cast<QWidget*>(m_policy),
                           static_cast<QWidget*>(m_granularity), static_cast<QWidget*>(m_steps),
                           static_cast<QWidget*>(m_time), static_cast<QWidget*>(m_threads),
                           static_cast<QWidget*>(m_output)})
        m_run_rows->addRow(new QLabel(m_runs), field);
    m_run_rows->addRow(m_note);
    m_run_rows->addRow(m_defaults);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_forget);
    bottom->addStretch(1);
    bottom->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_look);
    column->addWidget(m_runs);
    column->addStretch(1);
    column->addLayout(bottom);
    m_close->setDefault(true);
    setMinimumWidth(480);
}

void Preferences::connectLook() {
    connect(m_language, &QComboBox::currentIndexChanged, this, &Preferences::chooseLanguage);
    connect(m_theme, &QComboBox::currentIndexChanged, this, &Preferences::chooseTheme);
    connect(m_scale, &QComboBox::currentIndexChanged, this, &Preferences::chooseScale);
    for (const Command theme : themes())
        connect(m_parts.actions[theme], &QAction::toggled, this, &Preferences::showSettings);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        m_parts.settings.clearRecentFiles();
        showSettings();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
}

void Preferences::connectRuns() {
    for (QComboBox* box : {m_model, m_policy, m_granularity})
        connect(box, &QComboBox::currentIndexChanged, this, &Preferences::keepRuns);
    for (QSpinBox* box : {m_steps, m_threads, m_output})
        connect(box, &QSpinBox::valueChanged, this, &Preferences::keepRuns);
    connect(m_time, &QDoubleSpinBox::valueChanged, this, &Preferences::keepRuns);
    connect(m_defaults, &QPushButton::clicked, this, [this] {
        m_parts.settings.setRunDefaults({});
        m_parts.settings.applyRunDefaults(m_parts.run_bar);
        showSettings();
    });
}

void Preferences::showSettings() {
    m_is_showing = true;
    const Settings& settings = m_parts.settings;
    choose(*m_language, settings.language());
    for (const Command theme : themes())
        if (m_parts.actions[theme]->isChecked())
            m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(theme)));
    const RunOptions runs = settings.runDefaults();
    // The first of each is as usual.
    for (const auto& [box, name] : {std::pair(m_model, runs.model),
                                    {m_policy, runs.policy},
                                    {m_granularity, runs.granularity}})
        box->setCurrentIndex(qMax(0, box->findData(name)));
    m_scale->setCurrentIndex(m_scale->findData(nearestScale()));
    m_steps->setValue(static_cast<int>(runs.maxSteps.value_or(usual.steps)));
    m_time->setValue(
        runs.maxTime.value_or(static_cast<double>(usual.virtual_time) / turnwise::second));
    m_threads->setValue(static_cast<int>(runs.maxThreads.value_or(usual.threads)));
    m_output->setValue(static_cast<int>(runs.maxOutput.value_or(usual.output) / bytes_a_unit));
    m_forget->setEnabled(!settings.recentFiles().isEmpty());
    m_is_showing = false;
}

void Preferences::keepRuns() {
    if (m_is_showing) return;
    RunOptions runs;
    runs.model = m_model->currentData().toString();
    runs.policy = m_policy->currentData().toString();
    runs.granularity = m_granularity->currentData().toString();
    runs.maxSteps = unlessUsual<quint64>(static_cast<quint64>(m_steps->value()), usual.steps);
    runs.maxTime =
        unlessUsual(m_time->value(), static_cast<double>(usual.virtual_time) / turnwise::second);
    runs.maxThreads = unlessUsual<quint64>(static_cast<quint64>(m_threads->value()), usual.threads);
    runs.maxOutput =
        unlessUsual<quint64>(static_cast<quint64>(m_output->value()) * bytes_a_unit, usual.output);
    m_parts.settings.setRunDefaults(runs);
    m_parts.settings.applyRunDefaults(m_parts.run_bar);
}

void Preferences::chooseTheme() {
    if (m_is_showing) return;
    m_parts.actions[static_cast<Command>(m_theme->currentData().toInt())]->trigger();
}

void Preferences::chooseLanguage() {
    if (m_is_showing) return;
    m_parts.settings.setLanguage(m_language->currentData().toString());
    setLanguage(m_parts.settings.language());
    const bool isEnglish = currentLanguage() == QLatin1String("en");
    m_parts.actions[isEnglish ? Command::english : Command::chinese]->setChecked(true);
}

// A note of several lines is higher than what a window makes room for by itself.
void Preferences::fitHeight() {
    const int wide = std::max(width(), scaled(480));
    resize(wide, std::max(height(), layout()->totalHeightForWidth(wide)));
}

void Preferences::chooseScale() {
    if (!m_is_showing) m_parts.views.setScale(m_scale->currentData().toDouble());
}

void Preferences::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    showSettings();
    fitHeight();
}

void Preferences::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        showSettings();
    if (isVisible()) fitHeight();
}

void Preferences::retranslate() {
    setWindowTitle(tr("Preferences"));
    m_look->setTitle(tr("Look"));
    m_runs->setTitle(tr("Runs"));
    m_language->setItemText(0, tr("As the system"));
    for (int row = 0; row < m_theme->count(); ++row) {
        const auto theme = static_cast<Command>(m_theme->itemData(row).toInt());
        m_theme->setItemText(row, withoutMnemonic(m_parts.actions[theme]->text()));
    }
    for (int row = 0; row < m_scale->count(); ++row)
        m_scale->setItemText(
            row, tr("%1 %", "a size").arg(qRound(m_scale->itemData(row).toDouble() * 100)));
    const auto name = [](QComboBox* box, QString (*word)(const QString&)) {
        for (int row = 0; row < box->count(); ++row)
            box->setItemText(row, word(box->itemData(row).toString()));
    };
    name(m_model, modelWord);
    name(m_policy, policyWord);
    name(m_granularity, granularityWord);
    m_time->setSuffix(tr(" s of virtual time"));
    m_output->setSuffix(tr(" KiB"));
    m_note->setText(
        tr("A run that reaches a limit ends there and says so; what happened until then is kept."));
    m_defaults->setText(tr("&Restore Defaults"));
    m_forget->setText(tr("&Forget the recent files"));
    m_close->setText(tr("Close"));
    const std::pair<QFormLayout*, std::pair<QWidget*, QString>> labels[] = {
        {m_look_rows, {m_language, tr("&Language:")}},
        {m_look_rows, {m_theme, tr("&Theme:")}},
        {m_look_rows, {m_scale, tr("Si&ze:")}},
        {m_run_rows, {m_model, tr("Default mo&del:")}},
        {m_run_rows, {m_policy, tr("Default &policy:")}},
        {m_run_rows, {m_granularity, tr("Default s&witching:")}},
        {m_run_rows, {m_steps, tr("Limit of &scheduling points:")}},
        {m_run_rows, {m_time, tr("Limit of ti&me:")}},
        {m_run_rows, {m_threads, tr("Limit of t&hreads:")}},
        {m_run_rows, {m_output, tr("Limit of &output:")}}};
    for (const auto& [rows, row] : labels) {
        auto* label = qobject_cast<QLabel*>(rows->labelForField(row.first));
        label->setText(row.second);
        label->setBuddy(row.first);
        row.first->setAccessibleName(withoutMnemonic(row.second));
    }
}

}  // namespace turnwise::ui
