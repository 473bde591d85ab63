// The lessons are complete in both languages, their links lead somewhere, and their programs do
// what they say.
#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "core/analysis/patterns.h"
#include "tests/support/engine.h"
#include "ui/lessons/examples.h"
#include "ui/lessons/lesson_pages.h"
#include "ui/look/language.h"

namespace turnwise::ui {

namespace {

// What the document explains, class by class and function by function.
const QStringList document = {"threading.enumerate",
                              "threading.active_count",
                              "threading.current_thread",
                              "threading.get_ident",
                              "threading.main_thread",
                              "threading.settrace",
                              "threading.setprofile",
                              "threading.TIMEOUT_MAX",
                              "threading.local",
                              "threading.Thread",
                              "Thread.name",
                              "Thread.daemon",
                              "Thread.ident",
                              "Thread.start",
                              "Thread.run",
                              "Thread.join",
                              "Thread.getName",
                              "Thread.setName",
                              "Thread.isDaemon",
                              "Thread.setDaemon",
                              "Thread.is_alive",
                              "GIL",
                              "threading.Lock",
                              "Lock.acquire",
                              "Lock.release",
                              "threading.RLock",
                              "RLock.acquire",
                              "RLock.release",
                              "threading.Condition",
                              "Condition.wait",
                              "Condition.notify",
                              "threading.Semaphore",
                              "Semaphore.acquire",
                              "Semaphore.release",
                              "threading.BoundedSemaphore",
                              "threading.Event",
                              "Event.set",
                              "Event.is_set",
                              "Event.clear",
                              "Event.wait",
                              "with",
                              "threading.Barrier",
                              "threading.Timer",
                              "Timer.start",
                              "Timer.cancel"};

QStringList headings(const QString& text) {
    QStringList found;
    for (const QString& line : text.split('\n'))
        if (line.startsWith("## ")) found << line.mid(3);
    return found;
}

QStringList targets(const QString& text, const QString& scheme) {
    const QRegularExpression link(QStringLiteral("\\]\\(%1:([^)]+)\\)").arg(scheme));
    QStringList found;
    for (auto match = link.globalMatch(text); match.hasNext();)
        found << match.next().captured(1);
    return found;
}

}  // namespace

class TestLessonPages final : public QObject {
    Q_OBJECT

  private slots:
    void cleanup() { setLanguage(QStringLiteral("en")); }

    void everythingOfTheDocumentHasItsPage() {
        QStringList missing;
        for (const QString& word : document)
            if (lessonAbout(word).isEmpty()) missing << word;
        QCOMPARE(missing, QStringList());
        for (int kind = 0; kind < analysis::pattern_kind_count; ++kind) {
            const auto name = analysis::to_string(static_cast<analysis::PatternKind>(kind));
            const QString id = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
            QCOMPARE(lessonAbout(id), id);
        }
    }

    void noWordLeadsToTwoPages() {
        QSet<QString> seen;
        for (const LessonPage& page : lessonPages())
            for (const QString& word : page.words) {
                QVERIFY2(!seen.contains(word), qPrintable(word));
                seen.insert(word);
            }
    }

    void everyPageHasAllItsPartsInEveryLanguage_data() {
        QTest::addColumn<QString>("language");
        for (const QString& language : languages())
            QTest::newRow(qPrintable(language)) << language;
    }

    void everyPageHasAllItsPartsInEveryLanguage() {
        QFETCH(QString, language);
        setLanguage(language);
        QSet<QString> ids;
        for (const LessonPage& page : lessonPages())
            ids << page.id;
        QVERIFY(ids.size() > 45);
        for (const LessonPage& page : lessonPages()) {
            const QString text = lessonText(page.id);
            QVERIFY2(!page.title.isEmpty() && !page.section.isEmpty(), qPrintable(page.id));
            QVERIFY2(headings(text).size() >= 6,
                     qPrintable(page.id + ": " + headings(text).join(", ")));
            QVERIFY2(!text.contains(QLatin1Char('{')) || !text.contains(QLatin1String("{snippet")),
                     qPrintable(page.id));
            QVERIFY2(!text.contains(QLatin1String("{example")), qPrintable(page.id));
            QVERIFY2(page.snippets.size() + page.examples.size() > 0, qPrintable(page.id));
            for (const QString& id : targets(text, QStringLiteral("page")))
                QVERIFY2(ids.contains(id), qPrintable(page.id + " -> " + id));
            for (const QString& name : targets(text, QStringLiteral("example")))
                QVERIFY2(!exampleNamed(name).name.isEmpty(), qPrintable(page.id + " -> " + name));
            for (const QString& name : targets(text, QStringLiteral("snippet")))
                QVERIFY2(!snippetProgram(name).isEmpty(), qPrintable(page.id + " -> " + name));
        }
    }

    void bothLanguagesHaveTheSameProgramsAndLinks() {
        const auto english = lessonPages();
        QStringList texts;
        for (const LessonPage& page : english)
            texts << lessonText(page.id);
        setLanguage(QStringLiteral("zh_CN"));
        const auto chinese = lessonPages();
        QCOMPARE(chinese.size(), english.size());
        for (qsizetype at = 0; at < english.size(); ++at) {
            QCOMPARE(chinese[at].id, english[at].id);
            QCOMPARE(chinese[at].snippets, english[at].snippets);
            QCOMPARE(chinese[at].examples, english[at].examples);
            QCOMPARE(targets(lessonText(chinese[at].id), QStringLiteral("page")),
                     targets(texts[at], QStringLiteral("page")));
            QCOMPARE(headings(lessonText(chinese[at].id)).size(), headings(texts[at]).size());
            QVERIFY2(std::ranges::any_of(lessonText(chinese[at].id),
                                         [](QChar c) { return c.script() == QChar::Script_Han; }),
                     qPrintable(chinese[at].id));
        }
    }

    void everyFileOfTheFolderIsInTheIndex() {
        QSet<QString> pages, snippets;
        for (const LessonPage& page : lessonPages()) {
            pages << page.id;
            for (const QString& name : page.snippets)
                snippets << name;
        }
        for (const QString& language : languages())
            for (const QString& file :
                 QDir(QStringLiteral(LESSONS "/%1").arg(language)).entryList({"*.md"}))
                QVERIFY2(pages.contains(file.chopped(3)), qPrintable(file));
        for (const QString& file : QDir(QStringLiteral(LESSONS "/snippets")).entryList({"*.py"}))
            QVERIFY2(snippets.contains(file.chopped(3)), qPrintable(file));
    }

    void everyProgramPrintsWhatItsPageSays_data() {
        QTest::addColumn<QString>("name");
        for (const LessonPage& page : lessonPages())
            for (const QString& name : page.snippets)
                QTest::newRow(qPrintable(name)) << name;
    }

    void everyProgramPrintsWhatItsPageSays() {
        QFETCH(QString, name);
        const auto result = test::runText(snippetProgram(name));
        QVERIFY(result.isComplete);
        QCOMPARE(test::printed(result.trace), snippetOutput(name));
        QVERIFY(!snippetOutput(name).isEmpty());
        QCOMPARE(result.trace.trailer().outcome.kind, OutcomeKind::finished);
        QCOMPARE(test::printed(result.trace, 2), QString());
    }

    void aSearchFindsByWordAndByText() {
        const auto found = lessonsWith(QStringLiteral("acquire"));
        QVERIFY(found.size() >= 4);
        QCOMPARE(found.front().id, QStringLiteral("lock_acquire"));
        QCOMPARE(lessonsWith(QStringLiteral("lost update")).front().id,
                 QStringLiteral("lost-update"));
        QVERIFY(lessonsWith(QStringLiteral("no such word anywhere")).isEmpty());
        setLanguage(QStringLiteral("zh_CN"));
        QCOMPARE(lessonsWith(QStringLiteral("信号量")).front().id, QStringLiteral("semaphore"));
    }

    void whatIsNoPageIsEmpty() {
        QVERIFY(lessonText(QStringLiteral("../index")).isEmpty());
        QVERIFY(lessonText(QString()).isEmpty());
        QVERIFY(lessonAbout(QString()).isEmpty());
        QVERIFY(snippetProgram(QStringLiteral("nothing")).isEmpty());
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestLessonPages)
#include "tst_lesson_pages.moc"
