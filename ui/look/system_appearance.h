// Whether the desktop wants light or dark, as it says now and whenever it changes.
//
// Qt tells of neither before 6.5. Desktops of today (GNOME, KDE, and others with a portal) tell on
// the session's bus: org.freedesktop.portal.Settings, "color-scheme" of
// "org.freedesktop.appearance". Where there is no bus or no portal, nothing is ever told, and what
// Qt's own palette says has to do.
#pragma once

#include <QObject>
#include <QString>

class QDBusVariant;

namespace turnwise::ui {

class SystemAppearance final : public QObject {
    Q_OBJECT
  public:
    enum class Wish { none, dark, light };

    // Asks at once and does not wait for the answer.
    explicit SystemAppearance(QObject* parent = nullptr);

    Wish wish() const { return m_wish; }

  signals:
    void changed(turnwise::ui::SystemAppearance::Wish wish);

  private slots:
    void take(const QString& group, const QString& key, const QDBusVariant& value);

  private:
    void ask();

    Wish m_wish = Wish::none;
    bool m_is_told = false;  // before, not even that there is no wish
};

}  // namespace turnwise::ui
