#include "ui/scenario/scenario.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>

#include "ui/scenario/json_fields.h"
#include "ui/session/file_reason.h"

namespace turnwise::ui {

namespace {

constexpr qint64 largest_file = 64 << 20;

[[noreturn]] void failWith(const QString& path, const QString& message) {
    throw ScenarioError(QStringLiteral("%1: %2").arg(QDir::toNativeSeparators(path), message));
}

}  // namespace

const ScenarioRun* Scenario::run(int id) const {
    const auto found = std::ranges::find(runs, id, &ScenarioRun::id);
    return found == runs.end() ? nullptr : &*found;
}

bool looksLikeScenario(const QByteArray& beginning) {
    return beginning.trimmed().startsWith('{') && beginning.contains("\"turnwise-scenario\"");
}

Scenario readScenarioFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) failWith(path, file.errorString());
    if (file.size() > largest_file)
        failWith(path, Scenarios::tr("this is larger than 64 MiB, which is no scenario."));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) failWith(path, file.errorString());
    try {
        Scenario scenario = readScenario(bytes);
        if (!scenario.path.isEmpty())
            scenario.path =
                QDir::cleanPath(QFileInfo(path).absoluteDir().absoluteFilePath(scenario.path));
        if (!scenario.text && !QFileInfo(scenario.path).isFile())
            throw ScenarioError(
                Scenarios::tr(
                    "The program %1 is missing. Put it there, or put its text into the scenario.")
                    .arg(QDir::toNativeSeparators(scenario.path)));
        return scenario;
    } catch (const ScenarioError& error) {
        failWith(path, QString::fromUtf8(error.what()));
    }
}

void writeScenarioFile(const QString& path, const Scenario& scenario) {
    Scenario written = scenario;
    const QDir folder = QFileInfo(path).absoluteDir();
    const QString relative = folder.relativeFilePath(written.path);
    // A scenario and its program that lie side by side can be moved together.
    if (!written.path.isEmpty() && !relative.startsWith(QLatin1String("..")))
        written.path = relative;
    QSaveFile file(path);
    const QByteArray bytes = writeScenario(written);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        failWith(path, Scenarios::tr("this cannot be written: %1").arg(reasonOf(file)));
}

RunOptions runOptionsOf(const Scenario& scenario, const ScenarioRun& run) {
    RunOptions options = run.options;
    options.program = scenario.path.isEmpty() ? scenario.name : scenario.path;
    options.sourceText = run.text ? run.text : scenario.text;
    if (options.isByHand()) options.breakpoints = scenario.breakpoints;
    if (!scenario.path.isEmpty()) options.workingDirectory = QFileInfo(scenario.path).path();
    return options;
}

}  // namespace turnwise::ui
