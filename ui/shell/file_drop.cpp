#include "ui/shell/file_drop.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace turnwise::ui {

FileDrop::FileDrop(QWidget& window, QObject* parent) : QObject(parent) {
    window.setAcceptDrops(true);
    watch(window);
    for (QWidget* widget : window.findChildren<QWidget*>())
        if (widget->acceptDrops()) watch(*widget);
}

void FileDrop::watch(QWidget& widget) {
    widget.installEventFilter(this);
}

QString FileDrop::fileIn(const QMimeData& data) {
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls) {
        if (!url.isLocalFile()) continue;
        const QFileInfo file(url.toLocalFile());
        const QString suffix = file.suffix().toLower();
        for (const char* known : {"py", "pyw", "trace", "turnwise"})
            if (suffix == QLatin1String(known) && file.isFile()) return file.filePath();
    }
    return {};
}

bool FileDrop::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::DragEnter:
        case QEvent::DragMove:
        case QEvent::Drop:
            break;
        default:
            return QObject::eventFilter(watched, event);
    }
    auto* drop = static_cast<QDropEvent*>(event);
    const QString path = drop->mimeData() ? fileIn(*drop->mimeData()) : QString();
    if (path.isEmpty()) return QObject::eventFilter(watched, event);
    // A copy: whoever dragged it keeps the file.
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop) emit dropped(path);
    return true;
}

}  // namespace turnwise::ui
