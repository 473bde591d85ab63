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

// As long as it lives, texts are made in another language, and no window notices: for an export
// that speaks another language than its window. Nothing may be shown or shut meanwhile.
class LanguageScope {
  public:
    explicit LanguageScope(const QString& language);
    ~LanguageScope();
    LanguageScope(const LanguageScope&) = delete;
    LanguageScope& operator=(const LanguageScope&) = delete;

  private:
    QString m_before;
};

}  // namespace turnwise::ui
