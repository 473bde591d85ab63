#include "ui/lessons/lesson_pages.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

#include "ui/lessons/examples.h"
#include "ui/look/language.h"

namespace turnwise::ui {

namespace {

struct Lessons {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Lessons)
};

const QString folder = QStringLiteral(":/turnwise/lessons");

QString contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList strings(const QJsonValue& array) {
    QStringList list;
    for (const QJsonValue& value : array.toArray())
        list << value.toString();
    return list;
}

bool isChinese() {
    return currentLanguage().startsWith(QLatin1String("zh"));
}

QString rawText(const QString& id) {
    return contents(
        QStringLiteral("%1/%2/%3.md")
            .arg(folder, isChinese() ? QStringLiteral("zh_CN") : QStringLiteral("en"), id));
}

QString titleOf(const QString& text) {
    return text.section(QLatin1Char('\n'), 0, 0).mid(2).remove(QLatin1Char('`')).trimmed();
}

QString fenced(const QString& text, const QString& language) {
    return QStringLiteral("\n```%1\n%2\n```\n").arg(language, text.trimmed());
}

QString snippetBlock(const QString& name) {
    const QString link =
        QStringLiteral("[%1](snippet:%2)").arg(Lessons::tr("Open this program"), name);
    return fenced(snippetProgram(name), QStringLiteral("python")) + QLatin1Char('\n') +
           Lessons::tr("It prints:") + QLatin1Char('\n') + fenced(snippetOutput(name), QString()) +
           QLatin1Char('\n') + link + QLatin1Char('\n');
}

QString exampleBlock(const QString& name) {
    const Example example = exampleNamed(name);
    return QStringLiteral("\n[%1](example:%2)\n")
        .arg(Lessons::tr("Open the example “%1”").arg(example.title), name);
}

QStringList namesAfter(const QString& text, const QString& mark) {
    const QRegularExpression line(QStringLiteral("^\\{%1 (\\w+)\\}$").arg(mark),
                                  QRegularExpression::MultilineOption);
    QStringList names;
    for (auto match = line.globalMatch(text); match.hasNext();)
        names << match.next().captured(1);
    return names;
}

// How well a page fits: 0 not at all.
int fitness(const LessonPage& page, const QString& word) {
    if (page.words.contains(word, Qt::CaseInsensitive)) return 8;
    if (page.title.contains(word, Qt::CaseInsensitive)) return 4;
    if (page.section.contains(word, Qt::CaseInsensitive)) return 2;
    return rawText(page.id).contains(word, Qt::CaseInsensitive) ? 1 : 0;
}

}  // namespace

QList<LessonPage> lessonPages() {
    const QJsonDocument index =
        QJsonDocument::fromJson(contents(folder + QStringLiteral("/index.json")).toUtf8());
    QList<LessonPage> pages;
    for (const QJsonValue& section : index.object()[QStringLiteral("sections")].toArray()) {
        const QString name =
            section[isChinese() ? QStringLiteral("name_zh") : QStringLiteral("name")].toString();
        for (const QJsonValue& entry : section[QStringLiteral("pages")].toArray()) {
            const QString id = entry[QStringLiteral("id")].toString();
            const QString text = rawText(id);
            pages << LessonPage{id,
                                titleOf(text),
                                name,
                                strings(entry[QStringLiteral("words")]),
                                namesAfter(text, QStringLiteral("snippet")),
                                namesAfter(text, QStringLiteral("example"))};
        }
    }
    return pages;
}

QString lessonText(const QString& id) {
    QString text = rawText(id);
    for (const QString& name : namesAfter(text, QStringLiteral("snippet")))
        text.replace(QStringLiteral("{snippet %1}").arg(name), snippetBlock(name));
    for (const QString& name : namesAfter(text, QStringLiteral("example")))
        text.replace(QStringLiteral("{example %1}").arg(name), exampleBlock(name));
    return text;
}

QString lessonAbout(const QString& word) {
    if (word.isEmpty()) return {};
    for (const LessonPage& page : lessonPages())
        if (page.words.contains(word)) return page.id;
    return {};
}

QString snippetProgram(const QString& name) {
    return contents(QStringLiteral("%1/snippets/%2.py").arg(folder, name));
}

QString snippetOutput(const QString& name) {
    return contents(QStringLiteral("%1/snippets/%2.txt").arg(folder, name));
}

QList<LessonPage> lessonsWith(const QString& sought) {
    const QStringList words =
        sought.split(QRegularExpression(QStringLiteral("[\\s()]+")), Qt::SkipEmptyParts);
    std::vector<std::pair<int, LessonPage>> fitting;
    for (const LessonPage& page : lessonPages()) {
        int sum = 0;
        const bool has_all = std::ranges::all_of(words, [&](const QString& word) {
            const int fit = fitness(page, word);
            sum += fit;
            return fit > 0;
        });
        if (has_all) fitting.emplace_back(sum, page);
    }
    std::ranges::stable_sort(fitting, std::greater<>(), &std::pair<int, LessonPage>::first);
    QList<LessonPage> pages;
    for (const auto& [fit, page] : fitting)
        pages << page;
    return pages;
}

}  // namespace turnwise::ui
