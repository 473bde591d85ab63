#include "ui/lessons/tour.h"

#include <QWidget>

#include "ui/lessons/tour_bubble.h"

namespace turnwise::ui {

Tour::Tour(QWidget* window, std::vector<Stop> stops, QObject* parent)
    : QObject(parent), m_window(window), m_stops(std::move(stops)) {}

TourBubble* Tour::bubble() const {
    return m_bubble;
}

void Tour::begin() {
    end();
    m_place = 0;
    m_bubble = new TourBubble(m_window);
    connect(m_bubble, &TourBubble::nextWanted, this, &Tour::next);
    connect(m_bubble, &TourBubble::backWanted, this, &Tour::back);
    connect(m_bubble, &TourBubble::endWanted, this, &Tour::end);
    show(true);
}

void Tour::end() {
    if (!m_bubble) return;
    m_bubble->hide();
    m_bubble->deleteLater();
    m_bubble.clear();
    emit ended();
}

void Tour::next() {
    if (!m_bubble) return;
    if (m_place + 1 >= m_stops.size()) {
        end();
        return;
    }
    ++m_place;
    show(true);
}

void Tour::back() {
    if (!m_bubble || m_place == 0) return;
    --m_place;
    show(true);
}

void Tour::retranslate() {
    if (m_bubble) show(false);
}

void Tour::show(bool prepares) {
    const Stop& stop = m_stops[m_place];
    if (prepares && stop.prepare) stop.prepare();
    m_bubble->show(stop.target(), stop.title(), stop.text(), static_cast<int>(m_place) + 1,
                   static_cast<int>(m_stops.size()));
}

}  // namespace turnwise::ui
