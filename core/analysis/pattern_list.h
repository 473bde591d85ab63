// The patterns found so far: the same thing twice is one pattern that happened twice.
#pragma once

#include <algorithm>

#include "core/analysis/patterns.h"

namespace turnwise::analysis {

class PatternList {
  public:
    void add(Pattern pattern) {
        std::ranges::sort(pattern.threads);
        pattern.threads.erase(std::ranges::unique(pattern.threads).begin(), pattern.threads.end());
        const auto same = std::ranges::find_if(m_found, [&](const Pattern& known) {
            return known.kind == pattern.kind && known.object == pattern.object &&
                   known.variable == pattern.variable &&
                   (!pattern.variable.empty() || known.threads == pattern.threads);
        });
        if (same != m_found.end()) {
            ++same->times;
            return;
        }
        if (pattern.kind == PatternKind::missing_signal && join(pattern)) return;
        const auto place = std::ranges::upper_bound(m_found, pattern.at, {}, &Pattern::at);
        m_found.insert(place, std::move(pattern));
    }

    const std::vector<Pattern>& found() const { return m_found; }
    std::vector<Pattern>& found() { return m_found; }

  private:
    // Several threads that wait for the same signal in vain are one pattern.
    bool join(const Pattern& pattern) {
        for (Pattern& known : m_found) {
            if (known.kind != pattern.kind || known.object != pattern.object) continue;
            known.threads.insert(known.threads.end(), pattern.threads.begin(),
                                 pattern.threads.end());
            known.evidence.insert(known.evidence.end(), pattern.evidence.begin(),
                                  pattern.evidence.end());
            std::ranges::sort(known.threads);
            std::ranges::sort(known.evidence);
            return true;
        }
        return false;
    }

    std::vector<Pattern> m_found;
};

}  // namespace turnwise::analysis
