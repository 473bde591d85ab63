// Choosing what leaves Turnwise, and seeing it before it does. The window stays usable beside it:
// the preview follows the run, the part that is seen and the selection.
#pragma once

#include <QDialog>
#include <QTimer>
#include <memory>

#include "ui/export/job.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace turnwise::timeline {
class TimelineView;
}

namespace turnwise::ui {

class ExportForm;
class ExportPreview;
class Notebook;
class OpenProgram;
class Session;
class Settings;

class ExportDialog final : public QDialog {
    Q_OBJECT
  public:
    struct Parts {
        Session& session;
        OpenProgram& program;
        timeline::TimelineView& view;
        Settings& settings;
        Notebook& notebook;
    };
    explicit ExportDialog(const Parts& parts, QWidget* parent);
    ~ExportDialog() override;

    ExportForm& form() { return *m_form; }
    ExportPreview& preview() { return *m_preview; }

    // Writes what the form says. exported() or a message in the dialog tells how it went.
    void exportTo(const QString& path);
    bool isExporting() const { return m_job != nullptr; }
    void stop();
    QString message() const;

    // What was seen may have changed; the preview follows soon.
    void refreshSoon();
    void refresh();

  signals:
    void exported(const QString& path);

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void layOut();
    void takeScene();
    void connectParts();
    void ask();
    void copy();
    void workOn();
    void end(const QString& message, bool isError);
    void showBusy(bool isBusy);
    void retranslate();

    Parts m_parts;
    ExportForm* m_form;
    ExportPreview* m_preview;
    QLabel* m_message;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QPushButton* m_copy;
    QPushButton* m_export;
    QPushButton* m_close;
    QTimer m_refresh;
    QTimer m_work;
    std::unique_ptr<Job> m_job;
    QString m_path;      // of the job
    QString m_language;  // that the job speaks
    QString m_folder;    // of the last export
};

}  // namespace turnwise::ui
