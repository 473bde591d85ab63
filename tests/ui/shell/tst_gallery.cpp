// The examples are all there, in the order of the document, and in words of every language.
#include <QSet>
#include <QTest>

#include "ui/lessons/example_words.h"
#include "ui/lessons/examples.h"
#include "ui/look/language.h"

namespace turnwise::ui {

class TestGallery final : public QObject {
    Q_OBJECT

  private slots:
    void cleanup() { setLanguage(QStringLiteral("en")); }

    void everyExampleHasAllItsParts() {
        setLanguage(QStringLiteral("en"));
        const auto all = examples();
        QVERIFY(all.size() >= 27);
        for (const Example& example : all) {
            QVERIFY2(!example.title.isEmpty(), qPrintable(example.name));
            QVERIFY2(!example.section.isEmpty(), qPrintable(example.name));
            QVERIFY2(!example.notice.isEmpty(), qPrintable(example.name));
            QVERIFY2(example.text.contains(QLatin1String("import")), qPrintable(example.name));
        }
    }

    void noMarksOfMarkdownAreLeftInWhatAPersonReads() {
        for (const char* language : {"en", "zh_CN"}) {
            setLanguage(QLatin1String(language));
            for (const Example& example : examples())
                QVERIFY2(!example.notice.contains(QLatin1Char('`')), qPrintable(example.notice));
        }
    }

    void noExampleIsMissingInTheTableOfTitles() {
        for (const Example& example : examples())
            QVERIFY2(
                exampleOrder(example.name) < 1000 && exampleOrder(example.name) < examples().size(),
                qPrintable(example.name));
    }

    void sectionsStayTogether() {
        QSet<QString> seen;
        QString section;
        for (const Example& example : examples()) {
            if (example.section == section) continue;
            QVERIFY2(!seen.contains(example.section), qPrintable(example.section));
            section = example.section;
            seen.insert(section);
        }
    }

    // The files are in English: a comment that was changed there and not in the table would stay
    // so.
    void everyWordOfTheGalleryIsTranslated() {
        setLanguage(QStringLiteral("en"));
        const auto in_english = examples();
        setLanguage(QStringLiteral("zh_CN"));
        const auto in_chinese = examples();
        for (std::size_t at = 0; at < in_english.size(); ++at) {
            QVERIFY2(in_chinese[at].notice != in_english[at].notice,
                     qPrintable(in_english[at].notice));
            QVERIFY2(in_chinese[at].section != in_english[at].section,
                     qPrintable(in_english[at].section));
        }
    }

    void anUnknownNameGivesNoExample() {
        QVERIFY(exampleNamed(QStringLiteral("../secret")).name.isEmpty());
        QCOMPARE(exampleNamed(QStringLiteral("semaphore")).name, QStringLiteral("semaphore"));
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestGallery)
#include "tst_gallery.moc"
