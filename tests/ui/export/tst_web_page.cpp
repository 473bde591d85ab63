// The page for a browser: its data are the trace, its words the window's, and it asks nobody.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"
#include "tests/ui/export/exporting.h"
#include "ui/explain/explainer.h"
#include "ui/explain/words.h"
#include "ui/look/language.h"

namespace turnwise::ui {

using support::Exporter;

namespace {

QJsonObject dataOf(const QByteArray& page) {
    const QByteArray begin = "<script type=\"application/json\" id=\"run\">";
    const auto from = page.indexOf(begin) + begin.size();
    return QJsonDocument::fromJson(page.mid(from, page.indexOf("</script>", from) - from)).object();
}

QStringList sentencesOf(const QByteArray& page) {
    static const QRegularExpression item("<li>(.*?)</li>");
    QStringList sentences;
    const QString list =
        QString::fromUtf8(page).section("<ol id=\"sentences\"", 1).section("</ol>", 0, 0);
    for (auto match = item.globalMatch(list); match.hasNext();)
        sentences << match.next().captured(1);
    return sentences;
}

}  // namespace

class TestWebPage final : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { setLanguage(QStringLiteral("en")); }
    void cleanup() { setLanguage(QStringLiteral("en")); }

    // Told again as the script of the page does: every thread, primitive and line after every step.
    void theDataAreTheTrace_data() {
        QTest::addColumn<int>("which");
        QTest::newRow("semaphore") << 0;
        QTest::newRow("deadlock") << 1;
        QTest::newRow("primitives") << 2;
    }
    void theDataAreTheTrace() {
        QFETCH(const int, which);
        Exporter exporter(which == 0   ? support::sample_semaphore_trace()
                          : which == 1 ? support::sample_deadlock_trace()
                                       : support::sample_primitives_trace());
        QCOMPARE(exporter.write(Content::page, "run.html"), QString());
        const QJsonObject data = dataOf(exporter.read("run.html"));
        const QJsonArray texts = data["texts"].toArray();
        const QJsonArray steps = data["steps"].toArray();
        const QJsonArray objects = data["objects"].toArray();
        QCOMPARE(steps.size(), static_cast<qsizetype>(exporter.steps.count()));
        analysis::StateAt states(exporter.trace);
        QHash<int, QJsonArray> threads;
        QHash<int, QJsonArray> primitives;
        QString printed;
        for (qsizetype at = 0; at < steps.size(); ++at) {
            const QJsonObject step = steps[at].toObject();
            for (const auto& row : step["T"].toArray())
                threads[row[0].toInt()] = row.toArray();
            for (const auto& row : step["O"].toArray())
                primitives[row[0].toInt()] = row.toArray();
            for (const auto& row : step["P"].toArray())
                printed += texts[row[2].toInt()].toString();
            const analysis::State& state =
                states.after(exporter.steps.events_at(static_cast<std::size_t>(at) + 1));
            QCOMPARE(threads.size(), static_cast<qsizetype>(state.threads().size()));
            for (const analysis::ThreadInfo& thread : state.threads()) {
                const QJsonArray row = threads[static_cast<int>(thread.id)];
                QCOMPARE(row[1].toString(), QString(QLatin1Char(letter(thread.state))));
                QCOMPARE(row[3].toInt(), static_cast<int>(thread.line));
                QCOMPARE(texts[row[5].toInt()].toString(),
                         Explainer(exporter.intervals, exporter.steps).thread(state, thread.id));
            }
            for (auto row = primitives.begin(); row != primitives.end(); ++row) {
                const auto id = static_cast<ObjectId>(objects[row.key()].toObject()["id"].toInt());
                QCOMPARE(row.value()[1].toInt(), state.object(id)->owner == no_thread
                                                     ? -1
                                                     : static_cast<int>(state.object(id)->owner));
                QCOMPARE(texts[row.value()[2].toInt()].toString(), valueWords(*state.object(id)));
            }
        }
        std::string expected;
        for (const EventIndex output : exporter.intervals.outputs())
            expected += exporter.trace.text(exporter.trace[output].text);
        QCOMPARE(printed.toStdString(), expected);
    }

    void everyStepIsToldInWordsWithoutTheScript() {
        Exporter exporter(support::sample_deadlock_trace());
        QCOMPARE(exporter.write(Content::page, "run.html"), QString());
        const QStringList sentences = sentencesOf(exporter.read("run.html"));
        QCOMPARE(sentences.size(), static_cast<qsizetype>(exporter.steps.count()));
        analysis::StateAt states(exporter.trace);
        for (qsizetype at = 0; at < sentences.size(); ++at) {
            const EventIndex index = exporter.steps.events_at(static_cast<std::size_t>(at) + 1) - 1;
            QCOMPARE(sentences[at], Explainer(exporter.intervals, exporter.steps)
                                        .event(states.after(index), index)
                                        .toHtmlEscaped());
        }
    }

    void itAsksNobodyForAnything() {
        Exporter exporter(support::sample_semaphore_trace());
        QCOMPARE(exporter.write(Content::page, "run.html"), QString());
        QString page = QString::fromUtf8(exporter.read("run.html"));
        QVERIFY(page.contains("default-src 'none'"));
        // The name of a language of XML is no address that anybody asks.
        page.remove(QStringLiteral("http://www.w3.org/2000/svg"));
        static const QRegularExpression outside(
            "https?:|//[a-z]|\\ssrc=|<link|@import|url\\((?!#)|fetch\\(|XMLHttpRequest|import\\(");
        const auto match = outside.match(page);
        QVERIFY2(!match.hasMatch(), qPrintable(page.mid(match.capturedStart() - 40, 120)));
    }

    void whatAProgramPrintsCannotBecomeAPartOfThePage() {
        support::TraceScript script;
        const QByteArray evil = "</script><script>alert(1)</script><!-- @script@ @data@";
        script.source(evil.toStdString()).print(evil.toStdString());
        Exporter exporter(script.end(OutcomeKind::finished));
        QCOMPARE(exporter.write(Content::page, "run.html", {.title = "<b>\"&"}), QString());
        const QByteArray page = exporter.read("run.html");
        QCOMPARE(page.count("<script"), 2);
        QCOMPARE(page.count("</script>"), 2);
        QVERIFY(!page.contains("<!-- "));
        QVERIFY(page.contains("<title>&lt;b&gt;&quot;&amp;</title>"));
        const QJsonObject data = dataOf(page);
        QCOMPARE(data["files"].toArray()[0].toObject()["text"].toString().toUtf8(), evil);
    }

    void everyMarkOfTheFormIsFilledInInEveryLanguage() {
        for (const QString& language : languages()) {
            setLanguage(language);
            Exporter exporter(support::sample_primitives_trace());
            QCOMPARE(exporter.write(Content::page, "run.html"), QString());
            const QString page = QString::fromUtf8(exporter.read("run.html"));
            static const QRegularExpression mark("@[a-z-]+@");
            const auto match = mark.match(page);
            QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
            QVERIFY(page.contains(language == "en" ? "<html lang=\"en\">" : "<html lang=\"zh"));
            QVERIFY(page.contains(language == "en" ? "Step forward" : "前进一步"));
        }
    }

    void everyPartThatTheScriptUsesIsInThePage() {
        Exporter exporter(support::sample_deadlock_trace());
        QCOMPARE(exporter.write(Content::page, "run.html"), QString());
        const QString page = QString::fromUtf8(exporter.read("run.html"));
        static const QRegularExpression use("\\$\\('([a-z-]+)'\\)");
        int uses = 0;
        for (auto match = use.globalMatch(page); match.hasNext(); ++uses) {
            const QString id = match.next().captured(1);
            QVERIFY2(page.contains("id=\"" + id + '"'), qPrintable(id));
        }
        QVERIFY(uses > 20);
        static const QRegularExpression word("words\\.([a-zA-Z]+)");
        const QJsonObject words = dataOf(page.toUtf8())["words"].toObject();
        for (auto match = word.globalMatch(page); match.hasNext();) {
            const QString key = match.next().captured(1);
            QVERIFY2(key == "states" || !words[key].toString().isEmpty(), qPrintable(key));
        }
    }

    void aPartBeginsWithTheStateAsItIsThen() {
        Exporter exporter(support::sample_semaphore_trace());
        QCOMPARE(exporter.write(
                     Content::page, "part.html",
                     {.from = exporter.steps.events_at(30), .to = exporter.steps.events_at(40)}),
                 QString());
        const QByteArray page = exporter.read("part.html");
        const QJsonObject data = dataOf(page);
        QCOMPARE(data["first"].toInt(), 30);
        QCOMPARE(data["steps"].toArray().size(), 11);
        QCOMPARE(sentencesOf(page).size(), 11);
        analysis::StateAt states(exporter.trace);
        QCOMPARE(
            data["steps"].toArray()[0].toObject()["T"].toArray().size(),
            static_cast<qsizetype>(states.after(exporter.steps.events_at(30)).threads().size()));
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestWebPage)
#include "tst_web_page.moc"
