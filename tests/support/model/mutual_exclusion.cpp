#include "tests/support/model/mutual_exclusion.h"

#include <array>

namespace turnwise::support::model {

namespace {

// What a thread has, seen from it.
struct Side {
    std::int64_t number = 0;
    Object mine = 0;   // its flag
    Object other = 0;  // that of the other one
    Object turn = 0;
    Object inside = 0;
    Object never = 0;  // an event that nobody sets
};

// g++ 12 makes wrong code of a co_await in a condition: bodies keep it in a statement of its own.
Task enter_peterson(Side it) {
    co_await ops::write(it.mine, 1);
    co_await ops::write(it.turn, 1 - it.number);
    const std::int64_t wants = co_await ops::read(it.other);
    if (wants == 1) {
        const std::int64_t turn = co_await ops::read(it.turn);
        if (turn == 1 - it.number) co_await ops::await(it.never);
    }
    co_await ops::write(it.inside, it.number);
    co_await ops::read(it.inside);
    co_await ops::write(it.mine, 0);
}

Task enter_dekker(Side it) {
    co_await ops::write(it.mine, 1);
    while (true) {
        const std::int64_t wants = co_await ops::read(it.other);
        if (wants == 0) break;
        std::int64_t turn = co_await ops::read(it.turn);
        if (turn == it.number) co_await ops::await(it.never);
        co_await ops::write(it.mine, 0);
        turn = co_await ops::read(it.turn);
        if (turn != it.number) co_await ops::await(it.never);
        co_await ops::write(it.mine, 1);
    }
    co_await ops::write(it.inside, it.number);
    co_await ops::read(it.inside);
    co_await ops::write(it.turn, 1 - it.number);
    co_await ops::write(it.mine, 0);
}

Task enter_szymanski(Side it) {
    co_await ops::write(it.mine, 1);
    std::int64_t other = co_await ops::read(it.other);
    if (other >= 3) co_await ops::await(it.never);
    co_await ops::write(it.mine, 3);
    other = co_await ops::read(it.other);
    if (other == 1) {
        co_await ops::write(it.mine, 2);
        other = co_await ops::read(it.other);
        if (other != 4) co_await ops::await(it.never);
    }
    co_await ops::write(it.mine, 4);
    other = co_await ops::read(it.other);
    if (other >= 2) co_await ops::await(it.never);
    co_await ops::write(it.inside, it.number);
    co_await ops::read(it.inside);
    other = co_await ops::read(it.other);
    if (other >= 2) {
        other = co_await ops::read(it.other);
        if (other <= 3) co_await ops::await(it.never);
    }
    co_await ops::write(it.mine, 0);
}

using Flags = std::array<Object, 2>;

// x is who came last, y who is about to enter or inside; 0: nobody.
Task enter_lamport(std::int64_t me, Flags busy, Object x, Object y, Object never) {
    const Object mine = busy[static_cast<std::size_t>(me) - 1];
    while (true) {
        co_await ops::write(mine, 1);
        co_await ops::write(x, me);
        std::int64_t holder = co_await ops::read(y);
        if (holder != 0) {
            co_await ops::write(mine, 0);
            holder = co_await ops::read(y);
            if (holder != 0) co_await ops::await(never);
            continue;
        }
        co_await ops::write(y, me);
        const std::int64_t last = co_await ops::read(x);
        if (last == me) break;
        co_await ops::write(mine, 0);
        for (const Object flag : busy) {
            const std::int64_t is_busy = co_await ops::read(flag);
            if (is_busy != 0) co_await ops::await(never);
        }
        holder = co_await ops::read(y);
        if (holder == me) break;
        holder = co_await ops::read(y);
        if (holder != 0) co_await ops::await(never);
    }
    co_await ops::write(y, 0);
    co_await ops::write(mine, 0);
}

Model::Setup two_threads(Task (*enter)(Side)) {
    return [enter](Model& model) {
        const Flags flags = {model.object("flag0"), model.object("flag1")};
        const Object turn = model.object("turn");
        const Object inside = model.object("inside");
        const Object never = model.object("never");
        const Flags names = {model.object("t0"), model.object("t1")};
        for (std::size_t number = 0; number < 2; ++number) {
            const Side side = {static_cast<std::int64_t>(number),
                               flags[number],
                               flags[1 - number],
                               turn,
                               inside,
                               never};
            model.begin(names[number], [=] { return enter(side); });
        }
    };
}

}  // namespace

Model::Setup peterson() {
    return two_threads(enter_peterson);
}

Model::Setup dekker() {
    return two_threads(enter_dekker);
}

Model::Setup szymanski() {
    return two_threads(enter_szymanski);
}

Model::Setup lamport() {
    return [](Model& model) {
        const Flags busy = {model.object("busy1"), model.object("busy2")};
        const Object x = model.object("x");
        const Object y = model.object("y");
        const Object never = model.object("never");
        const Flags names = {model.object("t1"), model.object("t2")};
        for (const std::int64_t me : {1, 2})
            model.begin(names[static_cast<std::size_t>(me) - 1],
                        [=] { return enter_lamport(me, busy, x, y, never); });
    };
}

}  // namespace turnwise::support::model
