// Algorithms of mutual exclusion for two threads, with `assume` where they wait: a thread that has
// looked in vain ends there. As published counts have them, what remains is no trace; here such an
// execution ends as a deadlock.
#pragma once

#include "tests/support/model/model.h"

namespace turnwise::support::model {

Model::Setup peterson();
Model::Setup dekker();  // who has not the turn takes its flag down; a round in vain is the last
Model::Setup szymanski();
Model::Setup lamport();  // the fast one

}  // namespace turnwise::support::model
