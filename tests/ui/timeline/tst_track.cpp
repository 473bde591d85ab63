#include <QTest>
#include <random>

#include "ui/timeline/track.h"

using namespace turnwise::timeline;

class TestTrack : public QObject {
    Q_OBJECT

  private slots:
    void wideBarsArePaintedAsTheyAre();
    void narrowBarsShareAPiece();
    void theSharesOfAPieceAreThoseOfItsBars();
    void aBarWithoutLengthDoesNotDisappear();
    void noBarDisappearsFromAnyDistance();
    void noBarDisappearsFromAnyDistance_data();
    void aPictureOfAMillionBarsHasNoMorePiecesThanPixels();
    void replacingTheLastBarsLeavesTheSums();
    void theBarAtAPositionIsFound();
};

namespace {

// Bars of equal length without gaps, whose categories take turns.
Track evenTrack(std::size_t count, int categories) {
    Track track;
    for (std::size_t i = 0; i < count; ++i)
        track.append({static_cast<double>(i), static_cast<double>(i + 1), 0,
                      static_cast<std::uint8_t>(i % static_cast<std::size_t>(categories))});
    return track;
}

QString textOf(const Piece& piece) {
    return QStringLiteral("%1[%2,%3) %4-%5")
        .arg(piece.isMerged ? "merged " : "")
        .arg(piece.left)
        .arg(piece.right)
        .arg(piece.first)
        .arg(piece.last);
}

QString textOf(const std::vector<Piece>& pieces) {
    QStringList texts;
    for (const Piece& piece : pieces)
        texts << textOf(piece);
    return texts.join(QStringLiteral(" | "));
}

}  // namespace

void TestTrack::wideBarsArePaintedAsTheyAre() {
    const Track track = evenTrack(10, 2);
    QCOMPARE(textOf(track.pieces({{2.5, 5}, 100, 50})),
             QStringLiteral("[100,110) 2-3 | [110,130) 3-4 | [130,150) 4-5 | [150,150) 5-6"));
}

void TestTrack::narrowBarsShareAPiece() {
    Track track;
    track.append({0, 10, 0, 0});
    for (int i = 0; i < 8; ++i)
        track.append({10 + i * 0.125, 10 + (i + 1) * 0.125, 0, static_cast<std::uint8_t>(i % 2)});
    track.append({11, 20, 0, 0});
    QCOMPARE(textOf(track.pieces({{0, 20}, 0, 20})),
             QStringLiteral("[0,10) 0-1 | merged [10,11) 1-9 | [11,20) 9-10"));
}

void TestTrack::theSharesOfAPieceAreThoseOfItsBars() {
    const Track track = evenTrack(1000, 4);
    const auto pieces = track.pieces({{0, 1000}, 0, 5});
    QCOMPARE(pieces.size(), std::size_t{5});
    for (const Piece& piece : pieces) {
        QVERIFY(piece.isMerged);
        QCOMPARE(piece.last - piece.first, std::size_t{200});
        QCOMPARE(piece.cover, 1.0F);
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(piece.share[i], 0.25F);
        QCOMPARE(piece.share[4], 0.0F);
    }
}

void TestTrack::aBarWithoutLengthDoesNotDisappear() {
    Track track;
    track.append({0, 50, 0, 0});
    track.append({50, 50, 0, 3});
    track.append({50, 100, 0, 0});
    const auto pieces = track.pieces({{0, 100}, 0, 100});
    QCOMPARE(textOf(pieces), QStringLiteral("[0,50) 0-1 | merged [50,51) 1-2 | [50,100) 2-3"));
    QVERIFY(pieces[1].share[3] > 0);
}

void TestTrack::noBarDisappearsFromAnyDistance_data() {
    QTest::addColumn<double>("width");
    for (const double width : {1.0, 7.0, 100.0, 1920.0, 1e6})
        QTest::addRow("%g pixels", width) << width;
}

void TestTrack::noBarDisappearsFromAnyDistance() {
    QFETCH(double, width);
    std::mt19937 random(7);
    Track track;
    double at = 0;
    for (int i = 0; i < 5000; ++i) {
        const double gap = random() % 3 == 0 ? random() % 50 : 0;
        const double length = random() % 7 == 0 ? random() % 4000 : random() % 3;
        track.append({at + gap, at + gap + length, 0, static_cast<std::uint8_t>(random() % 8)});
        at += gap + length;
    }
    std::size_t next = 0;
    for (const Piece& piece : track.pieces({{0, at}, 0, width})) {
        QCOMPARE(piece.first, next);
        QVERIFY(piece.last > piece.first);
        QVERIFY(piece.isMerged ? piece.right - piece.left >= 1 : piece.right > piece.left);
        next = piece.last;
    }
    QCOMPARE(next, track.bars().size());
}

void TestTrack::aPictureOfAMillionBarsHasNoMorePiecesThanPixels() {
    const Track track = evenTrack(1'000'000, 3);
    const auto pieces = track.pieces({{0, 1'000'000}, 0, 1000});
    QCOMPARE(pieces.size(), std::size_t{1000});
    const auto closer = track.pieces({{500'000, 500'010}, 0, 1000});
    QCOMPARE(closer.size(), std::size_t{12});
    QVERIFY(!closer.front().isMerged);
}

void TestTrack::replacingTheLastBarsLeavesTheSums() {
    Track grown;
    for (std::size_t size = 1; size <= 300; ++size) {
        grown.truncate(size - 1);
        grown.append({static_cast<double>(size - 1), static_cast<double>(size), 0,
                      static_cast<std::uint8_t>((size - 1) % 3)});
        grown.append({static_cast<double>(size), static_cast<double>(size) + 0.5, 9, 7});
    }
    grown.truncate(300);
    const Track fresh = evenTrack(300, 3);
    const Scale scale{{0, 300}, 0, 3};
    const auto expected = fresh.pieces(scale);
    const auto pieces = grown.pieces(scale);
    QCOMPARE(textOf(pieces), textOf(expected));
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        QCOMPARE(pieces[i].share, expected[i].share);
        QCOMPARE(pieces[i].highest, expected[i].highest);
    }
}

void TestTrack::theBarAtAPositionIsFound() {
    Track track;
    track.append({0, 10, 0, 0});
    track.append({10, 20, 0, 0});
    track.append({30, 40, 0, 0});
    QCOMPARE(track.barAt(5), std::size_t{0});
    QCOMPARE(track.barAt(10), std::size_t{1});
    QCOMPARE(track.barAt(25), std::size_t{3});
    QCOMPARE(track.barAt(40), std::size_t{2});
    QCOMPARE(track.barAt(-1), std::size_t{3});
    QCOMPARE(track.barAt(41), std::size_t{3});
}

QTEST_GUILESS_MAIN(TestTrack)
#include "tst_track.moc"
