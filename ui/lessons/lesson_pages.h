// The pages about the module: an index, and the text of each in the present language.
//
// They are Markdown files under resources/lessons, compiled into the program. A line `{snippet
// NAME}` stands for a program of resources/lessons/snippets with what it prints, `{example NAME}`
// for one of the gallery.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace turnwise::ui {

struct LessonPage {
    QString id;         // "lock_acquire"
    QString title;      // the first heading of its text
    QString section;    // "Lock", in the present language
    QStringList words;  // what it is about, as in the code: "Lock.acquire", "acquire"
    QStringList snippets;
    QStringList examples;
};

// In the order of the index.
QList<LessonPage> lessonPages();

// Markdown, with the programs filled in; empty if there is no such page.
QString lessonText(const QString& id);

// The page about a word of the code; empty if there is none.
QString lessonAbout(const QString& word);

// The program of a snippet, and what it prints.
QString snippetProgram(const QString& name);
QString snippetOutput(const QString& name);

// The pages whose title, words or text hold all words of `sought`, the best first.
QList<LessonPage> lessonsWith(const QString& sought);

}  // namespace turnwise::ui
