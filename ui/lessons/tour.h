// A walk through the real window in two minutes: one thing after another is framed and explained.
//
// It does what it speaks of (opens an example, runs it, goes to its last step), so what is seen is
// the program at work and no picture of it.
#pragma once

#include <QObject>
#include <QPointer>
#include <functional>
#include <vector>

namespace turnwise::ui {

class TourBubble;

class Tour final : public QObject {
    Q_OBJECT
  public:
    struct Stop {
        std::function<QString()> title;
        std::function<QString()> text;
        std::function<QWidget*()> target;    // may be nullptr: nothing is framed
        std::function<void()> prepare = {};  // before it is shown, also when one goes back to it
    };

    Tour(QWidget* window, std::vector<Stop> stops, QObject* parent = nullptr);

    void begin();
    void end();
    void next();  // after the last stop it ends
    void back();
    void retranslate();

    bool isOn() const { return !m_bubble.isNull(); }
    std::size_t place() const { return m_place; }
    std::size_t count() const { return m_stops.size(); }
    TourBubble* bubble() const;

  signals:
    void ended();

  private:
    void show(bool prepares);

    QWidget* m_window;
    std::vector<Stop> m_stops;
    std::size_t m_place = 0;
    QPointer<TourBubble> m_bubble;
};

}  // namespace turnwise::ui
