#include "ui/look/focus_ring.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QLineEdit>

namespace turnwise::ui {

FocusRing::FocusRing(QWidget& window) : QObject(&window), m_window(window) {
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { follow(now); });
}

// What is typed into has a caret and a frame of its own.
void FocusRing::follow(QWidget* now) {
    const bool has_own = !now || !m_window.isAncestorOf(now) || now == &m_window ||
                         qobject_cast<QLineEdit*>(now) || qobject_cast<QAbstractSpinBox*>(now) ||
                         now->inherits("QsciScintillaBase");
    if (has_own) {
        if (m_frame) m_frame->setWidget(nullptr);
        return;
    }
    if (!m_frame) {
        m_frame = new QFocusFrame(&m_window);
        m_frame->setObjectName(QStringLiteral("qt_focus_ring"));
    }
    m_frame->setWidget(now);
}

}  // namespace turnwise::ui
