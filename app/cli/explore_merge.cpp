#include "app/cli/explore_merge.h"

#include <algorithm>

namespace turnwise::cli {

namespace {

// `same` are the members that make two of them one, `count` the one that is added up.
void mergeInto(Json& all, const Json& more, const std::vector<std::string>& same, const char* count) {
    for (const Json& item : more) {
        const auto known = std::ranges::find_if(all, [&](const Json& other) {
            return std::ranges::all_of(same, [&](const std::string& member) { return other[member] == item[member]; });
        });
        if (known == all.end()) {
            all.push_back(item);
            continue;
        }
        const auto sum = (*known)[count].get<std::uint64_t>() + item[count].get<std::uint64_t>();
        if (item["preemptions"] < (*known)["preemptions"]) *known = item;
        (*known)[count] = sum;
    }
}

}  // namespace

bool fitTogether(const std::vector<Json>& reports) {
    return std::ranges::all_of(reports, [&](const Json& report) {
        return report["shared_cells"] == reports.front()["shared_cells"];
    });
}

Json merged(const std::vector<Json>& reports) {
    Json all = reports.front();
    for (std::size_t i = 1; i < reports.size(); ++i) {
        const Json& report = reports[i];
        for (const char* sum : {"executions", "traces", "blocked_executions", "deadlocks", "failing"})
            all[sum] = all[sum].get<std::uint64_t>() + report[sum].get<std::uint64_t>();
        all["estimated_executions"] =
            all["estimated_executions"].get<double>() + report["estimated_executions"].get<double>();
        for (const char* most : {"longest", "seconds"}) all[most] = std::max(all[most], report[most]);
        if (all["complete"].get<bool>()) {
            for (const char* of_worse : {"complete", "incomplete", "difference"}) all[of_worse] = report[of_worse];
        }
        mergeInto(all["findings"], report["findings"], {"kind", "message"}, "executions");
        mergeInto(all["outcomes"], report["outcomes"], {"kind", "stdout", "exception"}, "count");
    }
    return all;
}

}  // namespace turnwise::cli
