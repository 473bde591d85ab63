#include "ui/shell/export_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QElapsedTimer>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <chrono>

#include "ui/explain/named.h"
#include "ui/look/icons.h"
#include "ui/look/language.h"
#include "ui/look/theme.h"
#include "ui/notes/notebook.h"
#include "ui/session/session.h"
#include "ui/shell/export_form.h"
#include "ui/shell/export_preview.h"
#include "ui/shell/open_program.h"
#include "ui/shell/settings.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

namespace {

constexpr std::chrono::milliseconds until_refresh{120};
constexpr int work_at_a_time = 40;  // milliseconds, between two looks at mouse and keyboard
constexpr int progress_steps = 1000;

}  // namespace

ExportDialog::ExportDialog(const Parts& parts, QWidget* parent)
    : QDialog(parent),
      m_parts(parts),
      m_form(new ExportForm),
      m_preview(new ExportPreview),
      m_message(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_stop(new QPushButton(icon(QStringLiteral("stop"), Tint::error), QString(), this)),
      m_copy(new QPushButton(icon(QStringLiteral("copy")), QString(), this)),
      m_export(new QPushButton(icon(QStringLiteral("export")), QString(), this)),
      m_close(new QPushButton(this)),
      m_folder(m_parts.settings.word(QStringLiteral("export/folder"), QDir::homePath())) {
    setObjectName(QStringLiteral("exportDialog"));
    layOut();
    retranslate();
    m_form->recall(m_parts.settings);
    connectParts();
    showBusy(false);
    resize(1080, 640);
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::layOut() {
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumWidth(m_form->sizeHint().width() + 24);
    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(scroll);
    top->addWidget(m_preview, 1);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setRange(0, progress_steps);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(220);
    for (QPushButton* button : {m_stop, m_copy, m_close})
        button->setAutoDefault(false);
    m_export->setDefault(true);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_message, 1);
    for (QWidget* part : {static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_stop),
                          static_cast<QWidget*>(m_copy), static_cast<QWidget*>(m_export),
                          static_cast<QWidget*>(m_close)})
        bottom->addWidget(part);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(12);
    column->addLayout(top, 1);
    column->addLayout(bottom);
}

void ExportDialog::connectParts() {
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(until_refresh);
    connect(&m_refresh, &QTimer::timeout, this, &ExportDialog::refresh);
    connect(&m_work, &QTimer::timeout, this, &ExportDialog::workOn);
    connect(m_form, &ExportForm::changed, this, &ExportDialog::refreshSoon);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::ask);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(m_stop, &QPushButton::clicked, this, &ExportDialog::stop);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    // What the job reads goes with the run.
    connect(&m_parts.session, &Session::traceReset, this, &ExportDialog::stop);
    for (const auto signal : {&Session::traceReset, &Session::traceGrew})
        connect(&m_parts.session, signal, this, &ExportDialog::refreshSoon);
    connect(&m_parts.session, &Session::cursorChanged, this, &ExportDialog::refreshSoon);
    connect(&m_parts.notebook, &Notebook::changed, this, &ExportDialog::refreshSoon);
    connect(&m_parts.notebook, &Notebook::textChanged, this, &ExportDialog::refreshSoon);
    connect(&m_parts.view, &timeline::TimelineView::rangeChanged, this, &ExportDialog::refreshSoon);
    connect(&m_parts.view, &timeline::TimelineView::selectionChanged, this,
            &ExportDialog::refreshSoon);
}

void ExportDialog::refreshSoon() {
    if (isVisible()) m_refresh.start();
}

void ExportDialog::takeScene() {
    const Session& session = m_parts.session;
    ExportScene scene;
    scene.steps = session.stepCount();
    scene.axis = m_parts.view.axis();
    scene.display = m_parts.view.display();
    scene.name = m_parts.program.name();
    if (session.intervals().size() > 0) scene.visible = m_parts.view.visibleEvents();
    scene.selected = m_parts.view.selectedEvents();
    if (const RunRecord* run = session.runs().find(session.shownRun())) scene.run = *run;
    scene.notes = pictureNotes(m_parts.notebook, session.shownRun());
    const QSignalBlocker silence(m_form);
    m_form->setScene(scene);
}

void ExportDialog::refresh() {
    m_refresh.stop();
    takeScene();
    const Session& session = m_parts.session;
    ExportRequest request = m_form->request(session.steps());
    request.path = QStringLiteral("preview.") + m_form->suffix();
    const LanguageScope language(m_form->language());
    const QString objection = objectionTo(request, session.intervals(), session.steps());
    if (objection.isEmpty())
        m_preview->show(request, session.intervals(), session.steps(), session.step());
    else
        m_preview->showNothing(objection);
    m_export->setEnabled(!isExporting() && objection.isEmpty());
    m_copy->setEnabled(!m_preview->image().isNull());
}

void ExportDialog::ask() {
    const QString suffix = m_form->suffix();
    const QString name =
        QStringLiteral("%1.%2").arg(QFileInfo(m_parts.program.name()).completeBaseName(), suffix);
    QString path =
        QFileDialog::getSaveFileName(this, tr("Export"), QDir(m_folder).filePath(name),
                                     named(tr("{format} files (*.{suffix})"),
                                           {{"format", suffix.toUpper()}, {"suffix", suffix}}));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().toLower() != suffix) path += QLatin1Char('.') + suffix;
    exportTo(path);
}

void ExportDialog::exportTo(const QString& path) {
    stop();
    takeScene();
    const Session& session = m_parts.session;
    ExportRequest request = m_form->request(session.steps());
    request.path = path;
    m_language = m_form->language();
    const QString objection = objectionTo(request, session.intervals(), session.steps());
    if (!objection.isEmpty()) {
        end(objection, true);
        return;
    }
    m_form->remember(m_parts.settings);
    m_path = path;
    {
        const LanguageScope language(m_language);
        m_job = makeJob(request, session.intervals(), session.steps());
    }
    showBusy(true);
    m_work.start(0);
}

void ExportDialog::workOn() {
    QElapsedTimer clock;
    clock.start();
    bool goesOn = true;
    {
        const LanguageScope language(m_language);
        while (goesOn && !clock.hasExpired(work_at_a_time))
            goesOn = m_job->advance();
    }
    m_progress->setValue(static_cast<int>(m_job->progress() * progress_steps));
    if (goesOn) return;
    const QString error = m_job->error();
    if (!error.isEmpty()) {
        end(error, true);
        return;
    }
    m_folder = QFileInfo(m_path).absolutePath();
    m_parts.settings.setWord(QStringLiteral("export/folder"), m_folder);
    end(tr("It is in %1.").arg(QDir::toNativeSeparators(m_path)), false);
    emit exported(m_path);
}

void ExportDialog::stop() {
    if (isExporting()) end(tr("The export was stopped. Nothing was written."), false);
}

void ExportDialog::end(const QString& message, bool isError) {
    m_work.stop();
    m_job.reset();
    showBusy(false);
    QPalette colours = palette();
    if (isError) colours.setColor(QPalette::WindowText, signalColours(isDark(colours)).error);
    m_message->setPalette(colours);
    m_message->setText(message);
}

QString ExportDialog::message() const {
    return m_message->text();
}

void ExportDialog::showBusy(bool isBusy) {
    const bool hadKeyboard = m_export->hasFocus() || m_stop->hasFocus();
    m_progress->setValue(0);
    m_progress->setVisible(isBusy);
    m_stop->setVisible(isBusy);
    m_form->setEnabled(!isBusy);
    m_export->setEnabled(!isBusy && m_parts.session.intervals().size() > 0);
    if (isBusy) m_message->clear();
    if (hadKeyboard) (isBusy ? m_stop : m_export)->setFocus();
}

void ExportDialog::copy() {
    const Session& session = m_parts.session;
    ExportRequest request = m_form->request(session.steps());
    const qreal sharpness =
        static_cast<double>(request.options.resolution) / timeline::pixels_an_inch;
    if (request.content == Content::timeline) {
        const LanguageScope language(m_form->language());
        QApplication::clipboard()->setImage(timeline::renderTimeline(
            session.intervals(), session.steps(), request.options, sharpness));
    } else {
        QApplication::clipboard()->setImage(m_preview->image());
    }
    m_message->setPalette(palette());
    m_message->setText(tr("The picture is in the clipboard."));
}

void ExportDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    m_form->setFocus();
    refresh();
}

void ExportDialog::hideEvent(QHideEvent* event) {
    QDialog::hideEvent(event);
    m_form->remember(m_parts.settings);
}

void ExportDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void ExportDialog::retranslate() {
    setWindowTitle(tr("Export"));
    m_stop->setText(tr("&Stop"));
    m_copy->setText(tr("&Copy picture"));
    m_export->setText(tr("E&xport…"));
    m_close->setText(tr("Close"));
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_message->setAccessibleName(tr("How the export went"));
    refreshSoon();
}

}  // namespace turnwise::ui
