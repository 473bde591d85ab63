#include "ui/export/step_job.h"

#include <QFile>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include "ui/export/file_set.h"
#include "ui/export/file_words.h"
#include "ui/export/step_sheet.h"

namespace turnwise::ui {

namespace {

class StepJob : public Job {
  public:
    StepJob(const ExportRequest& request, const analysis::Intervals& intervals,
            const analysis::Steps& steps)
        : m_request(request),
          m_range(stepsOf(request.options, steps, intervals.size())),
          m_sheet(intervals, steps, request.options),
          m_next(m_range.first) {}

    double progress() const override {
        return static_cast<double>(m_next - m_range.first) / static_cast<double>(m_range.count());
    }

  protected:
    bool isDone() const { return m_next > m_range.last; }

    ExportRequest m_request;
    StepRange m_range;
    StepSheet m_sheet;
    std::size_t m_next;
};

class StepDocument final : public StepJob {
  public:
    StepDocument(const ExportRequest& request, const analysis::Intervals& intervals,
                 const analysis::Steps& steps)
        : StepJob(request, intervals, steps), m_file(request.path) {}

    ~StepDocument() override {
        if (m_painter.isActive()) m_painter.end();
        m_file.cancelWriting();
    }

    bool advance() override {
        if (!m_writer && !begin()) return fail(cannotWrite(m_file));
        if (m_next > m_range.first && !m_writer->newPage()) return fail(cannotWrite(m_file));
        m_sheet.paint(m_painter, m_next++);
        if (!isDone()) return true;
        if (!m_painter.end() || !m_file.commit()) return fail(cannotWrite(m_file));
        return false;
    }

  private:
    bool begin() {
        if (!m_file.open(QIODevice::WriteOnly)) return false;
        m_writer = std::make_unique<QPdfWriter>(&m_file);
        timeline::setPdfPage(*m_writer, m_sheet.size());
        m_writer->setTitle(m_sheet.title());
        m_writer->setCreator(QStringLiteral("Turnwise"));
        return m_painter.begin(m_writer.get());
    }

    QSaveFile m_file;
    std::unique_ptr<QPdfWriter> m_writer;
    QPainter m_painter;
};

// Some pictures of a lesson are no lesson: they come to their places when all of them are there.
class StepPictures final : public StepJob {
  public:
    StepPictures(const ExportRequest& request, const analysis::Intervals& intervals,
                 const analysis::Steps& steps)
        : StepJob(request, intervals, steps), m_files(QFileInfo(request.path).absolutePath()) {}

    bool advance() override {
        if (!m_files.isValid()) return fail(cannotWrite(m_request.path, m_files.error()));
        const QString path = numberedPath(m_request.path, m_next, m_range.last);
        const timeline::Page page{m_sheet.size(), m_sheet.title(),
                                  [this](QPainter& painter) { m_sheet.paint(painter, m_next); }};
        QFile file(m_files.add(path));
        const bool isSvg = path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive);
        const auto write = [&] {
            return isSvg ? timeline::writeSvg(page, file)
                         : timeline::writePng(page, m_request.options.resolution, file);
        };
        if (const QString why =
                timeline::objectionToImage(m_sheet.size(), m_request.options.resolution);
            !isSvg && !why.isEmpty())
            return fail(why);
        if (!file.open(QIODevice::WriteOnly) || !write() || !file.flush())
            return fail(cannotWrite(path, file.errorString()));
        ++m_next;
        if (!isDone()) return true;
        if (!m_files.commit()) return fail(cannotWrite(m_files.failedPath(), m_files.error()));
        return false;
    }

  private:
    FileSet m_files;
};

}  // namespace

QString numberedPath(const QString& path, std::size_t step, std::size_t last) {
    const QFileInfo file(path);
    const int digits = std::max<int>(3, static_cast<int>(QString::number(last).size()));
    const QString name = QStringLiteral("%1-%2.%3")
                             .arg(file.completeBaseName())
                             .arg(step, digits, 10, QLatin1Char('0'))
                             .arg(file.suffix());
    return file.path() == QLatin1String(".") && !path.startsWith(QLatin1String("./"))
               ? name
               : file.path() + QLatin1Char('/') + name;
}

std::unique_ptr<Job> makeStepJob(const ExportRequest& request, const analysis::Intervals& intervals,
                                 const analysis::Steps& steps) {
    if (QFileInfo(request.path).suffix().toLower() == QLatin1String("pdf"))
        return std::make_unique<StepDocument>(request, intervals, steps);
    return std::make_unique<StepPictures>(request, intervals, steps);
}

}  // namespace turnwise::ui
