// Simplified Chinese is complete: every text of ui/ is there, finished, with its placeholders.
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message {
    QString context;
    QString source;
    QString translation;
    bool finished = true;
};

std::vector<Message> messagesIn(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QXmlStreamReader xml(&file);
    std::vector<Message> messages;
    QString context;
    Message message;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement() && !xml.isEndElement()) continue;
        if (xml.isEndElement()) {
            if (xml.name() == QLatin1String("message")) messages.push_back(message);
            continue;
        }
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            message = {context, {}, {}, true};
        else if (xml.name() == QLatin1String("source"))
            message.source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            message.finished = xml.attributes().value(QLatin1String("type")).isEmpty();
            message.translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return messages;
}

QSet<QString> placeholdersIn(const QString& text) {
    static const QRegularExpression placeholder(QStringLiteral("%L?(\\d+|n)"));
    QSet<QString> found;
    for (auto match = placeholder.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured(1));
    return found;
}

}  // namespace

class TestTranslations final : public QObject {
    Q_OBJECT

  private slots:
    // Gathers the texts of the sources anew, into a copy: a text that is missing in the file of
    // translations comes back unfinished.
    void initTestCase() {
        m_copy = m_folder.filePath(QStringLiteral("turnwise_zh_CN.ts"));
        QVERIFY(QFile::copy(
            QStringLiteral(SOURCE_FOLDER "/resources/translations/turnwise_zh_CN.ts"), m_copy));
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(SOURCE_FOLDER));
        lupdate.start(QStringLiteral(LUPDATE),
                      {"-silent", "-locations", "none", "-no-obsolete", "-I", SOURCE_FOLDER,
                       "-recursive", SOURCE_FOLDER "/ui", "-ts", m_copy});
        QVERIFY(lupdate.waitForFinished());
        QCOMPARE(lupdate.exitCode(), 0);
    }

    void everyTextIsTranslated() {
        const auto messages = messagesIn(m_copy);
        QVERIFY(messages.size() > 400);
        QStringList missing;
        for (const Message& message : messages)
            if (!message.finished || message.translation.trimmed().isEmpty())
                missing << message.context + QStringLiteral(": ") + message.source;
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }

    void noPlaceholderIsLost() {
        for (const Message& message : messagesIn(m_copy))
            QVERIFY2(placeholdersIn(message.source) == placeholdersIn(message.translation),
                     qPrintable(message.source + QStringLiteral(" -> ") + message.translation));
    }

    void aTextWithAMnemonicKeepsOne() {
        static const QRegularExpression mnemonic(QStringLiteral("&[A-Za-z]"));
        for (const Message& message : messagesIn(m_copy))
            QVERIFY2(mnemonic.match(message.source).hasMatch() ==
                         mnemonic.match(message.translation).hasMatch(),
                     qPrintable(message.source));
    }

  private:
    QTemporaryDir m_folder;
    QString m_copy;
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
