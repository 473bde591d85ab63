// The examples that come with Turnwise, compiled into the program.
#pragma once

#include <QString>
#include <vector>

namespace turnwise::ui {

struct Example {
    QString name;   // "semaphore": the file without its suffix
    QString title;  // in the present language, as the two below
    QString section;
    QString notice;  // what to notice
    QString text;    // the whole program
};

// In the order of the document that Turnwise follows: by section, then as the table of titles has
// them.
std::vector<Example> examples();

// The example with that name; an empty one, with no name, if there is none.
Example exampleNamed(const QString& name);

}  // namespace turnwise::ui
