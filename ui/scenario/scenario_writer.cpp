#include "ui/scenario/json_fields.h"
#include "ui/scenario/row_names.h"

namespace turnwise::ui {

namespace {

// A line each, so that a person can read them, and a version control can compare them.
Json linesOf(const QString& text) {
    Json lines = Json::array();
    for (const QString& line : text.split(QLatin1Char('\n')))
        lines.push_back(line.toStdString());
    return lines;
}

Json written(const ScenarioRun& run) {
    Json json = {{"id", run.id}};
    if (run.parent != 0) json["parent"] = run.parent;
    if (run.decision) json["decision"] = *run.decision;
    if (!run.title.isEmpty()) json["title"] = run.title.toStdString();
    json["options"] = writeOptions(run.options);
    json["schedule"] = run.options.schedule.toStdString();
    if (run.cursor) json["cursor"] = *run.cursor;
    if (run.events) json["events"] = *run.events;
    if (!run.outcome.isEmpty()) json["outcome"] = run.outcome.toStdString();
    if (run.text) json["text"] = linesOf(*run.text);
    return json;
}

Json written(const ScenarioSearch& search) {
    Json json = {{"options", writeOptions(search.options)}};
    if (search.text) json["text"] = linesOf(*search.text);
    json["report"] = Json::parse(search.report.begin(), search.report.end(), nullptr, false);
    return json;
}

Json written(const ScenarioNote& note) {
    Json json = {{"run", note.run}, {"from", note.from}};
    if (note.to != note.from) json["to"] = note.to;
    json["text"] = note.text.toStdString();
    return json;
}

}  // namespace

QByteArray writeScenario(const Scenario& scenario) {
    Json json = {{"turnwise-scenario", scenario_version}};
    Json program = {{"name", scenario.name.toStdString()}};
    if (!scenario.path.isEmpty()) program["path"] = scenario.path.toStdString();
    if (scenario.text) program["text"] = linesOf(*scenario.text);
    json["program"] = std::move(program);
    json["runs"] = Json::array();
    for (const ScenarioRun& run : scenario.runs)
        json["runs"].push_back(written(run));
    if (scenario.shown != 0) json["shown"] = scenario.shown;
    if (!scenario.search.report.isEmpty()) json["search"] = written(scenario.search);
    json["view"] = {{"axis", scenario.view.steps ? "steps" : "time"}};
    if (scenario.view.from) json["view"]["from"] = *scenario.view.from;
    if (scenario.view.to) json["view"]["to"] = *scenario.view.to;
    if (Json rows = writeRows(scenario.view.rows); !rows.empty())
        json["view"]["rows"] = std::move(rows);
    for (const QString& breakpoint : scenario.breakpoints)
        json["breakpoints"].push_back(breakpoint.toStdString());
    if (!scenario.notes.empty()) json["notes"] = Json::array();
    for (const ScenarioNote& note : scenario.notes)
        json["notes"].push_back(written(note));
    return QByteArray::fromStdString(json.dump(1, ' ', false, Json::error_handler_t::replace)) +
           '\n';
}

}  // namespace turnwise::ui
