#include "ui/look/system_appearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace turnwise::ui {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString color_scheme = QStringLiteral("color-scheme");

// Read() of old portals answers with a variant in a variant.
QVariant plain(QVariant value) {
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

SystemAppearance::Wish wishOf(const QVariant& value) {
    switch (plain(value).toUInt()) {
        case 1:
            return SystemAppearance::Wish::dark;
        case 2:
            return SystemAppearance::Wish::light;
        default:
            return SystemAppearance::Wish::none;
    }
}

}  // namespace

SystemAppearance::SystemAppearance(QObject* parent) : QObject(parent) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(take(QString, QString, QDBusVariant)));
    ask();
}

void SystemAppearance::ask() {
    QDBusMessage question =
        QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    question << appearance << color_scheme;
    auto* answer =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (!reply.isError()) take(appearance, color_scheme, reply.value());
        answer->deleteLater();
    });
}

void SystemAppearance::take(const QString& group, const QString& key, const QDBusVariant& value) {
    if (group != appearance || key != color_scheme) return;
    const Wish wish = wishOf(value.variant());
    if (m_is_told && wish == m_wish) return;
    m_is_told = true;
    m_wish = wish;
    emit changed(wish);
}

}  // namespace turnwise::ui
