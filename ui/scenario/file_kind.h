// What a file that is to be opened is: its first bytes tell.
#pragma once

#include <QString>
#include <cstdint>

namespace turnwise::ui {

enum class FileKind : std::uint8_t {
    trace,
    scenario,  // also by its suffix, if it is damaged
    program,   // anything else, and a file that cannot be read
};

FileKind kindOfFile(const QString& path);

}  // namespace turnwise::ui
