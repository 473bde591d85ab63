#include "ui/explain/outcome_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "ui/explain/missing_input.h"
#include "ui/explain/named.h"
#include "ui/explain/scene.h"

namespace turnwise::ui {

namespace {

struct Outcomes {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Outcomes)
};

struct Words {
    const char* said;  // by the engine: an expression whose groups have the names of the arguments
    const char* words;
};

constexpr Words known[] = {
    {"The run was ended after (?<steps>\\d+) steps\\. .*",
     QT_TRANSLATE_NOOP(
         "turnwise::ui::Outcomes",
         "The run was ended after {steps} scheduling points. The program may loop for ever; "
         "if it does not, allow it more.")},
    {"The run was ended after (?<time>[\\d.e+]+) s of virtual time\\..*",
     QT_TRANSLATE_NOOP("turnwise::ui::Outcomes",
                       "The run was ended after {time} s of virtual time.")},
    {"The run was ended at (?<time>[\\d.e+-]+) s of virtual time: nothing more happens before its "
     "limit "
     "of "
     "(?<limit>[\\d.e+]+) s\\..*",
     QT_TRANSLATE_NOOP(
         "turnwise::ui::Outcomes",
         "The run was ended at {time} s of virtual time: nothing more happens before its "
         "limit of {limit} s.")},
    {"The program created more than (?<threads>\\d+) threads\\..*",
     QT_TRANSLATE_NOOP("turnwise::ui::Outcomes",
                       "The program created more than {threads} threads.")},
    {"The program printed more than (?<bytes>\\d+) bytes\\..*",
     QT_TRANSLATE_NOOP("turnwise::ui::Outcomes", "The program printed more than {bytes} bytes.")},
    {"It was longer than (?<steps>\\d+) steps\\.",
     QT_TRANSLATE_NOOP("turnwise::ui::Outcomes", "It was longer than {steps} steps.")},
    {"The main thread ended with (?<exception>.*)",
     QT_TRANSLATE_NOOP("turnwise::ui::Outcomes", "The main thread ended with {exception}")},
    {"An exception ended (?<threads>.*)\\.",
     QT_TRANSLATE_NOOP("turnwise::ui::Outcomes", "An exception ended {threads}.")},
    {"The program ended the process with os\\._exit\\((?<status>-?\\d+)\\)\\.",
     QT_TRANSLATE_NOOP("turnwise::ui::Outcomes",
                       "The program ended the process with os._exit({status}).")},
    {"The program crashed: it used memory that is not its own \\(SIGSEGV\\), .*",
     QT_TRANSLATE_NOOP("turnwise::ui::Outcomes",
                       "The program crashed: it used memory that is not its own (SIGSEGV), or its "
                       "recursion was too deep for the C stack.")},
    {"The program crashed: a memory access failed \\(SIGBUS\\)\\.",
     QT_TRANSLATE_NOOP("turnwise::ui::Outcomes",
                       "The program crashed: a memory access failed (SIGBUS).")},
    {"The program crashed: an arithmetic error in C code \\(SIGFPE\\)\\.",
     QT_TRANSLATE_NOOP("turnwise::ui::Outcomes",
                       "The program crashed: an arithmetic error in C code (SIGFPE).")},
    {"The program crashed: an invalid instruction \\(SIGILL\\)\\.",
     QT_TRANSLATE_NOOP("turnwise::ui::Outcomes",
                       "The program crashed: an invalid instruction (SIGILL).")},
    {"The program was aborted by C code \\(SIGABRT\\)\\.",
     QT_TRANSLATE_NOOP("turnwise::ui::Outcomes", "The program was aborted by C code (SIGABRT).")},
};

}  // namespace

QString outcomeMessage(const Outcome& outcome) {
    const QString message = QString::fromStdString(outcome.message);
    for (const auto& [said, words] : known) {
        const QRegularExpression expression(
            QRegularExpression::anchoredPattern(QLatin1String(said)),
            QRegularExpression::DotMatchesEverythingOption);
        const QRegularExpressionMatch match = expression.match(message);
        if (!match.hasMatch()) continue;
        QString text = Outcomes::tr(words);
        for (const QString& name : expression.namedCaptureGroups())
            if (!name.isEmpty())
                text.replace(QLatin1Char('{') + name + QLatin1Char('}'), match.captured(name));
        return text;
    }
    return message;
}

QString limitAdvice(const Outcome& outcome) {
    if (outcome.kind != OutcomeKind::limit) return {};
    return Outcomes::tr("The limits are on the page Preferences (Ctrl+,), under “Runs”.");
}

QString inputAdvice(const trace::Trace& trace, const analysis::State& last) {
    const auto missing = missingInput(trace, last);
    if (!missing) return {};
    const QString thread = threadName(trace, last, missing->thread);
    const QString asked =
        missing->line == 0
            ? named(Outcomes::tr("{thread} reads input, and there is none left."),
                    {{"thread", thread}})
            : named(Outcomes::tr("Line {line}: {thread} reads input, and there is none left."),
                    {{"line", missing->line}, {"thread", thread}});
    return joined(asked, Outcomes::tr("Type what the program shall read below its output "
                                      "(Ctrl+Alt+I), and run it with this (Ctrl+Enter)."));
}

}  // namespace turnwise::ui
