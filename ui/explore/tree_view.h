// The search tree as it grew: forward and back, played slower or faster, with a sentence for each
// moment.
#pragma once

#include <QTimer>
#include <QWidget>
#include <array>

#include "ui/explore/search_tree.h"

class QComboBox;
class QLabel;
class QScrollArea;
class QSlider;
class QToolButton;

namespace turnwise::ui {

class TreeCanvas;

class TreeView final : public QWidget {
    Q_OBJECT

  public:
    // The tree must outlive the view.
    explicit TreeView(const SearchTree& tree, QWidget* parent = nullptr);

    // The tree has more moments, or none any more. Whoever sees the last moment goes on doing so.
    void treeGrew();
    // Why there is no tree, while there is none.
    void setReason(const QString& why);

    int moment() const { return m_moment; }  // -1 while there is none
    void setMoment(int moment);
    void setPlaying(bool playing);
    bool isPlaying() const { return m_timer.isActive(); }
    QString sentence() const;
    QToolButton& playButton() { return *m_buttons[2]; }

  signals:
    // A person wants to see the run of the execution that came first to a node.
    void executionChosen(const QString& schedule);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void layOut();
    void go(int moment);
    void playOn();
    void takeSpeed();
    void openPresent();
    int last() const { return static_cast<int>(m_tree.moments().size()) - 1; }
    void retranslate();

    const SearchTree& m_tree;
    int m_moment = -1;
    QTimer m_timer;
    QString m_reason;
    std::array<QToolButton*, 6> m_buttons;  // first, back, play, step, last, open
    QComboBox* m_speed;
    QSlider* m_slider;
    QLabel* m_sentence;
    QScrollArea* m_room;
    TreeCanvas* m_canvas;
};

}  // namespace turnwise::ui
