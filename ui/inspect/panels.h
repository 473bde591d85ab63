// The panels of the inspector: what each is called, its columns, and where its rows come from.
#pragma once

#include <QString>
#include <QStringList>
#include <array>
#include <vector>

#include "ui/inspect/outline.h"

namespace turnwise::ui {

enum class PanelId { threads, objects, locals, variables, stack };
inline constexpr std::array all_panels = {PanelId::threads, PanelId::objects, PanelId::locals,
                                          PanelId::variables, PanelId::stack};

struct PanelContents {
    const char* name;  // for object names and saved layouts
    Outline (*rows)(const Moment&);
    std::vector<int> column_widths;  // in characters; 0, or the last if there is none, takes what
                                     // the others leave
};
const PanelContents& contentsOf(PanelId id);

// In the present language.
QString titleOf(PanelId id);
QStringList headersOf(PanelId id);
// What stands above the rows: a count, or why there are none; empty: nothing stands there.
QString captionOf(PanelId id, const Moment& moment, bool has_rows);

}  // namespace turnwise::ui
