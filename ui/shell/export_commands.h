// What leaves Turnwise: the dialog that asks how, and the quick way to the clipboard.
#pragma once

#include <QObject>
#include <QPointer>

#include "ui/export/timeline_export.h"

class QWidget;

namespace turnwise::timeline {
class TimelineView;
}

namespace turnwise::ui {

class Actions;
class MessageLine;
class OpenProgram;
class ExportDialog;
class PredictMode;
class Notebook;
class Session;
class Settings;

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
        Settings& settings;
        const PredictMode& predict;
        Notebook& notebook;
    };
    explicit ExportCommands(const Parts& parts, QObject* parent = nullptr);

    // What is selected in the timeline, else the whole run; on the axis that is seen. Always on
    // white: a picture goes into a document.
    timeline::ExportOptions options() const;
    void copyPicture();
    // The events of the run that is shown, to be opened again; a message says how that went.
    void saveTraceTo(const QString& path);
    // The dialog, made when it is first wanted.
    ExportDialog& dialog();

  private:
    void askAndSaveTrace();
    void followState();

    Parts m_parts;
    QPointer<ExportDialog> m_dialog;
};

}  // namespace turnwise::ui
