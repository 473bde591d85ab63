#include "ui/lessons/examples.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <algorithm>

#include "ui/lessons/example_words.h"

namespace turnwise::ui {

namespace {

const QString folder = QStringLiteral(":/turnwise/examples");

// The first lines of an example are comments: what to notice, then "# section: NAME".
QString commentAt(const QString& text, int line) {
    QString comment = text.section(QLatin1Char('\n'), line, line);
    if (comment.startsWith(QLatin1Char('#'))) comment.remove(0, 1);
    return comment.trimmed();
}

QString sectionOf(const QString& text) {
    const QString mark = QStringLiteral("section:");
    const QString comment = commentAt(text, 1);
    return comment.startsWith(mark) ? comment.mid(mark.size()).trimmed() : QString();
}

struct Found {
    Example example;
    std::size_t place = 0;  // in the table of titles; those that it lacks come last
};

Found read(const QString& name) {
    QFile file(QStringLiteral("%1/%2.py").arg(folder, name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QString text = QString::fromUtf8(file.readAll());
    // In a comment Python's own words stand between `; where there is no other code, nothing.
    const QString notice = exampleWords(commentAt(text, 0)).remove(QLatin1Char('`'));
    return {{name, exampleTitle(name), exampleWords(sectionOf(text)), notice, text},
            exampleOrder(name)};
}

}  // namespace

std::vector<Example> examples() {
    std::vector<Found> found;
    const QStringList files =
        QDir(folder).entryList({QStringLiteral("*.py")}, QDir::Files, QDir::Name);
    for (const QString& file : files)
        found.push_back(read(file.chopped(3)));
    std::ranges::stable_sort(found, {}, &Found::place);
    std::vector<Example> sorted;
    for (Found& one : found)
        sorted.push_back(std::move(one.example));
    return sorted;
}

Example exampleNamed(const QString& name) {
    return read(name).example;
}

}  // namespace turnwise::ui
