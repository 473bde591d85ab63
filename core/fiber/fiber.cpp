#include "core/fiber/fiber.h"

#include <cxxabi.h>

// Boost's public `fiber` class unwinds the stack of a fiber that is destroyed unfinished. A daemon
// thread is cut off in the midst of C frames of the interpreter, which must not be unwound, so the
// two functions below it are used instead: they have been the stable core of Boost.Context
// since 1.61.
#include <boost/context/detail/fcontext.hpp>
#include <cerrno>
#include <cstdlib>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#define TURNWISE_ASAN 1
#else
#define TURNWISE_ASAN 0
#endif

namespace turnwise::fiber {

namespace context = boost::context::detail;

namespace {

// The fiber that the present jump goes to; read on arrival. One OS thread.
Fiber* arriving = nullptr;

}  // namespace

Fiber::Fiber(Stack stack, Entry entry, void* argument)
    : m_stack(stack), m_entry(entry), m_argument(argument) {
    m_context = context::make_fcontext(stack.top(), stack_size, [](context::transfer_t transfer) {
        auto* self = arriving;
        arrived(transfer.data, transfer.fctx);
        errno = self->m_errno;
        self->m_entry(self->m_argument);
        std::abort();  // the entry returned: its contract is broken and there is nowhere to go
    });
#if TURNWISE_ASAN
    m_sanitizer_bottom = stack.bottom;
    m_sanitizer_size = stack_size;
#endif
}

void Fiber::arrived(void* came_from, void* where) {
    auto* from = static_cast<Fiber*>(came_from);
    from->m_context = where;
#if TURNWISE_ASAN
    __sanitizer_finish_switch_fiber(arriving->m_fake_stack, &from->m_sanitizer_bottom,
                                    &from->m_sanitizer_size);
#endif
}

void Fiber::jump(Fiber& from, Fiber& to, [[maybe_unused]] bool for_ever) {
    auto* cxa = reinterpret_cast<CxaGlobals*>(abi::__cxa_get_globals());
    from.m_cxa = *cxa;
    *cxa = to.m_cxa;
    from.m_errno = errno;
    arriving = &to;
#if TURNWISE_ASAN
    __sanitizer_start_switch_fiber(for_ever ? nullptr : &from.m_fake_stack, to.m_sanitizer_bottom,
                                   to.m_sanitizer_size);
#endif
    const context::transfer_t transfer = context::jump_fcontext(to.m_context, &from);
    arrived(transfer.data, transfer.fctx);
    errno = from.m_errno;
}

void Fiber::leave_for_ever(Fiber& from, Fiber& to) {
    jump(from, to, true);
    std::abort();
}

}  // namespace turnwise::fiber
