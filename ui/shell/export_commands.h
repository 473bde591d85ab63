// The timeline as a picture: into a file, or to the clipboard.
#pragma once

#include <QObject>

#include "ui/export/timeline_export.h"

class QWidget;

namespace turnwise::timeline {
class TimelineView;
}

namespace turnwise::ui {

class Actions;
class MessageLine;
class OpenProgram;
class Session;

class ExportCommands final : public QObject {
    Q_OBJECT
  public:
    struct Parts {
        QWidget& window;
        Actions& actions;
        Session& session;
        OpenProgram& program;
        timeline::TimelineView& view;
        MessageLine& messages;
    };
    explicit ExportCommands(const Parts& parts, QObject* parent = nullptr);

    // What is selected in the timeline, else the whole run; on the axis that is seen. Always on
    // white: a picture goes into a document.
    timeline::ExportOptions options() const;
    // PNG, SVG or PDF, as the suffix says. The message line tells how it went.
    void exportTo(const QString& path);
    void copyPicture();

  private:
    void askAndExport(const QString& suffix, const QString& filter);
    void followState();

    Parts m_parts;
    QString m_folder;  // of the last export
};

}  // namespace turnwise::ui
