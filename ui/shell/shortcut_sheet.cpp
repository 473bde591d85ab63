#include "ui/shell/shortcut_sheet.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QKeySequence>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "ui/shell/actions.h"

namespace turnwise::ui {

namespace {

struct Sheet {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Sheet)
};

// What the timeline does by itself, when it has the keyboard: no commands, hence in no menu.
struct Key {
    const char* key;
    const char* text;
};
constexpr Key timeline_keys[] = {
    {"Left; Right", QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "Event before, after on this row")},
    {",; .", QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "Event before, after anywhere")},
    {"Up; Down", QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "Row above, below")},
    {"U", QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "To the thread that unblocked this one")},
    {"M", QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "Keep a mark here, or take it away")},
    {"[; ]", QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "Mark A, mark B here")},
    {"N; Shift+N", QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "To the next mark, the mark before")},
    {"P; H; Shift+H",
     QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "Pin the row, hide it, show all rows")},
    {"Shift+Up; Shift+Down", QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "Move the row up, down")},
    {"C; /", QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "Fold the rows of this group, filter rows")},
    {"W; S", QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "Zoom in, zoom out")},
    {"A; D", QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "Move left, move right")},
    {"F", QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "Centre the cursor; again: the whole run")},
    {"Home", QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "The whole run")},
    {"L", QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "Legend")},
    {"Return", QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "The line of the program")},
    {"Esc", QT_TRANSLATE_NOOP("turnwise::ui::Sheet", "No span selected")},
};

QString rowOf(const QList<QKeySequence>& keys, const QString& text) {
    QStringList names;
    for (const QKeySequence& key : keys)
        names << key.toString(QKeySequence::NativeText).toHtmlEscaped();
    return QStringLiteral("<tr><td width=\"150\"><b>%1</b></td><td>%2</td></tr>")
        .arg(names.join(QStringLiteral("&nbsp;&nbsp; ")), text.toHtmlEscaped());
}

QString rowOf(const QAction& action) {
    return rowOf(action.shortcuts(), withoutMnemonic(action.text()));
}

QString tableOf(const QString& title, const QString& rows) {
    return QStringLiteral("<h3>%1</h3><table cellspacing=\"4\">%2</table>")
        .arg(title.toHtmlEscaped(), rows);
}

}  // namespace

QString shortcutSheet(const Actions& actions, const std::vector<QAction*>& panels) {
    QString columns[2];
    std::size_t rows_so_far = 0;
    for (std::size_t menu = 0; menu < static_cast<std::size_t>(MenuId::count); ++menu) {
        QString rows;
        std::size_t column = rows_so_far * 2 > command_count ? 1 : 0;
        for (std::size_t at = 0; at < command_count; ++at) {
            const auto command = static_cast<Command>(at);
            if (Actions::menuOf(command) != static_cast<MenuId>(menu)) continue;
            rows += rowOf(*actions[command]);
            ++rows_so_far;
        }
        columns[column] +=
            tableOf(withoutMnemonic(Actions::titleOf(static_cast<MenuId>(menu))), rows);
    }
    QString panel_rows;
    for (const QAction* panel : panels)
        panel_rows += rowOf(*panel);
    columns[1] += tableOf(Sheet::tr("Panels"), panel_rows);
    QString timeline_rows;
    for (const Key& key : timeline_keys)
        timeline_rows +=
            rowOf(QKeySequence::listFromString(QLatin1String(key.key)), Sheet::tr(key.text));
    columns[1] += tableOf(Sheet::tr("On the timeline"), timeline_rows);
    return QStringLiteral(
               "<table><tr><td width=\"420\">%1</td><td width=\"420\">%2</td></tr></table>")
        .arg(columns[0], columns[1]);
}

QList<QKeySequence> timelineKeys() {
    QList<QKeySequence> keys;
    for (const Key& key : timeline_keys)
        keys += QKeySequence::listFromString(QLatin1String(key.key));
    return keys;
}

void showShortcutSheet(const Actions& actions, const std::vector<QAction*>& panels,
                       QWidget* window) {
    auto* dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("shortcutSheet"));
    dialog->setWindowTitle(Sheet::tr("Keyboard shortcuts"));
    auto* text = new QTextBrowser(dialog);
    text->setHtml(shortcutSheet(actions, panels));
    text->setFrameShape(QFrame::NoFrame);
    text->setAccessibleName(dialog->windowTitle());
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(text);
    dialog->resize(900, 700);
    dialog->show();
}

}  // namespace turnwise::ui
