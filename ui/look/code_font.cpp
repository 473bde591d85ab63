#include "ui/look/code_font.h"

#include <QFontDatabase>
#include <QStringList>

#include "ui/look/scale.h"

namespace turnwise::ui {

QFont codeFont(qreal point_size) {
    const QStringList installed = QFontDatabase::families();
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (const char* family : {"JetBrains Mono", "Cascadia Mono", "Menlo", "Consolas",
                               "DejaVu Sans Mono", "Noto Sans Mono", "Liberation Mono"})
        if (installed.contains(QLatin1String(family))) {
            font = QFont(QLatin1String(family));
            break;
        }
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setPointSizeF(point_size * interfaceScale());
    return font;
}

}  // namespace turnwise::ui
