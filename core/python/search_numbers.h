// The numbers by which a search knows threads, objects and cells: the same in all executions.
//
// A thing is who made it and the how-manieth of its kind that one made: never an address, which
// another execution gives to something else. Numbers are dense, from 1; what has none yet gets the
// next one.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/ids.h"
#include "core/explore/operation.h"

namespace turnwise::python {

class SearchNumbers {
  public:
    SearchNumbers();

    // The `index`th thread that `creator` made. The main thread is 0.
    ThreadId thread(ThreadId creator, std::uint32_t index);

    // The object that stands for a thread: its end is looked for.
    explore::Object thread_object(ThreadId thread);
    // The `index`th primitive that `creator` made; the `index`th object that it let others see.
    explore::Object primitive(ThreadId creator, std::uint32_t index);
    explore::Object shared(ThreadId creator, std::uint32_t index);
    // A part of an object, or of a module or class: `name` is interned, or otherwise as long as the
    // program is there. `text` is what a person calls it, asked for only if it is new.
    explore::Object part(explore::Object owner, const void* name);
    // A module or a class, by its full name.
    explore::Object named(std::string_view name);

    // What a person calls it. A name that was given stays.
    const std::string& name(explore::Object object) const;
    // What sort of thing it is, for one without a name: "an Event".
    void set_sort(explore::Object object, std::string_view sort) { m_sorts[object] = sort; }
    bool has_name(explore::Object object) const {
        return object < m_names.size() && !m_names[object].empty();
    }
    void set_name(explore::Object object, std::string name);

    // What a thing is, in words that every process which searches the program has for it.
    std::string identity_of_thread(ThreadId thread) const;
    std::string identity(explore::Object object) const;

  private:
    // Where a number comes from.
    enum class Kind : std::uint8_t { nothing, thread, primitive, shared, part, named };
    struct Origin {
        Kind kind = Kind::nothing;
        std::uint32_t owner = 0;  // the thread that made it; the object that it is a part of
        std::uint32_t index = 0;
    };
    using Rows = std::vector<std::vector<std::uint32_t>>;
    explore::Object numbered(Rows& rows, Kind kind, ThreadId creator, std::uint32_t index);
    explore::Object look_up(explore::Object owner, const void* name);
    explore::Object next(const Origin& origin);

    Rows m_children;
    Rows m_primitives;
    Rows m_shared;
    ThreadId m_threads = 1;
    std::vector<explore::Object> m_thread_objects;
    std::unordered_map<std::uint64_t, explore::Object> m_parts;
    struct KnownPart {
        explore::Object owner = explore::no_object;
        const void* name = nullptr;
        explore::Object part = explore::no_object;
    };
    std::array<KnownPart, 256> m_known_parts;  // asked for lately: one pushes out another
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_map<std::string, explore::Object, Hash, std::equal_to<>> m_named;
    std::unordered_map<const void*, std::uint32_t> m_part_names;
    std::vector<std::string> m_names;      // by object
    std::vector<Origin> m_origins;         // by object
    std::vector<Origin> m_thread_origins;  // by thread
    std::unordered_map<explore::Object, std::string> m_sorts;
};

}  // namespace turnwise::python
