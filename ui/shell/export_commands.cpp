#include "ui/shell/export_commands.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/message_line.h"
#include "ui/shell/open_program.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

namespace {
constexpr qreal clipboard_ratio = 2;  // sharp on a slide too
}

ExportCommands::ExportCommands(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_folder(QDir::homePath()) {
    const Actions& actions = m_parts.actions;
    const auto on = [&](Command command, auto slot) {
        connect(actions[command], &QAction::triggered, this, slot);
    };
    on(Command::export_png,
       [this] { askAndExport(QStringLiteral("png"), tr("Pictures (*.png)")); });
    on(Command::export_svg,
       [this] { askAndExport(QStringLiteral("svg"), tr("Drawings (*.svg)")); });
    on(Command::export_pdf,
       [this] { askAndExport(QStringLiteral("pdf"), tr("Documents (*.pdf)")); });
    on(Command::copy_picture, [this] { copyPicture(); });
    connect(&m_parts.session, &Session::traceReset, this, &ExportCommands::followState);
    connect(&m_parts.session, &Session::traceGrew, this, &ExportCommands::followState);
    followState();
}

timeline::ExportOptions ExportCommands::options() const {
    timeline::ExportOptions options;
    options.axis = m_parts.view.axis();
    options.display = m_parts.view.display();
    options.title = m_parts.program.name();
    if (const auto selected = m_parts.view.selectedEvents()) {
        options.from = selected->from;
        options.to = selected->to;
    }
    return options;
}

void ExportCommands::askAndExport(const QString& suffix, const QString& filter) {
    const QString name =
        QStringLiteral("%1.%2").arg(QFileInfo(m_parts.program.name()).completeBaseName(), suffix);
    QString path = QFileDialog::getSaveFileName(&m_parts.window, tr("Export the timeline"),
                                                QDir(m_folder).filePath(name), filter);
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QLatin1Char('.') + suffix;
    exportTo(path);
}

void ExportCommands::exportTo(const QString& path) {
    QString error;
    if (!timeline::exportTimeline(m_parts.session.intervals(), m_parts.session.steps(), options(),
                                  path, &error)) {
        m_parts.messages.show(Severity::error, error);
        return;
    }
    m_folder = QFileInfo(path).absolutePath();
    m_parts.messages.show(Severity::success,
                          tr("The timeline is in %1.").arg(QDir::toNativeSeparators(path)));
}

void ExportCommands::copyPicture() {
    QApplication::clipboard()->setImage(timeline::renderTimeline(
        m_parts.session.intervals(), m_parts.session.steps(), options(), clipboard_ratio));
    m_parts.messages.show(Severity::success, tr("The timeline is in the clipboard, as a picture."));
}

void ExportCommands::followState() {
    const bool has_run = m_parts.session.intervals().size() > 0;
    for (const Command command :
         {Command::export_png, Command::export_svg, Command::export_pdf, Command::copy_picture})
        m_parts.actions[command]->setEnabled(has_run);
}

}  // namespace turnwise::ui
