#include "ui/look/language.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <memory>
#include <vector>

#include "ui/look/interface_font.h"

namespace turnwise::ui {

namespace {

const QString english = QStringLiteral("en");
const QString chinese = QStringLiteral("zh_CN");

struct Installed {
    QString language = english;
    std::vector<std::unique_ptr<QTranslator>> translators;
};

Installed& installed() {
    static Installed state;
    return state;
}

void install(const QString& file, const QString& directory) {
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, directory)) return;
    QCoreApplication::installTranslator(translator.get());
    installed().translators.push_back(std::move(translator));
}

// Installs the translators, and nothing else.
void speak(const QString& chosen) {
    for (const auto& translator : installed().translators)
        QCoreApplication::removeTranslator(translator.get());
    installed().translators.clear();
    installed().language = chosen;
    QLocale::setDefault(QLocale(chosen));
    // Qt's own texts first: of two translators, the one that was installed last is asked first.
    install(QStringLiteral("qtbase_") + chosen, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("turnwise_") + chosen, QStringLiteral(":/turnwise/translations"));
}

// Keeps from all windows that the language has changed.
class Silence final : public QObject {
  protected:
    bool eventFilter(QObject*, QEvent* event) override {
        return event->type() == QEvent::LanguageChange;
    }
};

}  // namespace

QStringList languages() {
    return {english, chinese};
}

QString nameOfLanguage(const QString& language) {
    return language == chinese ? QStringLiteral("简体中文") : QStringLiteral("English");
}

void setLanguage(const QString& language) {
    QString chosen = language;
    if (chosen.isEmpty())
        chosen = QLocale::system().language() == QLocale::Chinese ? chinese : english;
    useInterfaceFont(chosen == chinese);
    speak(chosen);
}

LanguageScope::LanguageScope(const QString& language) : m_before(currentLanguage()) {
    if (language == m_before) return;
    Silence silence;
    QCoreApplication::instance()->installEventFilter(&silence);
    speak(language);
}

LanguageScope::~LanguageScope() {
    if (currentLanguage() == m_before) return;
    Silence silence;
    QCoreApplication::instance()->installEventFilter(&silence);
    speak(m_before);
}

QString currentLanguage() {
    return installed().language;
}

}  // namespace turnwise::ui
