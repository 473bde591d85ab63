// The runs of a program: a tree in which nothing is lost, whatever is shown.
#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "ui/branches/choice_bar.h"
#include "ui/branches/run_tree_model.h"
#include "ui/look/language.h"
#include "ui/session/session.h"

namespace turnwise::ui {

namespace {

constexpr int patience = 60'000;  // milliseconds; the machine may be busy

// Two threads race for one ticket.
const char* tickets = R"(from threading import Thread
tickets = 1
def buy(name):
    global tickets
    if tickets > 0:
        print(name)
        tickets -= 1
a = Thread(target=buy, args=("Ada",))
b = Thread(target=buy, args=("Ben",))
a.start(); b.start(); a.join(); b.join()
)";

RunOptions optionsFor(const char* text) {
    RunOptions options;
    options.program = QStringLiteral("tickets.py");
    options.sourceText = QString::fromUtf8(text);
    return options;
}

// The rows of the model, indented: "1", "  2", "3".
QStringList rowsOf(const RunTreeModel& model, const QModelIndex& parent = {}, int depth = 0) {
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        rows << QString(2 * depth, QLatin1Char(' ')) + QString::number(model.runAt(index));
        rows << rowsOf(model, index, depth + 1);
    }
    return rows;
}

}  // namespace

class TestRunTree final : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        setLanguage(QStringLiteral("en"));
        m_session = std::make_unique<Session>();
    }
    void cleanup() { m_session.reset(); }

    void theModelKeepsTheRulesOfModels() {
        RunTree tree;
        RunTreeModel model(tree);
        const QAbstractItemModelTester tester(&model);
        tree.add({});
        const RunId child = tree.add({.parent = 1, .decision = 3});
        tree.add({});
        tree.add({.parent = child, .decision = 9});
        tree.add({.parent = 1, .decision = 3});
        model.setShown(child);
        tree.change(child, [](RunRecord& run) { run.title = QStringLiteral("mine"); });
        QCOMPARE(rowsOf(model), (QStringList{"1", "  2", "    4", "  5", "3"}));
        QCOMPARE(model.indexOf(4).data(RunTreeModel::runRole).toInt(), 4);
        QVERIFY(model.indexOf(child).data().toString().startsWith(QStringLiteral("mine")));
        tree.reset({{.id = 4}, {.id = 9, .parent = 4}});
        QCOMPARE(rowsOf(model), (QStringList{"4", "  9"}));
        tree.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void aRunIsRenamedInPlaceAndGetsItsUsualNameBack() {
        RunTree tree;
        RunTreeModel model(tree);
        tree.add({});
        QVERIFY(model.setData(model.indexOf(1), QStringLiteral(" the  good one "), Qt::EditRole));
        QCOMPARE(nameOf(*tree.find(1)), QStringLiteral("the good one"));
        QVERIFY(model.setData(model.indexOf(1), QString(), Qt::EditRole));
        QCOMPARE(nameOf(*tree.find(1)), QStringLiteral("Run 1"));
    }

    void anotherChoiceMakesARunThatSharesTheBeginning() {
        run(optionsFor(tickets));
        const std::vector<trace::Event> first = m_session->trace().events();
        const auto choice = firstChoice(1);
        m_session->branch(choice.first, choice.second);
        wait();
        const RunRecord* record = m_session->runs().find(m_session->shownRun());
        QCOMPARE(record->parent, 1);
        QCOMPARE(*record->decision, quint64{choice.first});
        const analysis::Decisions decisions(m_session->trace());
        const EventIndex at = decisions[choice.first];
        for (EventIndex event = 0; event < at; ++event)
            QVERIFY(m_session->trace()[event] == first[event]);
        QCOMPARE(m_session->trace()[at].other, choice.second);
        QVERIFY(m_session->trace().events() != first);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->cursor(), at + 1, patience);  // where a person chose
        QVERIFY(
            record->schedule.startsWith(record->options.schedule.section(QLatin1Char(','), 0, -2)));
    }

    void goingBackLosesNothingNeitherEventsNorCursor() {
        run(optionsFor(tickets));
        const std::vector<trace::Event> first = m_session->trace().events();
        m_session->setCursor(17);
        const auto choice = firstChoice(1);
        m_session->branch(choice.first, choice.second);
        wait();
        const std::vector<trace::Event> second = m_session->trace().events();
        m_session->setCursor(23);
        m_session->showRun(1);
        QVERIFY(m_session->trace().events() == first);
        QCOMPARE(m_session->cursor(), EventIndex{17});
        m_session->showRun(2);
        QVERIFY(m_session->trace().events() == second);
        QCOMPARE(m_session->cursor(), EventIndex{23});
        QCOMPARE(m_session->runs().runs().size(), std::size_t{2});
    }

    void aRunThatHasNoRoomInMemoryComesBackFromAFile() {
        m_session->kept().setLimit(0);
        run(optionsFor(tickets));
        const std::vector<trace::Event> first = m_session->trace().events();
        m_session->setCursor(9);
        RunOptions other = optionsFor(tickets);
        other.policy = QStringLiteral("random");
        other.seed = 3;
        run(other);
        QCOMPARE(m_session->kept().eventsInMemory(), EventIndex{0});
        QCOMPARE(m_session->kept().filed(), std::size_t{1});
        m_session->showRun(1);
        QVERIFY(m_session->trace().events() == first);
        QCOMPARE(m_session->cursor(), EventIndex{9});
        QCOMPARE(m_session->outcome().kind, OutcomeKind::finished);
        QCOMPARE(m_session->runs().find(2)->parent,
                 no_run);  // a new policy is a sibling at the root
    }

    void aBranchOfWhatASearchFoundKeepsTheRulesOfTheSearch() {
        const QString rules = QStringLiteral("bytecode/abstract:");
        RunOptions options = optionsFor(tickets);
        options.schedule = rules + QStringLiteral("0");
        run(options);
        QCOMPARE(m_session->outcome().kind, OutcomeKind::finished);
        QVERIFY(m_session->runs().find(1)->schedule.startsWith(rules));
        const auto before = m_session->trace().events();
        const auto [decision, instead] = firstChoice(1);
        const EventIndex at = analysis::Decisions(m_session->trace())[decision];
        m_session->branch(decision, instead);
        wait();
        const RunRecord& branched = *m_session->runs().find(2);
        QVERIFY2(branched.options.schedule.startsWith(rules),
                 qPrintable(branched.options.schedule));
        QVERIFY(branched.schedule.startsWith(rules));
        // Under other rules the same choices would lead elsewhere.
        for (EventIndex i = 0; i < at; ++i)
            QVERIFY(m_session->trace()[i] == before[i]);
    }

    void aRunOfAFileIsMadeAgainWhenItIsShown() {
        RunOptions options = optionsFor(tickets);
        options.policy = QStringLiteral("random");
        options.seed = 5;
        run(options);
        const std::vector<trace::Event> events = m_session->trace().events();
        RunRecord record = *m_session->runs().find(1);
        record.expectedEvents = events.size();
        record.expectedOutcome = QStringLiteral("finished");
        record.isMade = false;
        record.options.policy.clear();  // the schedule alone has to make it
        record.options.seed.reset();
        record.cursor = 14;
        const QSignalSpy surprises(m_session.get(), &Session::cameOutDifferently);
        m_session->restoreRuns({record}, 1);
        wait();
        QVERIFY(m_session->trace().events() == events);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->cursor(), EventIndex{14}, patience);
        QCOMPARE(surprises.count(), 0);

        record.expectedEvents = 1;
        m_session->restoreRuns({record}, 1);
        wait();
        QCOMPARE(surprises.count(), 1);
    }

    void aRunThatWasStoppedKeepsWhatItDidAndCanBeBranched() {
        m_session->run(
            optionsFor("from threading import Thread\ndef spin():\n    while True:\n        pass\n"
                       "Thread(target=spin, name='one').start()\nspin()\n"));
        QTRY_VERIFY_WITH_TIMEOUT(m_session->intervals().size() > 300, patience);
        m_session->stop();
        const RunRecord* record = m_session->runs().find(1);
        QCOMPARE(record->outcome.kind, OutcomeKind::unfinished);
        QVERIFY(!record->schedule.isEmpty());
        const auto events = m_session->trace().events();
        const analysis::Decisions decisions(m_session->trace());
        const Choice choice = choiceOf(*m_session, decisions, 0);
        for (const Choice::Candidate& candidate : choice.candidates)
            if (!candidate.isChosen) m_session->branch(0, candidate.thread);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->intervals().size() > 50, patience);
        m_session->showRun(1);  // the branch goes on meanwhile
        QVERIFY(m_session->trace().events() == events);
        QVERIFY(m_session->runs().find(2)->isRunning);
        m_session->clear();
        QVERIFY(m_session->runs().runs().empty());
    }

    void theEventsOfAnotherRunCanBeFetched() {
        run(optionsFor(tickets));
        const auto first = m_session->trace().events();
        run(optionsFor("print('other')\n"));
        std::shared_ptr<const trace::Trace> fetched;
        m_session->fetch(1, [&](auto trace) { fetched = trace; });
        QVERIFY(fetched && fetched->events() == first);
        QCOMPARE(m_session->shownRun(), 2);
        // One that has to be made for that.
        RunRecord record = *m_session->runs().find(1);
        record.isMade = false;
        RunRecord shown = *m_session->runs().find(2);
        m_session->restoreRuns({record, shown}, 2);
        wait();
        fetched.reset();
        m_session->fetch(1, [&](auto trace) { fetched = trace; });
        QTRY_VERIFY_WITH_TIMEOUT(fetched, patience);
        QVERIFY(fetched->events() == first);
        m_session->showRun(1);
        QVERIFY(m_session->trace().events() == first);
    }

    void theBarHasAButtonForEveryThreadThatWasNotChosen() {
        run(optionsFor(tickets));
        const analysis::Decisions decisions(m_session->trace());
        ChoiceBar bar;
        bar.showChoice(std::nullopt, true);
        QVERIFY(bar.findChildren<QPushButton*>().isEmpty());
        const auto choice = choiceAt(*m_session, decisions, 0);
        QCOMPARE(choice->decision, std::size_t{0});
        bar.showChoice(choice, true);
        const auto buttons = bar.findChildren<QPushButton*>();
        QCOMPARE(static_cast<std::size_t>(buttons.size()), choice->candidates.size() - 1);
        QVERIFY2(buttons[0]->text().contains(QStringLiteral("instead")),
                 qPrintable(buttons[0]->text()));
        std::size_t decision = 99;
        ThreadId instead = no_thread;
        connect(&bar, &ChoiceBar::insteadChosen, this, [&](std::size_t at, ThreadId thread) {
            decision = at;
            instead = thread;
        });
        buttons[0]->click();
        QCOMPARE(decision, std::size_t{0});
        QVERIFY(instead != no_thread && instead != choice->chosen);
        QVERIFY(sentenceOf(*choice).startsWith(QStringLiteral("Decision 0: ")));
        // After the last one, the last one is still offered.
        QCOMPARE(choiceAt(*m_session, decisions, m_session->trace().size())->decision,
                 decisions.size() - 1);
    }

  private:
    void run(const RunOptions& options) {
        m_session->run(options);
        wait();
    }
    void wait() { QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), patience); }

    // The first decision from `from` on at which somebody else could have been chosen, and who.
    std::pair<std::size_t, ThreadId> firstChoice(std::size_t from) {
        const analysis::Decisions decisions(m_session->trace());
        for (std::size_t at = from; at < decisions.size(); ++at)
            for (const Choice::Candidate& candidate :
                 choiceOf(*m_session, decisions, at).candidates)
                if (!candidate.isChosen) return {at, candidate.thread};
        qFatal("no choice");
    }

    std::unique_ptr<Session> m_session;
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestRunTree)
#include "tst_run_tree.moc"
