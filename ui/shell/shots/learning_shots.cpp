// Lessons, patterns, predicting, the tour, an exercise.
#include <QEventLoop>
#include <QTimer>

#include "ui/lessons/exercise_bar.h"
#include "ui/lessons/learn_panel.h"
#include "ui/lessons/predict_bar.h"
#include "ui/lessons/predict_mode.h"
#include "ui/lessons/tour.h"
#include "ui/session/session.h"
#include "ui/shell/exercise_commands.h"
#include "ui/shell/learning_commands.h"
#include "ui/shell/shots/photographer.h"
#include "ui/shell/shots/views.h"
#include "ui/shell/workspace.h"

namespace turnwise::ui {

namespace {

constexpr std::chrono::seconds patience{60};

void takeExercise(Photographer& camera) {
    camera.window().exercises().open(QStringLiteral("two_accounts"));
    camera.window().workspace().exercise().showNextHint();
    QEventLoop loop;
    QObject::connect(&camera.window().exercises().check(), &ExerciseCheck::failed, &loop,
                     &QEventLoop::quit);
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    camera.do_(Command::check_exercise);
    loop.exec();
    camera.take("exercise");
}

void takePrediction(Photographer& camera) {
    camera.runAt("semaphore", 0.3);
    camera.do_(Command::axis_steps);
    camera.do_(Command::predict);
    while (!camera.window().workspace().predict().isAsking() &&
           !camera.window().session().isAtEnd())
        camera.do_(Command::step);
    camera.take("predict");
    camera.window().predict().answer(0);
    camera.take("predict-answered");
    camera.do_(Command::predict);
    camera.runAt("deadlock", 1);
}

}  // namespace

// A deadlock: who waits for whom, what it is called, a page about it.
void photographLearning(Photographer& camera) {
    camera.runAt("deadlock", 1);
    Workspace& work = camera.window().workspace();
    for (const char* panel : {"waits", "patterns", "learn"})
        work.raisePanel(QLatin1String(panel));
    work.learn().showPage(QStringLiteral("lock_acquire"));
    camera.take("learn");
    work.learn().showIndex();
    camera.take("learn-contents");
    for (const char* panel : {"threads", "console", "timeline"})
        work.raisePanel(QLatin1String(panel));
    takePrediction(camera);
    camera.do_(Command::tour);
    for (int stop = 0; stop < 3; ++stop)
        camera.window().learning().tour().next();
    const Session& session = camera.window().session();
    Photographer::letPass([&] { return !session.isRunning() && session.stepCount() > 0; });
    camera.take("tour");
    camera.window().learning().tour().end();
    takeExercise(camera);
}

}  // namespace turnwise::ui
