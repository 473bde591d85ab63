// What there is to be photographed, a file each. Each begins with a run of its own, so that it can
// be taken alone.
#pragma once

namespace turnwise::ui {

class Photographer;

void photographTimeline(Photographer& camera);
void photographDialogs(Photographer& camera);
void photographFinding(Photographer& camera);
void photographInspector(Photographer& camera);
void photographLearning(Photographer& camera);
void photographByHand(Photographer& camera);
void photographModels(Photographer& camera);
void photographRuns(Photographer& camera);
void photographExploring(Photographer& camera);

}  // namespace turnwise::ui
