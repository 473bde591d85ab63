// Simplified Chinese is complete: every text of ui/ is there, finished, with its placeholders.
#include <QDirIterator>
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

QSet<QString> capturedIn(const QString& text, const QRegularExpression& expression) {
    QSet<QString> found;
    for (auto match = expression.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured(1));
    return found;
}

QSet<QString> placeholdersIn(const QString& text) {
    static const QRegularExpression placeholder(QStringLiteral("%L?(\\d+|n)"));
    return capturedIn(text, placeholder);
}

QSet<QString> namesIn(const QString& text) {
    static const QRegularExpression name(QStringLiteral("\\{([a-z_]+)\\}"));
    return capturedIn(text, name);
}

// Each call of named() in a source, from its sentence to its last argument.
QStringList callsOfNamed(const QString& source) {
    QStringList calls;
    qsizetype at = 0;
    while ((at = source.indexOf(QLatin1String("named("), at)) >= 0) {
        const qsizetype begin = at;
        int depth = 0;
        bool is_quoted = false;
        for (at += 5; at < source.size(); ++at) {
            const QChar c = source[at];
            if (c == QLatin1Char('\\'))
                ++at;
            else if (c == QLatin1Char('"'))
                is_quoted = !is_quoted;
            else if (!is_quoted && c == QLatin1Char('('))
                ++depth;
            else if (!is_quoted && c == QLatin1Char(')') && --depth == 0)
                break;
        }
        calls << source.mid(begin, at - begin);
    }
    return calls;
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

    void sourceAndTranslationNameTheSameArguments() {
        int with_names = 0;
        for (const Message& message : messagesIn(m_copy)) {
            const QSet<QString> names = namesIn(message.source);
            if (!names.isEmpty()) ++with_names;
            QVERIFY2(names == namesIn(message.translation),
                     qPrintable(message.source + QStringLiteral(" -> ") + message.translation));
        }
        QVERIFY(with_names > 200);
    }

    // {"thread", who} for {thread}: none is missing, none too many.
    void everyArgumentThatIsNamedIsGiven() {
        static const QRegularExpression given(QStringLiteral("\\{\\s*\"([a-z_]+)\","));
        static const QRegularExpression sentence(QStringLiteral("tr\\(\\s*\""));
        int calls = 0;
        QDirIterator files(QStringLiteral(SOURCE_FOLDER "/ui"), {QStringLiteral("*.cpp")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const QString& call : callsOfNamed(QString::fromUtf8(file.readAll()))) {
                if (!call.contains(sentence)) continue;  // it stands elsewhere
                QVERIFY2(namesIn(call) == capturedIn(call, given),
                         qPrintable(file.fileName() + QStringLiteral(": ") + call));
                ++calls;
            }
        }
        QVERIFY(calls > 200);
    }

    // Whoever translates has to see what comes where.
    void noSentenceHasTwoArgumentsWithoutNames() {
        for (const Message& message : messagesIn(m_copy)) {
            QSet<QString> places = placeholdersIn(message.source);
            places.remove(QStringLiteral("n"));
            QVERIFY2(places.size() < 2, qPrintable(message.source));
        }
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
