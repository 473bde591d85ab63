#include "core/threading/local.h"

#include "core/sched/scheduler.h"
#include "core/threading/module.h"

namespace turnwise::threading {

using sched::Scheduler;

local::~local() {
    if (Module::is_active()) Module::current().forget(*this);
}

local::Attributes& local::mine() {
    Module::current().remember(*this);
    return m_data[Scheduler::current().running().id];
}

bool local::has(const std::string& attribute) {
    return mine().contains(attribute);
}

const std::any& local::find(const std::string& attribute) {
    const auto found = mine().find(attribute);
    if (found == mine().end())
        throw AttributeError(
            fmt::format("'_thread._local' object has no attribute '{}'", attribute));
    return found->second;
}

void local::erase(const std::string& attribute) {
    find(attribute);
    mine().erase(attribute);
    Scheduler& scheduler = Scheduler::current();
    if (!scheduler.recorder()) return;
    trace::Event record = scheduler.event(trace::EventKind::local_deleted);
    record.object = scheduler.introduce(*this);
    record.text = scheduler.intern(attribute);
    scheduler.record(record);
}

void local::record_set(const std::string& attribute, const std::string& repr) {
    Scheduler& scheduler = Scheduler::current();
    if (!scheduler.recorder()) return;
    trace::Event record = scheduler.event(trace::EventKind::local_set);
    record.object = scheduler.introduce(*this);
    record.text = scheduler.intern(attribute);
    record.detail = scheduler.intern(repr);
    scheduler.record(record);
}

}  // namespace turnwise::threading
