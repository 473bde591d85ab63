#include "ui/scenario/file_kind.h"

#include <QFile>

#include "core/trace/stream.h"
#include "ui/scenario/scenario.h"

namespace turnwise::ui {

FileKind kindOfFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return FileKind::program;
    const QByteArray beginning = file.read(256);
    if (trace::begins_like_trace({beginning.data(), static_cast<std::size_t>(beginning.size())}))
        return FileKind::trace;
    return path.endsWith(QLatin1String(".turnwise")) || looksLikeScenario(beginning)
               ? FileKind::scenario
               : FileKind::program;
}

}  // namespace turnwise::ui
