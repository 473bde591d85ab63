#include "ui/shell/file_commands.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "ui/lessons/examples.h"
#include "ui/scenario/file_kind.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/message_line.h"
#include "ui/shell/open_program.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/settings.h"

namespace turnwise::ui {

FileCommands::FileCommands(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
    Actions& actions = m_parts.actions;
    OpenProgram* program = &m_parts.program;
    actions.on(Command::new_program, program, &OpenProgram::openNew);
    actions.on(Command::open, this, &FileCommands::askForFile);
    actions.on(Command::save, program, &OpenProgram::save);
    actions.on(Command::save_as, program, &OpenProgram::saveAs);
    actions.on(Command::start_page, this, &FileCommands::startPageWanted);
    connect(&m_recent, &QMenu::aboutToShow, this, &FileCommands::fillRecent);
    retranslate();
}

void FileCommands::openPath(const QString& path) {
    switch (kindOfFile(path)) {
        case FileKind::trace:
            return openTrace(path);
        case FileKind::scenario:
            emit scenarioChosen(path);
            return;
        case FileKind::program:
            m_parts.program.openFile(path);
    }
}

void FileCommands::openExample(const QString& name) {
    const Example example = exampleNamed(name);
    if (!example.name.isEmpty()) m_parts.program.openExample(example);
}

void FileCommands::askForFile() {
    const QStringList recent = m_parts.settings.recentFiles();
    const QString folder = recent.isEmpty() ? QDir::homePath() : QFileInfo(recent.front()).path();
    const QString path = QFileDialog::getOpenFileName(
        nullptr, tr("Open a Python program, a scenario or a trace"), folder,
        tr("Programs, scenarios and traces (*.py *.turnwise *.trace);;All files (*)"));
    if (!path.isEmpty()) openPath(path);
}

void FileCommands::openTrace(const QString& path) {
    m_parts.program.whenSafe([this, path] {
        m_parts.program.keepNow();  // for a trace takes the place of its runs and notes
        QString error;
        if (!m_parts.session.openTrace(path, &error)) {
            m_parts.messages.show(Severity::error, error);
            return;
        }
        m_parts.program.leaveCopy();
        m_parts.settings.addRecentFile(path);
        const trace::Header& header = m_parts.session.trace().header();
        m_parts.run_bar.showOptionsOf(header);
        const QString name = QFileInfo(QString::fromStdString(header.program)).fileName();
        m_parts.program.openText(
            name, QString::fromStdString(m_parts.session.trace().source_of(header.program)));
    });
}

void FileCommands::fillRecent() {
    m_recent.clear();
    const QStringList files = m_parts.settings.recentFiles();
    for (const QString& path : files) {
        QAction* action = m_recent.addAction(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { openPath(path); });
    }
    if (files.isEmpty()) m_recent.addAction(tr("No recent files"))->setEnabled(false);
    m_recent.addSeparator();
    QAction* clear = m_recent.addAction(tr("Clear this list"));
    clear->setEnabled(!files.isEmpty());
    connect(clear, &QAction::triggered, this, [this] { m_parts.settings.clearRecentFiles(); });
}

void FileCommands::retranslate() {
    m_recent.setTitle(tr("Open &recent"));
}

}  // namespace turnwise::ui
