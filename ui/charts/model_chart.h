// The virtual time of one program with the GIL and on several cores, as two bars and a sentence.
#pragma once

#include <QWidget>

#include "ui/look/palette.h"
#include "ui/session/model_comparison.h"

class QChartView;
class QLabel;

namespace turnwise::charts {

// "On 4 cores it takes 51 ms instead of 203 ms: ...": what the times mean. For a program that is
// measured, or failed.
QString verdict(const ui::ModelTimes& times);

class ModelChart final : public QWidget {
    Q_OBJECT
  public:
    explicit ModelChart(QWidget* parent = nullptr);

    // Each program has an axis of its own: it is its two bars that are to be compared.
    void show(const ui::ModelTimes& times, const timeline::Palette& palette);
    QString text() const;  // the sentence

  private:
    QChartView* m_view;
    QLabel* m_sentence;
};

}  // namespace turnwise::charts
