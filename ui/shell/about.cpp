#include "ui/shell/about.h"

#include <Qsci/qsciglobal.h>

#include <QCoreApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/explain/named.h"
#include "ui/look/icons.h"
#include "ui/look/scale.h"

namespace turnwise::ui {

namespace {

struct About {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::About)
};

QString aboutText() {
    const QString version = QCoreApplication::applicationVersion();
    return QStringLiteral("<h2>Turnwise %1</h2><p>%2</p><p>%3</p><p>%4</p>")
        .arg(
            version,
            About::tr("Shows how the threads of a Python program take turns: every switch, every "
                      "lock, every wait, step by step, in virtual time."),
            About::tr("Free software under the GNU General Public License, version 3 or later. It "
                      "comes without any warranty."),
            named(About::tr(
                      "Made with Qt {qt}, QScintilla {scintilla}, CPython 3.11 and Boost.Context."),
                  {{"qt", QLatin1String(qVersion())},
                   {"scintilla", QLatin1String(QSCINTILLA_VERSION_STR)}}));
}

}  // namespace

void showAbout(QWidget* window) {
    auto* dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("about"));
    dialog->setWindowTitle(About::tr("About Turnwise"));
    auto* picture = new QLabel(dialog);
    picture->setPixmap(
        applicationIcon().pixmap(scaled(QSize(72, 72)), window->devicePixelRatioF()));
    auto* text = new QLabel(aboutText(), dialog);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    auto* close = new QPushButton(About::tr("Close"), dialog);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    auto* row = new QHBoxLayout;
    row->setSpacing(20);
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(24, 20, 20, 16);
    column->addLayout(row);
    column->addWidget(close, 0, Qt::AlignRight);
    const int width = scaled(520);
    dialog->resize(width, column->totalHeightForWidth(width));
    dialog->show();
}

}  // namespace turnwise::ui
