#include "ui/lessons/learn_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/lessons/lesson_browser.h"
#include "ui/lessons/lesson_pages.h"
#include "ui/look/icons.h"

namespace turnwise::ui {

LearnPanel::LearnPanel(QWidget* parent)
    : QWidget(parent),
      m_contents(new QToolButton(this)),
      m_back(new QToolButton(this)),
      m_search(new QLineEdit(this)),
      m_pages(new QStackedWidget(this)),
      m_index(new QTreeWidget(this)),
      m_browser(new LessonBrowser(this)) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 4, 6, 4);
    row->addWidget(m_contents);
    row->addWidget(m_back);
    row->addWidget(m_search, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_pages, 1);
    m_pages->addWidget(m_index);
    m_pages->addWidget(m_browser);
    for (QToolButton* button : {m_contents, m_back})
        button->setAutoRaise(true);
    m_contents->setIcon(icon(QStringLiteral("home")));
    m_back->setIcon(icon(QStringLiteral("back")));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_index->setHeaderHidden(true);
    m_index->setFrameShape(QFrame::NoFrame);
    m_index->setIndentation(14);
    setFocusProxy(m_search);
    connect(m_contents, &QToolButton::clicked, this, &LearnPanel::showIndex);
    connect(m_back, &QToolButton::clicked, m_browser, &QTextBrowser::backward);
    connect(m_browser, &QTextBrowser::backwardAvailable, m_back, &QToolButton::setEnabled);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        fill();
        m_pages->setCurrentWidget(m_index);
    });
    connect(m_search, &QLineEdit::returnPressed, this, &LearnPanel::openCurrent);
    connect(m_index, &QTreeWidget::itemClicked, this, &LearnPanel::openCurrent);
    connect(m_index, &QTreeWidget::itemActivated, this, &LearnPanel::openCurrent);
    connect(m_browser, &LessonBrowser::exampleWanted, this, &LearnPanel::exampleWanted);
    connect(m_browser, &LessonBrowser::snippetWanted, this, &LearnPanel::snippetWanted);
    m_back->setEnabled(false);
    retranslate();
}

// Sections with their pages; of a search the pages alone, the best first.
void LearnPanel::fill() {
    m_index->clear();
    const bool is_search = !m_search->text().trimmed().isEmpty();
    QTreeWidgetItem* section = nullptr;
    for (const LessonPage& page : is_search ? lessonsWith(m_search->text()) : lessonPages()) {
        if (!is_search && (!section || section->text(0) != page.section)) {
            section = new QTreeWidgetItem(m_index, {page.section});
            QFont bold = m_index->font();
            bold.setBold(true);
            section->setFont(0, bold);
        }
        auto* item = is_search ? new QTreeWidgetItem(m_index) : new QTreeWidgetItem(section);
        item->setText(0, page.title);
        item->setData(0, Qt::UserRole, page.id);
    }
    m_index->expandAll();
    if (m_index->topLevelItemCount() > 0)
        m_index->setCurrentItem(m_index->topLevelItem(0));
    else
        new QTreeWidgetItem(m_index, {tr("No page speaks of this.")});
}

void LearnPanel::openCurrent() {
    QTreeWidgetItem* item = m_index->currentItem();
    if (!item) return;
    const QString id = item->data(0, Qt::UserRole).toString();
    if (id.isEmpty()) return;
    showPage(id);
    m_browser->setFocus();
}

void LearnPanel::showPage(const QString& id) {
    m_browser->showPage(id);
    m_pages->setCurrentWidget(m_browser);
}

void LearnPanel::showIndex() {
    m_search->clear();
    m_pages->setCurrentWidget(m_index);
    m_search->setFocus();
}

bool LearnPanel::showFirstAbout(const QStringList& words) {
    for (const QString& word : words)
        if (const QString id = lessonAbout(word); !id.isEmpty()) {
            showPage(id);
            m_browser->setFocus();
            return true;
        }
    showIndex();
    return false;
}

bool LearnPanel::isIndexShown() const {
    return m_pages->currentWidget() == m_index;
}

QString LearnPanel::page() const {
    return isIndexShown() ? QString() : m_browser->page();
}

// Down from the field of the search leads into what was found.
bool LearnPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        m_pages->setCurrentWidget(m_index);
        m_index->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void LearnPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void LearnPanel::retranslate() {
    m_search->setPlaceholderText(tr("Search the lessons"));
    m_search->setAccessibleName(tr("Search the lessons"));
    m_contents->setToolTip(tr("Contents"));
    m_contents->setAccessibleName(tr("Contents"));
    m_back->setToolTip(tr("Page before (Alt+Left)"));
    m_back->setAccessibleName(tr("Page before"));
    m_index->setAccessibleName(tr("Contents"));
    m_browser->setAccessibleName(tr("Lesson"));
    fill();
}

}  // namespace turnwise::ui
