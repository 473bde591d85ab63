#include "ui/compare/comparison_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPromise>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QThreadPool>
#include <QVBoxLayout>

#include "ui/compare/comparing_page.h"
#include "ui/timeline/mark_overlay.h"

namespace turnwise::ui {

namespace {
// Of both runs together: so many take a tenth of a second.
constexpr std::size_t events_at_once = 100'000;
}  // namespace

// Both traces and all that is derived from them.
struct ComparisonPanel::Compared {
    Compared(TracePtr traceA, QString calledA, TracePtr traceB, QString calledB)
        : a(std::move(traceA)),
          b(std::move(traceB)),
          nameA(std::move(calledA)),
          nameB(std::move(calledB)) {}

    TracePtr a;
    TracePtr b;
    QString nameA;
    QString nameB;
    analysis::Intervals intervalsA{*a};
    analysis::Intervals intervalsB{*b};
    analysis::Steps stepsA{*a};
    analysis::Steps stepsB{*b};
    analysis::Comparison comparison{*a, *b};
};

ComparisonPanel::ComparisonPanel(QWidget* parent)
    : QWidget(parent),
      m_summary(new QLabel(this)),
      m_list(new QTableView(this)),
      m_nothing(new QLabel(this)),
      m_busy(new ComparingPage(this)),
      m_split(new QSplitter(this)),
      m_pages(new QStackedLayout(this)) {
    layOut();
    connectSides();
    connectList();
    connect(&m_comparing, &QFutureWatcherBase::resultReadyAt, this,
            [this] { present(m_comparing.result()); });
    connect(m_busy, &ComparingPage::stopped, this, &ComparisonPanel::clear);
    retranslate();
}

ComparisonPanel::~ComparisonPanel() {
    clear();
}

void ComparisonPanel::layOut() {
    auto* timelines = new QSplitter(Qt::Vertical);
    for (Side& side : m_sides) {
        auto* box = new QWidget;
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        side.name = new QLabel(box);
        side.name->setMargin(3);
        side.name->setIndent(6);
        side.view = new timeline::TimelineView(box);
        side.overlay = new timeline::MarkOverlay(*side.view);
        column->addWidget(side.name);
        column->addWidget(side.view, 1);
        timelines->addWidget(box);
    }
    timelines->setChildrenCollapsible(false);
    auto* words = new QWidget;
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_summary->setWordWrap(true);
    m_summary->setMargin(6);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    m_split->addWidget(timelines);
    m_split->addWidget(words);
    m_split->setSizes({650, 350});
    m_split->setChildrenCollapsible(false);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(12);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_split);
    m_pages->addWidget(m_busy);
}

void ComparisonPanel::connectSides() {
    for (int at = 0; at < 2; ++at) {
        timeline::TimelineView* view = m_sides[at].view;
        timeline::TimelineView* other = m_sides[1 - at].view;
        // The axis is the same for both: until the runs part, what is the same stands at the same
        // place.
        connect(view, &timeline::TimelineView::rangeChanged, this, [this, view, other] {
            if (m_is_following) return;
            const QScopedValueRollback following(m_is_following, true);
            other->showRange(view->visibleRange().range());
        });
        connect(view, &timeline::TimelineView::cursorRequested, this, [this, at](EventIndex count) {
            if (!m_compared) return;
            const analysis::Alignment& alignment = m_compared->comparison.alignment();
            if (at == 0)
                goTo(count, alignment.moment_in_b(count));
            else
                goTo(alignment.moment_in_a(count), count);
        });
    }
}

void ComparisonPanel::connectList() {
    m_list->setModel(&m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setShowGrid(false);
    m_list->setAlternatingRowColors(true);
    m_list->setWordWrap(true);
    m_list->setTabKeyNavigation(false);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_list->horizontalHeader()->setHighlightSections(false);
    setFocusProxy(m_list);
    const auto choose = [this](const QModelIndex& index) { showRow(index.row()); };
    connect(m_list, &QTableView::clicked, this, choose);
    connect(m_list, &QTableView::activated, this, choose);
}

void ComparisonPanel::compare(TracePtr a, const QString& nameA, TracePtr b, const QString& nameB) {
    clear();
    if (a->size() + b->size() <= events_at_once)
        return present(std::make_shared<Compared>(std::move(a), nameA, std::move(b), nameB));
    m_pages->setCurrentWidget(m_busy);
    // It only reads what nobody changes any more; nothing can stop it, so its end may find that
    // nobody waits for it.
    auto promise = std::make_shared<QPromise<ComparedPtr>>();
    m_comparing.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, a, nameA, b, nameB] {
        promise->addResult(std::make_shared<Compared>(a, nameA, b, nameB));
        promise->finish();
    });
}

void ComparisonPanel::present(ComparedPtr compared) {
    m_compared = std::move(compared);
    {
        const QScopedValueRollback following(m_is_following, true);
        m_sides[0].view->setSource(&m_compared->intervalsA, &m_compared->stepsA);
        m_sides[1].view->setSource(&m_compared->intervalsB, &m_compared->stepsB);
        // The longer one decides how much is seen of both.
        const bool isALonger = m_compared->a->duration() >= m_compared->b->duration();
        m_sides[isALonger ? 1 : 0].view->showRange(
            m_sides[isALonger ? 0 : 1].view->visibleRange().range());
    }
    m_model.setComparison(&m_compared->comparison);
    m_pages->setCurrentWidget(m_split);
    retranslate();
    if (m_model.rowCount() > 0) showRow(0);
    emit this->compared();
}

void ComparisonPanel::clear() {
    m_comparing.setFuture({});
    for (const Side& side : m_sides) {
        side.overlay->setFlags({});
        side.view->setSource(nullptr, nullptr);
    }
    m_model.setComparison(nullptr);
    m_compared.reset();
    m_pages->setCurrentWidget(m_nothing);
}

const analysis::Comparison* ComparisonPanel::comparison() const {
    return m_compared ? &m_compared->comparison : nullptr;
}

void ComparisonPanel::goTo(std::optional<EventIndex> a, std::optional<EventIndex> b) {
    const QScopedValueRollback following(m_is_following, true);
    if (a) m_sides[0].view->setCursor(*a);
    if (b) m_sides[1].view->setCursor(*b);
}

void ComparisonPanel::showRow(int row) {
    if (row < 0 || row >= m_model.rowCount()) return;
    m_list->selectRow(row);
    goTo(m_model.lineAt(row).at_a, m_model.lineAt(row).at_b);
}

void ComparisonPanel::markDifference() {
    if (!m_compared) return;
    const analysis::Comparison& comparison = m_compared->comparison;
    const auto flagsAt = [&](std::optional<EventIndex> at) {
        std::vector<timeline::Flag> flags;
        if (at)
            flags.push_back({timeline::Flag::Kind::difference, *at, *at, tr("Here the runs part")});
        return flags;
    };
    if (comparison.is_same_run()) {
        for (const Side& side : m_sides)
            side.overlay->setFlags({});
        return;
    }
    const EventIndex shared = comparison.alignment().shared();
    const auto& decision = comparison.decision();
    m_sides[0].overlay->setFlags(flagsAt(decision && decision->a ? *decision->a : shared));
    m_sides[1].overlay->setFlags(flagsAt(decision && decision->b ? *decision->b : shared));
}

void ComparisonPanel::setTheme(timeline::Theme theme) {
    for (const Side& side : m_sides)
        side.view->setTheme(theme);
}

void ComparisonPanel::setAxis(timeline::Axis axis) {
    const QScopedValueRollback following(m_is_following, true);
    for (const Side& side : m_sides) {
        side.view->setAxis(axis);
        side.view->fit();
    }
}

void ComparisonPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void ComparisonPanel::retranslate() {
    m_nothing->setText(tr(
        "Choose a run in the panel of runs and compare it with the one that is shown (Ctrl+D)."));
    m_list->setAccessibleName(tr("Differences between two runs"));
    m_model.retranslate();
    m_list->horizontalHeader()->viewport()->update();
    if (!m_compared) return;
    m_sides[0].name->setText(tr("<b>A</b>: %1").arg(m_compared->nameA.toHtmlEscaped()));
    m_sides[1].name->setText(tr("<b>B</b>: %1").arg(m_compared->nameB.toHtmlEscaped()));
    m_sides[0].view->setAccessibleName(tr("Timeline of run A"));
    m_sides[1].view->setAccessibleName(tr("Timeline of run B"));
    m_summary->setText(summaryOf(m_compared->comparison));
    markDifference();
}

}  // namespace turnwise::ui
