#include "ui/export/table_jobs.h"

#include <algorithm>
#include <functional>
#include <sstream>
#include <string_view>
#include <vector>

#include "core/analysis/csv.h"
#include "core/analysis/perfetto.h"
#include "ui/export/text_job.h"

namespace turnwise::ui {

namespace {

constexpr EventIndex events_a_piece = 2'000;

// Excel takes a table for one in the encoding of the system unless it begins with this. It stands
// only where it makes a difference, for there are readers that do not know it.
constexpr const char* byte_order_mark = "\xef\xbb\xbf";

bool isAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 128; });
}

bool isAscii(const trace::Trace& trace) {
    std::vector<bool> seen;
    for (const trace::Event& event : trace.events())
        for (const StringId id : {event.text, event.detail, event.file}) {
            if (id >= seen.size()) seen.resize(id + 1);
            if (!seen[id] && !isAscii(trace.text(id))) return false;
            seen[id] = true;
        }
    return true;
}

class EventsJob final : public TextJob {
  public:
    EventsJob(const ExportRequest& request, const analysis::Intervals& intervals,
              const analysis::Steps& steps)
        : TextJob(request.path),
          m_table(intervals.trace(), steps),
          // A part begins at the moment that its first event brought.
          m_from(std::max<EventIndex>(request.options.from.value_or(0), 1) - 1),
          m_end(std::min(request.options.to.value_or(intervals.size()), intervals.size())),
          m_needs_mark(!isAscii(intervals.trace())) {}

    double progress() const override {
        return m_end == 0 ? 1 : static_cast<double>(m_done) / static_cast<double>(m_end);
    }

  protected:
    // The events before the part are walked through, too: names come from there.
    QByteArray nextPiece(bool& last) override {
        std::ostringstream out;
        if (m_done == 0) {
            if (m_needs_mark) out << byte_order_mark;
            analysis::EventTable::write_header(out);
        }
        const EventIndex end = std::min(m_done + events_a_piece, m_end);
        m_table.write(out, std::max(m_done, m_from), end);
        m_done = end;
        last = m_done >= m_end;
        return QByteArray::fromStdString(out.str());
    }

  private:
    analysis::EventTable m_table;
    EventIndex m_from;
    EventIndex m_end;
    EventIndex m_done = 0;
    const bool m_needs_mark;
};

// Small, or made in one go.
class WholeText final : public TextJob {
  public:
    WholeText(const QString& path, std::function<void(std::ostream&)> write)
        : TextJob(path), m_write(std::move(write)) {}

    double progress() const override { return 0; }

  protected:
    QByteArray nextPiece(bool& last) override {
        std::ostringstream out;
        m_write(out);
        last = true;
        return QByteArray::fromStdString(out.str());
    }

  private:
    std::function<void(std::ostream&)> m_write;
};

}  // namespace

std::unique_ptr<Job> makeEventsJob(const ExportRequest& request,
                                   const analysis::Intervals& intervals,
                                   const analysis::Steps& steps) {
    return std::make_unique<EventsJob>(request, intervals, steps);
}

std::unique_ptr<Job> makeStatisticsJob(const ExportRequest& request,
                                       const analysis::Intervals& intervals,
                                       const analysis::Steps& steps) {
    return std::make_unique<WholeText>(request.path, [&](std::ostream& out) {
        std::ostringstream table;
        analysis::write_statistics_csv(intervals, steps, table);
        if (!isAscii(table.view())) out << byte_order_mark;
        out << table.view();
    });
}

std::unique_ptr<Job> makePerfettoJob(const ExportRequest& request,
                                     const analysis::Intervals& intervals) {
    return std::make_unique<WholeText>(
        request.path, [&](std::ostream& out) { analysis::write_perfetto(intervals, out); });
}

}  // namespace turnwise::ui
