// Where the tour stops in the window, what it says there, and what it does before.
#pragma once

#include <vector>

#include "ui/lessons/tour.h"

namespace turnwise::ui {

class MainWindow;

std::vector<Tour::Stop> tourStops(MainWindow& window);

}  // namespace turnwise::ui
