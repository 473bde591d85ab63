// turnwise examples: what examples there are, and the text of one.
#include "ui/lessons/examples.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "app/cli/exit_status.h"
#include "app/cli/verbs.h"

namespace turnwise::cli {

namespace {

int list() {
    QString section;
    for (const ui::Example& example : ui::examples()) {
        if (example.section != section) {
            std::printf("%s%s\n", section.isEmpty() ? "" : "\n", qPrintable(example.section));
            section = example.section;
        }
        std::printf("  %-20s %s\n", qPrintable(example.name), qPrintable(example.notice));
    }
    return exitFinished;
}

int print(const std::string& name) {
    QString wanted = QString::fromStdString(name);
    if (wanted.endsWith(".py")) wanted.chop(3);
    const ui::Example example = ui::exampleNamed(wanted);
    if (example.name.isEmpty()) {
        std::fprintf(
            stderr,
            "turnwise examples: there is no example '%s'. `turnwise examples` lists them.\n",
            name.c_str());
        return exitUsage;
    }
    std::fputs(example.text.toUtf8().constData(), stdout);
    return exitFinished;
}

}  // namespace

void addExamples(CLI::App& app, Action& chosen) {
    auto name = std::make_shared<std::string>();
    CLI::App* verb = app.add_subcommand("examples", "list the examples, or print one");
    verb->add_option("name", *name, "which one to print")->type_name("NAME");
    verb->callback(
        [name, &chosen] { chosen = {[name] { return name->empty() ? list() : print(*name); }}; });
}

}  // namespace turnwise::cli
