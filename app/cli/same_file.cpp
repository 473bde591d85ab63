#include "app/cli/same_file.h"

#include <filesystem>

namespace turnwise::cli {

namespace {

bool isSameFile(const std::string& a, const std::string& b) {
    std::error_code error;  // where one does not exist they are not the same
    return std::filesystem::equivalent(a, b, error) && !error;
}

std::string programOf(const ProgramArguments& program) {
    try {
        return program.isScenario() ? scenarioAt(program.path).path.toStdString() : std::string();
    } catch (const ui::ScenarioError&) {
        return {};  // which is said when it is to be run
    }
}

}  // namespace

std::string whyNotWritten(const std::string& path, const ProgramArguments& program) {
    if (path.empty()) return {};
    const std::string behind = programOf(program);
    for (const std::string& input : {program.path, behind})
        if (!input.empty() && isSameFile(path, input))
            return path + " is what is read (" + input +
                   "): it would be lost. Name another file to write.";
    return {};
}

}  // namespace turnwise::cli
