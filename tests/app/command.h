// Runs the `turnwise` that was built and tells what it did.
#pragma once

#include <QProcess>
#include <QStringList>

namespace turnwise::support {

struct Done {
    int status = -1;  // -1 if it crashed or did not end
    QString output;
    QString errors;

    QString lastLine() const { return output.trimmed().section('\n', -1); }
};

inline Done run_command(const QString& command, const QStringList& arguments,
                        const QStringList& environment = {}, const QByteArray& input = {}) {
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "TURNWISE_ENGINE"})
        variables.remove(name);
    for (const QString& variable : environment)
        variables.insert(variable.section('=', 0, 0), variable.section('=', 1));
    process.setProcessEnvironment(variables);
    process.start(command, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended =
        process.waitForFinished(600'000) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

inline Done turnwise(const QStringList& arguments, const QStringList& environment = {},
                     const QByteArray& input = {}) {
    return run_command(TURNWISE, arguments, environment, input);
}

}  // namespace turnwise::support
