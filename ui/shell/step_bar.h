// Going through the run: step, play, jump; and how the timeline below is shown.
#pragma once

#include <QWidget>
#include <vector>

class QComboBox;
class QSlider;
class QSpinBox;
class QToolButton;

namespace turnwise::ui {

class Actions;

class StepBar final : public QWidget {
    Q_OBJECT
  public:
    explicit StepBar(const Actions& actions, QWidget* parent = nullptr);

    void showStep(std::size_t step, std::size_t count);
    // Steps a second.
    void showSpeed(double speed);
    double fasterThan(double speed) const;
    double slowerThan(double speed) const;

    // Puts the keyboard into the box with the number of the step.
    void editStep();

  signals:
    void stepChosen(std::size_t step);
    void speedChosen(double speed);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    static QString speedText(double speed);
    void takeScale();
    void retranslate();

    std::vector<QToolButton*> m_buttons;
    QSpinBox* m_step;
    QSlider* m_slider;
    QComboBox* m_speed;
};

}  // namespace turnwise::ui
