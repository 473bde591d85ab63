#include "ui/look/interface_font.h"

#include <QApplication>
#include <QFontDatabase>

namespace turnwise::ui {

void useInterfaceFont(bool chinese) {
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
    // QApplication's setter reaches into the style, which only a program with widgets has.
    if (has_widgets)
        QApplication::setFont(font);
    else
        QGuiApplication::setFont(font);
}

}  // namespace turnwise::ui
