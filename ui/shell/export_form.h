// Everything that can be chosen about an export. What means nothing for the present choice is not
// shown.
#pragma once

#include <QWidget>

#include "ui/export/request.h"
#include "ui/session/run_tree.h"
#include "ui/timeline/lane.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace turnwise::ui {

class Settings;

// What the form has to know of the run that is shown.
struct ExportScene {
    std::size_t steps = 0;
    std::optional<timeline::Stretch> visible = {};
    std::optional<timeline::Stretch> selected = {};
    timeline::Axis axis = timeline::Axis::time;
    timeline::DisplayOptions display = {};
    QString name = {};  // of the program
    std::optional<RunRecord> run = {};
    std::vector<timeline::PictureNote> notes = {};  // of the run
};

class ExportForm final : public QWidget {
    Q_OBJECT
  public:
    explicit ExportForm(QWidget* parent = nullptr);

    // Another run, or another part of it is seen. Choices stay as they are.
    void setScene(const ExportScene& scene);
    const ExportScene& scene() const { return m_scene; }

    Content content() const;
    void setContent(Content content);
    QString suffix() const;
    QString language() const;  // "en", "zh_CN"
    // All but the path. `steps` are those of the scene's run.
    ExportRequest request(const analysis::Steps& steps) const;

    void remember(Settings& settings) const;
    void recall(const Settings& settings);

  signals:
    void changed();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void build();
    void followContent();
    void followPart();
    void retranslate();
    QComboBox* choice(const char* name);

    ExportScene m_scene;
    QFormLayout* m_rows;
    QComboBox* m_content;
    QComboBox* m_format;
    QComboBox* m_part;
    QWidget* m_range;
    QSpinBox* m_from;
    QSpinBox* m_to;
    QLabel* m_dash;
    QComboBox* m_style;
    QComboBox* m_axis;
    QComboBox* m_paper;
    QSpinBox* m_scale;
    QSpinBox* m_resolution;
    QLineEdit* m_title;
    QCheckBox* m_legend;
    QComboBox* m_language;
};

}  // namespace turnwise::ui
