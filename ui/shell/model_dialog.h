// Compare models: the program in the editor beside an example that computes and one that sleeps,
// each with the GIL and on several cores.
#pragma once

#include <QDialog>
#include <vector>

#include "ui/session/model_comparison.h"

class QHBoxLayout;
class QLabel;

namespace turnwise::charts {
class ModelChart;
}

namespace turnwise::ui {

class Veil;

class ModelDialog final : public QDialog {
    Q_OBJECT
  public:
    // `program` is the one in the editor; its options hold for the examples, too.
    explicit ModelDialog(const RunOptions& program, QWidget* parent = nullptr);

    // While somebody predicts: how long the program takes tells how it goes on.
    void setVeiled(bool is_veiled);
    const ModelComparison& comparison() const { return m_comparison; }

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showResults();

    ModelComparison m_comparison;
    QLabel* m_words;
    QHBoxLayout* m_row;
    Veil* m_veil;
    std::vector<charts::ModelChart*> m_charts;
};

}  // namespace turnwise::ui
