// Everything that is seen of one program and one run: code, words, timeline and the panels around
// them.
//
// It only holds and arranges; what the panels show is the business of Presenter.
#pragma once

#include <QMainWindow>
#include <array>
#include <vector>

#include "ui/inspect/panels.h"

class QDockWidget;

namespace turnwise::charts {
class ChartsPanel;
}
namespace turnwise::timeline {
class TimelinePanel;
class TimelineView;
class TranscriptPanel;
}  // namespace turnwise::timeline

namespace turnwise::ui {

class Actions;
class ComparisonPanel;
class ConsolePanel;
class EventPanel;
class ExerciseBar;
class ExampleList;
class ExplainPanel;
class ExplorePanel;
class HandPanel;
class MessageLine;
class NotesPanel;
class OutlinePanel;
class LearnPanel;
class PatternPanel;
class PredictBar;
class PolicyPanel;
class ProgramView;
class RunsPanel;
class StatisticsPanel;
class StepBar;
class Veil;
class WaitGraphPanel;

class Workspace final : public QMainWindow {
    Q_OBJECT
  public:
    explicit Workspace(const Actions& actions, QWidget* parent = nullptr);
    ~Workspace() override;

    ProgramView& program() { return *m_program; }
    ExplainPanel& explain() { return *m_explain; }
    StepBar& steps() { return *m_steps; }
    MessageLine& outcome() { return *m_outcome; }
    ExampleList& examples() { return *m_examples; }
    ConsolePanel& console() { return *m_console; }
    EventPanel& events() { return *m_events; }
    WaitGraphPanel& waits() { return *m_waits; }
    PatternPanel& patterns() { return *m_patterns; }
    LearnPanel& learn() { return *m_learn; }
    PredictBar& predict() { return *m_predict; }
    ExerciseBar& exercise() { return *m_exercise; }
    timeline::TimelineView& timeline() { return *m_timeline; }
    timeline::TimelinePanel& timelinePanel() { return *m_timeline_panel; }
    timeline::TranscriptPanel& transcript() { return *m_transcript; }
    charts::ChartsPanel& charts() { return *m_charts; }
    ExplorePanel& explore() { return *m_explore; }
    HandPanel& hand() { return *m_hand; }
    RunsPanel& runs() { return *m_runs; }
    NotesPanel& notes() { return *m_notes; }
    StatisticsPanel& statistics() { return *m_statistics; }
    ComparisonPanel& comparison() { return *m_comparison; }
    PolicyPanel& policies() { return *m_policies; }
    OutlinePanel& panel(PanelId id) { return *m_panels[static_cast<std::size_t>(id)]; }

    // The actions that show and hide the panels, in the order of their keys Alt+1, Alt+2, ...
    std::vector<QAction*> panelActions() const;
    // The arrangement of the panels, to be kept; restoring one of another version changes nothing.
    QByteArray layout() const;
    bool restoreLayout(const QByteArray& layout);
    void resetLayout();
    // Only code, sentence and timeline; afterwards every panel is back where it was. layout() is
    // the one to which this leads back.
    void setPresenting(bool presenting);
    bool isPresenting() const { return m_is_presenting; }
    // Veils the panels that tell how a run goes on, by comparing it with others.
    void setVeiled(bool is_veiled);
    // The panel that has the keyboard, even while a menu is open: as a window of its own, or back
    // in its place; out of sight.
    void floatPanel();
    void closePanel();
    bool isKeyboardInPanel() const { return m_keyboard_panel != nullptr; }
    // Moves the keyboard to the next (1) or previous (-1) visible panel.
    void focusPanel(int direction);
    // Brings a panel to the front of its tabs.
    void raisePanel(const QString& name);
    // As raisePanel(), and makes it so high if it is lower, at the cost of its neighbours, but
    // never more than two thirds of the window.
    void giveRoom(const QString& name, int height);

  signals:
    void keyboardMoved();  // see isKeyboardInPanel()
    void presentingChanged(bool presenting);

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    QWidget* centre();
    QDockWidget* makeDock(const QString& name, QWidget* contents, const QString& key = {});
    QWidget* veiled(QWidget* panel);
    void makeDocks();
    void followKeyboard(QWidget* widget);
    void arrangeDocks();
    void shareSpace();
    void showTitles();
    QDockWidget* dock(const QString& name) const;
    void retranslate();

    ProgramView* m_program;
    ExplainPanel* m_explain;
    StepBar* m_steps;
    MessageLine* m_outcome;
    ExampleList* m_examples;
    ConsolePanel* m_console;
    EventPanel* m_events;
    WaitGraphPanel* m_waits;
    PatternPanel* m_patterns;
    LearnPanel* m_learn;
    PredictBar* m_predict;
    ExerciseBar* m_exercise;
    timeline::TimelinePanel* m_timeline_panel;
    timeline::TimelineView* m_timeline;
    timeline::TranscriptPanel* m_transcript;
    charts::ChartsPanel* m_charts;
    RunsPanel* m_runs;
    NotesPanel* m_notes;
    StatisticsPanel* m_statistics;
    ComparisonPanel* m_comparison;
    PolicyPanel* m_policies;
    HandPanel* m_hand;
    ExplorePanel* m_explore;
    std::array<OutlinePanel*, all_panels.size()> m_panels;
    std::vector<Veil*> m_veils;
    QDockWidget* m_keyboard_panel = nullptr;  // nullptr: it is in none
    std::vector<QDockWidget*> m_docks;        // in the order of their keys
    bool m_has_shared_space = false;
    bool m_is_presenting = false;
    QByteArray m_layout_before;  // while presenting
};

}  // namespace turnwise::ui
