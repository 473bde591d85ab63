#include "ui/look/thread_colours.h"

#include <array>

namespace turnwise::ui {

namespace {
// Okabe and Ito's eight, without black; the last is a grey that both themes can carry. The light
// set is darkened until each stands out from white by 3 to 1.
constexpr std::array<QRgb, 8> light = {0xff0072b2, 0xffd55e00, 0xff008f68, 0xffc2548f,
                                       0xff2f86b5, 0xffb07800, 0xff8a7d00, 0xff6b7583};
constexpr std::array<QRgb, 8> dark = {0xff4aa8e0, 0xfff08244, 0xff2fc498, 0xffe39bc4,
                                      0xff8ccbf0, 0xffe6a92e, 0xffeee06a, 0xffa9b3bf};
}  // namespace

QColor threadColour(ThreadId thread, bool is_dark) {
    const auto& colours = is_dark ? dark : light;
    return QColor::fromRgb(colours[thread % colours.size()]);
}

}  // namespace turnwise::ui
