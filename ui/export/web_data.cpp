#include "ui/export/web_data.h"

#include <QFileInfo>

#include "ui/explain/explainer.h"
#include "ui/explain/names.h"
#include "ui/explain/words.h"
#include "ui/look/palette.h"
#include "ui/look/thread_sign.h"

namespace turnwise::ui {

namespace {

// A row is told again only if it is not as it was told last.
bool isNews(std::vector<QJsonArray>& told, std::size_t place, const QJsonArray& row) {
    if (told.size() <= place) told.resize(place + 1);
    if (told[place] == row) return false;
    told[place] = row;
    return true;
}

int idOf(ThreadId thread) {
    return thread == no_thread ? -1 : static_cast<int>(thread);
}

}  // namespace

WebData::WebData(const analysis::Intervals& intervals, const analysis::Steps& steps)
    : m_intervals(intervals), m_steps(steps), m_trace(intervals.trace()) {
    for (const analysis::ObjectRow& row : intervals.objects())
        if (!row.internal) m_objects.push_back(row.id);
}

int WebData::text(const QString& text) {
    const auto known = m_text_ids.constFind(text);
    if (known != m_text_ids.constEnd()) return *known;
    const int id = static_cast<int>(m_texts.size());
    m_texts.append(text);
    m_text_ids.insert(text, id);
    return id;
}

int WebData::fileOf(StringId path) const {
    const auto& sources = m_trace.sources();
    for (std::size_t i = 0; i < sources.size(); ++i)
        if (sources[i].first == m_trace.text(path)) return static_cast<int>(i);
    return -1;
}

QJsonObject WebData::step(const StepMoment& moment) {
    QJsonObject step{{QStringLiteral("t"), timeText(moment.tick)},
                     {QStringLiteral("w"), idOf(moment.thread)},
                     {QStringLiteral("f"), moment.line ? fileOf(moment.file) : -1},
                     {QStringLiteral("l"), static_cast<int>(moment.line)}};
    const std::pair<const char*, QJsonArray> changes[] = {{"T", changedThreads(moment)},
                                                          {"O", changedObjects(moment)},
                                                          {"V", changedVariables(moment)},
                                                          {"P", printed(moment.events)}};
    for (const auto& [key, rows] : changes)
        if (!rows.isEmpty()) step.insert(QLatin1String(key), rows);
    return step;
}

QJsonArray WebData::changedThreads(const StepMoment& moment) {
    const Explainer explainer(m_intervals, m_steps);
    QJsonArray rows;
    for (const analysis::ThreadInfo& thread : moment.state->threads()) {
        const int id = idOf(thread.id);
        const QJsonArray row{id,
                             QString(QLatin1Char(analysis::letter(thread.state))),
                             thread.is_alive() && thread.line ? fileOf(thread.file) : -1,
                             static_cast<int>(thread.line),
                             text(stateWord(thread.state)),
                             text(explainer.thread(*moment.state, thread.id))};
        if (isNews(m_last_threads, thread.id, row)) rows.append(row);
    }
    return rows;
}

QJsonArray WebData::changedObjects(const StepMoment& moment) {
    QJsonArray rows;
    for (std::size_t place = 0; place < m_objects.size(); ++place) {
        const analysis::ObjectInfo* object = moment.state->object(m_objects[place]);
        if (!object) continue;
        const QJsonArray row{static_cast<int>(place), idOf(object->owner),
                             text(valueWords(*object))};
        if (isNews(m_last_objects, place, row)) rows.append(row);
    }
    return rows;
}

QJsonArray WebData::listOf(const std::vector<analysis::Variable>& variables) {
    QJsonArray list;
    for (const analysis::Variable& variable : variables) {
        list.append(text(textOf(m_trace, variable.name)));
        list.append(text(textOf(m_trace, variable.value)));
    }
    return list;
}

QJsonArray WebData::changedVariables(const StepMoment& moment) {
    QJsonArray rows;
    const auto tell = [&](std::size_t place, int scope, const QJsonArray& list) {
        if (list.isEmpty() &&
            (m_last_variables.size() <= place || m_last_variables[place].isEmpty()))
            return;
        const QJsonArray row{scope, list};
        if (isNews(m_last_variables, place, row)) rows.append(row);
    };
    tell(0, -1, listOf(moment.state->globals()));
    for (const analysis::ThreadInfo& thread : moment.state->threads()) {
        const auto& frames = moment.state->frames(thread.id);
        const bool hasLocals = !frames.empty() && frames.back().depth > 0;
        tell(thread.id + 1, idOf(thread.id),
             hasLocals ? listOf(frames.back().variables) : QJsonArray());
    }
    return rows;
}

QJsonArray WebData::printed(EventIndex until) {
    QJsonArray rows;
    const auto& outputs = m_intervals.outputs();
    for (; m_printed < outputs.size() && outputs[m_printed] < until; ++m_printed) {
        const trace::Event& event = m_trace[outputs[m_printed]];
        rows.append(QJsonArray{idOf(event.thread), static_cast<int>(event.value),
                               text(textOf(m_trace, event.text))});
    }
    return rows;
}

QJsonArray WebData::files() const {
    QJsonArray files;
    for (const auto& [path, source] : m_trace.sources())
        files.append(QJsonObject{
            {QStringLiteral("name"), QFileInfo(QString::fromStdString(path)).fileName()},
            {QStringLiteral("text"), QString::fromStdString(source)}});
    return files;
}

QJsonArray WebData::threads() const {
    const analysis::State& state = m_intervals.latest();
    QJsonArray threads;
    for (const analysis::ThreadInfo& thread : state.threads())
        threads.append(
            QJsonObject{{QStringLiteral("sign"), signOf(thread.id)},
                        {QStringLiteral("colour"), timeline::ownerIndex(thread.id)},
                        {QStringLiteral("name"), threadName(m_trace, state, thread.id)}});
    return threads;
}

QJsonArray WebData::objects() const {
    QJsonArray objects;
    for (const ObjectId id : m_objects)
        objects.append(
            QJsonObject{{QStringLiteral("id"), static_cast<int>(id)},
                        {QStringLiteral("type"), typeWord(m_intervals.objects()[id - 1].type)},
                        {QStringLiteral("name"), objectName(m_trace, m_intervals.latest(), id)}});
    return objects;
}

}  // namespace turnwise::ui
