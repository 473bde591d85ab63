// Programs in one line of text, for models.
//
// Threads are separated by |. Operations:
//   x read   x=1 write   x' write what was read last, plus 1   x++ atomic add   x:0>5
//   compare-and-swap x?1{..} read, and run the block if it is 1   x!1{..} if it is not [m ]m
//   acquire, release a lock   [?m{..} try, and run the block if it was taken
//   [~m{..} acquire with a timeout, likewise
//   <s >s take, post a semaphore   <?s{..} <~s{..} as for a lock
//   c&m wait on condition c with lock m   c~m the same with a timeout   c*1 notify, c*9 notify that
//   many e. set   e, clear   e/ wait   e~{..} wait with a timeout, run the block if it was set
//   e%{..} look, likewise b#2 wait at a barrier for 2 parties   b##2 the same, and the number is
//   used
//   (x y=1 x?1 y') these accesses in ONE step; it ends at x?1 unless x is 1
//   - a step that touches nothing   ! fail: a failed assertion   $ print the thread's name, no step
// A thread may begin with "name:"; else they are t0, t1, ...
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "tests/support/model/model.h"

namespace turnwise::support::model {

using Tokens = std::map<std::string, std::int64_t, std::less<>>;  // initial counts of semaphores

// The setup of a model that runs `text`. Throws std::invalid_argument for a text it cannot read.
Model::Setup program(std::string_view text, Tokens semaphores = {});

}  // namespace turnwise::support::model
