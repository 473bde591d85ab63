// What a person likes to have always: language, theme, how programs are run and when a run is too
// long. Every choice holds at once and is remembered; there is nothing to confirm.
#pragma once

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QGroupBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace turnwise::ui {

class Actions;
class RunBar;
class Settings;
class ViewCommands;

class Preferences final : public QDialog {
    Q_OBJECT
  public:
    struct Parts {
        const Actions& actions;  // a theme is chosen as in the menu
        RunBar& run_bar;
        Settings& settings;
        ViewCommands& views;  // a size is chosen as in the menu
    };
    explicit Preferences(const Parts& parts, QWidget* parent);

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void build();
    void connectLook();
    void connectRuns();
    void showSettings();
    void keepRuns();
    void chooseTheme();
    void chooseLanguage();
    void chooseScale();
    void fitHeight();
    void retranslate();

    Parts m_parts;
    bool m_is_showing = false;  // fields change because settings are shown
    QGroupBox* m_look;
    QGroupBox* m_runs;
    QFormLayout* m_look_rows;
    QFormLayout* m_run_rows;
    QComboBox* m_language;
    QComboBox* m_theme;
    QComboBox* m_scale;
    QComboBox* m_model;
    QComboBox* m_policy;
    QComboBox* m_granularity;
    QSpinBox* m_steps;
    QDoubleSpinBox* m_time;
    QSpinBox* m_threads;
    QSpinBox* m_output;
    QLabel* m_note;
    QPushButton* m_defaults;
    QPushButton* m_forget;
    QPushButton* m_close;
};

}  // namespace turnwise::ui
