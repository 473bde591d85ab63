#include "ui/explore/verdict_box.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include "ui/look/icons.h"
#include "ui/look/scale.h"
#include "ui/look/theme.h"

namespace turnwise::ui {

namespace {

struct Look {
    QString icon;
    Tint tint;
    QColor SignalColours::*colour;
};

Look lookOf(Verdict verdict) {
    switch (verdict) {
        case Verdict::verified:
            return {QStringLiteral("success"), Tint::success, &SignalColours::success};
        case Verdict::found:
        case Verdict::failed:
            return {QStringLiteral("error"), Tint::error, &SignalColours::error};
        case Verdict::incomplete:
            return {QStringLiteral("warning"), Tint::warning, &SignalColours::warning};
        case Verdict::none:
            break;
    }
    return {QStringLiteral("explore"), Tint::information, &SignalColours::information};
}

QColor mixed(const QColor& ground, const QColor& signal, float share) {
    return QColor::fromRgbF(ground.redF() * (1 - share) + signal.redF() * share,
                            ground.greenF() * (1 - share) + signal.greenF() * share,
                            ground.blueF() * (1 - share) + signal.blueF() * share);
}

}  // namespace

VerdictBox::VerdictBox(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_headline(new QLabel(this)),
      m_assumptions(new QLabel(this)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(8, 6, 8, 6);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(3);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_headline, 0, 1);
    grid->addWidget(m_assumptions, 1, 1);
    grid->setColumnStretch(1, 1);
    QFont bold = font();
    bold.setBold(true);
    m_headline->setFont(bold);
    for (QLabel* label : {m_headline, m_assumptions}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        // A label would shrink to one line beside a list that wants all the room.
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    }
    // Tab leads to it: there a reader of the screen speaks the verdict again.
    m_headline->setFocusPolicy(Qt::StrongFocus);
    m_assumptions->setFocusPolicy(Qt::NoFocus);
    setAutoFillBackground(true);
    hide();
}

void VerdictBox::show(const Search& search, bool isOld) {
    m_isOld = isOld && !search.isRunning();
    m_isRunning = search.isRunning();
    m_verdict = verdictOf(search);
    setVisible(m_isRunning || m_verdict != Verdict::none);
    if (!isVisibleTo(parentWidget())) return;
    QString headline = m_isRunning ? progressWords(search) : verdictHeadline(search);
    if (m_isOld) headline = tr("Before the program was changed: %1").arg(headline);
    // What was found was found; what was not found needs ground to stand on.
    const bool hasBasis = m_verdict == Verdict::verified || m_verdict == Verdict::incomplete;
    const QStringList basis = hasBasis ? verdictAssumptions(search) : QStringList();
    m_assumptions->setText(basis.isEmpty() ? QString()
                                           : tr("Assumed: %1").arg(oneAfterTheOther(basis)));
    m_assumptions->setVisible(hasBasis);
    takeColours();
    if (headline == m_headline->text()) return;
    m_headline->setText(headline);
    m_headline->setAccessibleName(headline);
    if (m_isRunning) return;  // five times a second is no news for an ear
    QAccessibleEvent changed(m_headline, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

QString VerdictBox::headline() const {
    return isHidden() ? QString() : m_headline->text();
}

QString VerdictBox::assumptions() const {
    return m_assumptions->isHidden() ? QString() : m_assumptions->text();
}

void VerdictBox::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) takeColours();
    if (event->type() == QEvent::FontChange) {
        QFont bold = font();
        bold.setBold(true);
        m_headline->setFont(bold);
        takeColours();
    }
}

void VerdictBox::takeColours() {
    const Look look = lookOf(m_isOld ? Verdict::incomplete : m_verdict);
    // From the window's palette: this widget's own is what it changes here.
    const QPalette around = window()->palette();
    QPalette tinted = around;
    tinted.setColor(QPalette::Window, mixed(around.color(QPalette::Base),
                                            signalColours(isDark(around)).*look.colour, 0.12F));
    if (tinted != palette() && !isWindow()) setPalette(tinted);
    m_icon->setPixmap(
        icon(look.icon, look.tint).pixmap(scaled(QSize(20, 20)), devicePixelRatioF()));
}

}  // namespace turnwise::ui
