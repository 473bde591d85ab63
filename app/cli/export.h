// What `turnwise export` can be told about the form of a picture and the part of a run.
#pragma once

#include <stdexcept>
#include <string>

#include "ui/export/request.h"

namespace CLI {
class App;
}

namespace turnwise::cli {

class UsageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

struct PictureArguments {
    std::string size;
    std::string paper;
    std::string scale;
    std::string resolution;
    std::string axis;
    std::string style;
    std::string title;
    std::string language;
    std::string from;
    std::string to;
    bool hasNoLegend = false;
};

void addPictureOptions(CLI::App& verb, PictureArguments& arguments);

// Throws UsageError for an option that means nothing for what is exported, or that cannot be read.
void refuseIdleOptions(const PictureArguments& arguments, const ui::ExportRequest& request);

// Throws UsageError for a part that is none.
timeline::ExportOptions optionsFrom(const PictureArguments& arguments, ui::Content content,
                                    const trace::Trace& trace, const analysis::Steps& steps);

}  // namespace turnwise::cli
