// The words of a question that a person decides by hand.
#pragma once

#include <QString>

#include "core/analysis/intervals.h"
#include "core/analysis/steps.h"

namespace turnwise::ui {

// "Decision 12: who runs?"
QString inquiryTitle(const trace::Trace& trace, const analysis::State& state,
                     const trace::Inquiry& inquiry);

// Why the run stopped here, or "": `breakpoint` are the words of the breakpoint that was hit.
QString inquiryReason(const trace::Inquiry& inquiry, const QString& breakpoint);

// What a candidate would do next and what would come of it; why another thread cannot be chosen. A
// whole sentence.
QString prospectSentence(const analysis::Intervals& intervals, const analysis::Steps& steps,
                         const analysis::State& state, const trace::Prospect& prospect);

// "before line 12", "when mutex changes its owner".
QString breakpointWords(const QString& breakpoint);

}  // namespace turnwise::ui
