// The page that an export paints: title, names, ruler, rows and legend, set for one size.
#pragma once

#include <QFont>
#include <functional>
#include <memory>
#include <vector>

#include "ui/export/timeline_export.h"
#include "ui/timeline/legend.h"
#include "ui/timeline/painter.h"
#include "ui/timeline/rows.h"

namespace turnwise::timeline {

class Sheet {
  public:
    Sheet(const analysis::Intervals& intervals, const analysis::Steps& steps,
          const ExportOptions& options);

    // The width that was asked for; the height too, unless more was needed.
    QSizeF size() const;
    const QString& title() const { return m_title; }
    // The page, to be painted in this order: some milliseconds each, however large the run is.
    using Part = std::function<void(QPainter&)>;
    std::vector<Part> parts() const;

  private:
    // Everything that depends on the size of the text.
    struct Setting {
        Setting(const Sheet& sheet, double pixelSize, double roominess);

        Metrics metrics;
        Layout layout;
        Legend legend;
        NoteList notes;
        double margin;
        double titleHeight;
        double noteStrip;  // of flags, below the rows
        double header;     // width of the column of names

        double height() const;
    };

    std::unique_ptr<Setting> bestSetting() const;
    Range shownRange() const;
    void addPicture(std::vector<Part>& parts, const Window& window) const;
    void paintTitle(Paintbox box) const;
    void paintNotes(Paintbox box, const Window& window, double notesTop) const;

    Rows m_rows;
    ExportOptions m_options;
    QString m_title;
    QStringList m_captions;  // below the title, a line each
    std::vector<PictureNote> m_notes;
    std::unique_ptr<Setting> m_setting;
};

}  // namespace turnwise::timeline
