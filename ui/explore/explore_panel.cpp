#include "ui/explore/explore_panel.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/explore/card_list.h"
#include "ui/explore/option_box.h"
#include "ui/explore/outcome_view.h"
#include "ui/explore/race_view.h"
#include "ui/explore/story_view.h"
#include "ui/explore/tree_view.h"
#include "ui/explore/verdict_box.h"
#include "ui/look/icons.h"
#include "ui/look/scale.h"

namespace turnwise::ui {

namespace {

QToolButton* buttonFor(QAction* action, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

}  // namespace

ExplorePanel::ExplorePanel(QAction* begin, QAction* stop, QWidget* parent)
    : QWidget(parent),
      m_options(new OptionBox(this)),
      m_unfold(new QToolButton(this)),
      m_help(new QToolButton(this)),
      m_summary(new QLabel(this)),
      m_verdict(new VerdictBox(this)),
      m_nothing(new QLabel(this)),
      m_list(new CardList(this)),
      m_outcomes(new OutcomeView(this)),
      m_story(new StoryView(this)),
      m_race(new RaceView(this)),
      m_tree(new TreeView(m_search.tree(), this)),
      m_tabs(new QTabWidget(this)) {
    layOut(begin, stop);
    connect(m_unfold, &QToolButton::toggled, this, &ExplorePanel::unfold);
    connect(m_options, &OptionBox::optionsChanged, this,
            [this] { m_summary->setText(m_options->summary()); });
    for (const auto signal :
         {&Search::started, &Search::progressed, &Search::finished, &Search::cleared})
        connect(&m_search, signal, this, &ExplorePanel::takeSearch);
    for (const auto signal : {&Search::treeGrew, &Search::cleared, &Search::started})
        connect(&m_search, signal, m_tree, &TreeView::treeGrew);
    const auto choose = [this](const QModelIndex& index) {
        if (index.isValid()) emit problemChosen(m_problems.problemAt(index.row()));
    };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    connect(m_outcomes, &OutcomeView::outcomeChosen, this, &ExplorePanel::outcomeChosen);
    unfold(false);
    retranslate();
}

void ExplorePanel::layOut(QAction* begin, QAction* stop) {
    auto* top = new QHBoxLayout;
    top->setContentsMargins(6, 6, 6, 0);
    top->addWidget(buttonFor(begin, this));
    top->addWidget(buttonFor(stop, this));
    top->addStretch(1);
    top->addWidget(m_unfold);
    top->addWidget(m_help);
    m_help->setIcon(icon(QStringLiteral("learn")));
    m_help->setAutoRaise(true);
    connect(m_help, &QToolButton::clicked, this, &ExplorePanel::helpWanted);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(8, 0, 8, 0);
    below->addWidget(m_summary);
    below->addWidget(m_options);
    m_unfold->setCheckable(true);
    m_unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_summary->setWordWrap(true);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(12);
    m_list->setModel(&m_problems);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_list, QString());
    m_tabs->addTab(m_outcomes, QString());
    m_tabs->addTab(m_story, QString());
    m_tabs->addTab(m_race, QString());
    m_tabs->addTab(m_tree, QString());
    setRace(nullptr);
    // All of it scrolls where there is little room: a panel must not make the window grow.
    auto* room = new QScrollArea(this);
    auto* content = new QWidget(room);
    room->setWidget(content);
    room->setWidgetResizable(true);
    room->setFrameShape(QFrame::NoFrame);
    room->setFocusPolicy(Qt::NoFocus);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(room);
    m_tabs->setMinimumHeight(scaled(220));
    m_tabs->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    column->addLayout(top);
    column->addLayout(below);
    column->addWidget(m_verdict);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_tabs, 1);
    setFocusProxy(m_list);
}

void ExplorePanel::unfold(bool isOpen) {
    m_options->setVisible(isOpen);
    m_summary->setVisible(!isOpen);
    m_unfold->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
}

void ExplorePanel::setOld(bool isOld) {
    if (isOld == m_isOld) return;
    m_isOld = isOld;
    m_verdict->show(m_search, m_isOld);
}

void ExplorePanel::setTheme(timeline::Theme theme) {
    m_outcomes->setTheme(theme);
}

void ExplorePanel::setRace(const FoundProblem* race) {
    if (race)
        m_race->setRace(*race);
    else
        m_race->clear();
    m_tabs->setTabVisible(m_tabs->indexOf(m_race), race != nullptr);
}

void ExplorePanel::showVariable() {
    m_tabs->setCurrentWidget(m_race);
}

void ExplorePanel::showTree() {
    m_tabs->setCurrentWidget(m_tree);
}

void ExplorePanel::showProblems() {
    m_tabs->setCurrentWidget(m_list);
}
void ExplorePanel::showOutcomes() {
    m_tabs->setCurrentWidget(m_outcomes);
}
void ExplorePanel::showStory() {
    m_tabs->setCurrentWidget(m_story);
}

void ExplorePanel::takeSearch() {
    const SearchReport& report = m_search.report();
    m_verdict->show(m_search, m_isOld);
    m_problems.setProblems(report.problems);
    m_outcomes->setOutcomes(report);
    showNothing();
    const bool isOver = m_search.state() == Search::State::over;
    if (isOver && report.problems.empty()) showOutcomes();
}

void ExplorePanel::showNothing() {
    const SearchReport& report = m_search.report();
    const bool hasAny = !report.problems.empty() || !report.outcomes.empty();
    const bool isKept =
        m_search.state() != Search::State::over || !m_search.tree().moments().empty();
    m_tree->setReason(
        !tellsTree(m_search.options())
            ? tr("The tree is told of a search in one process, and not of samples.")
        : isKept ? QString()
                 : tr("The tree of this search was not kept. Search again, and see it grow."));
    m_tabs->setVisible(hasAny);
    m_nothing->setVisible(!hasAny);
    m_tabs->setTabText(0, tr("&Findings (%1)").arg(report.problems.size()));
    m_tabs->setTabText(1, tr("&Outcomes (%1)").arg(report.outcomes.size()));
    m_tabs->setTabText(2, tr("Stor&y"));
    m_tabs->setTabText(3, tr("&Variable"));
    m_tabs->setTabText(4, tr("&Tree"));
    if (m_search.state() == Search::State::running)
        m_nothing->setText(tr("What is found is shown here at once."));
    else if (m_search.state() == Search::State::idle)
        m_nothing->setText(
            tr("Can this program deadlock, crash or lose an update, and in which ways can it end? "
               "Here it is executed under every interleaving of its threads."));
    else
        m_nothing->clear();
}

void ExplorePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void ExplorePanel::retranslate() {
    m_unfold->setText(tr("O&ptions"));
    m_unfold->setToolTip(tr("Show how the search is made, and change it"));
    m_help->setToolTip(tr("Read about exploring, and how to read its verdict"));
    m_help->setAccessibleName(m_help->toolTip());
    m_list->setAccessibleName(tr("Findings of the search"));
    m_list->setAccessibleDescription(tr("Enter opens a finding as a run, at its decisive step."));
    m_list->setStatusTip(m_list->accessibleDescription());
    m_tabs->setAccessibleName(tr("What the search found"));
    m_summary->setText(m_options->summary());
    m_verdict->show(m_search, m_isOld);
    m_problems.retranslate();
    showNothing();
}

}  // namespace turnwise::ui
