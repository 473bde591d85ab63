// The panel of the search: how to search, how far it is, the verdict, and below it what was found,
// how the program can end, and the story of the run that was opened.
#pragma once

#include <QWidget>

#include "ui/explore/problem_model.h"
#include "ui/explore/search.h"
#include "ui/look/palette.h"

class QAction;
class QLabel;
class QListView;
class QTabWidget;
class QToolButton;

namespace turnwise::ui {

class OptionBox;
class OutcomeView;
class RaceView;
class StoryView;
class TreeView;
class VerdictBox;

class ExplorePanel final : public QWidget {
    Q_OBJECT

  public:
    // The actions that begin and stop a search: their buttons stand here.
    ExplorePanel(QAction* begin, QAction* stop, QWidget* parent = nullptr);

    Search& search() { return m_search; }
    OptionBox& options() { return *m_options; }
    VerdictBox& verdict() { return *m_verdict; }
    ProblemModel& problems() { return m_problems; }
    QListView& problemList() { return *m_list; }
    OutcomeView& outcomes() { return *m_outcomes; }
    RaceView& race() { return *m_race; }
    TreeView& tree() { return *m_tree; }
    StoryView& story() { return *m_story; }
    QToolButton& optionsButton() { return *m_unfold; }

    void setTheme(timeline::Theme theme);
    // Whether the text that was searched is another one by now.
    void setOld(bool isOld);
    // The variable of a race has a page of its own; other findings have none.
    void setRace(const FoundProblem* race);
    // Each brings its page to the front.
    void showStory();
    void showVariable();
    void showTree();
    void showProblems();
    void showOutcomes();

  signals:
    void problemChosen(const turnwise::ui::FoundProblem& problem);
    void outcomeChosen(int row);
    void helpWanted();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void layOut(QAction* begin, QAction* stop);
    void unfold(bool isOpen);
    void takeSearch();
    void showNothing();
    void retranslate();

    Search m_search;
    ProblemModel m_problems;
    OptionBox* m_options;
    QToolButton* m_unfold;
    QToolButton* m_help;
    QLabel* m_summary;
    VerdictBox* m_verdict;
    QLabel* m_nothing;
    QListView* m_list;
    OutcomeView* m_outcomes;
    StoryView* m_story;
    RaceView* m_race;
    TreeView* m_tree;
    QTabWidget* m_tabs;
    bool m_isOld = false;
};

}  // namespace turnwise::ui
