#include <QCoreApplication>
#include <QFileInfo>
#include <ranges>

#include "ui/explain/named.h"
#include "ui/explain/names.h"
#include "ui/inspect/outline.h"

namespace turnwise::ui {

namespace {

struct Code {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Code)
};

Outline variableRows(const Moment& moment, const std::vector<analysis::Variable>& variables) {
    Outline rows;
    for (const analysis::Variable& variable : variables) {
        OutlineItem row;
        row.key = textOf(moment.trace, variable.name);
        const QString value = textOf(moment.trace, variable.value);
        row.cells = {row.key, shortened(value)};
        row.tip = value;
        row.strong = variable.changed >= moment.since && moment.state.position() > 0;
        rows.push_back(std::move(row));
    }
    return rows;
}

QString place(const Moment& moment, const analysis::Frame& frame) {
    if (frame.line == 0) return {};
    const QString file = QFileInfo(textOf(moment.trace, frame.file)).fileName();
    const QString program =
        QFileInfo(QString::fromStdString(moment.trace.header().program)).fileName();
    const QString line = QString::number(frame.line);
    return file == program || file.isEmpty()
               ? Code::tr("line %1").arg(line)
               : named(Code::tr("{file}, line {line}"), {{"file", file}, {"line", line}});
}

OutlineItem threadRow(const Moment& moment, const analysis::ThreadInfo& thread) {
    OutlineItem row;
    row.key = QStringLiteral("thread %1").arg(thread.id);
    row.thread = thread.id;
    row.cells = {threadName(moment.trace, moment.state, thread.id), QString()};
    for (const analysis::Frame& frame : std::views::reverse(moment.state.frames(thread.id))) {
        OutlineItem call;
        call.key = QStringLiteral("%1 %2").arg(frame.depth).arg(frame.function);
        call.cells = {textOf(moment.trace, frame.function), place(moment, frame)};
        call.children = variableRows(moment, frame.variables);
        row.children.push_back(std::move(call));
    }
    return row;
}

}  // namespace

Outline variableOutline(const Moment& moment) {
    Outline rows;
    OutlineItem globals;
    globals.key = QStringLiteral("globals");
    globals.cells = {Code::tr("Globals"), QString()};
    globals.children = variableRows(moment, moment.state.globals());
    rows.push_back(std::move(globals));
    for (const analysis::ThreadInfo& thread : moment.state.threads())
        if (!moment.state.frames(thread.id).empty()) rows.push_back(threadRow(moment, thread));
    return rows;
}

Outline stackOutline(const Moment& moment) {
    Outline rows;
    if (!moment.state.thread(moment.chosen)) return rows;
    for (const analysis::Frame& frame : std::views::reverse(moment.state.frames(moment.chosen))) {
        OutlineItem row;
        row.key = QStringLiteral("%1 %2").arg(frame.depth).arg(frame.function);
        row.cells = {textOf(moment.trace, frame.function), place(moment, frame)};
        row.thread = moment.chosen;
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace turnwise::ui
