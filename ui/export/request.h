// What a person wants to have of a run, and in which form.
#pragma once

#include <memory>

#include "ui/export/job.h"
#include "ui/export/timeline_export.h"

namespace turnwise::ui {

enum class Content {
    timeline,    // .png, .svg, .pdf
    steps,       // .pdf: a page each; .png, .svg: a numbered picture each
    page,        // .html
    events,      // .csv
    statistics,  // .csv
    transcript,  // .txt
    perfetto,    // .json
};
inline constexpr Content all_contents[] = {
    Content::timeline,   Content::steps,      Content::page,    Content::events,
    Content::statistics, Content::transcript, Content::perfetto};

QString wordOf(Content content);  // "timeline": for the command line and the settings
std::optional<Content> contentFrom(const QString& word);

// In small letters and without a point; the first is the usual one.
QStringList suffixesOf(Content content);
// What a file of that name holds if nobody says otherwise; nothing for an unknown suffix.
std::optional<Content> contentOf(const QString& path);

// Which of the options of a picture mean something for a content.
bool hasPart(Content content);     // from, to
bool hasPicture(Content content);  // size, axis, theme, title, scale
bool hasLanguage(Content content);

struct ExportRequest {
    Content content = Content::timeline;
    QString path = {};
    timeline::ExportOptions options = {};
};

// Limits: what is longer serves nobody, and a range is quickly chosen.
inline constexpr std::size_t most_step_pages = 2'000;
inline constexpr std::size_t most_page_steps = 20'000;

// Why the request cannot be done, in a sentence for a person; "" if it can.
QString objectionTo(const ExportRequest& request, const analysis::Intervals& intervals,
                    const analysis::Steps& steps);

// The work. There must be no objection; intervals and steps must outlive the job, and may grow:
// it exports what is there now.
std::unique_ptr<Job> makeJob(const ExportRequest& request, const analysis::Intervals& intervals,
                             const analysis::Steps& steps);

// The steps of the part: [first, last], numbered from 1; first > last if there are none.
struct StepRange {
    std::size_t first = 1;
    std::size_t last = 0;

    std::size_t count() const { return last < first ? 0 : last - first + 1; }
};
StepRange stepsOf(const timeline::ExportOptions& options, const analysis::Steps& steps,
                  EventIndex size);

}  // namespace turnwise::ui
