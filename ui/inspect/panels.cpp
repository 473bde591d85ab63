#include "ui/inspect/panels.h"

#include <QCoreApplication>

#include "ui/explain/named.h"
#include "ui/explain/names.h"

namespace turnwise::ui {

namespace {

struct Panels {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Panels)
};

QString threadsCaption(const Moment& moment) {
    const auto alive = moment.state.alive().size();
    return named(Panels::tr("Alive: {alive} (active_count); made so far: {made}"),
                 {{"alive", alive}, {"made", moment.state.threads().size()}});
}

}  // namespace

const PanelContents& contentsOf(PanelId id) {
    static const PanelContents threads{"threads", threadOutline, {16, 0, 4, 5, 5, 7}};
    static const PanelContents objects{"objects", objectOutline, {0, 9, 12, 11, 8}};
    static const PanelContents locals{"locals", localOutline, {0, 22}};
    static const PanelContents variables{"variables", variableOutline, {0, 22}};
    static const PanelContents stack{"stack", stackOutline, {0, 14}};
    switch (id) {
        case PanelId::objects:
            return objects;
        case PanelId::locals:
            return locals;
        case PanelId::variables:
            return variables;
        case PanelId::stack:
            return stack;
        case PanelId::threads:
            break;
    }
    return threads;
}

QString titleOf(PanelId id) {
    switch (id) {
        case PanelId::objects:
            return Panels::tr("Objects");
        case PanelId::locals:
            return Panels::tr("Thread-local data");
        case PanelId::variables:
            return Panels::tr("Variables");
        case PanelId::stack:
            return Panels::tr("Call stack");
        case PanelId::threads:
            break;
    }
    return Panels::tr("Threads");
}

QStringList headersOf(PanelId id) {
    switch (id) {
        case PanelId::objects:
            return {Panels::tr("Name"), Panels::tr("Type"), Panels::tr("Value"),
                    Panels::tr("Held by"), Panels::tr("Waiting")};
        case PanelId::locals:
            return {Panels::tr("Object, thread, attribute"), Panels::tr("Value")};
        case PanelId::variables:
            return {Panels::tr("Name"), Panels::tr("Value")};
        case PanelId::stack:
            return {Panels::tr("Function"), Panels::tr("Where")};
        case PanelId::threads:
            break;
    }
    return {Panels::tr("Name"),  Panels::tr("State"), Panels::tr("Line"),
            Panels::tr("Ident"), Panels::tr("Alive"), Panels::tr("Daemon")};
}

QString captionOf(PanelId id, const Moment& moment, bool has_rows) {
    switch (id) {
        case PanelId::threads:
            return threadsCaption(moment);
        case PanelId::objects:
            return has_rows ? QString()
                            : Panels::tr("The program has made no lock or other primitive yet.");
        case PanelId::locals:
            return has_rows ? QString() : Panels::tr("The program uses no thread-local data.");
        case PanelId::stack:
            if (moment.state.thread(moment.chosen))
                return Panels::tr("Calls of %1, the innermost first")
                    .arg(threadName(moment.trace, moment.state, moment.chosen));
            return Panels::tr("No thread is running.");
        case PanelId::variables:
            break;
    }
    return {};
}

}  // namespace turnwise::ui
