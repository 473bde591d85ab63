// How large the whole interface is: 1 is as the system wants it, 2 twice as large. For low sight,
// and for a projector at the other end of the room.
#pragma once

#include <QSize>
#include <vector>

namespace turnwise::ui {

inline constexpr double smallest_scale = 0.75;
inline constexpr double largest_scale = 3;

double interfaceScale();
// Clamped. Fonts, icons and controls of all open windows follow.
void setInterfaceScale(double scale);

// The next step on the scale: 75 %, 90 %, 100 %, 110 %, 125 %, 150 %, ... up (1) or down (-1).
double nextScale(double scale, int direction);

// All steps, from the smallest.
std::vector<double> interfaceScales();

// A length in pixels of the unscaled interface, scaled: for icons and fixed widths.
int scaled(int pixels);
QSize scaled(QSize size);

}  // namespace turnwise::ui
