#include "ui/shell/step_bar.h"

#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>
#include <limits>

#include "ui/look/scale.h"
#include "ui/shell/actions.h"

namespace turnwise::ui {

namespace {

constexpr double speeds[] = {0.5, 1, 2, 4, 8, 16, 32, 64, 128};

QFrame* divider(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Sunken);
    return line;
}

}  // namespace

StepBar::StepBar(const Actions& actions, QWidget* parent)
    : QWidget(parent),
      m_step(new QSpinBox(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_speed(new QComboBox(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 4, 6, 4);
    row->setSpacing(2);
    const auto add = [&](Command command) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(actions[command]);
        button->setAutoRaise(true);
        m_buttons.push_back(button);
        row->addWidget(button);
    };
    for (const Command command :
         {Command::first, Command::back, Command::play, Command::step, Command::last})
        add(command);
    row->addSpacing(6);
    row->addWidget(m_step);
    row->addWidget(m_slider, 1);
    row->addWidget(m_speed);
    row->addSpacing(4);
    row->addWidget(divider(this));
    row->addSpacing(4);
    for (const Command command : {Command::axis_time, Command::axis_steps, Command::zoom_in,
                                  Command::zoom_out, Command::fit, Command::centre})
        add(command);

    m_step->setKeyboardTracking(false);
    m_step->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_step->setAlignment(Qt::AlignRight);
    m_slider->setMinimumWidth(60);
    for (const double speed : speeds)
        m_speed->addItem({}, speed);
    connect(m_step, &QSpinBox::valueChanged, this,
            [this](int step) { emit stepChosen(static_cast<std::size_t>(step)); });
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int step) { emit stepChosen(static_cast<std::size_t>(step)); });
    connect(m_speed, &QComboBox::activated, this,
            [this] { emit speedChosen(m_speed->currentData().toDouble()); });
    takeScale();
    retranslate();
    showStep(0, 0);
}

void StepBar::showStep(std::size_t step, std::size_t count) {
    constexpr std::size_t most = std::numeric_limits<int>::max();
    const int last = static_cast<int>(std::min(count, most));
    const int now = static_cast<int>(std::min(step, most));
    const QSignalBlocker quiet_box(m_step);
    const QSignalBlocker quiet_slider(m_slider);
    m_step->setRange(0, last);
    m_step->setSuffix(QStringLiteral(" / %1").arg(last));
    m_step->setValue(now);
    m_slider->setRange(0, last);
    m_slider->setPageStep(std::max(1, last / 20));
    m_slider->setValue(now);
    setEnabled(count > 0);
}

void StepBar::showSpeed(double speed) {
    const int row = m_speed->findData(speed);
    if (row >= 0) m_speed->setCurrentIndex(row);
}

double StepBar::fasterThan(double speed) const {
    for (const double other : speeds)
        if (other > speed) return other;
    return speed;
}

double StepBar::slowerThan(double speed) const {
    double slower = speed;
    for (const double other : speeds)
        if (other < speed) slower = other;
    return slower;
}

QString StepBar::speedText(double speed) {
    return speed == 1 ? tr("1 step/s") : tr("%1 steps/s").arg(speed);
}

void StepBar::editStep() {
    m_step->setFocus(Qt::ShortcutFocusReason);
    m_step->selectAll();
}

void StepBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::FontChange) takeScale();
}

void StepBar::takeScale() {
    for (QToolButton* button : m_buttons)
        button->setIconSize(scaled(QSize(20, 20)));
}

void StepBar::retranslate() {
    for (int row = 0; row < m_speed->count(); ++row)
        m_speed->setItemText(row, speedText(m_speed->itemData(row).toDouble()));
    m_speed->setToolTip(tr("How many steps a second are played"));
    m_speed->setAccessibleName(tr("Speed"));
    m_step->setToolTip(tr("The step that is shown, of all steps: type another to go there"));
    m_step->setAccessibleName(tr("Step"));
    m_slider->setToolTip(tr("Drag to go through the run"));
    m_slider->setAccessibleName(tr("Place in the run"));
}

}  // namespace turnwise::ui
