// Families of programs whose number of traces is published, as models. Where each comes from stands
// at its count in tests/core/explore.
#pragma once

#include <string>

#include "tests/support/model/model.h"

namespace turnwise::support::model {

// `each(i)` for i from `first`, n threads, as text for program().
std::string in_parallel(int n, const std::function<std::string(int)>& each, int first = 0);

Model::Setup readers(int n);     // one writes, n read
Model::Setup lastzero(int n);    // one looks for the last zero of an array, n writers fill it
Model::Setup indexer(int n);     // n threads insert four messages each in a hash table
Model::Setup filesystem(int n);  // n threads allocate inodes and blocks under a lock each
Model::Setup dispatcher(int servers, int requests);
Model::Setup poke(int threads, int rounds);
Model::Setup multiprodcon(int producers, int workers);
Model::Setup reorder(int setters);  // SCTBench: a checker sees two cells half set
Model::Setup publish(int polls);    // a reader polls a flag
Model::Setup shared_pointer(int reads);
Model::Setup eratosthenes(int n);  // two threads sieve the same numbers
Model::Setup many_initials();      // three write a cell each, a fourth looks at the third if both
                                   // others are set
Model::Setup etsi();               // three threads look at one cell and write one of the others

}  // namespace turnwise::support::model
