#include "ui/look/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

#include "ui/look/theme.h"

namespace turnwise::ui {

namespace {

QString resourceOf(const QString& name) {
    return QStringLiteral(":/turnwise/icons/%1.svg").arg(name);
}

// Draws the SVG in the colour that the palette has at this moment, instead of one chosen at load
// time.
class PaletteIconEngine final : public QIconEngine {
  public:
    PaletteIconEngine(const QString& name, Tint tint) : m_tint(tint) {
        QFile file(resourceOf(name));
        if (file.open(QIODevice::ReadOnly)) m_svg = file.readAll();
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        QByteArray coloured = m_svg;
        coloured.replace("currentColor", colourFor(mode).name().toLatin1());
        QSvgRenderer renderer(coloured);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new PaletteIconEngine(*this); }

  private:
    QColor colourFor(QIcon::Mode mode) const {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return isHighContrast(palette) ? palette.color(QPalette::Disabled, QPalette::ButtonText)
                                           : palette.color(QPalette::Mid);
        if (mode == QIcon::Selected) return palette.color(QPalette::HighlightedText);
        const SignalColours colours = signalColours(isDark(palette));
        switch (m_tint) {
            case Tint::success:
                return colours.success;
            case Tint::warning:
                return colours.warning;
            case Tint::error:
                return colours.error;
            case Tint::information:
                return colours.information;
            case Tint::text:
                break;
        }
        return palette.color(QPalette::ButtonText);
    }

    QByteArray m_svg;
    Tint m_tint;
};

}  // namespace

QIcon icon(const QString& name, Tint tint) {
    return QIcon(new PaletteIconEngine(name, tint));
}

QIcon applicationIcon() {
    return QIcon(resourceOf(QStringLiteral("turnwise")));
}

}  // namespace turnwise::ui
