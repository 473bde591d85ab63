// Every event of every example, and every thread at every moment of it, is explained in every
// language.
#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include "tests/support/engine.h"
#include "ui/explain/explainer.h"
#include "ui/look/language.h"

namespace turnwise::ui {

namespace {

bool isChinese(const QString& text) {
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
}

// What is wrong with a sentence; empty if it is one.
QString faultOf(const QString& sentence, bool in_chinese) {
    static const QRegularExpression placeholder(QStringLiteral("%\\d"));
    if (sentence.trimmed().isEmpty()) return QStringLiteral("is empty");
    if (placeholder.match(sentence).hasMatch()) return QStringLiteral("has an unfilled place");
    if (sentence.contains(QLatin1String("version of Turnwise")))
        return QStringLiteral("is unknown");
    if (isChinese(sentence) != in_chinese) return QStringLiteral("is in the wrong language");
    if (sentence.contains(QLatin1String("unknown")) ||
        sentence.contains(QLatin1String("cannot go on and waits")))
        return QStringLiteral("does not say whom or what it is about");
    static const QString ends = QStringLiteral(".!?:。！？：”)）");
    const bool quotes_the_program = sentence.contains(QLatin1Char(':')) ||
                                    sentence.contains(QStringLiteral("：")) ||
                                    sentence.contains(QLatin1String("died of")) || in_chinese;
    if (!quotes_the_program && !ends.contains(sentence.back()))
        return QStringLiteral("does not end");
    return {};
}

}  // namespace

class TestEveryMoment final : public QObject {
    Q_OBJECT

  private slots:
    // Neither a name without an argument nor an argument without a name.
    void init() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^No (argument|place) ")));
    }
    void cleanupTestCase() { setLanguage(QStringLiteral("en")); }

    void everythingIsSaidInEveryLanguage_data() {
        QTest::addColumn<QStringList>("arguments");
        for (const QFileInfo& info : QDir(EXAMPLES).entryInfoList({QStringLiteral("*.py")})) {
            const auto add = [&](const char* name, const QStringList& options) {
                QTest::addRow("%s %s", qPrintable(info.baseName()), name)
                    << options + QStringList{info.filePath()};
            };
            add("round-robin", {});
            add("random", {"--policy", "random", "--seed", "5", "--choose-woken"});
            add("cores", {"--model", "free-threaded", "--cores", "2"});
        }
        for (const char* name : {"condition", "lost_update", "event"})
            QTest::addRow("%s bytecode", name)
                << QStringList{"--granularity",
                               "bytecode",
                               "--policy",
                               "random",
                               "--seed",
                               "2",
                               "--spurious-wakeups",
                               QStringLiteral(EXAMPLES "/%1.py").arg(QLatin1String(name))};
        for (const QFileInfo& info : QDir(PATTERNS).entryInfoList({QStringLiteral("*.py")}))
            QTest::addRow("%s", qPrintable(info.baseName())) << QStringList{info.filePath()};
    }

    void everythingIsSaidInEveryLanguage() {
        QFETCH(QStringList, arguments);
        const auto result = test::runEngine(arguments);
        QVERIFY(result.isComplete);
        const trace::Trace& trace = result.trace;
        const analysis::Intervals intervals(trace);
        const analysis::Steps steps(trace);
        const Explainer explainer(intervals, steps);
        for (const QString& language : languages()) {
            setLanguage(language);
            const bool in_chinese = language == QLatin1String("zh_CN");
            analysis::State state;
            for (EventIndex at = 0; at < trace.size(); ++at) {
                const QString sentence = explainer.event(state, at);
                QVERIFY2(faultOf(sentence, in_chinese).isEmpty(),
                         qPrintable(QStringLiteral("event %1 %2: %3")
                                        .arg(at)
                                        .arg(faultOf(sentence, in_chinese), sentence)));
                state.apply(trace[at]);
                checkThreads(explainer, state, in_chinese);
                if (QTest::currentTestFailed()) return;
            }
            for (const analysis::Pattern& pattern : analysis::patterns(trace))
                QCOMPARE(faultOf(explainer.pattern(state, pattern), in_chinese), QString());
        }
    }

  private:
    // What is said of a thread agrees with what it does.
    static void checkThreads(const Explainer& explainer, const analysis::State& state,
                             bool in_chinese) {
        for (const analysis::ThreadInfo& thread : state.threads()) {
            const QString why = explainer.thread(state, thread.id);
            QVERIFY2(faultOf(why, in_chinese).isEmpty(),
                     qPrintable(QStringLiteral("thread %1 after %2 %3: %4")
                                    .arg(thread.id)
                                    .arg(state.position())
                                    .arg(faultOf(why, in_chinese), why)));
            const analysis::ObjectInfo* object = state.object(thread.object);
            if (in_chinese || thread.state != analysis::ThreadState::blocked || !object) continue;
            const bool is_semaphore = object->type == trace::ObjectType::semaphore;
            QVERIFY2(!(why.contains(QLatin1String("counter is 0")) && is_semaphore &&
                       object->counter > 0),
                     qPrintable(why));
            QVERIFY2(!(why.contains(QLatin1String("flag is false")) && object->flag),
                     qPrintable(why));
            QVERIFY2(!why.contains(QLatin1String(" 0 of ")), qPrintable(why));
        }
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestEveryMoment)
#include "tst_every_moment.moc"
