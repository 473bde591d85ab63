#include "ui/shell/export_commands.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "ui/export/caption.h"
#include "ui/lessons/predict_mode.h"
#include "ui/notes/notebook.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/message_line.h"
#include "ui/shell/open_program.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

namespace {
constexpr qreal clipboard_ratio = 2;  // sharp on a slide too
}

ExportCommands::ExportCommands(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts) {
    m_parts.actions.on(Command::export_run, this, [this] {
        dialog().show();
        dialog().raise();
        dialog().activateWindow();
    });
    m_parts.actions.on(Command::save_trace, this, &ExportCommands::askAndSaveTrace);
    m_parts.actions.on(Command::copy_picture, this, &ExportCommands::copyPicture);
    connect(&m_parts.session, &Session::traceReset, this, &ExportCommands::followState);
    connect(&m_parts.session, &Session::traceGrew, this, &ExportCommands::followState);
    connect(&m_parts.predict, &PredictMode::secrecyChanged, this, &ExportCommands::followState);
    followState();
}

timeline::ExportOptions ExportCommands::options() const {
    timeline::ExportOptions options;
    options.axis = m_parts.view.axis();
    options.display = m_parts.view.display();
    options.title = m_parts.program.name();
    const Session& session = m_parts.session;
    if (const RunRecord* run = session.runs().find(session.shownRun()))
        options.decidedBy = decidedBy(*run);
    options.notes = pictureNotes(m_parts.notebook, session.shownRun());
    if (const auto selected = m_parts.view.selectedEvents()) {
        options.from = selected->from;
        options.to = selected->to;
    }
    return options;
}

ExportDialog& ExportCommands::dialog() {
    if (!m_dialog)
        m_dialog = new ExportDialog(
            {m_parts.session, m_parts.program, m_parts.view, m_parts.settings, m_parts.notebook},
            &m_parts.window);
    return *m_dialog;
}

void ExportCommands::askAndSaveTrace() {
    const QFileInfo program(m_parts.program.path());
    const QDir folder = m_parts.program.path().isEmpty() ? QDir::home() : program.dir();
    const QString name =
        QFileInfo(m_parts.program.name()).completeBaseName() + QStringLiteral(".trace");
    QString path = QFileDialog::getSaveFileName(&m_parts.window, tr("Save the trace"),
                                                folder.filePath(name), tr("Traces (*.trace)"));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".trace");
    saveTraceTo(path);
}

void ExportCommands::saveTraceTo(const QString& path) {
    QString error;
    if (!m_parts.session.saveTrace(path, &error))
        m_parts.messages.show(Severity::error, error);
    else
        m_parts.messages.show(Severity::success,
                              tr("The trace is saved in %1.").arg(QDir::toNativeSeparators(path)));
}

void ExportCommands::copyPicture() {
    QApplication::clipboard()->setImage(timeline::renderTimeline(
        m_parts.session.intervals(), m_parts.session.steps(), options(), clipboard_ratio));
    m_parts.messages.show(Severity::success, tr("The timeline is in the clipboard, as a picture."));
}

void ExportCommands::followState() {
    // What is exported is the whole run: not while its end is a secret.
    const bool is_secret = m_parts.predict.isEndSecret();
    const bool has_run = m_parts.session.intervals().size() > 0 && !is_secret;
    if (is_secret && m_dialog) m_dialog->close();
    for (const Command command : {Command::export_run, Command::copy_picture, Command::save_trace})
        m_parts.actions[command]->setEnabled(has_run);
}

}  // namespace turnwise::ui
