#include "ui/hand/thread_choice.h"

#include <QHBoxLayout>
#include <QLabel>

#include "ui/look/thread_sign.h"

namespace turnwise::ui {

namespace {
constexpr QSize sign_size(26, 17);
constexpr int digits = 10;  // threads that have a key of their own
}  // namespace

ThreadChoice::ThreadChoice(ThreadId thread, QWidget* parent)
    : QPushButton(parent),
      m_thread(thread),
      m_key(new QLabel(this)),
      m_sign(new QLabel(this)),
      m_name(new QLabel(this)),
      m_sentence(new QLabel(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 5, 8, 5);
    row->setSpacing(8);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_name);
    words->addWidget(m_sentence);
    row->addWidget(m_key, 0, Qt::AlignTop);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    QFont bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_key->setFont(bold);
    m_key->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00")));
    m_sentence->setWordWrap(true);
    for (QLabel* label : {m_key, m_sign, m_name, m_sentence}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        label->setTextFormat(Qt::PlainText);
    }
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAutoDefault(true);
}

void ThreadChoice::showThread(const QString& name, analysis::ThreadState state,
                              const QString& sentence, bool isCandidate) {
    m_isCandidate = isCandidate;
    m_key->setText(isCandidate && m_thread < digits ? QString::number(m_thread) : QString());
    m_sign->setPixmap(threadSign(m_thread, sign_size, palette(), devicePixelRatioF(), state));
    m_name->setText(name);
    m_sentence->setText(sentence);
    setAccessibleName(QStringLiteral("%1: %2").arg(name, sentence));
    setFocusPolicy(isCandidate ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, !isCandidate);
    updateGeometry();
    update();
}

QSize ThreadChoice::sizeHint() const {
    return layout()->sizeHint();
}

QSize ThreadChoice::minimumSizeHint() const {
    return {160, layout()->minimumSize().height()};
}

int ThreadChoice::heightForWidth(int width) const {
    return layout()->heightForWidth(width);
}

// Without a frame it does not look as if it could be pressed.
void ThreadChoice::paintEvent(QPaintEvent* event) {
    if (m_isCandidate) QPushButton::paintEvent(event);
}

}  // namespace turnwise::ui
