#include "ui/explore/race_guards.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

#include "ui/explain/named.h"

namespace turnwise::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Races)
};

const std::vector<FoundAccess>& accessesOf(const FoundProblem& race) {
    return race.accesses.empty() ? race.race : race.accesses;
}

auto keyOf(const FoundAccess& access) {
    return std::tuple(access.place.file, access.place.line, access.kind);
}

}  // namespace

std::vector<GuardedGroup> guardsOf(const FoundProblem& race) {
    std::map<QStringList, std::vector<FoundAccess>> groups;
    for (const FoundAccess& access : accessesOf(race)) {
        QStringList locks = access.locks;
        locks.sort();
        groups[locks].push_back(access);
    }
    std::vector<GuardedGroup> guards;
    for (auto& [locks, accesses] : groups) {
        std::ranges::stable_sort(accesses, {}, keyOf);
        guards.push_back({locks, std::move(accesses)});
    }
    return guards;
}

QString guardSentence(const FoundProblem& race) {
    const std::vector<FoundAccess>& accesses = accessesOf(race);
    const QString variable = race.objects.value(0);
    std::map<QString, int> times;
    for (const FoundAccess& access : accesses)
        for (const QString& lock : access.locks)
            ++times[lock];
    const auto count = static_cast<int>(accesses.size());
    if (times.empty())
        return Words::tr("No lock is held at any of the %n access(es) to %1.", nullptr, count)
            .arg(variable);
    const auto most = std::ranges::max_element(
        times, {}, [](const auto& lock_and_times) { return lock_and_times.second; });
    if (most->second == count)
        return named(Words::tr("{lock} is held at every access to {variable}."),
                     {{"lock", most->first}, {"variable", variable}});
    return named(Words::tr("{lock} guards {variable} at {guarded} of {accesses} accesses, and is "
                           "missing at the others."),
                 {{"lock", most->first},
                  {"variable", variable},
                  {"guarded", most->second},
                  {"accesses", count}});
}

bool isInRace(const FoundProblem& race, const FoundAccess& access) {
    return std::ranges::any_of(race.race, [&](const FoundAccess& racing) {
        return keyOf(racing) == keyOf(access) && racing.locks == access.locks &&
               access.threads.contains(racing.threads.value(0));
    });
}

}  // namespace turnwise::ui
