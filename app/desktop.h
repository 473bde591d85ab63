// The window, from start to end of the process.
#pragma once

namespace turnwise {

// Returns the exit status. Without a display it says what to do and returns 2.
int runDesktop(int argc, char** argv);

}  // namespace turnwise
