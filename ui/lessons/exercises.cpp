#include "ui/lessons/exercises.h"

#include <QFile>

#include "core/analysis/exercise.h"
#include "ui/look/language.h"

namespace turnwise::ui {

namespace {

const char* const names[] = {"count_right", "last_ticket",  "locked_out",
                             "missed_bell", "two_accounts", "stop_politely"};

QString first(const std::vector<analysis::Exercise::Text>& texts) {
    const auto found = analysis::Exercise::in(texts, currentLanguage().toStdString());
    return found.empty() ? QString() : QString::fromStdString(found.front());
}

}  // namespace

QList<ExerciseFile> exercises() {
    QList<ExerciseFile> found;
    for (const char* name : names)
        found << exerciseNamed(QLatin1String(name));
    return found;
}

ExerciseFile exerciseNamed(const QString& name) {
    QFile file(QStringLiteral(":/turnwise/exercises/%1.py").arg(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QString text = QString::fromUtf8(file.readAll());
    const auto exercise = analysis::exercise_in(text.toStdString());
    if (!exercise) return {};
    return {name, first(exercise->titles), first(exercise->goals), text};
}

}  // namespace turnwise::ui
