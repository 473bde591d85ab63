#include "ui/export/paper.h"

#include <QCoreApplication>

namespace turnwise::ui {

namespace {

struct Papers {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Papers)
};

constexpr QSize inPixels(double millimetresWide, double millimetresHigh) {
    constexpr double pixels_a_millimetre = 96 / 25.4;
    return {static_cast<int>(millimetresWide * pixels_a_millimetre + 0.5),
            static_cast<int>(millimetresHigh * pixels_a_millimetre + 0.5)};
}

const Paper all_papers[] = {
    {"a4", QT_TRANSLATE_NOOP("turnwise::ui::Papers", "A4, landscape"), inPixels(297, 210)},
    {"a4-portrait", QT_TRANSLATE_NOOP("turnwise::ui::Papers", "A4, portrait"), inPixels(210, 297)},
    {"a3", QT_TRANSLATE_NOOP("turnwise::ui::Papers", "A3, landscape"), inPixels(420, 297)},
    {"letter", QT_TRANSLATE_NOOP("turnwise::ui::Papers", "Letter, landscape"),
     inPixels(279.4, 215.9)},
    {"letter-portrait", QT_TRANSLATE_NOOP("turnwise::ui::Papers", "Letter, portrait"),
     inPixels(215.9, 279.4)},
    {"slide-16-9", QT_TRANSLATE_NOOP("turnwise::ui::Papers", "Slide 16:9"), {1280, 720}},
    {"slide-4-3", QT_TRANSLATE_NOOP("turnwise::ui::Papers", "Slide 4:3"), {960, 720}},
};

}  // namespace

std::span<const Paper> papers() {
    return all_papers;
}

const Paper* paperNamed(const QString& id) {
    for (const Paper& paper : all_papers)
        if (id == QLatin1String(paper.id)) return &paper;
    return nullptr;
}

QString paperTitle(const Paper& paper) {
    return Papers::tr(paper.title);
}

}  // namespace turnwise::ui
