#include "ui/export/request.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <array>

#include "ui/explain/named.h"
#include "ui/export/step_job.h"
#include "ui/export/table_jobs.h"
#include "ui/export/transcript.h"
#include "ui/export/web_page.h"

namespace turnwise::ui {

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::ExportWords)
};

struct Kind {
    const char* word;
    std::array<const char*, 3> suffixes;
    bool hasPart, hasPicture, hasLanguage;
};
constexpr Kind kinds[] = {
    {"timeline", {"png", "svg", "pdf"}, true, true, true},
    {"steps", {"pdf", "png", "svg"}, true, true, true},
    {"page", {"html", "htm"}, true, false, true},
    {"events", {"csv"}, true, false, false},
    {"statistics", {"csv"}, false, false, false},
    {"transcript", {"txt"}, true, false, true},
    {"perfetto", {"json"}, false, false, false},
};
static_assert(std::size(kinds) == std::size(all_contents));

const Kind& kindOf(Content content) {
    return kinds[static_cast<std::size_t>(content)];
}

class PictureJob final : public Job {
  public:
    PictureJob(const ExportRequest& request, const analysis::Intervals& intervals,
               const analysis::Steps& steps)
        : m_export(intervals, steps, request.options, request.path) {}

    bool advance() override {
        if (m_export.advance()) return true;
        return m_export.error().isEmpty() ? false : fail(m_export.error());
    }
    double progress() const override { return m_export.progress(); }

  private:
    timeline::TimelineExport m_export;
};

}  // namespace

QString wordOf(Content content) {
    return QLatin1String(kindOf(content).word);
}

std::optional<Content> contentFrom(const QString& word) {
    for (const Content content : all_contents)
        if (wordOf(content) == word) return content;
    return std::nullopt;
}

QStringList suffixesOf(Content content) {
    QStringList suffixes;
    for (const char* suffix : kindOf(content).suffixes)
        if (suffix) suffixes << QLatin1String(suffix);
    return suffixes;
}

std::optional<Content> contentOf(const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    for (const Content content : all_contents)
        if (suffixesOf(content).contains(suffix)) return content;
    return std::nullopt;
}

bool hasPart(Content content) {
    return kindOf(content).hasPart;
}
bool hasPicture(Content content) {
    return kindOf(content).hasPicture;
}
bool hasLanguage(Content content) {
    return kindOf(content).hasLanguage;
}

StepRange stepsOf(const timeline::ExportOptions& options, const analysis::Steps& steps,
                  EventIndex size) {
    StepRange range{1, steps.step_at(std::min(options.to.value_or(size), size))};
    // A part that begins between two steps begins with the later one.
    if (options.from && *options.from > 0) {
        range.first = std::max<std::size_t>(1, steps.step_at(*options.from));
        if (steps.events_at(range.first) < *options.from) ++range.first;
    }
    return range;
}

QString objectionTo(const ExportRequest& request, const analysis::Intervals& intervals,
                    const analysis::Steps& steps) {
    const QStringList suffixes = suffixesOf(request.content);
    if (!suffixes.contains(QFileInfo(request.path).suffix().toLower()))
        return ExportWords::tr("The name of this file has to end in .%1.")
            .arg(suffixes.join(ExportWords::tr(" or .", "between two endings of file names")));
    if (intervals.size() == 0)
        return ExportWords::tr("Nothing happened in this run: there is nothing to export.");
    if (QFileInfo(request.path).suffix().toLower() == QLatin1String("png"))
        if (const QString why =
                timeline::objectionToImage(request.options.size, request.options.resolution);
            !why.isEmpty())
            return why;
    const bool isBySteps = request.content == Content::steps || request.content == Content::page ||
                           request.content == Content::transcript;
    if (!isBySteps) return {};
    const std::size_t count = stepsOf(request.options, steps, intervals.size()).count();
    if (count == 0) return ExportWords::tr("There is no step in this part of the run.");
    const std::size_t most = request.content == Content::steps  ? most_step_pages
                             : request.content == Content::page ? most_page_steps
                                                                : count;
    if (count <= most) return {};
    return named(
        ExportWords::tr(
            "These are {steps} steps, and {most} are as many as fit. Choose a part of the run."),
        {{"steps", count}, {"most", most}});
}

std::unique_ptr<Job> makeJob(const ExportRequest& request, const analysis::Intervals& intervals,
                             const analysis::Steps& steps) {
    switch (request.content) {
        case Content::timeline:
            break;
        case Content::steps:
            return makeStepJob(request, intervals, steps);
        case Content::page:
            return makeWebPageJob(request, intervals, steps);
        case Content::events:
            return makeEventsJob(request, intervals, steps);
        case Content::statistics:
            return makeStatisticsJob(request, intervals, steps);
        case Content::transcript:
            return makeTranscriptJob(request, intervals, steps);
        case Content::perfetto:
            return makePerfettoJob(request, intervals);
    }
    return std::make_unique<PictureJob>(request, intervals, steps);
}

}  // namespace turnwise::ui
