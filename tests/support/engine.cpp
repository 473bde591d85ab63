#include "tests/support/engine.h"

#include <QFile>

#include "core/trace/stream.h"

namespace turnwise::test {

namespace {

constexpr int patienceMs = 120'000;

// The name of an object as the trace last told it.
QString objectName(const trace::Trace& trace, ObjectId id) {
    QString name;
    for (const trace::Event& event : trace.events())
        if (event.object == id && (event.kind == trace::EventKind::object_created ||
                                   event.kind == trace::EventKind::object_named))
            name = QString::fromStdString(trace.text(event.text));
    return name;
}

}  // namespace

EngineResult runEngine(const QStringList& arguments) {
    // The names of temporary files are the same in every run, so a run beside this one could take
    // them first.
    static const QTemporaryDir temporary;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TMPDIR"), temporary.path());
    QProcess engine;
    engine.setProcessEnvironment(environment);
    engine.start(TURNWISE_ENGINE, arguments);
    engine.closeWriteChannel();
    EngineResult result;
    if (!engine.waitForFinished(patienceMs)) {
        engine.kill();
        engine.waitForFinished();
        result.errors = "the engine did not end";
        return result;
    }
    result.exitStatus = engine.exitStatus() == QProcess::NormalExit ? engine.exitCode() : -1;
    result.stream = engine.readAllStandardOutput();
    result.errors = QString::fromUtf8(engine.readAllStandardError());
    trace::StreamReader reader(result.trace);
    reader.feed(result.stream.constData(), static_cast<std::size_t>(result.stream.size()));
    result.isComplete = reader.is_complete();
    return result;
}

EngineResult runText(const QString& text, const QStringList& options) {
    QTemporaryDir folder;
    const QString path = folder.filePath("program.py");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return {};
    file.write(text.toUtf8());
    file.close();
    return runEngine(options + QStringList{path});
}

QString printed(const trace::Trace& trace, int stream) {
    QString text;
    for (const trace::Event& event : trace.events())
        if (event.kind == trace::EventKind::output && event.value == stream)
            text += QString::fromStdString(trace.text(event.text));
    return text;
}

QStringList eventsOf(const trace::Trace& trace, trace::EventKind kind) {
    QStringList list;
    for (const trace::Event& event : trace.events()) {
        if (event.kind != kind) continue;
        QStringList words = {QString("T%1").arg(event.thread)};
        if (event.object) words << objectName(trace, event.object);
        if (event.text) words << QString::fromStdString(trace.text(event.text));
        if (event.detail) words << QString::fromStdString(trace.text(event.detail));
        words << QString::number(event.value);
        list << words.join(' ');
    }
    return list;
}

}  // namespace turnwise::test
