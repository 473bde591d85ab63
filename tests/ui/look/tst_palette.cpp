#include <QTest>
#include <cmath>

#include "ui/look/palette.h"

using namespace turnwise;
using namespace turnwise::timeline;

class TestPalette : public QObject {
    Q_OBJECT

  private slots:
    void everyTextIsReadableOnItsBar();
    void everyTextIsReadableOnItsBar_data();
    void aColourHasOneMeaning();
    void colourBlindPeopleTellStatesApart_data();
    void colourBlindPeopleTellStatesApart();
    void moreHatchesTellAllOwnersApart();
    void thinLinesOfHighContrastAreStrong();
    void threadsTakeTurnsAtTheColoursOfOwners();
};

namespace {

double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor& one, const QColor& other) {
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

struct Lab {
    double l, a, b;
};

// CIE L*a*b* of a colour as seen through `sight`, a matrix on linear RGB.
Lab seen(const QColor& colour, const double (&sight)[9]) {
    const double in[3] = {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
    double rgb[3];
    for (int i = 0; i < 3; ++i)
        rgb[i] = std::clamp(
            sight[3 * i] * in[0] + sight[3 * i + 1] * in[1] + sight[3 * i + 2] * in[2], 0.0, 1.0);
    const auto curve = [](double t) {
        return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116;
    };
    const double x = curve((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
    const double y = curve(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
    const double z = curve((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Lab& one, const Lab& other) {
    return std::hypot(one.l - other.l, one.a - other.a, one.b - other.b);
}

// What people see with all cones, and without one: protanopia, deuteranopia, tritanopia. Matrices
// on linear RGB of Machado, Oliveira and Fernandes: A Physiologically-based Model for Simulation of
// Color Vision Deficiency, IEEE TVCG 15 (6), 2009, severity 1.0. Distances are those of CIELAB
// (1976), D65.
constexpr double sights[][9] = {
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
    {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
    {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
};

double smallestDistance(const std::vector<QColor>& colours, const double (&sight)[9]) {
    double smallest = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < colours.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            smallest =
                std::min(smallest, distance(seen(colours[i], sight), seen(colours[j], sight)));
    return smallest;
}

}  // namespace

void TestPalette::everyTextIsReadableOnItsBar_data() {
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << static_cast<int>(Theme::light);
    QTest::newRow("dark") << static_cast<int>(Theme::dark);
    QTest::newRow("contrast") << static_cast<int>(Theme::contrast);
    QTest::newRow("print") << static_cast<int>(Theme::print);
    QTest::newRow("colour-blind") << static_cast<int>(Theme::colour_blind);
}

void TestPalette::everyTextIsReadableOnItsBar() {
    QFETCH(int, theme);
    const Palette& palette = paletteOf(static_cast<Theme>(theme));
    for (int i = 0; i < paint_count; ++i) {
        const Style& style = palette.styles[i];
        QVERIFY2(contrast(style.fill, style.text) >= 4.5, qPrintable(QString::number(i)));
    }
    for (const QColor& ground : {palette.background, palette.header, palette.stripe}) {
        QVERIFY(contrast(ground, palette.text) >= 7);
        QVERIFY(contrast(ground, palette.dimText) >= 4.5);
        QVERIFY(contrast(ground, palette.error) >= 3);
    }
    QVERIFY(contrast(palette.cursor, palette.background) >= 4.5);
}

void TestPalette::aColourHasOneMeaning() {
    const Palette& palette = paletteOf(Theme::light);
    for (int owner = 0; owner < owner_paints; ++owner)
        for (const Paint state : {Paint::ready, Paint::running, Paint::blocked, Paint::sleeping})
            QVERIFY(palette[ownerPaint(owner)].fill != palette[state].fill);
}

void TestPalette::colourBlindPeopleTellStatesApart_data() {
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << static_cast<int>(Theme::light);
    QTest::newRow("dark") << static_cast<int>(Theme::dark);
    QTest::newRow("contrast") << static_cast<int>(Theme::contrast);
}

// Nobody finds the states harder to tell apart than the worst pair of all of Okabe and Ito's
// colours.
void TestPalette::colourBlindPeopleTellStatesApart() {
    QFETCH(int, theme);
    const Palette& palette = paletteOf(static_cast<Theme>(theme));
    std::vector<QColor> states;
    for (const Paint paint : {Paint::ready, Paint::running, Paint::blocked, Paint::sleeping})
        states.push_back(palette[paint].fill);
    std::vector<QColor> all;
    for (const QRgb colour : {0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0x0072b2, 0xd55e00, 0xcc79a7})
        all.emplace_back(colour);
    for (const auto& sight : sights) {
        const double of_states = smallestDistance(states, sight);
        const double of_okabe_and_ito = smallestDistance(all, sight);
        QVERIFY2(of_states >= of_okabe_and_ito,
                 qPrintable(QStringLiteral("%1 < %2").arg(of_states).arg(of_okabe_and_ito)));
        QVERIFY(of_states > 15);
    }
}

// What low sight needs: 7 to 1 for texts and for the outlines that part a bar from the ground.
void TestPalette::thinLinesOfHighContrastAreStrong() {
    const Palette& palette = paletteOf(Theme::contrast);
    for (const QColor& ink : {palette.text, palette.dimText, palette.arrow, palette.cursor,
                              palette.focus, palette.error})
        QVERIFY2(contrast(ink, palette.background) >= 7, qPrintable(ink.name()));
    for (int i = 0; i < paint_count; ++i)
        QVERIFY(contrast(palette.styles[i].edge, palette.background) >= 7);
}

// Two owners of one colour, or of its tint, differ in their hatch; so nobody needs the colours.
void TestPalette::moreHatchesTellAllOwnersApart() {
    const Palette& palette = paletteOf(Theme::colour_blind);
    for (int one = 0; one < owner_paints; ++one)
        for (int other = one + 1; other < owner_paints; ++other) {
            const Style& first = palette[ownerPaint(one)];
            const Style& second = palette[ownerPaint(other)];
            const bool isSameHatch = first.pattern == second.pattern;
            QVERIFY(!isSameHatch || contrast(first.fill, second.fill) > 1.2);
        }
    for (const Paint paint : {Paint::ready, Paint::running, Paint::blocked, Paint::sleeping})
        QVERIFY(palette[paint].fill == paletteOf(Theme::light)[paint].fill);
}

void TestPalette::threadsTakeTurnsAtTheColoursOfOwners() {
    QCOMPARE(ownerIndex(main_thread_id), 0);
    QCOMPARE(ownerIndex(1), 1);
    QCOMPARE(ownerIndex(7), 7);
    QCOMPARE(ownerIndex(8), 1);
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
