// Everything of `turnwise` that needs no window.
#pragma once

namespace turnwise::cli {

// True if these arguments name a verb, or ask for help or the version.
bool isCommand(int argc, char** argv);

// Does what they say; returns the exit status.
int runCommand(int argc, char** argv);

}  // namespace turnwise::cli
