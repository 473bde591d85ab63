// How a program is to be searched: what a person chooses in the panel, and is remembered.
#pragma once

#include <QString>
#include <QStringList>
#include <QVariantMap>

namespace turnwise::ui {

struct SearchOptions {
    QString granularity = QStringLiteral("bytecode");  // "sync", "line", "bytecode", "cpython"
    QString mode = QStringLiteral("optimal");          // as explore::mode_names()
    QString time = QStringLiteral("abstract");         // "abstract", "faithful"
    bool observesOutput = false;  // the order in which threads print makes another outcome
    quint64 maxExecutions = 0;    // 0: no limit
    int maxSeconds = 60;          // 0: no limit
    int jobs = 1;                 // processes that share the search

    bool operator==(const SearchOptions&) const = default;
};

inline constexpr int most_jobs = 64;

// Whether the mode draws samples: such a search never knows that it is complete, and ends at a
// limit only.
bool isSampling(const QString& mode);

// How many processes such a search is shared by: of some modes it cannot be shared.
int jobsOf(const SearchOptions& options);

// Of how many executions the search tree is told: of a search in one process, for parts of a tree
// are not worth a look, and not of samples.
inline constexpr int told_executions = 200;
bool tellsTree(const SearchOptions& options);

// The engine's command line, without the engine's own name.
QStringList searchArguments(const SearchOptions& options, const QString& program,
                            const QStringList& programArguments);

QVariantMap toMap(const SearchOptions& options);
SearchOptions searchOptionsFrom(const QVariantMap& map);

}  // namespace turnwise::ui
