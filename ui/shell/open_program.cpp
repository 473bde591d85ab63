#include "ui/shell/open_program.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <chrono>

#include "ui/editor/program_view.h"
#include "ui/explain/named.h"
#include "ui/shell/message_line.h"
#include "ui/shell/program_file.h"
#include "ui/shell/settings.h"

namespace turnwise::ui {

namespace {
constexpr std::chrono::seconds copy_delay{3};  // after the last change of the text
}

OpenProgram::OpenProgram(ProgramView& view, MessageLine& messages, Settings& settings,
                         QObject* parent)
    : QObject(parent), m_view(view), m_messages(messages), m_settings(settings) {
    m_keep.setSingleShot(true);
    m_keep.setInterval(copy_delay);
    connect(&m_keep, &QTimer::timeout, this, &OpenProgram::keepNow);
    connect(&view.editor(), &QsciScintilla::textChanged, &m_keep, qOverload<>(&QTimer::start));
    connect(&view.editor(), &QsciScintilla::modificationChanged, this, &OpenProgram::nameChanged);
}

void OpenProgram::openNew() {
    whenSafe([this] {
        show(tr("untitled.py"), {},
             QStringLiteral("from threading import Thread\n\n\ndef task():\n    print(\"hello\")\n"
                            "\n\nthread = Thread(target=task)\nthread.start()\nthread.join()\n"));
    });
}

void OpenProgram::openExample(const Example& example) {
    whenSafe([this, example] { show(example.name + QStringLiteral(".py"), {}, example.text); });
}

void OpenProgram::openText(const QString& name, const QString& text, const QString& path) {
    whenSafe([this, name, path, text] { show(name, path, text, true); });
}

void OpenProgram::openFile(const QString& path) {
    const ProgramText program = readProgram(path);
    if (!program.error.isEmpty()) {
        m_messages.show(Severity::error, program.error);
        return;
    }
    whenSafe([this, path, text = program.text] {
        const QFileInfo file(path);
        m_settings.addRecentFile(file.absoluteFilePath());
        show(file.fileName(), file.absoluteFilePath(), text);
    });
}

void OpenProgram::show(const QString& name, const QString& path, const QString& text,
                       bool with_trace) {
    // The text is settled; runs and notes stay behind and are offered when the program is opened
    // again.
    shelve();
    m_name = name;
    m_path = path;
    m_is_open = true;
    m_view.setText(text);
    m_keep.stop();  // it was not a person who changed it
    m_messages.clear();
    emit opened(with_trace);
    emit nameChanged();
    if (!with_trace) offerShelved();
}

bool OpenProgram::isModified() const {
    return m_is_open && m_view.editor().isModified();
}

QString OpenProgram::text() const {
    return m_view.text();
}

void OpenProgram::whenSafe(std::function<void()> then) {
    if (!isModified()) {
        then();
        return;
    }
    m_messages.show(Severity::warning, tr("%1 has changes that are not saved.").arg(m_name),
                    {{tr("Save"),
                      [this, then] {
                          if (save()) then();
                      }},
                     {tr("Discard the changes"),
                      [this, then] {
                          m_view.editor().setModified(false);
                          then();
                      }},
                     {tr("Go on editing"), [this] { m_view.setFocus(); }}});
}

bool OpenProgram::save() {
    return m_path.isEmpty() ? saveAs() : saveTo(m_path);
}

bool OpenProgram::saveAs() {
    const QString folder = m_path.isEmpty() ? QDir::homePath() : QFileInfo(m_path).path();
    QString path =
        QFileDialog::getSaveFileName(&m_view, tr("Save the program"), QDir(folder).filePath(m_name),
                                     tr("Python programs (*.py)"));
    if (path.isEmpty()) return false;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".py");
    return saveTo(path);
}

bool OpenProgram::saveTo(const QString& path) {
    const QString error = writeProgram(path, text());
    if (!error.isEmpty()) {
        m_messages.show(Severity::error, error);
        return false;
    }
    m_path = QFileInfo(path).absoluteFilePath();
    m_name = QFileInfo(path).fileName();
    m_settings.addRecentFile(m_path);
    m_view.editor().setModified(false);
    keepNow();
    emit nameChanged();
    return true;
}

void OpenProgram::keepSoon() {
    if (m_is_open && !m_keep.isActive()) m_keep.start();
}

void OpenProgram::keepNow() {
    m_keep.stop();
    if (!m_is_open) return;
    const QByteArray company = m_company ? m_company() : QByteArray();
    if (!isModified() && company.isEmpty()) {
        m_recovery.forget();
        return;
    }
    if (!m_recovery.keep(m_name, m_path, text(), isModified(), company))
        m_messages.show(Severity::warning,
                        tr("No safety copy of what is not saved can be written to %1.")
                            .arg(QDir::toNativeSeparators(Recovery::defaultFolder())));
}

void OpenProgram::shelve() {
    keepNow();
    leaveCopy();
}

void OpenProgram::leaveCopy() {
    m_recovery.shelve();
}

void OpenProgram::offerOrphan() {
    const auto orphans = m_recovery.orphans();
    if (!orphans.empty()) offer(orphans.front());
}

// Of the program that has just been opened.
void OpenProgram::offerShelved() {
    for (const Recovery::Orphan& orphan : m_recovery.orphans())
        if (orphan.name == m_name && orphan.path == m_path && !orphan.company.isEmpty())
            return offer(orphan);
}

void OpenProgram::offer(const Recovery::Orphan& orphan) {
    const QString when = QLocale().toString(orphan.kept, QLocale::ShortFormat);
    const QString words =
        orphan.isModified
            ? named(tr("Turnwise ended with unsaved changes of {name}. A copy of {time} was kept."),
                    {{"name", orphan.name}, {"time", when}})
            : named(tr("There are unsaved runs and notes of {name}, from {time}."),
                    {{"name", orphan.name}, {"time", when}});
    m_messages.show(Severity::information, words,
                    {{tr("Open the copy"), [this, orphan] { bringBack(orphan); }},
                     {tr("Delete the copy"), [orphan] { Recovery::remove(orphan); }}});
}

// As an undoable change of what is saved, so that it counts as one and can be compared.
void OpenProgram::bringBack(const Recovery::Orphan& orphan) {
    const ProgramText saved = readProgram(orphan.path);
    const bool has_file = !orphan.path.isEmpty() && saved.error.isEmpty();
    const auto open = [this, orphan,
                       text = has_file || orphan.isModified ? saved.text : orphan.text] {
        show(orphan.name, orphan.path, text, !orphan.company.isEmpty());
        if (orphan.isModified && this->text() != orphan.text) m_view.editor().setText(orphan.text);
        if (!orphan.company.isEmpty()) emit companyFound(orphan.company);
        keepNow();
        Recovery::remove(orphan);
    };
    whenSafe(open);
}

}  // namespace turnwise::ui
