#include "ui/shell/export_preview.h"

#include <QEvent>
#include <QFile>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <algorithm>

#include "ui/export/step_sheet.h"
#include "ui/look/code_font.h"

namespace turnwise::ui {

namespace {

constexpr std::size_t steps_of_a_text = 60;
constexpr EventIndex events_of_a_text = 200;
constexpr qint64 bytes_of_a_text = 20'000;
constexpr int widest = 1600;  // pixels of a preview: a page for a wall need not be painted whole

}  // namespace

ExportPreview::ExportPreview(QWidget* parent)
    : QStackedWidget(parent),
      m_picture(new QLabel),
      m_text(new QPlainTextEdit),
      m_nothing(new QLabel) {
    for (QWidget* page : {static_cast<QWidget*>(m_picture), static_cast<QWidget*>(m_text),
                          static_cast<QWidget*>(m_nothing)})
        addWidget(page);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(codeFont(9));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    setMinimumSize(420, 300);
    retranslate();
}

QString ExportPreview::text() const {
    if (currentWidget() == m_text) return m_text->toPlainText();
    return currentWidget() == m_nothing ? m_nothing->text() : QString();
}

void ExportPreview::show(const ExportRequest& request, const analysis::Intervals& intervals,
                         const analysis::Steps& steps, std::size_t step) {
    if (hasPicture(request.content))
        showPicture(request, intervals, steps, step);
    else
        showText(request, intervals, steps);
}

void ExportPreview::showNothing(const QString& why) {
    m_image = {};
    m_nothing->setText(why);
    setCurrentWidget(m_nothing);
}

void ExportPreview::showPicture(const ExportRequest& request, const analysis::Intervals& intervals,
                                const analysis::Steps& steps, std::size_t step) {
    const double ratio =
        std::min(devicePixelRatioF(), static_cast<double>(widest) / request.options.size.width());
    if (request.content == Content::timeline) {
        m_image = timeline::renderTimeline(intervals, steps, request.options, ratio);
    } else {
        const StepRange range = stepsOf(request.options, steps, intervals.size());
        StepSheet sheet(intervals, steps, request.options);
        const std::size_t shown = std::clamp(step, range.first, range.last);
        m_image = timeline::imageOf(
            {sheet.size(), sheet.title(), [&](QPainter& painter) { sheet.paint(painter, shown); }},
            ratio);
    }
    fitPicture();
    setCurrentWidget(m_picture);
}

void ExportPreview::fitPicture() {
    if (m_image.isNull()) return;
    const qreal ratio = devicePixelRatioF();
    const QSize room = (size() - QSize(8, 8)) * ratio;
    QPixmap pixmap = QPixmap::fromImage(m_image.scaled(
        room.boundedTo(m_image.size()), Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    m_picture->setPixmap(pixmap);
}

// The beginning, written as the file would be.
void ExportPreview::showText(ExportRequest request, const analysis::Intervals& intervals,
                             const analysis::Steps& steps) {
    m_image = {};
    const EventIndex from = request.options.from.value_or(0);
    const EventIndex end = request.options.to.value_or(intervals.size());
    request.options.to = std::min(
        end, request.content == Content::events
                 ? from + events_of_a_text
                 : steps.events_at(std::min(steps.count(), steps.step_at(from) + steps_of_a_text)));
    // Data for programs; the words in it say what it is about.
    if (request.content == Content::page) request.content = Content::transcript;
    const QTemporaryDir folder;
    request.path =
        folder.filePath(QStringLiteral("preview.") + suffixesOf(request.content).front());
    const auto job = makeJob(request, intervals, steps);
    while (job->advance()) {
    }
    QFile file(request.path);
    if (!file.open(QIODevice::ReadOnly)) {
        showNothing(job->error());
        return;
    }
    m_text->setPlainText(QString::fromUtf8(file.read(bytes_of_a_text)));
    setCurrentWidget(m_text);
}

void ExportPreview::resizeEvent(QResizeEvent* event) {
    QStackedWidget::resizeEvent(event);
    fitPicture();
}

void ExportPreview::changeEvent(QEvent* event) {
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void ExportPreview::retranslate() {
    setAccessibleName(tr("Preview"));
    m_picture->setAccessibleName(tr("Preview"));
    m_text->setAccessibleName(tr("Preview"));
}

}  // namespace turnwise::ui
