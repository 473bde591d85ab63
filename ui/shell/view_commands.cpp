#include "ui/shell/view_commands.h"

#include <QApplication>
#include <QMainWindow>

#include "ui/charts/charts_panel.h"
#include "ui/compare/comparison_panel.h"
#include "ui/explore/explore_panel.h"
#include "ui/look/language.h"
#include "ui/look/scale.h"
#include "ui/look/tab_order.h"
#include "ui/look/theme.h"
#include "ui/policies/policy_panel.h"
#include "ui/shell/about.h"
#include "ui/shell/actions.h"
#include "ui/shell/settings.h"
#include "ui/shell/shortcut_sheet.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

namespace {
constexpr double presentation_scale = 1.5;
}

ViewCommands::ViewCommands(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
    connectPanels();
    connectTimeline();
    connectTheme();
    connectScale();
    connectLanguage();
    connectHelp();
}

void ViewCommands::connectPanels() {
    Actions& actions = m_parts.actions;
    Workspace* workspace = &m_parts.workspace;
    actions.on(Command::next_panel, workspace, [workspace] { workspace->focusPanel(1); });
    actions.on(Command::previous_panel, workspace, [workspace] { workspace->focusPanel(-1); });
    actions.on(Command::float_panel, workspace, &Workspace::floatPanel);
    actions.on(Command::close_panel, workspace, &Workspace::closePanel);
    const auto follow = [&actions, workspace] {
        for (const Command command : {Command::float_panel, Command::close_panel})
            actions[command]->setEnabled(workspace->isKeyboardInPanel());
    };
    connect(workspace, &Workspace::keyboardMoved, this, follow);
    follow();
    for (const auto& [command, forwards] :
         {std::pair{Command::next_control, true}, {Command::previous_control, false}})
        actions.on(command, this, [this, forwards] { focusNext(m_parts.window, forwards); });
    actions.on(Command::reset_layout, workspace, &Workspace::resetLayout);
    actions.on(Command::full_screen, this, [this](bool on) {
        m_parts.window.setWindowState(on ? m_parts.window.windowState() | Qt::WindowFullScreen
                                         : m_parts.window.windowState() & ~Qt::WindowFullScreen);
    });
}

void ViewCommands::connectTimeline() {
    using timeline::Axis;
    using timeline::TimelineView;
    Actions& actions = m_parts.actions;
    TimelineView* view = &m_parts.workspace.timeline();
    actions.on(Command::zoom_in, view, &TimelineView::zoomIn);
    actions.on(Command::zoom_out, view, &TimelineView::zoomOut);
    actions.on(Command::fit, view, &TimelineView::fit);
    actions.on(Command::centre, view, &TimelineView::centreOnCursor);
    for (const auto& [command, axis] :
         {std::pair{Command::axis_time, Axis::time}, {Command::axis_steps, Axis::steps}}) {
        actions[command]->setChecked(view->axis() == axis);
        actions.on(command, view, [this, view, axis] {
            view->setAxis(axis);
            m_parts.workspace.comparison().setAxis(axis);
        });
    }
    showTheme();
}

void ViewCommands::showTheme() {
    const timeline::Theme theme = timelineTheme(QApplication::palette());
    m_parts.workspace.timeline().setTheme(theme);
    m_parts.workspace.charts().setTheme(theme);
    m_parts.workspace.comparison().setTheme(theme);
    m_parts.workspace.policies().setTheme(theme);
    m_parts.workspace.explore().setTheme(theme);
}

void ViewCommands::connectTheme() {
    Actions& actions = m_parts.actions;
    for (const auto& [command, choice] : {std::pair{Command::theme_system, ThemeChoice::system},
                                          {Command::theme_light, ThemeChoice::light},
                                          {Command::theme_dark, ThemeChoice::dark},
                                          {Command::theme_contrast, ThemeChoice::contrast}}) {
        actions[command]->setChecked(m_parts.settings.theme() == choice);
        actions.on(command, this, [this, choice] {
            m_parts.settings.setTheme(choice);
            applyTheme(choice);
        });
    }
}

void ViewCommands::connectScale() {
    Actions& actions = m_parts.actions;
    actions.on(Command::larger, this, [this] { setScale(nextScale(interfaceScale(), 1)); });
    actions.on(Command::smaller, this, [this] { setScale(nextScale(interfaceScale(), -1)); });
    actions.on(Command::normal_size, this, [this] { setScale(1); });
    actions.on(Command::presentation, this, &ViewCommands::present);
}

void ViewCommands::setScale(double scale) {
    setInterfaceScale(scale);
    if (!m_parts.workspace.isPresenting()) m_parts.settings.setScale(interfaceScale());
}

// A projector needs larger text than a desk; afterwards everything is as it was.
void ViewCommands::present(bool on) {
    m_parts.workspace.setPresenting(on);
    if (on) m_scale_before = interfaceScale();
    setInterfaceScale(on ? m_scale_before * presentation_scale : m_scale_before);
}

void ViewCommands::connectLanguage() {
    Actions& actions = m_parts.actions;
    const std::pair<Command, QString> choices[] = {{Command::english, QStringLiteral("en")},
                                                   {Command::chinese, QStringLiteral("zh_CN")}};
    for (const auto& [command, language] : choices) {
        actions[command]->setChecked(currentLanguage() == language);
        actions.on(command, this, [this, language] {
            m_parts.settings.setLanguage(language);
            setLanguage(language);
        });
    }
}

void ViewCommands::connectHelp() {
    Actions& actions = m_parts.actions;
    actions.on(Command::shortcuts, this, [this] {
        showShortcutSheet(m_parts.actions, m_parts.workspace.panelActions(), &m_parts.window);
    });
    actions.on(Command::about, this, [this] { showAbout(&m_parts.window); });
}

}  // namespace turnwise::ui
