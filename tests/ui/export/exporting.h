// Exports a trace as the window and the command line do, and reads what came of it.
#pragma once

#include <QFile>
#include <QTemporaryDir>

#include "ui/export/request.h"

namespace turnwise::support {

struct Exporter {
    explicit Exporter(trace::Trace run) : trace(std::move(run)) {}

    QString path(const QString& name) const { return folder.filePath(name); }

    // The error; "" if there was none. `pieces` are done of the work, all of it if negative.
    QString write(ui::Content content, const QString& name, timeline::ExportOptions options = {},
                  int pieces = -1) {
        const ui::ExportRequest request{content, path(name), options};
        if (const QString objection = objectionTo(request, intervals, steps); !objection.isEmpty())
            return objection;
        const auto job = makeJob(request, intervals, steps);
        while (pieces != 0 && job->advance()) {
            --pieces;
            lastProgress = job->progress();
        }
        return job->error();
    }

    QByteArray read(const QString& name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList files() const {
        return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    const trace::Trace trace;
    const analysis::Intervals intervals{trace};
    const analysis::Steps steps{trace};
    const QTemporaryDir folder;
    double lastProgress = 0;
};

}  // namespace turnwise::support
