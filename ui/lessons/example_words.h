// The words of the examples in the present language. Their files are in English; this is where the
// translators find what stands in them.
#pragma once

#include <QString>
#include <cstddef>

namespace turnwise::ui {

// "Bounded semaphore" for "bounded_semaphore".
QString exampleTitle(const QString& name);

// A section or a "what to notice" comment; itself if it has no translation.
QString exampleWords(const QString& english);

// Where the example stands among all; a large number for one that the table does not know.
std::size_t exampleOrder(const QString& name);

}  // namespace turnwise::ui
