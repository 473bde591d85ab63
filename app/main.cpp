// turnwise: the window, or a verb of the command line.
#include "app/cli/command_line.h"
#include "app/desktop.h"

int main(int argc, char** argv) {
    using namespace turnwise;
    return cli::isCommand(argc, argv) ? cli::runCommand(argc, argv) : runDesktop(argc, argv);
}
