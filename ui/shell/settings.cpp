#include "ui/shell/settings.h"

#include <QFileInfo>

#include "ui/shell/run_bar.h"

namespace turnwise::ui {

namespace {
const QString theme_key = QStringLiteral("theme");
const QString scale_key = QStringLiteral("scale");
const QString language_key = QStringLiteral("language");
const QString recent_key = QStringLiteral("recentFiles");
const QString geometry_key = QStringLiteral("window/geometry");
const QString layout_key = QStringLiteral("window/layout");
const QString policy_key = QStringLiteral("runs/policy");
const QString model_key = QStringLiteral("runs/model");
const QString granularity_key = QStringLiteral("runs/granularity");
const QString steps_key = QStringLiteral("runs/maxSteps");
const QString time_key = QStringLiteral("runs/maxTime");
const QString threads_key = QStringLiteral("runs/maxThreads");
const QString output_key = QStringLiteral("runs/maxOutput");

template <typename Number>
std::optional<Number> numberIn(const QSettings& settings, const QString& key) {
    bool isNumber = false;
    const double number = settings.value(key).toDouble(&isNumber);
    return isNumber && number > 0 ? std::optional(static_cast<Number>(number)) : std::nullopt;
}

template <typename Number>
void keep(QSettings& settings, const QString& key, const std::optional<Number>& number) {
    if (number)
        settings.setValue(key, *number);
    else
        settings.remove(key);
}
const QString run_key = QStringLiteral("run/options");
const QString search_key = QStringLiteral("explore/options");
}  // namespace

ThemeChoice Settings::theme() const {
    return themeChoiceFrom(m_settings.value(theme_key).toString());
}

void Settings::setTheme(ThemeChoice choice) {
    m_settings.setValue(theme_key, wordOf(choice));
}

double Settings::scale() const {
    return m_settings.value(scale_key, 1.0).toDouble();
}

void Settings::setScale(double scale) {
    m_settings.setValue(scale_key, scale);
}

QString Settings::language() const {
    return m_settings.value(language_key).toString();
}

void Settings::setLanguage(const QString& language) {
    m_settings.setValue(language_key, language);
}

QStringList Settings::recentFiles() const {
    QStringList files = m_settings.value(recent_key).toStringList();
    files.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return files;
}

void Settings::addRecentFile(const QString& path) {
    QStringList files = recentFiles();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    files.removeAll(absolute);
    files.prepend(absolute);
    m_settings.setValue(recent_key, files.mid(0, recent_limit));
}

void Settings::clearRecentFiles() {
    m_settings.remove(recent_key);
}

QByteArray Settings::geometry() const {
    return m_settings.value(geometry_key).toByteArray();
}

QByteArray Settings::layout() const {
    return m_settings.value(layout_key).toByteArray();
}

void Settings::setGeometryAndLayout(const QByteArray& geometry, const QByteArray& layout) {
    m_settings.setValue(geometry_key, geometry);
    m_settings.setValue(layout_key, layout);
}

RunOptions Settings::runDefaults() const {
    RunOptions options;
    options.policy = m_settings.value(policy_key).toString();
    options.model = m_settings.value(model_key).toString();
    options.granularity = m_settings.value(granularity_key).toString();
    options.maxSteps = numberIn<quint64>(m_settings, steps_key);
    options.maxTime = numberIn<double>(m_settings, time_key);
    options.maxThreads = numberIn<quint64>(m_settings, threads_key);
    options.maxOutput = numberIn<quint64>(m_settings, output_key);
    return options;
}

void Settings::setRunDefaults(const RunOptions& options) {
    m_settings.setValue(policy_key, options.policy);
    m_settings.setValue(model_key, options.model);
    m_settings.setValue(granularity_key, options.granularity);
    keep(m_settings, steps_key, options.maxSteps);
    keep(m_settings, time_key, options.maxTime);
    keep(m_settings, threads_key, options.maxThreads);
    keep(m_settings, output_key, options.maxOutput);
}

void Settings::applyRunDefaults(RunBar& bar) const {
    const RunOptions defaults = runDefaults();
    RunOptions options = bar.options();
    options.policy = defaults.policy.isEmpty() ? QStringLiteral("round-robin") : defaults.policy;
    options.model = defaults.model;  // nothing: as the engine does
    options.granularity = defaults.granularity;
    options.maxSteps = defaults.maxSteps;
    options.maxTime = defaults.maxTime;
    options.maxThreads = defaults.maxThreads;
    options.maxOutput = defaults.maxOutput;
    bar.setOptions(options);
}

QVariantMap Settings::runOptions() const {
    return m_settings.value(run_key).toMap();
}

void Settings::setRunOptions(const QVariantMap& options) {
    m_settings.setValue(run_key, options);
}

QVariantMap Settings::searchOptions() const {
    return m_settings.value(search_key).toMap();
}

void Settings::setSearchOptions(const QVariantMap& options) {
    m_settings.setValue(search_key, options);
}

bool Settings::flag(const QString& name, bool otherwise) const {
    return m_settings.value(name, otherwise).toBool();
}

QString Settings::word(const QString& name, const QString& otherwise) const {
    return m_settings.value(name, otherwise).toString();
}

void Settings::setWord(const QString& name, const QString& value) {
    m_settings.setValue(name, value);
}

void Settings::setFlag(const QString& name, bool value) {
    m_settings.setValue(name, value);
}

}  // namespace turnwise::ui
