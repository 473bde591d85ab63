#include "ui/notes/notes_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/look/icons.h"

namespace turnwise::ui {

namespace {
constexpr int text_lines = 4;
}

NotesPanel::NotesPanel(QWidget* parent)
    : QWidget(parent),
      m_view(new QTableView(this)),
      m_empty(new QLabel(this)),
      m_text(new QPlainTextEdit(this)),
      m_add(new QPushButton(this)),
      m_delete(new QPushButton(this)) {
    layOut();
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->installEventFilter(this);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(fontMetrics().lineSpacing() * text_lines + 12);
    setFocusProxy(m_view);
    connect(m_add, &QPushButton::clicked, this, &NotesPanel::addWanted);
    connect(m_delete, &QPushButton::clicked, this, &NotesPanel::removeCurrent);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_is_filling && m_current != 0) m_notebook->setText(m_current, m_text->toPlainText());
    });
    const auto choose = [this](const QModelIndex& index) {
        emit noteChosen(m_model->noteAt(index.row()).id);
    };
    connect(m_view, &QTableView::clicked, this, choose);
    connect(m_view, &QTableView::activated, this, choose);
    retranslate();
}

void NotesPanel::layOut() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 6);
    column->setSpacing(6);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(12);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(6, 0, 6, 0);
    below->addWidget(m_text);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_delete);
    buttons->addStretch(1);
    below->addLayout(buttons);
    column->addLayout(below);
}

void NotesPanel::setSource(Notebook& notebook, Session& session) {
    m_notebook = &notebook;
    m_model = new NoteModel(notebook, session, this);
    m_view->setModel(m_model);
    m_view->horizontalHeader()->setSectionResizeMode(NoteModel::placeColumn,
                                                     QHeaderView::ResizeToContents);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                m_current = index.isValid() ? m_model->noteAt(index.row()).id : 0;
                showCurrent();
            });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        hideSecrets();
        const int row = m_model->rowOf(m_current);
        if (row >= 0) m_view->selectRow(row);
        if (row < 0) m_current = 0;
        showCurrent();
    });
    connect(&notebook, &Notebook::textChanged, this, [this](int id) {
        if (id == m_current) showCurrent();
    });
    showCurrent();
}

void NotesPanel::setHorizon(EventIndex seen, bool are_others_secret) {
    m_seen = seen;
    m_is_secret = are_others_secret;
    hideSecrets();
    showCurrent();
}

void NotesPanel::hideSecrets() {
    if (!m_model) return;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const Note& note = m_model->noteAt(row);
        const bool is_secret = m_is_secret && (!m_model->isOfShownRun(note) || note.from > m_seen);
        m_view->setRowHidden(row, is_secret);
        if (is_secret && note.id == m_current) m_view->setCurrentIndex({});
    }
}

int NotesPanel::current() const {
    return m_current;
}

void NotesPanel::edit(int id) {
    const int row = m_model->rowOf(id);
    if (row < 0) return;
    m_view->selectRow(row);
    m_text->setFocus(Qt::OtherFocusReason);
    m_text->selectAll();
}

void NotesPanel::showCurrent() {
    const QScopedValueRollback filling(m_is_filling, true);
    const Note* note = m_notebook ? m_notebook->find(m_current) : nullptr;
    const QString text = note ? note->text : QString();
    if (m_text->toPlainText() != text) m_text->setPlainText(text);
    m_text->setEnabled(note != nullptr);
    m_delete->setEnabled(note != nullptr);
    const bool isEmpty = !m_model || m_model->rowCount() == 0;
    m_view->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
}

void NotesPanel::removeCurrent() {
    if (m_current == 0) return;
    const int row = m_model->rowOf(m_current);
    m_notebook->remove(m_current);
    if (m_model->rowCount() > 0) m_view->selectRow(std::min(row, m_model->rowCount() - 1));
}

bool NotesPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Delete) removeCurrent();
        if (key == Qt::Key_F2) edit(m_current);
        if (key == Qt::Key_Delete || key == Qt::Key_F2) return true;
    }
    return QWidget::eventFilter(watched, event);
}

void NotesPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void NotesPanel::retranslate() {
    m_view->setAccessibleName(tr("Notes"));
    m_empty->setText(
        tr("A note is pinned to the step at the cursor, or to the span that is selected on the "
           "timeline."));
    m_text->setPlaceholderText(tr("Choose a note to read and edit it."));
    m_text->setAccessibleName(tr("Text of the note"));
    m_add->setText(tr("&Add note"));
    m_add->setToolTip(tr("Pin a note to the cursor, or to the selected span"));
    m_delete->setText(tr("&Delete"));
    m_delete->setToolTip(tr("Delete the chosen note (Delete)"));
    m_view->viewport()->update();
    m_view->horizontalHeader()->viewport()->update();
}

}  // namespace turnwise::ui
