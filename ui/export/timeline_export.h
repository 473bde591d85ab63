// A timeline as a picture that stands for itself: title, units and legend are inside.
#pragma once

#include <QImage>
#include <QSaveFile>
#include <QSize>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/analysis/intervals.h"
#include "core/analysis/steps.h"
#include "ui/export/note_list.h"
#include "ui/look/palette.h"
#include "ui/timeline/axis_map.h"
#include "ui/timeline/layout.h"

class QIODevice;
class QPainter;
class QPdfWriter;

namespace turnwise::timeline {

inline constexpr int pixels_an_inch = 96;
// Of a PNG: beyond these Qt paints nothing, or the memory does not last.
inline constexpr int longest_side = 32'767;
inline constexpr double most_pixels = 400e6;

struct ExportOptions {
    // In pixels, of which 96 are an inch on paper. A height of 0 is as high as the rows need. Texts
    // take the size that the rows leave them; if they do not fit even when small, the picture grows
    // in height.
    QSize size{1600, 0};
    Axis axis = Axis::time;
    Theme theme = Theme::light;
    // Numbers of events that have happened; the whole run without them.
    std::optional<EventIndex> from = {};
    std::optional<EventIndex> to = {};
    QString title = {};  // the name of the program if empty
    DisplayOptions display = {};
    double scale = 1;  // of texts and rows, where the height of the picture allows it
    int resolution = pixels_an_inch;  // of a PNG, in pixels an inch
    bool showLegend = true;
    // What a trace does not tell: how it was decided who runs (caption.h), and what a person noted.
    QString decidedBy = {};
    std::vector<PictureNote> notes = {};
};

class Canvas;
class Sheet;

// Writes PNG, SVG or PDF (vectors), as the suffix of `path` says, in pieces of some milliseconds.
// Destroyed before its end, it leaves no file behind.
class TimelineExport {
  public:
    TimelineExport(const analysis::Intervals& intervals, const analysis::Steps& steps,
                   const ExportOptions& options, const QString& path);
    ~TimelineExport();

    // False when there is nothing left to do: see error().
    bool advance();
    double progress() const;  // from 0 to 1
    // A sentence for a person, if the suffix is none of them or the file cannot be written.
    const QString& error() const { return m_error; }

  private:
    bool begin();
    bool fail(const QString& sentence);
    bool cannotWrite();

    const analysis::Intervals& m_intervals;
    const analysis::Steps& m_steps;
    ExportOptions m_options;
    QSaveFile m_file;
    std::unique_ptr<Sheet> m_sheet;
    std::unique_ptr<Canvas> m_canvas;
    std::vector<std::function<void(QPainter&)>> m_parts;
    std::size_t m_next = 0;
    QString m_error;
};

// All of it at once. False with `error` set if that fails.
bool exportTimeline(const analysis::Intervals& intervals, const analysis::Steps& steps,
                    const ExportOptions& options, const QString& path, QString* error);

// The same picture for the clipboard. `ratio` device pixels are one pixel of options.size.
QImage renderTimeline(const analysis::Intervals& intervals, const analysis::Steps& steps,
                      const ExportOptions& options, qreal ratio = 1);

// A page of its own size, painted by a function.
struct Page {
    QSizeF size;
    QString title;
    std::function<void(QPainter&)> paint;
};

// Why a page of this size is no PNG of this resolution, and what to choose; "" if it is one.
QString objectionToImage(const QSizeF& size, int resolution);

// A null image if there is no memory for it.
QImage imageOf(const Page& page, qreal ratio);
// False if the device cannot be written.
bool writePng(const Page& page, int resolution, QIODevice& file);
bool writeSvg(const Page& page, QIODevice& file);
// The size of a page of a PDF, for QPdfWriter.
void setPdfPage(QPdfWriter& writer, const QSizeF& size);

}  // namespace turnwise::timeline
