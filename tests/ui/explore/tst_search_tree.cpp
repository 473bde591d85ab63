// The search tree as it grows: lines of an engine in, nodes, moments and sentences out.
#include <QApplication>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <set>

#include "tests/ui/explore/explored_programs.h"
#include "ui/explore/json_parts.h"
#include "ui/explore/operation_words.h"
#include "ui/explore/search.h"
#include "ui/explore/tree_canvas.h"
#include "ui/explore/tree_layout.h"
#include "ui/explore/tree_text.h"
#include "ui/explore/tree_view.h"
#include "ui/explore/tree_words.h"
#include "ui/look/language.h"
#include "ui/look/theme.h"

namespace turnwise::ui {

namespace {

constexpr int patience = 120'000;  // milliseconds; the machine may be busy

// Two threads that write the same: the second order is planned by the race of the first.
const char* two_writes[] = {
    R"({"execution":1,"depth":0,"nodes":[
        {"thread":"first","operation":"write x","line":3,"asleep":[],"waiting":[]},
        {"thread":"second","operation":"write x","line":5,"asleep":[],"waiting":[]}],
        "end":"finished","back":0,"schedule":"a",
        "reversals":[{"first":0,"second":1,"sequence":["second"],"result":"added"}]})",
    R"({"execution":2,"depth":0,"nodes":[
        {"thread":"second","operation":"write x","line":5,
         "asleep":[{"thread":"first","operation":"write x"}],"waiting":[]},
        {"thread":"first","operation":"write x","line":3,"asleep":[],"waiting":[]}],
        "end":"failed","back":0,"schedule":"b",
        "reversals":[{"first":0,"second":1,"sequence":["first"],"result":"asleep"}]})"};

SearchTree treeOf(std::span<const char* const> lines) {
    SearchTree tree;
    for (const char* line : lines)
        tree.add(Json::parse(line));
    return tree;
}

QString looksAt(const SearchTree& tree, int moment) {
    QString looks;
    for (int node = 0; node < static_cast<int>(tree.nodes().size()); ++node)
        switch (tree.look(node, moment)) {
            case SearchTree::Look::hidden:
                looks += u'-';
                break;
            case SearchTree::Look::planned:
                looks += u'?';
                break;
            case SearchTree::Look::path:
                looks += u'P';
                break;
            case SearchTree::Look::explored:
                looks += u'x';
                break;
        }
    return looks;
}

}  // namespace

class TestSearchTree final : public QObject {
    Q_OBJECT

  private slots:
    void init() { setLanguage(QStringLiteral("en")); }

    void aRacePlansABranchThatIsTakenLater() {
        const SearchTree tree = treeOf(two_writes);
        QCOMPARE(tree.nodes().size(), std::size_t{4});
        QStringList looks;
        for (int moment = 0; moment < static_cast<int>(tree.moments().size()); ++moment)
            looks << looksAt(tree, moment);
        // first; second; the end; its race; back; second takes the planned branch; first; the end;
        // its race; all is done.
        QCOMPARE(looks.join(u' '),
                 QStringLiteral("P--- PP-- PP-- PP?- xx?- xxP- xxPP xxPP xxPP xxxx"));
    }

    void everyMomentIsASentence() {
        const SearchTree tree = treeOf(two_writes);
        QStringList sentences;
        for (int moment = 0; moment < static_cast<int>(tree.moments().size()); ++moment)
            sentences << momentSentence(tree, moment);
        QCOMPARE(sentences[0],
                 QStringLiteral("Execution 1. Step 1: first does “write x” (line 3)."));
        QCOMPARE(sentences[2], QStringLiteral("Execution 1 is over: it finished."));
        QCOMPARE(sentences[3], QStringLiteral("Its steps 1 and 2 conflict. A branch is planned at "
                                              "step 1, in which second goes first."));
        QCOMPARE(
            sentences[5],
            QStringLiteral("Execution 2. Step 1: second does “write x” (line 5). Tried before: "
                           "first (write x)."));
        QCOMPARE(sentences[7], QStringLiteral("Execution 2 is over: it failed."));
        QVERIFY(sentences[8].endsWith(QStringLiteral("it would show nothing new.")));
        QVERIFY(sentences[9].startsWith(QStringLiteral("No branch is left: ")));
    }

    // As tst_palette has it for other texts.
    void whatIsExploredIsReadableInEveryTheme() {
        for (const ThemeChoice choice :
             {ThemeChoice::light, ThemeChoice::dark, ThemeChoice::contrast}) {
            applyTheme(choice);
            const QColor text = QApplication::palette().color(QPalette::Text);
            const QColor base = QApplication::palette().color(QPalette::Base);
            const auto mixed = [](double one, double other) {
                return one * TreeCanvas::explored_opacity +
                       other * (1 - TreeCanvas::explored_opacity);
            };
            const QColor seen =
                QColor::fromRgbF(static_cast<float>(mixed(text.redF(), base.redF())),
                                 static_cast<float>(mixed(text.greenF(), base.greenF())),
                                 static_cast<float>(mixed(text.blueF(), base.blueF())));
            QVERIFY2(contrast(seen, base) >= 4.5, qPrintable(wordOf(choice)));
            QVERIFY2(contrast(seen, base) < contrast(text, base), qPrintable(wordOf(choice)));
        }
        applyTheme(ThemeChoice::light);
    }

    void asTextBranchesStandFurtherRight() {
        QCOMPARE(treeText(treeOf(two_writes)),
                 QStringLiteral(
                     "  Step 1: first does “write x” (line 3).\n"
                     "  Step 2: second does “write x” (line 5).\n"
                     "  Execution 1 is over: it finished.\n"
                     "  Step 1: second does “write x” (line 5). Tried before: first (write x).\n"
                     "  Step 2: first does “write x” (line 3).\n"
                     "  Execution 2 is over: it failed.\n"));
        QCOMPARE(treeText(SearchTree()), QString());
    }

    void stepsAreToldInTheLanguageOfTheWindow() {
        QCOMPARE(operationWords(QStringLiteral("try to acquire lock_a")),
                 QStringLiteral("try to acquire lock_a"));
        setLanguage(QStringLiteral("zh_CN"));
        QCOMPARE(operationWords(QStringLiteral("write x")), QStringLiteral("写入 x"));
        QCOMPARE(operationWords(QStringLiteral("read x, write y and update z")),
                 QStringLiteral("读取 x、写入 y和更新 z"));
        QCOMPARE(operationWords(QStringLiteral("end")), QStringLiteral("结束"));
        QCOMPARE(operationWords(QStringLiteral("go on")), QStringLiteral("继续"));
        QCOMPARE(operationWords(QStringLiteral("fly away")), QStringLiteral("fly away"));
        const QString sentence = momentSentence(treeOf(two_writes), 5);
        QVERIFY2(!sentence.contains(QLatin1String("write")), qPrintable(sentence));
    }

    // As the timeline: by the order in which they were made, not in which they were started.
    void threadsHaveTheNumbersThatTheirRunGaveThem() {
        SearchTree tree = treeOf(two_writes);
        QCOMPARE(tree.numberOf(QStringLiteral("first")), 0);
        tree.knowThreads(
            {QStringLiteral("MainThread"), QStringLiteral("second"), QStringLiteral("first")});
        QCOMPARE(tree.numberOf(QStringLiteral("first")), 2);
        QCOMPARE(tree.numberOf(QStringLiteral("second")), 1);
    }

    void branchesStandBesideEachOther() {
        const TreeLayout layout = layoutOf(treeOf(two_writes));
        QCOMPARE(layout.columns, (std::vector<int>{0, 0, 1, 1}));
        QCOMPARE(layout.width, 2);
        QCOMPARE(layout.height, 2);
    }

    void nonsenseIsLeftOut() {
        SearchTree tree;
        for (const char* line :
             {R"(7)", R"({"execution":1,"depth":9,"nodes":[{}]})", R"({"nodes":"x"})", R"({})"})
            tree.add(Json::parse(line));
        QVERIFY(tree.nodes().empty());
        QVERIFY(tree.moments().empty());
        // Numbers that are none, and a race of steps that are not there.
        tree.add(Json::parse(
            R"({"execution":-1,"depth":"a","nodes":[{"thread":3}],"back":99,
                "reversals":[{"first":50,"second":1,"sequence":[],"result":"added"}, 4]})"));
        QCOMPARE(tree.nodes().size(), std::size_t{1});
        for (int moment = 0; moment < static_cast<int>(tree.moments().size()); ++moment)
            QVERIFY(!momentSentence(tree, moment).isEmpty());
    }

    void aSearchThatBeginsAnewForgetsItsTree() {
        SearchTree tree = treeOf(two_writes);
        tree.add(Json::parse(R"({"begins":true})"));
        QVERIFY(tree.nodes().empty());
        QVERIFY(tree.executions().empty());
    }

    void aSearchOfAnEarlierDayHasItsTree() {
        Search search;
        explore(search);
        Search again;
        again.restore(search.program(), search.text(), search.told());
        QCOMPARE(again.state(), Search::State::over);
        QCOMPARE(treeText(again.tree()), treeText(search.tree()));
        QCOMPARE(again.tree().moments().size(), search.tree().moments().size());
        QCOMPARE(again.told(), search.told());
        again.clear();
        QCOMPARE(treeText(again.tree()), QString());
    }

    // Each interleaving of an optimal search is a leaf, and none is executed twice.
    void aRealSearchIsToldToItsEnd() {
        Search search;
        explore(search);
        const SearchTree& tree = search.tree();
        QCOMPARE(tree.executions().size(), std::size_t{4});
        std::set<QString> schedules;
        std::set<int> leaves;
        for (const TreeExecution& execution : tree.executions()) {
            schedules.insert(execution.schedule);
            leaves.insert(execution.path.back());
            QVERIFY(tree.nodes()[static_cast<std::size_t>(execution.path.back())].children.empty());
        }
        QCOMPARE(schedules.size(), std::size_t{4});
        QCOMPARE(leaves.size(), std::size_t{4});
        const int last = static_cast<int>(tree.moments().size()) - 1;
        QCOMPARE(looksAt(tree, last), QString(static_cast<int>(tree.nodes().size()), u'x'));
        QVERIFY(momentSentence(tree, last).startsWith(QStringLiteral("No branch is left")));
        QCOMPARE(tree.numberOf(QStringLiteral("MainThread")), 0);
        QCOMPARE(tree.numberOf(QStringLiteral("first")), 1);
        QCOMPARE(tree.numberOf(QStringLiteral("second")), 2);
    }

    void theViewGoesThroughTheMomentsByKeyAndPlays() {
        SearchTree tree;
        TreeView view(tree);
        view.setReason(QStringLiteral("no tree yet"));
        QCOMPARE(view.sentence(), QStringLiteral("no tree yet"));
        for (const char* line : two_writes)
            tree.add(Json::parse(line));
        view.treeGrew();
        view.show();
        QCOMPARE(view.moment(), 9);  // whoever sees the end goes on seeing it
        view.setMoment(0);
        view.treeGrew();
        QCOMPARE(view.moment(), 0);
        QTest::keyClick(view.focusProxy(), Qt::Key_Right);
        QCOMPARE(view.moment(), 1);
        view.playButton().click();
        QVERIFY(view.isPlaying());
        QTest::keyClick(view.focusProxy(), Qt::Key_Left);
        QVERIFY(!view.isPlaying());
        QCOMPARE(view.moment(), 0);
        const QSignalSpy chosen(&view, &TreeView::executionChosen);
        view.setMoment(6);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.front().front().toString(), QStringLiteral("b"));
        tree.clear();
        view.treeGrew();
        QCOMPARE(view.moment(), -1);
        QCOMPARE(view.sentence(), QStringLiteral("no tree yet"));
    }

  private:
    static void explore(Search& search) {
        const QSignalSpy finished(&search, &Search::finished);
        RunOptions options;
        options.program = QStringLiteral("program.py");
        options.sourceText = QString::fromUtf8(lost_update_program);
        search.start(options, *options.sourceText, {});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestSearchTree)
#include "tst_search_tree.moc"
