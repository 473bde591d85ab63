#include "ui/lessons/code_words.h"

#include <QRegularExpression>

namespace turnwise::ui {

namespace {

bool isOfName(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

struct Path {
    QString base;  // "mutex" of `mutex.acquire`; empty for a word alone
    QString word;
};

// The word at the place, or just before it, and what stands before its dot.
Path pathAt(const QString& program, qsizetype position) {
    qsizetype begin = qBound(qsizetype{0}, position, program.size());
    while (begin > 0 && isOfName(program[begin - 1]))
        --begin;
    qsizetype end = begin;
    while (end < program.size() && isOfName(program[end]))
        ++end;
    Path path{{}, program.mid(begin, end - begin)};
    if (begin == 0 || program[begin - 1] != QLatin1Char('.')) return path;
    qsizetype from = begin - 1;
    while (from > 0 && isOfName(program[from - 1]))
        --from;
    path.base = program.mid(from, begin - 1 - from);
    return path;
}

// The class that a variable is made from, as the text says it: `mutex = threading.Semaphore(3)`.
QString classOf(const QString& program, const QString& variable) {
    const QRegularExpression made(
        QStringLiteral("\\b(?:self\\.)?%1\\s*=\\s*(?:threading\\.)?(\\w+)\\(")
            .arg(QRegularExpression::escape(variable)));
    const QString name = made.match(program).captured(1);
    const QRegularExpression derived(QStringLiteral("class\\s+%1\\s*\\(\\s*(?:threading\\.)?(\\w+)")
                                         .arg(QRegularExpression::escape(name)));
    const QString parent = name.isEmpty() ? QString() : derived.match(program).captured(1);
    return parent.isEmpty() ? name : parent;
}

}  // namespace

QStringList wordsAt(const QString& program, qsizetype position) {
    const Path path = pathAt(program, position);
    if (path.word.isEmpty()) return {};
    QStringList words;
    if (!path.base.isEmpty()) {
        const QString type = classOf(program, path.base);
        if (!type.isEmpty()) words << type + QLatin1Char('.') + path.word;
        words << path.base + QLatin1Char('.') + path.word;
        if (!type.isEmpty()) words << type;
        words << path.word << path.base;
        return words;
    }
    words << path.word;
    const QString type = classOf(program, path.word);
    if (!type.isEmpty()) words << type;
    return words;
}

}  // namespace turnwise::ui
