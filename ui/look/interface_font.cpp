#include "ui/look/interface_font.h"

#include <QApplication>
#include <QFontDatabase>

namespace turnwise::ui {

void useInterfaceFont(bool chinese) {
    if (!qobject_cast<QApplication*>(QCoreApplication::instance())) return;
    static const QFont of_the_system = QApplication::font();
    QFont font = of_the_system;
    if (chinese)
        for (const char* family : {"PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC",
                                   "Source Han Sans SC", "WenQuanYi Micro Hei"})
            if (QFontDatabase::hasFamily(QLatin1String(family))) {
                font.setFamily(QLatin1String(family));
                break;
            }
    QApplication::setFont(font);
}

}  // namespace turnwise::ui
