#include "ui/shell/start_page.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>
#include <array>

#include "ui/lessons/examples.h"
#include "ui/lessons/exercises.h"
#include "ui/look/icons.h"
#include "ui/look/scale.h"
#include "ui/shell/actions.h"
#include "ui/shell/tile.h"

namespace turnwise::ui {

namespace {

constexpr std::size_t gallery_columns = 3;

QLabel* heading(const QString& text, qreal scale, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    QFont font = label->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * scale);
    label->setFont(font);
    return label;
}

QPushButton* buttonFor(QAction* action, QWidget* parent) {
    auto* button = new QPushButton(action->icon(), action->iconText(), parent);
    button->setToolTip(action->toolTip());
    button->setIconSize(scaled(QSize(18, 18)));
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

using Section = std::vector<Example>;

std::vector<Section> sections() {
    std::vector<Section> sections;
    for (Example& example : examples()) {
        if (sections.empty() || sections.back().front().section != example.section)
            sections.emplace_back();
        sections.back().push_back(std::move(example));
    }
    return sections;
}

// In rows of an example; a heading is about half as high.
double heightOf(const Section& section) {
    return static_cast<double>(section.size()) + 0.6;
}

// Where each column begins, so that the highest is as low as it can be; sections stay whole.
std::array<std::size_t, gallery_columns> columnBegins(const std::vector<Section>& sections) {
    const auto height = [&](std::size_t from, std::size_t to) {
        double sum = 0;
        for (std::size_t at = from; at < to; ++at)
            sum += heightOf(sections[at]);
        return sum;
    };
    std::array<std::size_t, gallery_columns> best{};
    double lowest = height(0, sections.size()) + 1;
    for (std::size_t second = 0; second <= sections.size(); ++second)
        for (std::size_t third = second; third <= sections.size(); ++third) {
            const double highest = std::max(
                {height(0, second), height(second, third), height(third, sections.size())});
            if (highest >= lowest) continue;
            lowest = highest;
            best = {0, second, third};
        }
    return best;
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
    setAccessibleName(tr("Start page"));
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(24, 14, 24, 8);
    rows->setSpacing(8);
    rows->addWidget(header());
    auto* row = new QHBoxLayout;
    row->setSpacing(20);
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
    picture->setPixmap(applicationIcon().pixmap(scaled(QSize(52, 52)), devicePixelRatioF()));
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
    row->setSpacing(14);
    const std::vector<Section> all = sections();
    const auto begins = columnBegins(all);
    for (std::size_t at = 0; at < gallery_columns; ++at) {
        auto* column = new QVBoxLayout;
        column->setSpacing(0);
        const std::size_t end = at + 1 < gallery_columns ? begins[at + 1] : all.size();
        for (std::size_t section = begins[at]; section < end; ++section) {
            if (section > begins[at]) column->addSpacing(6);
            column->addWidget(heading(all[section].front().section, 1.1, gallery));
            for (const Example& example : all[section])
                column->addWidget(tileOf(example, gallery));
        }
        column->addStretch(1);
        row->addLayout(column, 1);
    }
    return gallery;
}

Tile* StartPage::tileOf(const Example& example, QWidget* parent) {
    auto* tile = new Tile(example.title, example.notice, parent);
    tile->setObjectName(QStringLiteral("example-%1").arg(example.name));
    connect(tile, &Tile::clicked, this, [this, name = example.name] { emit exampleChosen(name); });
    return tile;
}

QWidget* StartPage::beginning() {
    auto* panel = new QWidget;
    panel->setFixedWidth(scaled(200));
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(heading(tr("Your own program"), 1.15, panel));
    column->addWidget(buttonFor(m_actions[Command::new_program], panel));
    column->addWidget(buttonFor(m_actions[Command::open], panel));
    column->addSpacing(14);
    column->addWidget(heading(tr("New here?"), 1.15, panel));
    auto* tour = buttonFor(m_actions[Command::tour], panel);
    tour->setObjectName(QStringLiteral("tourButton"));
    column->addWidget(tour);
    auto* lessons = buttonFor(m_actions[Command::help_on_word], panel);
    lessons->setText(tr("Lessons and glossary"));
    column->addWidget(lessons);
    column->addSpacing(14);
    column->addWidget(heading(tr("Exercises"), 1.15, panel));
    for (const ExerciseFile& exercise : exercises()) {
        auto* tile = new Tile(exercise.title, {}, panel);
        tile->setToolTip(exercise.goal);
        tile->setAccessibleDescription(exercise.goal);
        tile->setObjectName(QStringLiteral("exercise-%1").arg(exercise.name));
        connect(tile, &Tile::clicked, this,
                [this, name = exercise.name] { emit exerciseChosen(name); });
        column->addWidget(tile);
    }
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
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) build();
}

}  // namespace turnwise::ui
