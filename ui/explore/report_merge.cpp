#include "ui/explore/report_merge.h"

#include <algorithm>

namespace turnwise::ui {

namespace {

// `same` are the members that make two of them one, `count` the one that is added up.
void mergeInto(Json& all, const Json& more, const std::vector<std::string>& same,
               const char* count) {
    for (const Json& item : more) {
        const auto known = std::ranges::find_if(all, [&](const Json& other) {
            return std::ranges::all_of(same, [&](const std::string& member) {
                return other.at(member) == item.at(member);
            });
        });
        if (known == all.end()) {
            all.push_back(item);
            continue;
        }
        const auto sum =
            known->at(count).get<std::uint64_t>() + item.at(count).get<std::uint64_t>();
        if (item.at("preemptions") < known->at("preemptions")) *known = item;
        (*known)[count] = sum;
    }
}

}  // namespace

bool fitTogether(const std::vector<Json>& reports) {
    return reports.size() == 1 || std::ranges::all_of(reports, [&](const Json& report) {
               return report.at("shared_cells") == reports.front().at("shared_cells");
           });
}

Json merged(const std::vector<Json>& reports) {
    Json all = reports.front();
    for (std::size_t i = 1; i < reports.size(); ++i) {
        const Json& report = reports[i];
        for (const char* sum :
             {"executions", "traces", "blocked_executions", "deadlocks", "failing"})
            all.at(sum) = all.at(sum).get<std::uint64_t>() + report.at(sum).get<std::uint64_t>();
        all.at("estimated_executions") = all.at("estimated_executions").get<double>() +
                                         report.at("estimated_executions").get<double>();
        for (const char* most : {"longest", "seconds"})
            all.at(most) = std::max(all.at(most), report.at(most));
        if (all.at("complete").get<bool>()) {
            for (const char* of_worse : {"complete", "incomplete", "difference"})
                all.at(of_worse) = report.at(of_worse);
        }
        mergeInto(all.at("findings"), report.at("findings"), {"kind", "message"}, "executions");
        mergeInto(all.at("outcomes"), report.at("outcomes"), {"kind", "stdout", "exception"},
                  "count");
    }
    return all;
}

}  // namespace turnwise::ui
