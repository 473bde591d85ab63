#include <QFileInfo>
#include <QSet>
#include <utility>

#include "core/hand/breakpoint.h"
#include "core/sched/schedule.h"
#include "ui/explain/named.h"
#include "ui/scenario/json_fields.h"
#include "ui/scenario/row_names.h"

namespace turnwise::ui {

namespace {

constexpr int most_runs = 10'000;
constexpr int most_notes = 10'000;
constexpr int most_breakpoints = 1'000;
// Far deeper than a scenario goes; what takes it apart may be recursive.
constexpr int deepest = 64;

void checkVersion(JsonFields& fields) {
    const QString key = QStringLiteral("turnwise-scenario");
    const Json* version = fields.take(key);
    if (!version)
        throw ScenarioError(
            Scenarios::tr("This is no scenario of Turnwise: it does not begin with \"%1\".")
                .arg(key));
    if (!version->is_number_integer() || version->get<qint64>() < 1)
        fields.expected(key, Scenarios::tr("1"));
    if (version->get<qint64>() > scenario_version)
        throw ScenarioError(
            named(Scenarios::tr("The scenario was written by a newer Turnwise (version {version} "
                                "of the format; this one reads {known}). Update Turnwise, or save "
                                "the scenario again with the older one."),
                  {{"version", version->get<qint64>()}, {"known", scenario_version}}));
}

QString programText(const Json& text, const QString& place) {
    if (text.is_string()) return textOf(text, place);
    if (!text.is_array())
        throw ScenarioError(
            Scenarios::tr(
                "The scenario cannot be used: %1 is expected to be a list of lines, or one text.")
                .arg(place));
    QStringList lines;
    for (const Json& line : text)
        lines << textOf(line, place);
    return lines.join(QLatin1Char('\n'));
}

void readProgram(Scenario& scenario, const Json* json) {
    const QString place = QStringLiteral("program");
    if (!json)
        throw ScenarioError(
            Scenarios::tr("The scenario cannot be used: %1 is missing.").arg(place));
    JsonFields fields(*json, place);
    scenario.path = fields.text(QStringLiteral("path")).value_or(QString());
    const QString byPath = QFileInfo(scenario.path).fileName();
    scenario.name = fields.text(QStringLiteral("name"))
                        .value_or(byPath.isEmpty() ? QStringLiteral("program.py") : byPath);
    if (scenario.name.isEmpty() || scenario.name.contains(QLatin1Char('/')))
        fields.expected(QStringLiteral("name"),
                        Scenarios::tr("the name of a file without its folder"));
    if (const Json* text = fields.take(QStringLiteral("text")))
        scenario.text = programText(*text, fields.placeOf(QStringLiteral("text")));
    if (!scenario.text && scenario.path.isEmpty())
        throw ScenarioError(Scenarios::tr(
            "The scenario cannot be used: it holds neither the text of a program nor its path."));
    fields.finish();
}

// As the engine would say it later, but with the place in the file.
QString readSchedule(JsonFields& fields) {
    const QString key = QStringLiteral("schedule");
    const QString text = fields.text(key).value_or(QString());
    try {
        return QString::fromStdString(sched::Schedule::parse(text.toStdString()).text());
    } catch (const sched::ScheduleError& error) {
        throw ScenarioError(
            named(Scenarios::tr("The scenario cannot be used: {place}. {reason}"),
                  {{"place", fields.placeOf(key)}, {"reason", QString::fromUtf8(error.what())}}));
    }
}

int idFrom(JsonFields& fields, const QString& key, bool isNeeded) {
    const auto id = fields.count(key);
    if (!id && !isNeeded) return 0;
    if (!id || *id < 1 || *id > 1'000'000'000)
        fields.expected(key, Scenarios::tr("a whole number from 1 on"));
    return static_cast<int>(*id);
}

ScenarioRun readRun(const Json& json, const QString& place) {
    JsonFields fields(json, place);
    ScenarioRun run;
    run.id = idFrom(fields, QStringLiteral("id"), true);
    run.parent = idFrom(fields, QStringLiteral("parent"), false);
    run.decision = fields.count(QStringLiteral("decision"));
    run.title = fields.text(QStringLiteral("title")).value_or(QString());
    if (const Json* options = fields.take(QStringLiteral("options")))
        readOptions(run.options, *options, fields.placeOf(QStringLiteral("options")));
    run.options.schedule = readSchedule(fields);
    run.cursor = fields.count(QStringLiteral("cursor"));
    run.events = fields.count(QStringLiteral("events"));
    run.outcome = fields.text(QStringLiteral("outcome")).value_or(QString());
    if (const Json* text = fields.take(QStringLiteral("text")))
        run.text = programText(*text, fields.placeOf(QStringLiteral("text")));
    fields.finish();
    return run;
}

void readRuns(Scenario& scenario, JsonFields& fields) {
    const auto& list = fields.list(QStringLiteral("runs"));
    if (list.empty() || std::cmp_greater(list.size(), most_runs))
        fields.expected(QStringLiteral("runs"),
                        Scenarios::tr("a list of 1 to %1 runs").arg(most_runs));
    QSet<int> ids;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const QString place = QStringLiteral("runs[%1]").arg(i);
        const ScenarioRun run = readRun(list[i], place);
        if (ids.contains(run.id))
            throw ScenarioError(
                Scenarios::tr(
                    "The scenario cannot be used: %1 has an id that another run has, too.")
                    .arg(place));
        // A parent comes first: so nobody can be their own ancestor.
        if (run.parent != 0 && !ids.contains(run.parent))
            throw ScenarioError(Scenarios::tr("The scenario cannot be used: the parent of %1 is "
                                              "not among the runs before it.")
                                    .arg(place));
        ids.insert(run.id);
        scenario.runs.push_back(run);
    }
    scenario.shown = idFrom(fields, QStringLiteral("shown"), false);
    if (scenario.shown == 0) scenario.shown = scenario.runs.front().id;
    if (!ids.contains(scenario.shown))
        fields.expected(QStringLiteral("shown"), Scenarios::tr("the id of a run"));
}

void readSearch(ScenarioSearch& search, const Json& json) {
    JsonFields fields(json, QStringLiteral("search"));
    const QString key = QStringLiteral("report");
    const Json* report = fields.take(key);
    if (!report || !report->is_object())
        fields.expected(key,
                        Scenarios::tr("an object, as turnwise explore --report json prints it"));
    search.report = QByteArray::fromStdString(report->dump());
    if (const Json* options = fields.take(QStringLiteral("options")))
        readOptions(search.options, *options, fields.placeOf(QStringLiteral("options")));
    if (const Json* text = fields.take(QStringLiteral("text")))
        search.text = programText(*text, fields.placeOf(QStringLiteral("text")));
    fields.finish();
}

void readView(ScenarioView& view, const Json& json) {
    JsonFields fields(json, QStringLiteral("view"));
    const QString axis = fields.text(QStringLiteral("axis")).value_or(QStringLiteral("time"));
    if (axis != QLatin1String("time") && axis != QLatin1String("steps"))
        fields.expected(QStringLiteral("axis"),
                        Scenarios::tr("one of these: %1").arg(QStringLiteral("time, steps")));
    view.steps = axis == QLatin1String("steps");
    view.from = fields.count(QStringLiteral("from"));
    view.to = fields.count(QStringLiteral("to"));
    if (const Json* rows = fields.take(QStringLiteral("rows"))) view.rows = readRows(*rows);
    fields.finish();
}

void readBreakpoints(Scenario& scenario, JsonFields& fields) {
    const auto& list = fields.list(QStringLiteral("breakpoints"));
    if (std::cmp_greater(list.size(), most_breakpoints))
        fields.expected(
            QStringLiteral("breakpoints"),
            Scenarios::tr("a list of no more than %1 breakpoints").arg(most_breakpoints));
    for (std::size_t i = 0; i < list.size(); ++i) {
        const QString place = QStringLiteral("breakpoints[%1]").arg(i);
        const QString text = textOf(list[i], place);
        try {
            scenario.breakpoints << QString::fromStdString(
                hand::Breakpoint::parse(text.toStdString()).text());
        } catch (const std::invalid_argument& error) {
            throw ScenarioError(
                named(Scenarios::tr("The scenario cannot be used: {place}. {reason}"),
                      {{"place", place}, {"reason", QString::fromUtf8(error.what())}}));
        }
    }
}

ScenarioNote readNote(const Json& json, const QString& place, const Scenario& scenario) {
    JsonFields fields(json, place);
    ScenarioNote note;
    note.run = idFrom(fields, QStringLiteral("run"), false);
    if (note.run == 0) note.run = scenario.shown;
    if (!scenario.run(note.run))
        fields.expected(QStringLiteral("run"), Scenarios::tr("the id of a run"));
    note.from = fields.count(QStringLiteral("from")).value_or(0);
    note.to = fields.count(QStringLiteral("to")).value_or(note.from);
    if (note.to < note.from)
        fields.expected(QStringLiteral("to"), Scenarios::tr("no less than %1").arg(note.from));
    note.text = fields.text(QStringLiteral("text")).value_or(QString());
    fields.finish();
    return note;
}

Json parsed(const QByteArray& bytes) {
    const auto refuseDepth = [](int depth, Json::parse_event_t, const Json&) {
        if (depth <= deepest) return true;
        throw ScenarioError(
            Scenarios::tr("The scenario cannot be read: it is nested deeper than %1 brackets.")
                .arg(deepest));
    };
    try {
        return Json::parse(bytes.begin(), bytes.end(), refuseDepth);
    } catch (const Json::parse_error& error) {
        const qsizetype end = std::min<qsizetype>(static_cast<qsizetype>(error.byte), bytes.size());
        throw ScenarioError(
            Scenarios::tr("The scenario cannot be read: in line %1 it is no JSON any more.")
                .arg(bytes.first(end).count('\n') + 1));
    } catch (const Json::exception& error) {
        throw ScenarioError(
            Scenarios::tr("The scenario cannot be read: %1").arg(QString::fromUtf8(error.what())));
    }
}

}  // namespace

Scenario readScenario(const QByteArray& bytes) {
    const Json json = parsed(bytes);
    JsonFields fields(json, {});
    checkVersion(fields);
    Scenario scenario;
    readProgram(scenario, fields.take(QStringLiteral("program")));
    readRuns(scenario, fields);
    if (const Json* search = fields.take(QStringLiteral("search")))
        readSearch(scenario.search, *search);
    if (const Json* view = fields.take(QStringLiteral("view"))) readView(scenario.view, *view);
    readBreakpoints(scenario, fields);
    const auto& notes = fields.list(QStringLiteral("notes"));
    if (std::cmp_greater(notes.size(), most_notes))
        fields.expected(QStringLiteral("notes"),
                        Scenarios::tr("a list of no more than %1 notes").arg(most_notes));
    for (std::size_t i = 0; i < notes.size(); ++i)
        scenario.notes.push_back(readNote(notes[i], QStringLiteral("notes[%1]").arg(i), scenario));
    fields.finish();
    return scenario;
}

}  // namespace turnwise::ui
