#include "ui/shell/start_page.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/look/icons.h"
#include "ui/shell/actions.h"
#include "ui/shell/examples.h"
#include "ui/shell/tile.h"

namespace turnwise::ui {

namespace {

constexpr int gallery_columns = 3;

QLabel* heading(const QString& text, qreal scale, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    QFont font = label->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * scale);
    label->setFont(font);
    return label;
}

QPushButton* buttonFor(QAction* action, QWidget* parent) {
    auto* button = new QPushButton(action->icon(), action->text().remove(QLatin1Char('&')), parent);
    button->setToolTip(action->toolTip());
    button->setIconSize(QSize(18, 18));
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

// The examples of each section stay together; a column ends when it has had its share.
std::vector<std::vector<Example>> inColumns(const std::vector<Example>& all) {
    std::vector<std::vector<Example>> columns(1);
    const std::size_t share = (all.size() + gallery_columns - 1) / gallery_columns;
    for (std::size_t at = 0; at < all.size(); ++at) {
        const bool begins = at > 0 && all[at].section != all[at - 1].section;
        std::size_t length = 1;
        while (at + length < all.size() && all[at + length].section == all[at].section)
            ++length;
        const bool is_full = columns.back().size() + (length + 1) / 2 > share;
        if (begins && is_full && columns.size() < gallery_columns) columns.emplace_back();
        columns.back().push_back(all[at]);
    }
    return columns;
}

}  // namespace

StartPage::StartPage(const Actions& actions, QWidget* parent)
    : QScrollArea(parent), m_actions(actions) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    build();
}

void StartPage::setRecentFiles(const QStringList& paths) {
    if (paths == m_recent) return;
    m_recent = paths;
    build();
}

void StartPage::build() {
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(32, 20, 32, 16);
    rows->setSpacing(12);
    rows->addWidget(header());
    auto* row = new QHBoxLayout;
    row->setSpacing(28);
    row->addWidget(gallery(), 1);
    row->addWidget(beginning(), 0, Qt::AlignTop);
    rows->addLayout(row, 1);
    setWidget(page);  // deletes the page before
    page->setAutoFillBackground(true);
}

QWidget* StartPage::header() {
    auto* header = new QWidget;
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    auto* picture = new QLabel(header);
    picture->setPixmap(applicationIcon().pixmap(QSize(52, 52), devicePixelRatioF()));
    row->addWidget(picture);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(heading(tr("Turnwise"), 1.9, header));
    words->addWidget(new QLabel(
        tr("Watch the threads of a Python program take turns, step by step, forwards and back."),
        header));
    row->addLayout(words, 1);
    return header;
}

QWidget* StartPage::gallery() {
    auto* gallery = new QWidget;
    auto* row = new QHBoxLayout(gallery);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(20);
    for (const std::vector<Example>& examples : inColumns(ui::examples())) {
        auto* column = new QVBoxLayout;
        column->setSpacing(1);
        QString section;
        for (const Example& example : examples) {
            if (example.section != section) {
                if (!section.isEmpty()) column->addSpacing(8);
                section = example.section;
                column->addWidget(heading(section, 1.15, gallery));
            }
            auto* tile = new Tile(example.title, example.notice, gallery);
            tile->setObjectName(QStringLiteral("example-%1").arg(example.name));
            connect(tile, &Tile::clicked, this,
                    [this, name = example.name] { emit exampleChosen(name); });
            column->addWidget(tile);
        }
        column->addStretch(1);
        row->addLayout(column, 1);
    }
    return gallery;
}

QWidget* StartPage::beginning() {
    auto* panel = new QWidget;
    panel->setFixedWidth(230);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(heading(tr("Your own program"), 1.15, panel));
    column->addWidget(buttonFor(m_actions[Command::new_program], panel));
    column->addWidget(buttonFor(m_actions[Command::open], panel));
    column->addSpacing(14);
    column->addWidget(heading(tr("Recent files"), 1.15, panel));
    if (m_recent.isEmpty()) {
        auto* none = new QLabel(tr("Programs that you open or save will be listed here."), panel);
        none->setWordWrap(true);
        column->addWidget(none);
    }
    for (const QString& path : std::as_const(m_recent)) {
        const QFileInfo info(path);
        auto* tile = new Tile(info.fileName(), info.dir().dirName(), panel);
        tile->setToolTip(path);
        connect(tile, &Tile::clicked, this, [this, path] { emit fileChosen(path); });
        column->addWidget(tile);
    }
    return panel;
}

void StartPage::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) build();
}

}  // namespace turnwise::ui
