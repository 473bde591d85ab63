#include "ui/look/interface_font.h"

#include <QApplication>
#include <QFontDatabase>

#include "ui/look/scale.h"

namespace turnwise::ui {

namespace {
bool& isChinese() {
    static bool chinese = false;
    return chinese;
}
}  // namespace

void refreshInterfaceFont() {
    useInterfaceFont(isChinese());
}

void useInterfaceFont(bool chinese) {
    isChinese() = chinese;
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance())) return;
    const bool has_widgets = qobject_cast<QApplication*>(QCoreApplication::instance()) != nullptr;
    static const QFont of_the_system = QGuiApplication::font();
    QFont font = of_the_system;
    if (chinese)
        for (const char* family : {"PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC",
                                   "Source Han Sans SC", "WenQuanYi Micro Hei"})
            if (QFontDatabase::hasFamily(QLatin1String(family))) {
                font.setFamily(QLatin1String(family));
                break;
            }
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * interfaceScale());
    else
        font.setPixelSize(scaled(font.pixelSize()));
    // QApplication's setter reaches into the style, which only a program with widgets has.
    if (has_widgets)
        QApplication::setFont(font);
    else
        QGuiApplication::setFont(font);
}

}  // namespace turnwise::ui
