// The exercises that come with Turnwise, compiled into the program.
#pragma once

#include <QList>
#include <QString>

namespace turnwise::ui {

struct ExerciseFile {
    QString name;   // the file without its suffix
    QString title;  // in the present language, as the goal
    QString goal;
    QString text;  // the whole program
};

// From the easiest on.
QList<ExerciseFile> exercises();

// An empty one, with no name, if there is none.
ExerciseFile exerciseNamed(const QString& name);

}  // namespace turnwise::ui
