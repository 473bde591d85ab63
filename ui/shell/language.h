// Which language the application speaks, and changing it while windows are open.
#pragma once

#include <QString>
#include <QStringList>

namespace turnwise::ui {

// "en" and "zh_CN": the languages that every text of Turnwise exists in.
QStringList languages();

// The language's name in itself, as a menu shows it.
QString nameOfLanguage(const QString& language);

// Installs the translators of `language`; "" follows the system's. Open windows get LanguageChange.
void setLanguage(const QString& language);

// What setLanguage chose: never "".
QString currentLanguage();

}  // namespace turnwise::ui
