#include "ui/compare/comparing_page.h"

#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace turnwise::ui {

ComparingPage::ComparingPage(QWidget* parent)
    : QWidget(parent),
      m_words(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_stop(new QPushButton(this)) {
    m_bar->setRange(0, 0);  // nobody knows how far it is
    m_bar->setFixedWidth(fontMetrics().averageCharWidth() * 40);
    auto* column = new QVBoxLayout(this);
    column->addStretch(1);
    for (QWidget* part : {static_cast<QWidget*>(m_words), static_cast<QWidget*>(m_bar),
                          static_cast<QWidget*>(m_stop)})
        column->addWidget(part, 0, Qt::AlignHCenter);
    column->addStretch(1);
    setFocusProxy(m_stop);
    connect(m_stop, &QPushButton::clicked, this, &ComparingPage::stopped);
    retranslate();
}

void ComparingPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void ComparingPage::retranslate() {
    m_words->setText(tr("The two runs are being compared…"));
    m_bar->setAccessibleName(tr("Comparing the two runs"));
    m_stop->setText(tr("Stop"));
}

}  // namespace turnwise::ui
